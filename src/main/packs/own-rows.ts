import type { Result } from '#shared/contract/index.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import type { OwnRow, Pack } from '#shared/packs/pack.ts';

type Row = Result<'packs.own'>[number]['rows'][number];

/** What a pack of the user's adds and overrides, each row once, in whatever packs it stands. */
export function ownRows(library: PackLibrary, id: string): Row[] {
  const rows = new Map<string, Row>();
  for (const pack of library.packs.values()) {
    if (!pack.ownPacks.includes(id)) continue;
    for (const { part, key, own } of rowsOf(pack)) {
      if (own?.pack !== id) continue;
      const was = own.was && { pack: own.was.origin, text: own.was.text };
      rows.set(`${part} ${key} ${own.now}`, { part, id: key, now: own.now, was });
    }
  }
  return [...rows.values()];
}

function rowsOf(pack: Pack): { part: string; key: string; own: OwnRow | undefined }[] {
  const of = (part: string, rows: readonly { id: string; own?: OwnRow }[]) =>
    rows.map((row) => ({ part, key: row.id, own: row.own }));
  return [
    ...of('rules', [...pack.rules.values()].flat()),
    ...pack.grounds.map(({ code, own }) => ({ part: 'grounds', key: code, own })),
    ...of('remedies', pack.remedies),
    ...of('checks', pack.checks),
    ...of('drafts', pack.drafts),
    ...of('definitions', pack.definitions),
    ...of('forums', pack.forums),
    ...of('types', pack.types),
    ...of('events', pack.events),
    ...of('profiles', pack.profiles),
    ...of('terms', pack.terms),
    ...[...pack.calendars.values()].flat().map(({ year, own }) => ({ part: 'calendars', key: String(year), own })),
  ];
}
