import type { PackLibrary } from './library.ts';
import { ownRow } from './own-row.ts';
import type { Pack } from './pack.ts';
import { checkReferences } from './references.ts';
import type { Part } from './schema.ts';
import type { PackSource, SourceFile } from './source.ts';
import type { PackError } from './yaml.ts';

/** An error with the pack that it is in. */
export type LibraryError = PackError & { pack: string };

/**
 * Puts packs together: each gets what its parents say, and every name that one row uses for another is looked up.
 * A pack with errors is left out, and so is what extends it; the others are there. A pack that *amends* another is laid
 * over it, the later over the earlier, and is no pack of its own.
 */
export function buildLibrary(sources: readonly PackSource[]): { library: PackLibrary; errors: LibraryError[] } {
  const errors: LibraryError[] = [];
  const byId = new Map<string, PackSource>();
  for (const source of sources) {
    const { id } = source.manifest;
    if (byId.has(id))
      errors.push({ pack: id, ...source.home.errorAt(['pack', 'id'], `there is already a pack “${id}”`) });
    else byId.set(id, source);
  }
  const bases = new Map([...byId].filter(([, { manifest }]) => manifest.amends === undefined));
  const packs = new Map<string, Pack>();
  for (const [id, source] of bases) {
    const { pack, errors: faults } = assemble(source, bases, NONE);
    errors.push(...faults.map((fault) => ({ pack: id, ...fault })));
    if (pack) packs.set(id, pack);
  }
  for (const [id, pack] of packs) {
    const broken = pack.chain.find((parent) => !packs.has(parent));
    if (!broken) continue;
    const source = byId.get(id)!;
    errors.push({ pack: id, ...source.home.errorAt(['pack', 'extends'], `the pack “${broken}” has errors`) });
    packs.delete(id);
  }
  const amendments = new Map<string, PackSource[]>();
  for (const [id, source] of byId) {
    const target = source.manifest.amends;
    if (target === undefined) continue;
    const faults = amend(source, target, bases, packs, amendments);
    errors.push(...faults.map((fault) => ({ pack: id, ...fault })));
    if (faults.length === 0) amendments.set(target, [...(amendments.get(target) ?? []), source]);
  }
  if (amendments.size > 0) {
    for (const [id, { chain }] of [...packs]) {
      if (!chain.some((link) => amendments.has(link))) continue;
      const { pack } = assemble(bases.get(id)!, bases, amendments);
      if (pack) packs.set(id, pack);
    }
  }
  return { library: { packs }, errors };
}

type Amendments = ReadonlyMap<string, readonly PackSource[]>;
const NONE: Amendments = new Map();

/** One pack with its parents and what amends them; without a pack where something is wrong. */
function assemble(
  source: PackSource,
  bases: ReadonlyMap<string, PackSource>,
  amendments: Amendments,
  /** Whose rows are looked at for names that lead nowhere. */
  checked: PackSource = source,
): { pack?: Pack; errors: PackError[] } {
  const chain = chainOf(source, bases);
  if (!Array.isArray(chain)) return { errors: [chain] };
  const pack = merge(chain, amendments);
  if (!pack) {
    const message = 'neither this pack nor one that it extends says which days are closed (“closing”)';
    return { errors: [source.home.errorAt(['pack'], message)] };
  }
  const errors = checkReferences(pack, checked);
  return errors.length > 0 ? { errors } : { pack, errors };
}

/** What is wrong with a pack that corrects another. */
function amend(
  source: PackSource,
  target: string,
  bases: ReadonlyMap<string, PackSource>,
  packs: ReadonlyMap<string, Pack>,
  amendments: Amendments,
): PackError[] {
  const { home, manifest } = source;
  if (manifest.extends !== undefined)
    return [home.errorAt(['pack', 'amends'], 'a pack either extends another or amends one')];
  if (!packs.has(target)) return [home.errorAt(['pack', 'amends'], `there is no pack “${target}” to amend`)];
  const tried = new Map([...amendments, [target, [...(amendments.get(target) ?? []), source]]]);
  return assemble(bases.get(target)!, bases, tried, source).errors;
}

/** A pack and its ancestors, itself first; an error where the chain breaks. */
function chainOf(source: PackSource, byId: ReadonlyMap<string, PackSource>): PackSource[] | PackError {
  const chain = [source];
  for (let next = source.manifest.extends; next !== undefined; ) {
    const parent = byId.get(next);
    if (!parent) return source.home.errorAt(['pack', 'extends'], `there is no pack “${next}” to extend`);
    if (chain.includes(parent)) return source.home.errorAt(['pack', 'extends'], 'this pack extends itself');
    chain.push(parent);
    next = parent.manifest.extends;
  }
  return chain;
}

type Stamp<Row> = Row & { lastChecked: string; origin: string };

