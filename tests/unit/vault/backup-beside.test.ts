// A backup is made by a thread with a connection of its own: writing goes on meanwhile, and the backup holds one moment.
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUpBeside } from '#main/vault/guard.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { openVault } from '#main/vault/vault.ts';
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
