import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MatterFixture, SAMPLES, vaultWithMatter } from '../fixtures/vault.ts';
import { codeOf } from '../vault/helpers.ts';

let f: MatterFixture;
let exhibitId: string;
let fileId: string;

const source = path.join(SAMPLES, 'statement.pdf');
const bytes = readFileSync(source);

beforeAll(async () => {
  f = await vaultWithMatter();
  const [got] = await f.app.call('exhibits.import', { matterId: f.matterId, paths: [source] });
  exhibitId = got!.exhibit!;
  fileId = (await f.app.call('exhibits.get', { id: exhibitId })).files[0]!.id;
});
afterAll(() => f.close());

const steps = async () => (await f.app.call('exhibits.get', { id: exhibitId })).custody.map(({ step }) => step);
const log = () => f.app.session!.runner.db.selectFrom('auditEntry').selectAll().orderBy('seq').execute();

describe('a file of the vault', () => {
  test('is read by ranges, which together are the file', async () => {
    const parts: Buffer[] = [];
    for (let from = 0; from < bytes.length; from += 10_000) {
      const { size, base64 } = await f.app.call('exhibits.read', { fileId, from, length: 10_000 });
      expect(size).toBe(bytes.length);
      parts.push(Buffer.from(base64, 'base64'));
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('gives nothing past its end', async () => {
    const { base64 } = await f.app.call('exhibits.read', { fileId, from: bytes.length + 5, length: 10 });
    expect(base64).toBe('');
  });

  test('is compared with its hash, and that is a step of custody', async () => {
    expect(await f.app.call('exhibits.compare', { fileId })).toEqual({ same: true });
    expect(await steps()).toEqual(['imported', 'viewed']);
  });

  test('leaves the vault byte for byte, with a step of custody and an entry in the log', async () => {
    f.host.target = path.join(f.folder, 'copy.pdf');
    const written = await f.app.call('exhibits.saveCopy', { fileId });
    expect(readFileSync(f.host.target).equals(bytes)).toBe(true);
    expect(written!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await steps()).filter((step) => step === 'exported')).toHaveLength(1);
    const entry = (await log()).at(-1)!;
    expect(entry).toMatchObject({ action: 'exhibits.export', entityId: exhibitId, matterId: f.matterId });
    expect(entry.detail).toContain(written!.sha256);
  });

  test('does not leave it where the dialog is closed', async () => {
    f.host.target = null;
    const before = await steps();
    expect(await f.app.call('exhibits.saveCopy', { fileId })).toBeNull();
    expect(await steps()).toEqual(before);
  });

  test('never replaces a file unasked', async () => {
    const target = path.join(f.folder, 'there.pdf');
    writeFileSync(target, 'mine');
    expect(await codeOf(() => f.app.call('exhibits.saveCopy', { fileId, path: target }))).toBe('file-exists');
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  test('that is no PDF is shown as the pages of a bundle', async () => {
    const paths = [path.join(SAMPLES, 'chat-export.txt')];
    const [got] = await f.app.call('exhibits.import', { matterId: f.matterId, paths });
    const { files } = await f.app.call('exhibits.get', { id: got!.exhibit! });
    const { base64 } = await f.app.call('exhibits.pages', { fileId: files[0]!.id });
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a file whose blob is missing', () => {
  test('is said, nothing half is written, and the rest of the vault goes on', async () => {
    const paths = [f.file('lost.txt', 'soon lost')];
    const [got] = await f.app.call('exhibits.import', { matterId: f.matterId, paths });
    const { files } = await f.app.call('exhibits.get', { id: got!.exhibit! });
    const lost = files[0]!.id;
    const { blobId } = await f.app
      .session!.runner.db.selectFrom('exhibitFile')
      .select('blobId')
      .where('id', '=', lost)
      .executeTakeFirstOrThrow();
    rmSync(f.app.session!.services.blobs.fileOf(blobId));
    const target = path.join(f.folder, 'lost-copy.txt');
    for (const act of [
      () => f.app.call('exhibits.read', { fileId: lost, from: 0, length: 10 }),
      () => f.app.call('exhibits.pages', { fileId: lost }),
      () => f.app.call('exhibits.compare', { fileId: lost }),
      () => f.app.call('exhibits.saveCopy', { fileId: lost, path: target }),
    ])
      expect(await codeOf(act)).toBe('blob-damaged');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(f.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const { custody } = await f.app.call('exhibits.get', { id: got!.exhibit! });
    expect(custody.map(({ step }) => step)).toEqual(['imported']);
    expect(await f.app.call('exhibits.compare', { fileId })).toEqual({ same: true });
    // Taken in again, the content is there again: for the old exhibit too.
    const [again] = await f.app.call('exhibits.import', { matterId: f.matterId, paths });
    expect(again!.exhibit).not.toBeNull();
    expect(await f.app.call('exhibits.compare', { fileId: lost })).toEqual({ same: true });
  });
});
