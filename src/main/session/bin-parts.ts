import { sql } from 'kysely';
import type { Command, Query } from '#main/services.ts';
import type { Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

/**
 * Parts of records: they have no mark of removal of their own, but are gone from their table when they are removed. What
 * undo keeps of the removal is what lies in the bin of them, so that nothing is kept twice.
 */
interface PartKind {
  table: string;
  /** The call that removes it, with what hangs on it. */
  removedBy: string;
  title: string;
  /** What it stands in: the column that names it, and the table. */
  parent: { column: string; table: string; word: string };
}

const PARTS: Readonly<Record<string, PartKind>> = {
  issuePoint: {
    table: 'issue_point',
    removedBy: 'issues.removePoint',
    title: '$.title',
    parent: { column: 'issue_id', table: 'issue', word: 'issue' },
  },
  issueFinding: {
    table: 'issue_finding',
    removedBy: 'issues.removeFinding',
    title: '$.text',
    parent: { column: 'issue_id', table: 'issue', word: 'issue' },
  },
  bundleSection: {
    table: 'bundle_section',
    removedBy: 'bundles.removeSection',
    title: '$.title',
    parent: { column: 'bundle_id', table: 'bundle', word: 'bundle' },
  },
  bundleItem: {
    table: 'bundle_item',
    removedBy: 'bundles.removeItem',
    title: '$.title',
    parent: { column: 'section_id', table: 'bundle_section', word: 'section' },
  },
};

interface Removed {
  table: string;
  id: string;
  commandId: string;
  title: string;
  matterTitle: string | null;
  deletedAt: string;
}

export const isPart = (table: string) => Object.hasOwn(PARTS, table);

/** Parts that were removed, not taken back, and are not there again; the newest first. */
async function removedParts({ db }: Query | Command): Promise<Removed[]> {
  const found: Removed[] = [];
  for (const [name, { table, removedBy, title }] of Object.entries(PARTS)) {
    const { rows } = await sql<Removed>`
      SELECT ${name} AS "table", c.row_id AS id, c.command_id AS "commandId", k.at AS "deletedAt",
        substr(coalesce(json_extract(c.before, ${title}), ''), 1, 200) AS title,
        (SELECT title FROM matter WHERE matter.id = json_extract(c.before, '$.matter_id')) AS "matterTitle"
      FROM change c JOIN command k ON k.id = c.command_id
        LEFT JOIN command u ON u.id = k.undoes LEFT JOIN command o ON o.id = u.undoes
      WHERE c.tbl = ${table} AND c.op = 'delete' AND k.undone_by IS NULL
        -- A removal that was put again is a redo: of an undo, of the removal.
        AND coalesce(o.name, k.name) = ${removedBy}
        AND c.id = (SELECT max(id) FROM change WHERE tbl = c.tbl AND row_id = c.row_id)
        AND NOT EXISTS (SELECT 1 FROM ${sql.table(table)} t WHERE t.id = c.row_id)`.execute(db as never);
    found.push(...rows);
  }
  return found.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
}

export async function listParts(context: Query): Promise<Result<'bin.list'>> {
  return (await removedParts(context)).map(({ commandId: _, ...part }) => part);
}

/**
 * Puts a part back with what hung on it, such as the evidence for a point or the items of a section.
 * @throws ProblemError `not-in-bin`; `parent-in-bin` where what it stood in is gone itself
 */
export async function restorePart(context: Command, table: string, id: string): Promise<void> {
  const { db } = context;
  const part = (await removedParts(context)).find((each) => each.table === table && each.id === id);
  if (!part) throw problem('not-in-bin', 'This is not in the bin: it was restored already, or the bin was emptied.');
  const { parent, table: own } = PARTS[table]!;
  const rows = await deletedBy(context, part.commandId);
  const row = rows.find(({ tbl, id: rowId }) => tbl === own && rowId === id)!;
  const isBinned = parent.table === 'bundle_section' ? sql`0` : sql`deleted_at IS NOT NULL`;
  const there = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(parent.table)}
    WHERE id = ${row.values[parent.column]} AND NOT ${isBinned}`.execute(db as never);
  if (there.rows[0]?.n !== 1) {
    throw problem('parent-in-bin', `The ${parent.word} that this belongs to was removed too. Nothing was restored.`, {
      hint: `Restore the ${parent.word} first.`,
    });
  }
  // A cascade was captured after what it hung on, or before: the order is none that the keys could follow.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(db as never);
  for (const { tbl, values } of rows) {
    const names = Object.keys(values);
    await sql`INSERT INTO ${sql.table(tbl)} (${sql.join(names.map((name) => sql.ref(name)))})
      VALUES (${sql.join(Object.values(values))})`.execute(db as never);
  }
}

/** What a command deleted, row by row. */
async function deletedBy({ db }: Command, commandId: string) {
  const { rows } = await sql<{ tbl: string; id: string; before: string }>`
    SELECT tbl, row_id AS id, before FROM change WHERE command_id = ${commandId} AND op = 'delete'`.execute(
    db as never,
  );
  return rows.map(({ tbl, id, before }) => ({
    tbl,
    id,
    values: JSON.parse(before) as Record<string, string | number | null>,
  }));
}

/** Forgets for good the parts that lie in the bin, and all that undo remembers of them. @returns how many */
export async function forgetParts(context: Command): Promise<number> {
  const { db } = context;
  const parts = await removedParts(context);
  for (const commandId of new Set(parts.map((part) => part.commandId))) {
    for (const { tbl, id } of await deletedBy(context, commandId)) {
      await sql`UPDATE command SET undoable = 0
        WHERE id IN (SELECT command_id FROM change WHERE tbl = ${tbl} AND row_id = ${id})`.execute(db as never);
      await sql`DELETE FROM change WHERE tbl = ${tbl} AND row_id = ${id}`.execute(db as never);
    }
  }
  return parts.length;
}
