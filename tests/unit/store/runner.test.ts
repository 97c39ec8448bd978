import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '#main/store/connection.ts';
import type { AuditInput } from '#main/store/context.ts';
import { migrate } from '#main/store/migrate.ts';
import { createRunner, type Runner } from '#main/store/runner.ts';
import { schemaText } from '../../../scripts/schema.ts';

const key = { key: Buffer.alloc(32, 7), salt: Buffer.alloc(16, 9) };
const NOW = '2026-11-23T05:00:00.000Z';
const clock = { now: () => NOW, today: () => '2026-11-23' };

let folder: string;
let runner: Runner<null>;
let connection: ReturnType<typeof openConnection>;
let audit: AuditInput[];
let touched: string[][];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'misl-store-'));
  connection = openConnection(path.join(folder, 'main.db'), key);
  migrate(connection);
  audit = [];
  touched = [];
  runner = createRunner(connection, {
    clock,
    services: null,
    actor: 'tester',
    audit: (_db, entry) => void audit.push(entry),
    onChange: (tables) => void touched.push(tables),
  });
});

afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const matter = (id: string, title = 'R. Qadir v. S. Baloch') => ({
  id,
  reference: `M-${id}`,
  title,
  clientRole: 'complainant',
  pack: 'pk-punjab',
  openedOn: '2026-11-23',
  createdAt: NOW,
  updatedAt: NOW,
});

const addMatter = (id: string) =>
  runner.run({ name: 'matters.open', touches: ['matter'], undoable: true }, ({ db }) =>
    db.insertInto('matter').values(matter(id)).execute(),
  );

const titles = () => connection.prepare('SELECT title FROM matter ORDER BY id').pluck().all();

describe('schema', () => {
  it('has types that are what the migrations make', () => {
    expect(readFileSync('src/main/store/schema.ts', 'utf8')).toBe(schemaText());
  });

  it('refuses a vault from the future and changes nothing', () => {
    connection.pragma('user_version=99');
    expect(() => migrate(connection)).toThrow(/newer Misl/);
    expect(connection.pragma('user_version', { simple: true })).toBe(99);
  });

  it('can be opened with no other key', () => {
    const other = { ...key, key: Buffer.alloc(32, 8) };
    expect(() => openConnection(path.join(folder, 'main.db'), other)).toThrow(/could not be decrypted/);
  });
});

describe('a command', () => {
  it('writes, is audited, indexed, announced and can be undone and redone', async () => {
    const { undo } = await addMatter('m1');
    expect(audit).toMatchObject([
      { action: 'matters.open', entity: 'matter', matterId: 'm1', detail: '{"insert matter":1}' },
    ]);
    expect(touched).toEqual([['matter']]);
    const hit = () => connection.prepare("SELECT count(*) FROM search WHERE search MATCH 'qadir'").pluck().get();
    expect(hit()).toBe(1);

    const undone = await runner.undo(undo!);
    expect(titles()).toEqual([]);
    expect(hit()).toBe(0);
    await expect(runner.undo(undo!)).rejects.toThrow(/already/);

    await runner.undo(undone.undo!);
    expect(titles()).toEqual(['R. Qadir v. S. Baloch']);
    expect(hit()).toBe(1);
    expect(audit.map((entry) => entry.action)).toEqual(['matters.open', 'undo', 'redo']);
  });

  it('is rolled back whole when it fails', async () => {
    const failing = runner.run({ name: 'x', touches: ['matter'], undoable: true }, async ({ db }) => {
      await db.insertInto('matter').values(matter('m1')).execute();
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(titles()).toEqual([]);
    expect(audit).toEqual([]);
    expect(connection.prepare('SELECT count(*) FROM command').pluck().get()).toBe(0);
  });

  it('is rolled back when it writes a table that it did not name', async () => {
    const sly = runner.run({ name: 'x', touches: ['task'], undoable: true }, ({ db }) =>
      db.insertInto('matter').values(matter('m1')).execute(),
    );
    await expect(sly).rejects.toThrow(/without saying so/);
    expect(titles()).toEqual([]);
  });

  it('takes back a deletion with everything that went with it', async () => {
    await addMatter('m1');
    const task = { id: 't1', matterId: 'm1', title: 'File the list', createdAt: NOW, updatedAt: NOW };
    await runner.run({ name: 'a', undoable: true }, ({ db }) => db.insertInto('task').values(task).execute());
    const { undo } = await runner.run({ name: 'd', undoable: true }, ({ db }) =>
      db.deleteFrom('matter').where('id', '=', 'm1').execute(),
    );
    expect(connection.prepare('SELECT count(*) FROM task').pluck().get()).toBe(0);
    await runner.undo(undo!);
    expect(titles()).toEqual(['R. Qadir v. S. Baloch']);
    expect(connection.prepare('SELECT title FROM task').pluck().all()).toEqual(['File the list']);
  });

  it('is not taken back over a later change of the same row', async () => {
    const { undo } = await addMatter('m1');
    await runner.run({ name: 'rename', undoable: true }, ({ db }) =>
      db.updateTable('matter').set({ title: 'Later' }).where('id', '=', 'm1').execute(),
    );
    await expect(runner.undo(undo!)).rejects.toThrow(/changed again since/);
    expect(titles()).toEqual(['Later']);
  });
});

it('lets nothing be written outside a command', () => {
  expect(() => connection.prepare("INSERT INTO setting (id, value) VALUES ('a', 'b')").run()).toThrow(
    /outside a command/,
  );
});
