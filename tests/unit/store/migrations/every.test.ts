import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '#main/store/migrate.ts';
import { addMatter, databaseOf } from './fresh.ts';

const SOURCES = path.join(import.meta.dirname, '../../../../src/main/store/migrations');
const names = readdirSync(SOURCES).map((file) => file.replace(/\.ts$/, ''));
let made: ReturnType<typeof databaseOf> | undefined;

afterEach(() => {
  made?.remove();
  made = undefined;
});

it('has a test of its own for every migration, and runs them all in order', () => {
  const tests = readdirSync(import.meta.dirname);
  for (const name of names) expect(tests, name).toContain(`${name}.test.ts`);
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map((_sql, i) => i + 1));
});

it.each(names)('%s imports nothing, so that it says the same for ever', (name) => {
  expect(readFileSync(path.join(SOURCES, `${name}.ts`), 'utf8')).not.toMatch(/^\s*import\b/m);
});

it.each(MIGRATIONS.map((_sql, i) => i))(
  'version %i with a row in it comes up to the newest with the row',
  (version) => {
    made = databaseOf(version);
    const { db } = made;
    if (version > 0) addMatter(db);
    migrate(db);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM matter').pluck().get()).toBe(version > 0 ? 1 : 0);
  },
);

it('one that fails leaves the version before, whole', () => {
  made = databaseOf(1);
  const { db } = made;
  addMatter(db);
  const before = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all();
  expect(() =>
    migrate(db, [MIGRATIONS[0]!, 'CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);']),
  ).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all()).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM matter').pluck().get()).toBe(1);
});
