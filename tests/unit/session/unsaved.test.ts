// What stands in a form when the vault is locked is kept in it, encrypted, and offered after the next opening.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { handlers } from '#main/registry.ts';
import { lock, openSession, unlock } from '#main/session/lifecycle.ts';
import { databaseKey } from '#main/vault/keys.ts';
import { databaseFile, openVault } from '#main/vault/vault.ts';
import { decryptDatabase } from '../../vectors/vault/reader.ts';
import { newVault, PASSPHRASE, scratch } from '../vault/helpers.ts';

const TYPED = 'half-typed quizzaciously';
const { folder, remove } = scratch();
let app: App;
let dir: string;
let matterId: string;
let minute = 0;

const no = () => Promise.reject(new Error('no window'));
const edit = (id: string, more: object = {}) => ({
  id,
  form: 'tasks.add {}',
  recordId: null,
  matterId: null,
  content: JSON.stringify({ values: { notes: TYPED } }),
  ...more,
});
const ids = async () => (await app.call('unsaved.list', {})).map(({ id }) => id);

beforeAll(async () => {
  app = createApp({
    clock: {
      now: () => new Date(Date.UTC(2026, 10, 23, 9, minute++)).toISOString(),
      today: () => '2026-11-23',
    },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers,
  });
  const { vault } = await newVault(folder);
  dir = vault.dir;
  openSession(app, vault);
  ({ id: matterId } = await app.call('matters.open', {
    reference: 'M-1',
    title: 'Nadia v. Malik',
    titleNative: null,
    clientRole: 'complainant',
    pack: 'pk-punjab',
    openedOn: '2026-11-23',
    closedOn: null,
    notes: null,
    parties: [],
    kind: null,
    summary: null,
    organisation: null,
    incidentFrom: null,
    incidentTo: null,
  }));
});
afterAll(async () => {
  await lock(app, 'asked');
  remove();
});

it('is there after a lock, with its matter, and its newest state alone', async () => {
  await app.call('unsaved.keep', edit('a', { matterId, content: '{"values":{"notes":"first"}}' }));
  await app.call('unsaved.keep', edit('a', { matterId }));
  await lock(app, 'idle');
  expect(await app.answer('unsaved.list', {})).toMatchObject({ ok: false, problem: { code: 'locked' } });
  await unlock(app, { dir, passphrase: PASSPHRASE });
  expect(await app.call('unsaved.list', {})).toMatchObject([
    { id: 'a', form: 'tasks.add {}', recordId: null, matterTitle: 'Nadia v. Malik', content: edit('a').content },
  ]);
});

it('is nowhere in clear', () => {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name));
  const clear = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes('quizzaciously'));
  expect(clear).toEqual([]);
});

it('enters neither the log nor what undo and the next backup count', async () => {
  const before = await app.call('log.list', { limit: 500 });
  const { changesSince } = await app.call('backup.state', {});
  await app.call('unsaved.keep', edit('b'));
  expect(await app.call('log.list', { limit: 500 })).toEqual(before);
  expect((await app.call('backup.state', {})).changesSince).toBe(changesSince);
  expect(await ids()).toEqual(['b', 'a']);
});

it('waits for the command that runs, and is not undone with it', async () => {
  const opened = app.call('settings.set', { key: 'theme', value: 'dark' });
  await Promise.all([opened, app.call('unsaved.keep', edit('c'))]);
  expect(await ids()).toEqual(['c', 'b', 'a']);
});

it('goes when its form is saved or left, and leaves nothing in the pages of the database', async () => {
  for (const id of ['a', 'b', 'c']) await app.call('unsaved.drop', { id });
  expect(await ids()).toEqual([]);
  const { vault } = app.session!;
  vault.db.pragma('wal_checkpoint(TRUNCATE)');
  const { key } = databaseKey(vault.master, vault.header.vaultId);
  const pages = decryptDatabase(readFileSync(databaseFile(dir)), key);
  expect(pages.includes('Nadia')).toBe(true);
  expect(pages.includes('quizzaciously')).toBe(false);
});

it('is of the twenty forms that were typed in last', async () => {
  for (let n = 0; n < 25; n++) await app.call('unsaved.keep', edit(`n${n}`));
  expect(await ids()).toEqual(Array.from({ length: 20 }, (_, n) => `n${24 - n}`));
});

it('of a matter that is gone for good goes with it; of one that went meanwhile is kept without it', async () => {
  await app.call('unsaved.keep', edit('mine', { matterId, recordId: matterId }));
  await app.call('matters.remove', { id: matterId });
  await app.call('bin.empty', {});
  expect(await ids()).not.toContain('mine');
  await app.call('unsaved.keep', edit('late', { matterId }));
  expect((await app.call('unsaved.list', {}))[0]).toMatchObject({ id: 'late', matterId: null });
});

it('where nothing may be written is not kept, and nobody is troubled', async () => {
  await lock(app, 'asked');
  openSession(app, await openVault(dir, { passphrase: PASSPHRASE }, { readonly: true }));
  const before = await ids();
  expect(await app.call('unsaved.keep', edit('z'))).toBeNull();
  expect(await app.call('unsaved.drop', { id: before[0]! })).toBeNull();
  expect(await ids()).toEqual(before);
});