/** The day that a row gives, or else its file's. */
function stamp<Row extends object>(row: Row, lastChecked: string, origin: string): Stamp<Row> {
  return { ...row, lastChecked: (row as { lastChecked?: string }).lastChecked ?? lastChecked, origin };
}

function rowsOf<P extends Part>(source: PackSource, part: P) {
  type Row = NonNullable<SourceFile['value'][P]>[number];
  return source.files.flatMap(({ value }) =>
    ((value[part] ?? []) as Row[]).map((row) => stamp<Row>(row, value.lastChecked, source.manifest.id)),
  );
}

/**
 * Rows of the oldest ancestor first; a younger pack's rows take the place of all older rows with the same id, and those
 * of a pack that the user installed say so.
 */
function layered<Row>(
  chain: readonly PackSource[],
  rows: (source: PackSource) => Row[],
  id: (row: Row) => string,
): Row[] {
  const groups = new Map<string, Row[]>();
  for (const source of [...chain].reverse()) {
    const own = Map.groupBy(rows(source), id);
    for (const [key, group] of own) {
      const was = groups.get(key)?.at(-1);
      groups.set(key, source.own ? group.map((row) => ownRow(row, source, was)) : group);
    }
  }
  return [...groups.values()].flat();
}

function merge(base: readonly PackSource[], amendments: Amendments): Pack | undefined {
  const { manifest } = base[0]!;
  // What amends a pack is nearer than the pack itself, the latest nearest.
  const chain = base.flatMap((source) => [...(amendments.get(source.manifest.id) ?? []).toReversed(), source]);
  const closing = chain.find((source) => source.manifest.closing)?.manifest.closing;
  if (!closing) return undefined;
  const byId = (row: { id: string }) => row.id;
  const rules = layered(chain, (source) => rowsOf(source, 'rules'), byId).map((rule) => adapt(rule, chain));
  const calendars = [...chain]
    .reverse()
    .flatMap((source) => rowsOf(source, 'calendars').map((row) => (source.own ? ownRow(row, source, undefined) : row)));
  return {
    id: manifest.id,
    title: manifest.title,
    titleNative: manifest.titleNative ?? null,
    version: manifest.version,
    country: manifest.country,
    region: manifest.region ?? null,
    timeZone: manifest.timeZone,
    currency: manifest.currency,
    chain: base.map((source) => source.manifest.id),
    ownPacks: chain.filter((source) => source.own).map((source) => source.manifest.id),
    closing,
    vacations: chain.flatMap((source) =>
      (source.manifest.vacations ?? []).map((row) => stamp(row, source.home.value.lastChecked, source.manifest.id)),
    ),
    forums: layered(chain, (source) => rowsOf(source, 'forums'), byId),
    types: layered(chain, (source) => rowsOf(source, 'types'), byId),
    events: layered(chain, (source) => rowsOf(source, 'events'), byId),
    rules: Map.groupBy(rules, byId),
    grounds: layered(
      chain,
      (source) => rowsOf(source, 'grounds'),
      (row) => row.code,
    ),
    remedies: layered(chain, (source) => rowsOf(source, 'remedies'), byId).sort((a, b) => a.order - b.order),
    checks: layered(chain, (source) => rowsOf(source, 'checks'), byId),
    drafts: layered(chain, (source) => rowsOf(source, 'drafts'), byId),
    profiles: layered(chain, (source) => rowsOf(source, 'profiles'), byId),
    definitions: layered(chain, (source) => rowsOf(source, 'definitions'), byId),
    calendars: Map.groupBy(calendars, (row) => row.year),
    terms: layered(chain, (source) => rowsOf(source, 'terms'), byId),
  };
}

const SURE = { verified: 2, 'from knowledge': 1, doubtful: 0 } as const;

/** An inherited rule as it applies in the packs below the one that it comes from. */
function adapt(rule: Stamp<NonNullable<SourceFile['value']['rules']>[number]>, chain: readonly PackSource[]) {
  const depth = chain.findIndex((source) => source.manifest.id === rule.origin);
  // What the user wrote, he wrote for the place.
  if (chain[depth]?.own) return rule;
  let adapted = rule;
  for (const { manifest } of chain.slice(0, depth)) {
    for (const { rules, instrument, confidence, warning } of manifest.adapts ?? []) {
      const applies = rules.endsWith('*') ? rule.id.startsWith(rules.slice(0, -1)) : rule.id === rules;
      if (!applies) continue;
      adapted = {
        ...adapted,
        citation: `${adapted.citation}; ${instrument}`,
        confidence: confidence && SURE[confidence] < SURE[adapted.confidence] ? confidence : adapted.confidence,
        warnings: warning ? [...(adapted.warnings ?? []), { text: warning }] : adapted.warnings,
      };
    }
  }
  return adapted;
}
