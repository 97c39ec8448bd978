import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '#main/store/migrate.ts';
import { addMatter, databaseOf, tablesOf } from './fresh.ts';

const { db, remove } = databaseOf(2);
afterAll(remove);

it('adds its tables, turns no page of an older bundle, and touches nothing else', () => {
  addMatter(db);
  const at = '2026-11-23T09:00:00.000Z';
  db.prepare(
    `INSERT INTO bundle (id, matter_id, title, profile, created_at, updated_at) VALUES ('b', 'm1', 'B', 'plain', ?, ?)`,
  ).run(at, at);
  db.exec(`INSERT INTO bundle_section (id, matter_id, bundle_id, title, position) VALUES ('s', 'm1', 'b', 'S', 0);
    INSERT INTO bundle_item (id, matter_id, bundle_id, section_id, kind, position) VALUES ('i', 'm1', 'b', 's', 'heading', 0);`);
  const matters = db.prepare('SELECT * FROM matter').all();
  const tables = tablesOf(db);
  migrate(db, MIGRATIONS.slice(0, 3));
  const added = tablesOf(db).filter((table) => !tables.includes(table));
  expect(added).toEqual(['redacted_file', 'redaction_mark', 'unsaved_edit', 'user_pack']);
  expect(db.prepare('SELECT * FROM matter').all()).toEqual(matters);
  expect(db.prepare('SELECT id, turn, late FROM bundle_item').all()).toEqual([{ id: 'i', turn: 0, late: 0 }]);
  expect(() => db.exec('UPDATE bundle_item SET turn = 45')).toThrow(/CHECK/);
  for (const table of added) {
    const { strict } = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').get(table) as {
      strict: number;
    };
    expect(strict, table).toBe(1);
  }
});

it('finds the hearings of a matter without looking at all others', () => {
  const plan = db.prepare("EXPLAIN QUERY PLAN SELECT * FROM hearing WHERE matter_id = 'm1'").all() as {
    detail: string;
  }[];
  expect(plan.map(({ detail }) => detail).join()).toContain('hearing_matter');
});
