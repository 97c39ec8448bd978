import { sql } from 'kysely';
import type { Command, Query } from '#main/services.ts';
import { find, type StampedTable } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { forgetParts, isPart, listParts, restorePart } from './bin-parts.ts';

/** What the bin shows a record by. */
const TITLES = {
  matter: 'title',
  party: 'name',
  proceeding: 'coalesce(number_text, forum_name)',
  filing: 'title',
  objection: 'text',
  service: 'document',
  hearing: "date || ' ' || coalesce(purpose, '')",
  courtOrder: "date || ' ' || coalesce(summary, '')",
  certifiedCopy: 'document',
  deadline: 'title',
  task: 'title',
  payment: 'title',
  issue: 'title',
  fact: 'text',
  exhibit: 'title',
  draft: 'title',
  bundle: 'title',
  publicClaim: 'words',
} as const satisfies Record<StampedTable, string>;

const TABLES = Object.keys(TITLES) as StampedTable[];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export async function listBin(context: Query): Promise<Result<'bin.list'>> {
  const parts = TABLES.map((table) => {
    const matter = table === 'matter' ? 'NULL' : '(SELECT title FROM matter WHERE matter.id = t.matter_id)';
    return `SELECT '${table}' AS "table", t.id, substr(${TITLES[table]}, 1, 200) AS title, ${matter} AS "matterTitle",
      t.deleted_at AS "deletedAt" FROM ${snake(table)} t WHERE t.deleted_at IS NOT NULL`;
  });
  const { rows } = await sql<Result<'bin.list'>[number]>`${sql.raw(parts.join(' UNION ALL '))}`.execute(
    context.db as never,
  );
  return [...rows.map((row) => ({ ...row, title: row.title ?? '' })), ...(await listParts(context))].sort((a, b) =>
    a.deletedAt < b.deletedAt ? 1 : -1,
  );
}

export async function restore(context: Command, { table, id }: Given<'bin.restore'>) {
  if (isPart(table)) {
    await restorePart(context, table, id);
    return null;
  }
  const { db, clock } = context;
  const known = tableOf(table);
  const row = await db
    .selectFrom(known as 'task')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst();
  if (!row) throw problem('not-in-bin', 'This is not in the bin: it was restored already, or the bin was emptied.');
  if (known !== 'matter') {
    await find(db, 'matter', row.matterId).catch(() => {
      throw problem('matter-in-bin', 'The matter that this belongs to lies in the bin too. Nothing was restored.', {
        hint: 'Restore the matter first.',
      });
    });
  }
  await db
    .updateTable(known as 'task')
    .set({ deletedAt: null, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  return null;
}

/**
 * Removes for good what lies in the bin, and what undo remembers of it. The database overwrites what it frees
 * (`secure_delete`), and the search index was rid of it when it was binned.
 */
export async function emptyBin(context: Command): Promise<Result<'bin.empty'>> {
  const { db } = context;
  let removed = await forgetParts(context);
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table as 'task')
      .select('id')
      .where('deletedAt', 'is not', null)
      .execute();
    for (const { id } of rows) {
      const gone = await db
        .deleteFrom(table as 'task')
        .where('id', '=', id)
        .executeTakeFirst();
      removed += Number(gone.numDeletedRows);
    }
  }
  return { removed };
}

function tableOf(name: string): StampedTable {
  if (!TABLES.includes(name as StampedTable))
    throw problem('unknown-table', 'There is no such kind of record.', { field: 'table' });
  return name as StampedTable;
}
