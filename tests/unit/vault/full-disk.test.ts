// A file system of a few MiB that fills up under the vault: an honest error, and the old state or the new one.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { kyselyOver } from '#main/store/database.ts';
import { backUp } from '#main/vault/backup.ts';
import { drill } from '#main/vault/restore.ts';
import { type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { codeOf, content, newVault, PASSPHRASE, scratch, streamOf } from './helpers.ts';

const { folder, remove } = scratch();
const disk = path.join(folder, 'disk');
mkdirSync(disk);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
const no = () => Promise.reject(new Error('no window'));

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk]);
  remove();
});

function appOf(): App {
  return createApp({
    clock: { now: () => '2026-11-23T09:00:00.000Z', today: () => '2026-11-23' },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../resources'),
    handlers,
  });
}

const matter = (n: number) => ({
  reference: `M-${n}`,
  title: `Matter ${n}`,
  titleNative: null,
  clientRole: 'complainant' as const,
  pack: 'pk-punjab',
  kind: null,
  summary: 'x'.repeat(15_000),
  organisation: null,
  incidentFrom: null,
  incidentTo: null,
  openedOn: '2026-11-23',
  closedOn: null,
  notes: null,
  parties: [],
});

// Only who may mount has a disk that fills up.
describe.runIf(mounted)('a disk that fills up', () => {
  it('refuses what does not fit, keeps what was acknowledged, and goes on when there is room', async () => {
    const app = appOf();
    const { vault } = await newVault(disk);
    openSession(app, vault);
    const acknowledged: string[] = [];
    let code = '';
    for (let n = 0; n < 2000 && code === ''; n++) {
      const answer = await app.answer('matters.open', matter(n));
      if (answer.ok) acknowledged.push((answer.value as { id: string }).id);
      else code = answer.problem.code;
    }
    expect(code).toBe('disk-full');
    expect(acknowledged.length).toBeGreaterThan(10);
    const file = path.join(folder, 'big.bin');
    writeFileSync(file, content(3_000_000));
    expect(await codeOf(() => vault.blobs.write(file, { mime: 'application/octet-stream' }))).toBe('disk-full');
    expect(readdirSync(path.join(vault.dir, 'tmp'))).toEqual([]);
    const count = () => vault.db.prepare('SELECT count(*) FROM matter').pluck().get();
    expect(count()).toBe(acknowledged.length);
    vault.close();

    spawnSync('mount', ['-o', 'remount,size=40m', disk]);
    const again = await openVault(path.join(disk, 'Chamber.misl'), { passphrase: PASSPHRASE });
    try {
      expect(verifyVault(again).problems).toEqual([]);
      const kept = new Set(again.db.prepare('SELECT id FROM matter').pluck().all());
      for (const id of acknowledged) expect(kept.has(id)).toBe(true);
      const next = appOf();
      openSession(next, again);
      expect((await next.answer('matters.open', matter(9999))).ok).toBe(true);
    } finally {
      again.close();
    }
    rmSync(file);
  }, 120_000);

  it('on which not a byte is free still gives what it holds: for reading, for a check and for a backup', async () => {
    const dir = path.join(disk, 'Read.misl');
    const { vault, recoveryKey } = await newVault(disk, 'Read.misl');
    await take(vault, content(100_000));
    vault.close();
    const fill = path.join(disk, 'fill');
    fillUp(fill);
    try {
      expect(await codeOf(() => openVault(dir, { recoveryKey }))).toBe('disk-full');
      expect(await codeOf(() => newVault(disk, 'Another.misl'))).toBe('disk-full');
      expect(readdirSync(disk)).not.toContain('Another.misl');
      const reading = await openVault(dir, { recoveryKey }, { readonly: true });
      try {
        expect(verifyVault(reading)).toMatchObject({ ok: true, checked: { blobs: 1 } });
        const backups = path.join(folder, 'backups');
        const made = await backUp(reading, backups, { now: '2026-11-23T09:00:00.000Z' });
        expect(await drill(made.path, { recoveryKey })).toMatchObject({ ok: true, checked: { blobs: 1 } });
        expect(await codeOf(() => backUp(reading, path.join(disk, 'b'), { now: '2026-11-23T10:00:00.000Z' }))).toBe(
          'disk-full',
        );
      } finally {
        reading.close();
      }
    } finally {
      rmSync(fill);
    }
    (await openVault(dir, { recoveryKey })).close();
  }, 120_000);
});

async function take(vault: OpenVault, bytes: Buffer) {
  const blob = await vault.blobs.write(streamOf(bytes), { mime: 'text/plain' });
  await kyselyOver(vault.db)
    .transaction()
    .execute((trx) => vault.blobs.record(trx, blob, '2026-11-23T05:00:00.000Z'));
}

/** Writes zeros until the disk takes no more. */
function fillUp(file: string) {
  const fd = openSync(file, 'w');
  const zeros = Buffer.alloc(4096);
  try {
    for (;;) writeSync(fd, zeros);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(fd);
  }
}
