import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { kyselyOver } from '#main/store/database.ts';
import { backUp, listBackups } from '#main/vault/backup.ts';
import { files } from '#main/vault/files.ts';
import { drill, restoreBackup } from '#main/vault/restore.ts';
import { expendable } from '#main/vault/rotation.ts';
import { createVault, type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { codeOf, content, newVault, PASSPHRASE, scratch, streamOf } from './helpers.ts';

const { folder, remove } = scratch();
const secret = { passphrase: PASSPHRASE };
const at = (day: string) => ({ now: `${day}T05:00:00.000Z` });
let vault: OpenVault;
let recoveryKey: string;
beforeAll(async () => {
  ({ vault, recoveryKey } = await newVault(folder));
  for (let i = 0; i < 5; i++) await take(content(20_000 * i, i));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  vault.close();
  remove();
});

async function take(bytes: Uint8Array) {
  const blob = await vault.blobs.write(streamOf(bytes), { mime: 'text/plain' });
  await kyselyOver(vault.db)
    .transaction()
    .execute((trx) => vault.blobs.record(trx, blob, '2026-11-23T05:00:00.000Z'));
  return blob;
}

let targets = 0;
const newTarget = () => path.join(folder, `backups ${targets++}`);

/** Every file of a folder with its bytes, by name. */
function everything(dir: string): Record<string, string> {
  const listed = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    listed.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(dir, file), readFileSync(file).toString('base64')];
    }),
  );
}

