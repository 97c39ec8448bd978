import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#main/app.ts';
import { exportAll } from '#main/exit/export-all.ts';
import { type MatterFixture, sampleVault } from '../fixtures/vault.ts';
import { codeOf } from '../vault/helpers.ts';

let fixture: MatterFixture;
let app: App;
let target: string;

beforeAll(async () => {
  fixture = await sampleVault();
  app = fixture.app;
  target = path.join(fixture.folder, 'Everything');
});
afterAll(() => fixture.close());

const records = (table: string) => JSON.parse(readFileSync(path.join(target, 'records', `${table}.json`), 'utf8'));

describe('an export of everything', () => {
  test('names what it wrote', async () => {
    const items: string[] = [];
    const result = await exportAll(app, target, { onProgress: (_done, _total, item) => items.push(item) });
    expect(result.problems).toEqual([]);
    expect(result.matters).toBeGreaterThan(40);
    expect(items.length).toBeGreaterThan(20);
    const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBe(result.files);
  });

  test('has a sum for every file, and each is right', () => {
    const lines = readFileSync(path.join(target, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const files = readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
      .map((entry) => path.relative(target, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    expect(lines.map((line) => line.slice(66)).sort()).toEqual(files.sort());
    for (const line of lines) {
      const sum = createHash('sha256')
        .update(readFileSync(path.join(target, line.slice(66))))
        .digest('hex');
      expect(sum, line).toBe(line.slice(0, 64));
    }
  });

  test('has every record of every table, as its schema says', () => {
    const schema = JSON.parse(readFileSync(path.join(target, 'schema.json'), 'utf8'));
    const tables = Object.keys(schema.$defs);
    expect(readdirSync(path.join(target, 'records')).sort()).toEqual(tables.map((table) => `${table}.json`).sort());
    const { db } = app.session!.vault;
    for (const table of tables) {
      const rows = records(table);
      const expected = db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
      // The export itself is entered into the log when it is done.
      expect(rows.length, table).toBe(table === 'audit_entry' ? expected - 1 : expected);
      const { properties, required } = schema.$defs[table];
      for (const row of rows.slice(0, 50)) {
        expect(Object.keys(row).sort()).toEqual([...required].sort());
        for (const [field, value] of Object.entries(row)) {
          const type = value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;
          expect([properties[field].type].flat(), `${table}.${field}`).toContain(type);
        }
      }
    }
    expect(
      records('party').some(({ name_native }: { name_native: string | null }) =>
        /[\u0600-\u06ff]/.test(name_native ?? ''),
      ),
    ).toBe(true);
  });

  test('has the exhibits as they came in', () => {
    const sums = new Set(
      readFileSync(path.join(target, 'SHA256SUMS'), 'utf8')
        .split('\n')
        .map((line) => line.slice(0, 64)),
    );
    for (const { sha256, name } of records('exhibit_file')) expect(sums.has(sha256), name).toBe(true);
  });

  test('has a page without scripts whose every link leads to a file', () => {
    const page = readFileSync(path.join(target, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script|https?:/);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link!));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(existsSync(path.join(target, link)), link).toBe(true);
    for (const { title } of records('matter').slice(0, 3)) expect(page).toContain(title.split(' ')[0]);
  });

  test('is entered in the log', () => {
    const last = app
      .session!.vault.db.prepare('SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1')
      .pluck()
      .get();
    expect(last).toBe('vault.export');
  });
});

describe('an export that cannot be made', () => {
  test('goes over nothing', async () => {
    const taken = path.join(fixture.folder, 'taken');
    writeFileSync(taken, 'mine');
    expect(await codeOf(() => exportAll(app, taken))).toBe('file-exists');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });

  test('says where a folder is missing', async () => {
    expect(await codeOf(() => exportAll(app, path.join(fixture.folder, 'no', 'such', 'place')))).toBe('no-such-folder');
  });

  test('leaves nothing when it is cancelled', async () => {
    const cancel = new AbortController();
    const act = exportAll(app, path.join(fixture.folder, 'Cancelled'), {
      signal: cancel.signal,
      onProgress: (done) => done === 3 && cancel.abort(),
    });
    await expect(act).rejects.toThrow();
    expect(readdirSync(fixture.folder).filter((name) => name.includes('Cancelled'))).toEqual([]);
  });

  test('goes on past a document that is damaged, and names it', async () => {
    const { db, dir } = app.session!.vault;
    const row = db.prepare('SELECT blob_id, name FROM exhibit_file LIMIT 1').get() as { blob_id: string; name: string };
    const file = path.join(dir, 'blobs', row.blob_id.slice(0, 2), row.blob_id);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, -5));
    try {
      const result = await exportAll(app, path.join(fixture.folder, 'With damage'));
      expect(result.problems.length).toBeGreaterThan(0);
      expect(result.problems[0]).toContain(row.name);
    } finally {
      writeFileSync(file, whole);
    }
  });
});
