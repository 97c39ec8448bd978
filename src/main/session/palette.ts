import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import { foldForSearch } from '#main/store/index-search.ts';
import type { Given, Result } from '#shared/contract/index.ts';

type Found = Result<'palette.find'>[number];

/** How one kind of record is shown in a result: SQL over its own row `t`. */
interface Shown {
  table?: string;
  title: string;
  detail: string;
  on?: string;
  disposal?: string;
  merits?: string;
  favours?: string;
}

const lastDisposal = (column: string) => `(SELECT o.${column} FROM court_order o WHERE o.proceeding_id = t.id
  AND o.kind = 'disposal' AND o.deleted_at IS NULL ORDER BY o.date DESC LIMIT 1)`;
const nextHearing = (of: string) => `(SELECT min(h.date) FROM hearing h WHERE h.${of} = t.id
  AND h.outcome IS NULL AND h.deleted_at IS NULL AND h.date >= :today)`;

/** In the order in which they are shown. */
const KINDS: Record<string, Shown> = {
  matter: { title: 't.title', detail: 't.reference', on: nextHearing('matter_id') },
  proceeding: {
    title: 'coalesce(t.number_text, t.forum_name)',
    detail: 't.forum_name',
    on: nextHearing('proceeding_id'),
    disposal: lastDisposal('disposal'),
    merits: lastDisposal('merits'),
    favours: lastDisposal('favours'),
  },
  order: {
    table: 'court_order',
    title: "coalesce(t.summary, t.detail, '')",
    detail: '(SELECT coalesce(p.number_text, p.forum_name) FROM proceeding p WHERE p.id = t.proceeding_id)',
    on: 't.date',
    disposal: 't.disposal',
    merits: 't.merits',
    favours: 't.favours',
  },
  exhibit: { title: 't.title', detail: 't.kind' },
  draft: { title: 't.title', detail: 't.state' },
  bundle: { title: 't.title', detail: 't.profile' },
  issue: { title: 't.title', detail: 't.kind' },
  fact: { title: 'substr(t.text, 1, 200)', detail: 't.date' },
  deadline: { title: 't.title', detail: 't.citation', on: 'coalesce(t.override_on, t.due_on)' },
  party: { title: 't.name', detail: 't.role' },
};

const phrase = (words: readonly string[]) => words.map((word) => `"${word}"*`).join(' ');

/**
 * What Ctrl-K finds: records that have each word of the query at the beginning of one of theirs. Words at either end of
 * the query may be the matter's instead; where one kind is wanted, all of them.
 */
export async function findInPalette(
  { db, clock }: Query,
  { query, limit, matterId, kind: only }: Given<'palette.find'>,
): Promise<Result<'palette.find'>> {
  const words = foldForSearch(query)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8);
  if (!words) return [];
  const found: Found[] = [];
  for (const [kind, shown] of Object.entries(KINDS)) {
    if (only !== undefined && kind !== only) continue;
    const table = shown.table ?? kind;
    const value = (text = 'NULL') =>
      sql.join(
        text.split(':today').map((part) => sql.raw(part)),
        sql`${clock.today()}`,
      );
    const { rows } = await sql<Found>`
      WITH hits AS MATERIALIZED (${sql.join(hitsOf(table, words, only !== undefined), sql` UNION ALL `)}),
        best AS (SELECT record_id, min(score) AS score FROM hits GROUP BY record_id),
        shown AS (
          SELECT t.*, best.score, m.id AS shown_matter, m.title AS matter_title, count(*) OVER () AS hits
          FROM best JOIN ${sql.raw(table)} t ON t.id = best.record_id
            JOIN matter m ON m.id = ${sql.raw(table === 'matter' ? 't.id' : 't.matter_id')}
          WHERE t.deleted_at IS NULL AND m.deleted_at IS NULL AND (${matterId ?? null} IS NULL OR m.id = ${matterId ?? null})
          ORDER BY best.score LIMIT ${limit})
      SELECT ${kind} AS kind, t.id, t.shown_matter AS "matterId", t.matter_title AS "matterTitle", t.hits AS count,
        ${value(shown.title)} AS title, ${value(shown.detail)} AS detail, ${value(shown.on)} AS "on",
        ${value(shown.disposal)} AS disposal, ${value(shown.merits)} AS merits, ${value(shown.favours)} AS favours
      FROM shown t ORDER BY t.score, 8 DESC`.execute(db as never);
    found.push(...rows);
  }
  return found;
}

/** One search for each way to share the words out between the record and its matter, or `all` of them to the matter. */
function hitsOf(table: string, words: readonly string[], all: boolean) {
  const shares: (readonly [record: readonly string[], matter: readonly string[]])[] = [[words, []]];
  for (let at = 1; table !== 'matter' && at < words.length; at++) {
    shares.push([words.slice(at), words.slice(0, at)], [words.slice(0, at), words.slice(at)]);
  }
  if (all && table !== 'matter') shares.push([[], words]);
  return shares.map(([record, matter]) => {
    const inMatter =
      matter.length === 0
        ? sql``
        : sql`AND i.matter_id IN (SELECT n.matter_id FROM search JOIN indexed_text n ON n.id = search.rowid
            WHERE search MATCH ${phrase(matter)} AND n.kind = 'matter')`;
    if (record.length === 0)
      return sql`SELECT i.record_id, 0 AS score FROM indexed_text i WHERE i.kind = ${table} ${inMatter}`;
    return sql`SELECT i.record_id, bm25(search, 10, 1) AS score FROM search JOIN indexed_text i ON i.id = search.rowid
      WHERE search MATCH ${phrase(record)} AND i.kind = ${table} ${inMatter}`;
  });
}
