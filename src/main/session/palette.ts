import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import { foldForSearch } from '#main/store/index-search.ts';
import type { Given, Result } from '#shared/contract/index.ts';

interface Found {
  kind: string;
  id: string;
  matterId: string;
  matterTitle: string;
  title: string;
  detail: string | null;
}

/** What a record of each kind is called in a result, and what stands behind the name. */
const LABELS: Record<string, { table: string; title: string; detail: string }> = {
  matter: { table: 'matter', title: 't.title', detail: 't.reference' },
  party: { table: 'party', title: 't.name', detail: 't.role' },
  proceeding: { table: 'proceeding', title: 'coalesce(t.number_text, t.forum_name)', detail: 't.forum_name' },
  exhibit: { table: 'exhibit', title: 't.title', detail: 't.kind' },
  draft: { table: 'draft', title: 't.title', detail: 't.state' },
  bundle: { table: 'bundle', title: 't.title', detail: 't.profile' },
  issue: { table: 'issue', title: 't.title', detail: 't.kind' },
};

/** What Ctrl-K finds: records whose heading or text begins a word with each word of the query. */
export async function findInPalette(
  { db }: Query,
  { query, limit }: Given<'palette.find'>,
): Promise<Result<'palette.find'>> {
  const words = foldForSearch(query).match(/[\p{L}\p{N}]+/gu);
  if (!words) return [];
  const match = words.map((word) => `"${word}"*`).join(' ');
  const found: Found[] = [];
  for (const [kind, { table, title, detail }] of Object.entries(LABELS)) {
    const { rows } = await sql<Found>`
      SELECT ${kind} AS kind, t.id, ${sql.raw(table === 'matter' ? 't.id' : 't.matter_id')} AS "matterId", m.title AS "matterTitle",
        ${sql.raw(title)} AS title, ${sql.raw(detail)} AS detail
      FROM search JOIN indexed_text i ON i.id = search.rowid
        JOIN ${sql.raw(table)} t ON t.id = i.record_id
        JOIN matter m ON m.id = ${sql.raw(table === 'matter' ? 't.id' : 't.matter_id')}
      WHERE search MATCH ${match} AND i.kind = ${kind} AND t.deleted_at IS NULL AND m.deleted_at IS NULL
      ORDER BY bm25(search, 10, 1) LIMIT ${limit}`.execute(db as never);
    found.push(...rows);
  }
  return found.slice(0, limit);
}
