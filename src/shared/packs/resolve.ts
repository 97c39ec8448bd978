import type { PackLibrary } from './library.ts';
import type { Pack } from './pack.ts';
import { checkReferences } from './references.ts';
import type { Part } from './schema.ts';
import type { PackSource, SourceFile } from './source.ts';
import type { PackError } from './yaml.ts';

/** An error with the pack that it is in. */
export type LibraryError = PackError & { pack: string };

/**
 * Puts packs together: each gets what its parents say, and every name that one row uses for another is looked up.
 * A pack with errors is left out, and so is what extends it; the others are there.
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
  const packs = new Map<string, Pack>();
  for (const [id, source] of byId) {
    const chain = chainOf(source, byId);
    if (!Array.isArray(chain)) {
      errors.push({ pack: id, ...chain });
      continue;
    }
    const pack = merge(chain);
    if (!pack) {
      errors.push({
        pack: id,
        ...source.home.errorAt(
          ['pack'],
          'neither this pack nor one that it extends says which days are closed (“closing”)',
        ),
      });
      continue;
    }
    const faults = checkReferences(pack, source);
    if (faults.length > 0) errors.push(...faults.map((fault) => ({ pack: id, ...fault })));
    else packs.set(id, pack);
  }
  for (const [id, pack] of packs) {
    const broken = pack.chain.find((parent) => !packs.has(parent));
    if (!broken) continue;
    const source = byId.get(id)!;
    errors.push({ pack: id, ...source.home.errorAt(['pack', 'extends'], `the pack “${broken}” has errors`) });
    packs.delete(id);
  }
  return { library: { packs }, errors };
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

/** Rows of the oldest ancestor first; a younger pack's rows take the place of all older rows with the same id. */
function layered<Row>(
  chain: readonly PackSource[],
  rows: (source: PackSource) => Row[],
  id: (row: Row) => string,
): Row[] {
  const groups = new Map<string, Row[]>();
  for (const source of [...chain].reverse()) {
    const own = Map.groupBy(rows(source), id);
    for (const [key, group] of own) groups.set(key, group);
  }
  return [...groups.values()].flat();
}

function merge(chain: readonly PackSource[]): Pack | undefined {
  const own = chain[0]!;
  const { manifest } = own;
  const closing = chain.find((source) => source.manifest.closing)?.manifest.closing;
  if (!closing) return undefined;
  const byId = (row: { id: string }) => row.id;
  const rules = layered(chain, (source) => rowsOf(source, 'rules'), byId).map((rule) => adapt(rule, chain));
  const calendars = [...chain].reverse().flatMap((source) => rowsOf(source, 'calendars'));
  return {
    id: manifest.id,
    title: manifest.title,
    titleNative: manifest.titleNative ?? null,
    version: manifest.version,
    country: manifest.country,
    region: manifest.region ?? null,
    timeZone: manifest.timeZone,
    currency: manifest.currency,
    chain: chain.map((source) => source.manifest.id),
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
