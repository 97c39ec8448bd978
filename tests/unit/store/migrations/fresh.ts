import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connection, openConnection } from '#main/store/connection.ts';
import { MIGRATIONS, migrate } from '#main/store/migrate.ts';

/** A database of version n, made by the first n migrations alone, and a way to be rid of it. */
export function databaseOf(version: number): { db: Connection; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-migration-'));
  const db = openConnection(path.join(folder, 'main.db'), { key: Buffer.alloc(32, 7), salt: Buffer.alloc(16, 7) });
  if (version > 0) migrate(db, MIGRATIONS.slice(0, version));
  return {
    db,
    remove() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One row of the oldest tables, as a vault of version 1 may hold it. */
export function addMatter(db: Connection, id = 'm1') {
  db.prepare(
    `INSERT INTO matter (id, reference, title, client_role, pack, opened_on, created_at, updated_at)
     VALUES (?, ?, 'A v. B', 'complainant', 'pk', '2026-11-23', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z')`,
  ).run(id, id);
}

export const tablesOf = (db: Connection) =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];