describe('a backup', () => {
  it('is made beside the open vault, proves itself, and comes back as it was', async () => {
    const target = newTarget();
    vault.db.exec("INSERT INTO meta (key, value) VALUES ('not yet checkpointed', 'x')");
    const made = await backUp(vault, target, at('2026-11-23'));
    expect(made).toMatchObject({ blobs: 5, copied: 5, removed: [], problems: [] });
    expect(path.basename(made.path)).toBe('Chamber 2026-11-23 050000.mislbak');
    const before = everything(made.path);
    expect(await drill(made.path, secret)).toMatchObject({ ok: true, problems: [], files: 7, checked: { blobs: 5 } });
    expect(await drill(made.path, { recoveryKey })).toMatchObject({ ok: true });
    expect(everything(made.path)).toEqual(before);
    const to = path.join(folder, 'Restored.misl');
    await restoreBackup(made.path, to, secret);
    expect(everything(made.path)).toEqual(before);
    const restored = await openVault(to, secret);
    expect(verifyVault(restored)).toMatchObject({ ok: true });
    expect(restored.readOnly).toBeNull();
    expect(restored.db.prepare("SELECT value FROM meta WHERE key = 'not yet checkpointed'").pluck().get()).toBe('x');
    const ids = vault.db.prepare('SELECT id FROM blob').pluck().all() as string[];
    for (const id of ids) expect((await restored.blobs.readAll(id)).equals(await vault.blobs.readAll(id))).toBe(true);
    restored.close();
  });

  it('copies no blob again that the one before has, and each opens without the other', async () => {
    const target = newTarget();
    const first = await backUp(vault, target, at('2026-11-23'));
    await take(content(1000, 77));
    const second = await backUp(vault, target, at('2026-11-24'));
    expect(second).toMatchObject({ blobs: 6, copied: 1 });
    rmSync(first.path, { recursive: true });
    expect(await drill(second.path, secret)).toMatchObject({ ok: true });
  });

  it('copies again what is shorter in the one before', async () => {
    const target = newTarget();
    const first = await backUp(vault, target, at('2026-11-23'));
    const blob = Object.keys(everything(first.path)).find((name) => name.startsWith('blobs'))!;
    truncateSync(path.join(first.path, blob), 50);
    expect(await drill(first.path, secret)).toMatchObject({ ok: false });
    const second = await backUp(vault, target, at('2026-11-24'));
    expect(second.copied).toBe(1);
    expect(await drill(second.path, secret)).toMatchObject({ ok: true });
  });

  it('holds nothing in clear', async () => {
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    const all = Buffer.concat(Object.values(everything(made.path)).map((text) => Buffer.from(text, 'base64')));
    for (const clear of ['SQLite format 3', 'CREATE TABLE', 'not yet checkpointed'])
      expect(all.includes(clear)).toBe(false);
  });

  it('goes neither into the vault nor over another, nor by a way round', async () => {
    expect(await codeOf(() => backUp(vault, path.join(vault.dir, 'backups'), at('2026-11-23')))).toBe(
      'backup-inside-vault',
    );
    expect(existsSync(path.join(vault.dir, 'backups'))).toBe(false);
    symlinkSync(vault.dir, path.join(folder, 'way round'));
    expect(await codeOf(() => backUp(vault, path.join(folder, 'way round'), at('2026-11-23')))).toBe(
      'backup-inside-vault',
    );
    const target = newTarget();
    await backUp(vault, target, at('2026-11-23'));
    expect(await codeOf(() => backUp(vault, target, at('2026-11-23')))).toBe('file-exists');
  });

  it('goes into no other backup, and neither does a vault, old or new', async () => {
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    expect(await codeOf(() => backUp(vault, path.join(made.path, 'more'), at('2026-11-24')))).toBe(
      'backup-inside-vault',
    );
    for (const around of [made.path, vault.dir]) {
      const to = path.join(around, 'Inner.misl');
      expect(await codeOf(() => restoreBackup(made.path, to, { recoveryKey }))).toBe('inside-vault');
      expect(await codeOf(() => createVault(to, { passphrase: PASSPHRASE, kdf: 'floor' }))).toBe('inside-vault');
    }
    expect(await drill(made.path, { recoveryKey })).toMatchObject({ ok: true });
  });

  it('is refused where no folder is or can be', async () => {
    const file = path.join(folder, 'a file');
    const loop = path.join(folder, 'a loop');
    writeFileSync(file, 'x');
    symlinkSync(loop, loop);
    for (const to of [file, path.join(file, 'in it'), loop, path.join(folder, 'x'.repeat(300))])
      expect(await codeOf(() => backUp(vault, to, at('2026-11-23')))).toBe('no-such-folder');
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    expect(await codeOf(() => restoreBackup(made.path, loop, { recoveryKey }))).toBe('file-exists');
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('of a damaged vault says so by name, and keeps the rest', async () => {
    const id = vault.db.prepare('SELECT id FROM blob WHERE size > 0').pluck().get() as string;
    const right = readFileSync(vault.blobs.fileOf(id));
    try {
      rmSync(vault.blobs.fileOf(id));
      expect((await backUp(vault, newTarget(), at('2026-11-23'))).problems).toEqual([
        `blob ${id}: its file is missing`,
      ]);
      const wrong = Buffer.from(right);
      wrong[90]! ^= 1;
      writeFileSync(vault.blobs.fileOf(id), wrong);
      const made = await backUp(vault, newTarget(), at('2026-11-23'));
      expect(made.problems).toEqual([expect.stringContaining(`blob ${id}`)]);
      expect((await drill(made.path, secret)).problems).toEqual([expect.stringContaining(`blob ${id}`)]);
      const to = path.join(folder, 'As it was.misl');
      expect((await restoreBackup(made.path, to, secret)).problems).toEqual([expect.stringContaining(`blob ${id}`)]);
      (await openVault(to, secret)).close();
    } finally {
      writeFileSync(vault.blobs.fileOf(id), right);
    }
  });

  it('whose any file was touched is found out by name, and never restored', async () => {
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    // Without the derivation of a key, hundreds of times.
    const secret = { recoveryKey };
    const names = Object.keys(everything(made.path));
    for (const name of names) {
      const file = path.join(made.path, name);
      const right = readFileSync(file);
      const changes = [Buffer.from(right), right.subarray(0, right.length >> 1), Buffer.concat([right, Buffer.of(0)])];
      changes[0]![right.length - 1]! ^= 1;
      for (const change of changes) {
        writeFileSync(file, change);
        let found: string;
        try {
          found = (await drill(made.path, secret)).problems.join();
        } catch (error) {
          found = (error as { problem: { code: string } }).problem.code;
        }
        expect(found).toMatch(/damaged|should be|altered|wrong-database-key|no part/);
        const to = path.join(folder, 'Never.misl');
        expect(await codeOf(() => restoreBackup(made.path, to, secret))).toMatch(/damaged|altered|wrong-database-key/);
        expect(existsSync(to)).toBe(false);
      }
      writeFileSync(file, right);
    }
    writeFileSync(path.join(made.path, 'blobs', 'extra'), 'x');
    expect((await drill(made.path, secret)).problems).toEqual(['blobs/extra is no part of the backup']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('with a list that leads outside is no backup', async () => {
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    const file = path.join(made.path, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    for (const name of [
      '../../../etc/passwd',
      '/etc/passwd',
      'db/../../x',
      'C:\\x',
      'blobs/00/../../../x',
      'vault.json\u0000',
    ]) {
      manifest.files[0].path = name;
      writeFileSync(file, JSON.stringify(manifest));
      expect(await codeOf(() => drill(made.path, secret))).toBe('backup-damaged');
    }
    expect(await codeOf(() => drill(path.join(folder, 'nowhere'), secret))).toBe('not-a-backup');
    expect(await codeOf(() => drill(vault.dir, secret))).toBe('not-a-backup');
  });

  it('is restored over nothing, not even an empty folder, and not by a wrong passphrase', async () => {
    const made = await backUp(vault, newTarget(), at('2026-11-23'));
    const to = path.join(folder, 'There.misl');
    mkdirSync(to);
    expect(await codeOf(() => restoreBackup(made.path, to, secret))).toBe('file-exists');
    expect(readdirSync(to)).toEqual([]);
    rmSync(to, { recursive: true });
    expect(await codeOf(() => restoreBackup(made.path, to, { passphrase: 'wrong' }))).toBe('wrong-passphrase');
    expect(await codeOf(() => restoreBackup(made.path, path.join(to, 'deep', 'V.misl'), secret))).toBe(
      'no-such-folder',
    );
    expect(existsSync(to)).toBe(false);
  });
});

describe('an interrupted backup', () => {
  it.each(['ENOSPC', 'EIO'])('by %s at any of its file calls leaves nothing, or is whole', async (code) => {
    const secret = { recoveryKey };
    const target = newTarget();
    mkdirSync(target);
    let failures = 0;
    for (let n = 0; ; n++) {
      let made = 0;
      for (const name of ['open', 'readNext', 'write', 'datasync', 'fsync', 'rename'] as const) {
        const real = files[name] as (...given: unknown[]) => unknown;
        vi.spyOn(files, name).mockImplementation(((...given: unknown[]) => {
          if (made++ === n) throw Object.assign(new Error(code), { code });
          return real(...given);
        }) as never);
      }
      const failed = await backUp(vault, target, at('2026-11-23')).then(
        () => null,
        (error) => error,
      );
      vi.restoreAllMocks();
      if (!failed) break;
      failures += 1;
      expect(await codeOf(() => Promise.reject(failed))).toBe(code === 'EIO' ? 'backup-failed' : 'disk-full');
      const left = readdirSync(target);
      // Once it has its name, it is whole: only the last making-durable can fail then.
      for (const name of left) expect(await drill(path.join(target, name), secret)).toMatchObject({ ok: true });
      for (const name of left) rmSync(path.join(target, name), { recursive: true });
    }
    expect(failures).toBeGreaterThan(15);
  });

  it('by a signal leaves nothing', async () => {
    const target = newTarget();
    const stop = new AbortController();
    const running = backUp(vault, target, {
      ...at('2026-11-23'),
      signal: stop.signal,
      onProgress: (done) => done === 2 && stop.abort(),
    });
    await expect(running).rejects.toThrow();
    expect(readdirSync(target)).toEqual([]);
  });

  it('by the end of its process leaves nothing under a backup’s name, and the next one clears up', async () => {
    const target = newTarget();
    mkdirSync(target);
    for (const wait of [0, 5, 15, 40]) {
      const BACK_UP = `import { openVault } from '#main/vault/vault.ts'; import { backUp } from '#main/vault/backup.ts';
        const vault = await openVault(process.argv[1], { passphrase: process.argv[3] }, { readonly: true }); console.log('go');
        for (let i = 0; ; i++) await backUp(vault, process.argv[2], { now: new Date(1e12 + i * 1e5).toISOString() });`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', BACK_UP, vault.dir, target, PASSPHRASE], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await sleep(wait);
      child.kill('SIGKILL');
      await once(child, 'exit');
      for (const name of readdirSync(target)) {
        if (!name.startsWith('.')) expect(await drill(path.join(target, name), secret)).toMatchObject({ ok: true });
      }
      for (const name of readdirSync(target))
        if (!name.startsWith('.')) rmSync(path.join(target, name), { recursive: true });
    }
    await backUp(vault, target, at('2026-11-23'));
    expect(readdirSync(target)).toEqual(['Chamber 2026-11-23 050000.mislbak']);
  });
});

describe('rotation', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, 23, 5) - n * 86_400_000).toISOString();

  it('keeps the last of seven days, five weeks and twelve months', () => {
    const daily = Array.from({ length: 800 }, (_, n) => ({ createdAt: day(n) }));
    const gone = new Set(expendable(daily));
    const kept = daily.filter((backup) => !gone.has(backup)).map(({ createdAt }) => createdAt.slice(0, 10));
    expect(kept).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
    expect(expendable([])).toEqual([]);
    expect(expendable([{ createdAt: day(5000) }])).toEqual([]);
  });

  it('keeps what was just made though the clock was put back', async () => {
    const target = newTarget();
    await backUp(vault, target, { now: '2026-11-23T07:00:00.000Z' });
    const made = await backUp(vault, target, { now: '2026-11-23T06:00:00.000Z' });
    expect(made.removed).toEqual([]);
    expect(await drill(made.path, secret)).toMatchObject({ ok: true });
  });

  it('keeps what was just made where an old one can’t be removed, which goes with the next', async () => {
    const target = newTarget();
    const old = await backUp(vault, target, { now: '2026-11-22T05:00:00.000Z' });
    const real = files.rename;
    vi.spyOn(files, 'rename').mockImplementation((from, to) => {
      if (from === old.path) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      real(from, to);
    });
    const made = await backUp(vault, target, { now: '2026-11-22T06:00:00.000Z' });
    expect(made.removed).toEqual([]);
    vi.restoreAllMocks();
    for (const each of [old, made]) expect(await drill(each.path, secret)).toMatchObject({ ok: true });
    const next = await backUp(vault, target, { now: '2026-11-22T07:00:00.000Z' });
    expect(next.removed.toSorted()).toEqual([old, made].map((each) => path.basename(each.path)));
  });

  it('removes whole backups of this vault, and touches nobody else’s', async () => {
    const target = newTarget();
    const other = await newVault(folder, 'Second.misl');
    await backUp(other.vault, target, { now: '2020-01-01T05:00:00.000Z' });
    other.vault.close();
    mkdirSync(path.join(target, 'Not ours.mislbak'));
    for (const hour of ['05', '06', '07']) await backUp(vault, target, { now: `2026-11-22T${hour}:00:00.000Z` });
    const last = await backUp(vault, target, at('2026-11-23'));
    expect(last.removed).toEqual([]);
    expect(readdirSync(target).sort()).toEqual([
      'Chamber 2026-11-22 070000.mislbak',
      'Chamber 2026-11-23 050000.mislbak',
      'Not ours.mislbak',
      'Second 2020-01-01 050000.mislbak',
    ]);
    expect(
      listBackups(vault.master, target, vault.header.vaultId).map(({ createdAt }) => createdAt.slice(0, 10)),
    ).toEqual(['2026-11-23', '2026-11-22']);
    expect(statSync(last.path).isDirectory()).toBe(true);
    cpSync(last.path, path.join(target, 'renamed.mislbak'), { recursive: true });
    expect(await drill(path.join(target, 'renamed.mislbak'), secret)).toMatchObject({ ok: true });
  });
});
