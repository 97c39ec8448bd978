// What is removed for good is gone from every page of the database, the search index, what undo knows and the contents.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { listBlobs } from '#main/vault/blobs.ts';
import { databaseKey } from '#main/vault/keys.ts';
import { databaseFile } from '#main/vault/vault.ts';
import { decryptDatabase } from '../../vectors/vault/reader.ts';
import { type MatterFixture, matterOf, vaultWithMatter } from '../fixtures/vault.ts';

const NAME = 'Zubaidaqx';
const TEXT = 'quillfeatherzx';
let fixture: MatterFixture;
let app: App;
let matterId: string;

beforeAll(async () => {
  fixture = await vaultWithMatter({ title: `${NAME} v. Malik`, notes: `a note on ${NAME}` });
  ({ app, matterId } = fixture);
  const file = fixture.file('statement.txt', `${TEXT} was said in the studio. `.repeat(40));
  await app.call('exhibits.import', { matterId, paths: [file] });
});
afterAll(() => fixture.close());

/** How often a word stands in the decrypted pages of the database and of its journal, in any of its encodings. */
function remains(word: string): number {
  const { vault } = app.session!;
  vault.db.pragma('wal_checkpoint(TRUNCATE)');
  const { key } = databaseKey(vault.master, vault.header.vaultId);
  const plain = decryptDatabase(readFileSync(databaseFile(vault.dir)), key)
    .toString('latin1')
    .toLowerCase();
  return plain.split(word.toLowerCase()).length - 1;
}

it('is there before, also in what undo remembers', async () => {
  await app.call('matters.edit', { id: matterId, notes: `another note on ${NAME}` });
  expect(remains(NAME)).toBeGreaterThan(2);
  expect(remains(TEXT)).toBeGreaterThan(1);
  expect(listBlobs(app.session!.vault.dir).length).toBe(1);
});

it('is still there while it lies in the bin, and comes back whole', async () => {
  await app.call('matters.remove', { id: matterId });
  await app.call('bin.restore', { table: 'matter', id: matterId });
  expect((await app.call('matters.get', { id: matterId })).title).toContain(NAME);
  await app.call('matters.remove', { id: matterId });
});

it('leaves nothing when the bin is emptied', async () => {
  const { removed } = await app.call('bin.empty', {});
  expect(removed).toBeGreaterThan(0);
  expect(remains(NAME)).toBe(0);
  expect(remains(TEXT)).toBe(0);
  expect(listBlobs(app.session!.vault.dir)).toEqual([]);
  expect(app.session!.vault.db.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(0);
});

it('keeps a content that another matter has too', async () => {
  const file = fixture.file('shared.txt', 'the same paper in two matters');
  const open = (reference: string) => app.call('matters.open', matterOf({ reference }));
  const [first, second] = [await open('M-2'), await open('M-3')];
  for (const { id } of [first, second]) await app.call('exhibits.import', { matterId: id, paths: [file] });
  await app.call('matters.remove', { id: first.id });
  await app.call('bin.empty', {});
  expect(listBlobs(app.session!.vault.dir).length).toBe(1);
  const verified = await app.call('vault.verify', {});
  expect(verified.problems).toEqual([]);
});
