// A backup is made by a thread with a connection of its own: writing goes on meanwhile, and the backup holds one moment.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '#main/store/connection.ts';
import { backUp } from '#main/vault/backup.ts';
import { backUpBeside } from '#main/vault/guard.ts';
import { databaseKey } from '#main/vault/keys.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { databaseFile, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { addMatter, runnerOf } from './attack/rig.ts';
import { content, newVault, scratch, streamOf } from './helpers.ts';

const { folder, remove } = scratch();
let vault: OpenVault;
let runner: ReturnType<typeof runnerOf>;
let recoveryKey: string;
beforeAll(async () => {
  ({ vault, recoveryKey } = await newVault(folder));
  runner = runnerOf(vault);
  for (let n = 0; n < 12; n++) {
    const blob = await vault.blobs.write(streamOf(content(1_500_000, n)), { mime: 'application/octet-stream' });
    await runner.run({ name: 'test.blob', undoable: false }, ({ db, clock }) =>
      vault.blobs.record(db, blob, clock.now()),
    );
  }
});
afterAll(() => {
  vault.close();
  remove();
});

it('writing goes on while it is made, each command in one go, and none waits for its end', async () => {
  let isRunning = true;
  const backup = backUpBeside(vault, path.join(folder, 'backups'), '2026-11-23T09:00:00.000Z', {}).finally(() => {
    isRunning = false;
  });
  const written: number[] = [];
  while (isRunning) {
    written.push(written.length);
    await addMatter(runner, written.length);
    await new Promise(setImmediate);
  }
  const { path: made, problems } = await backup;
  expect(problems).toEqual([]);
  // Had they waited for it, there would be the one that it began with.
  expect(written.length).toBeGreaterThan(5);

  const copy = await openVault(made, { recoveryKey }, { readonly: true });
  try {
    expect(verifyVault(copy).problems).toEqual([]);
    // The records of one moment: the first so many, without a gap.
    const kept = copy.db.prepare('SELECT reference FROM matter ORDER BY rowid').pluck().all();
    expect(kept).toEqual(written.slice(0, kept.length).map((n) => `M-${String(n + 1).padStart(2, '0')}`));
    expect(kept.length).toBeLessThan(written.length);
  } finally {
    copy.close();
  }
}, 120_000);

/** A writer that waits for nobody: what it cannot have at once it is refused. */
function impatient() {
  const db = openConnection(databaseFile(vault.dir), databaseKey(vault.master, vault.header.vaultId));
  db.pragma('busy_timeout=0');
  const put = db.prepare(
    "INSERT INTO meta (key, value) VALUES ('test.tick', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1",
  );
  return {
    write: () => put.run(),
    /** 1 where somebody still reads an older state, 0 where nobody does. */
    isRead: () => (db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]!.busy,
    close: () => db.close(),
  };
}

it('while documents are copied no lock of any kind is held', async () => {
  const writer = impatient();
  let copied = 0;
  try {
    await backUp(vault, path.join(folder, 'locks'), {
      now: '2026-11-23T10:00:00.000Z',
      onProgress() {
        writer.write();
        expect(writer.isRead()).toBe(0);
        copied += 1;
      },
    });
  } finally {
    writer.close();
  }
  // Before each, and at the end.
  expect(copied).toBe(13);
});

it('while a large database is copied nobody is refused a write, and the copy is of one moment', async () => {
  vault.db
    .prepare("INSERT INTO meta (key, value) VALUES ('test.filler', ?)")
    .run(content(3_000_000, 7).toString('hex'));
  const writer = impatient();
  let isRunning = true;
  let writes = 0;
  try {
    const backup = backUp(vault, path.join(folder, 'large'), { now: '2026-11-23T11:00:00.000Z' }).finally(() => {
      isRunning = false;
    });
    while (isRunning) {
      writer.write();
      writes += 1;
      await new Promise(setImmediate);
    }
    const { path: made, problems } = await backup;
    expect(problems).toEqual([]);
    const copy = await openVault(made, { recoveryKey }, { readonly: true });
    try {
      expect(verifyVault(copy).problems).toEqual([]);
    } finally {
      copy.close();
    }
  } finally {
    writer.close();
  }
  expect(writes).toBeGreaterThan(5);
}, 120_000);

it('cancelled while the database is copied, it leaves nothing', async () => {
  const target = path.join(folder, 'cancelled');
  const stop = new AbortController();
  const backup = backUp(vault, target, { now: '2026-11-23T12:00:00.000Z', signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(backup).rejects.toThrow('enough');
  expect(readdirSync(target)).toEqual([]);
});
