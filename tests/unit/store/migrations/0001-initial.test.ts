import { afterAll, expect, it } from 'vitest';
import { addMatter, databaseOf, tablesOf } from './fresh.ts';

const { db, remove } = databaseOf(1);
afterAll(remove);

it('makes every table strict', () => {
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
  expect(tablesOf(db)).toEqual(
    expect.arrayContaining(['matter', 'proceeding', 'court_order', 'exhibit', 'audit_entry']),
  );
});

it('refuses a date that is none, a record of no matter, and a number taken twice', () => {
  addMatter(db);
  expect(() => db.prepare("UPDATE matter SET opened_on = '23-11-2026'").run()).toThrow(/CHECK/);
  expect(() => addMatter(db)).toThrow(/UNIQUE/);
  expect(() =>
    db
      .prepare(
        "INSERT INTO task (id, matter_id, title, created_at, updated_at) VALUES ('t', 'nobody', 'x', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z')",
      )
      .run(),
  ).toThrow(/FOREIGN KEY/);
});

it('takes with a matter everything in it', () => {
  db.prepare(
    "INSERT INTO task (id, matter_id, title, created_at, updated_at) VALUES ('t', 'm1', 'x', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000Z')",
  ).run();
  db.prepare('DELETE FROM matter').run();
  expect(db.prepare('SELECT count(*) FROM task').pluck().get()).toBe(0);
});
