import type { Pack } from './pack.ts';
import type { PackSource } from './source.ts';
import type { PackError, Path } from './yaml.ts';

/** Names in a pack's own rows that nothing in it or in its parents has. */
export function checkReferences(pack: Pack, source: PackSource): PackError[] {
  const errors: PackError[] = [];
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id));
  const forums: ReadonlySet<string> = ids(pack.forums);
  const types = ids(pack.types);
  const events = ids(pack.events);
  const remedies = ids(pack.remedies);
  const checks = ids(pack.checks);
  const drafts = ids(pack.drafts);
  for (const { value, errorAt } of source.files) {
    const known = (
      has: { has(name: string): boolean },
      names: string | readonly string[] | undefined,
      path: Path,
      what: string,
    ) => {
      const list = typeof names === 'string' ? [names] : (names ?? []);
      for (const [at, name] of list.entries()) {
        if (has.has(name)) continue;
        errors.push(
          errorAt(typeof names === 'string' ? path : [...path, at], `there is no ${what} “${name}” in this pack`),
        );
      }
    };
    for (const [at, row] of (value.rules ?? []).entries()) {
      known(events, row.trigger, ['rules', at, 'trigger'], 'event');
      known(forums, row.forum, ['rules', at, 'forum'], 'forum');
      known(pack.rules, row.replacedBy, ['rules', at, 'replacedBy'], 'rule');
    }
    for (const [at, row] of (value.types ?? []).entries()) known(forums, row.forums, ['types', at, 'forums'], 'forum');
    for (const [at, row] of (value.grounds ?? []).entries()) {
      known(remedies, row.remedies, ['grounds', at, 'remedies'], 'remedy');
      known(checks, row.checks, ['grounds', at, 'checks'], 'check');
    }
    for (const [at, row] of (value.remedies ?? []).entries()) {
      known(pack.rules, row.rule, ['remedies', at, 'rule'], 'rule');
      known(forums, row.forum, ['remedies', at, 'forum'], 'forum');
      known(forums, row.against.forums, ['remedies', at, 'against', 'forums'], 'forum');
      known(types, row.against.types, ['remedies', at, 'against', 'types'], 'type');
      known(types, row.type, ['remedies', at, 'type'], 'type');
      known(drafts, row.checklist, ['remedies', at, 'checklist'], 'draft requirement');
    }
    for (const [at, row] of (value.checks ?? []).entries()) {
      known(forums, row.applies?.forums, ['checks', at, 'applies', 'forums'], 'forum');
      known(types, row.applies?.types, ['checks', at, 'applies', 'types'], 'type');
    }
    for (const [index, year] of (value.calendars ?? []).entries()) {
      for (const [at, row] of year.days.entries()) {
        known(forums, row.forums, ['calendars', index, 'days', at, 'forums'], 'forum');
      }
    }
    for (const [at, row] of (value.pack?.vacations ?? []).entries()) {
      known(forums, row.forums, ['pack', 'vacations', at, 'forums'], 'forum');
    }
  }
  return errors;
}
