import { afterAll, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '#main/store/migrate.ts';
import { addMatter, databaseOf, tablesOf } from './fresh.ts';

const { db, remove } = databaseOf(1);
afterAll(remove);

it('adds waivers and claims, and touches nothing that was there', () => {
  addMatter(db);
  const before = db.prepare('SELECT * FROM matter').all();
  const tables = tablesOf(db);
  migrate(db, MIGRATIONS.slice(0, 2));
  const added = tablesOf(db).filter((table) => !tables.includes(table));
  expect(added).toEqual(['finding_waiver', 'public_claim']);
  expect(db.prepare('SELECT * FROM matter').all()).toEqual(before);
  for (const table of added) {
    const { strict } = db.prepare('SELECT strict FROM pragma_table_list WHERE name = ?').get(table) as {
      strict: number;
    };
    expect(strict, table).toBe(1);
  }
});
