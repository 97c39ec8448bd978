import { problem } from '#shared/problem.ts';
import { type Change, changesOf } from './capture.ts';
import type { Connection } from './connection.ts';

type Values = Record<string, string | number | null>;

/**
 * Takes back one command, inside the transaction of another, which is captured in its turn: undoing that one is redo.
 * @throws ProblemError `undo-conflict` where a row has changed since, and nothing is taken back
 */
export function takeBack(db: Connection, command: string) {
  // A child is removed before its parent is, and put back after it; cascades of the database itself were captured too.
  db.pragma('defer_foreign_keys=ON');
  for (const change of changesOf(db, command).reverse()) revert(db, change);
}

function revert(db: Connection, { tbl, row_id, op, before, after }: Change) {
  const now = db.prepare(`SELECT * FROM ${tbl} WHERE id = ?`).get(row_id) as Values | undefined;
  const was = before === null ? null : (JSON.parse(before) as Values);
  const then = after === null ? undefined : (JSON.parse(after) as Values);
  if (!same(now, then)) {
    throw problem(
      'undo-conflict',
      'This cannot be taken back: the same record was changed again since. Nothing was altered.',
      {
        hint: 'Take back the later change first.',
      },
    );
  }
  if (op === 'insert') db.prepare(`DELETE FROM ${tbl} WHERE id = ?`).run(row_id);
  else if (was) write(db, tbl, was, op === 'delete');
}

function same(now: Values | undefined, then: Values | undefined): boolean {
  if (!now || !then) return !now && !then;
  // A column that a later migration added is not in the old picture.
  return Object.entries(then).every(([name, value]) => !(name in now) || now[name] === value);
}

function write(db: Connection, table: string, row: Values, insert: boolean) {
  const names = Object.keys(row);
  if (insert) {
    const places = names.map((name) => `@${name}`).join(', ');
    db.prepare(`INSERT INTO ${table} (${names.map((n) => `"${n}"`).join(', ')}) VALUES (${places})`).run(row);
  } else {
    db.prepare(`UPDATE ${table} SET ${names.map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`).run(row);
  }
}
