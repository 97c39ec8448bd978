import type { Connection } from './connection.ts';

/**
 * Captures every row that a command inserts, updates or deletes, with what it held before and after, by temporary
 * triggers: no code path can forget it. While no command is running nothing may be written to these tables at all.
 */

/** Tables that a command may write without a trace for undo: bookkeeping of the store itself. */
const UNCAPTURED = new Set([
  'meta',
  'blob',
  'audit_entry',
  'command',
  'change',
  'search',
  'indexed_text',
  'unsaved_edit',
]);

export interface Change {
  tbl: string;
  row_id: string;
  op: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

interface Columns {
  table: string;
  names: string[];
}

/** The tables that are captured, with their columns. Each has a text column `id` as its key. */
function capturedTables(db: Connection): Columns[] {
  const tables = db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return tables
    .filter((table) => !UNCAPTURED.has(table))
    .map((table) => ({ table, names: (db.pragma(`table_info(${table})`) as { name: string }[]).map((c) => c.name) }));
}

/** Lays the triggers on an open, migrated connection. */
export function installCapture(db: Connection) {
  db.exec('CREATE TEMP TABLE current_command (id TEXT NOT NULL)');
  for (const { table, names } of capturedTables(db)) {
    const object = (row: string) => `json_object(${names.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;
    const record = (op: string, id: string, before: string, after: string) => `
      CREATE TEMP TRIGGER capture_${table}_${op} AFTER ${op.toUpperCase()} ON main.${table} BEGIN
        SELECT RAISE(ABORT, 'written outside a command') WHERE NOT EXISTS (SELECT 1 FROM temp.current_command);
        INSERT INTO change (command_id, tbl, row_id, op, before, after)
          SELECT id, '${table}', ${id}, '${op}', ${before}, ${after} FROM temp.current_command;
      END;`;
    db.exec(record('insert', 'NEW.id', 'NULL', object('NEW')));
    db.exec(record('update', 'NEW.id', object('OLD'), object('NEW')));
    db.exec(record('delete', 'OLD.id', object('OLD'), 'NULL'));
  }
}

/** Names the command that the following writes belong to; null after it. */
export function setCurrentCommand(db: Connection, id: string | null) {
  db.prepare('DELETE FROM temp.current_command').run();
  if (id !== null) db.prepare('INSERT INTO temp.current_command (id) VALUES (?)').run(id);
}

/** What a command has changed so far, in order. */
export function changesOf(db: Connection, command: string): Change[] {
  return db
    .prepare('SELECT tbl, row_id, op, before, after FROM change WHERE command_id = ? ORDER BY id')
    .all(command) as Change[];
}
