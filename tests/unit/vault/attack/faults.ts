// SQLite's method in small: the n-th call of the file layer fails, for n = 1, 2, 3 …, and each time the vault has the
// old state or the new one, never a third.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, vi } from 'vitest';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { exportAll } from '#main/exit/export-all.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { backUp } from '#main/vault/backup.ts';
import { files } from '#main/vault/files.ts';
import { removeHeader, removeRest } from '#main/vault/remove.ts';
import { type DrillResult, drill, restoreBackup } from '#main/vault/restore.ts';
import { changePassphrase, removeSlot, renewRecoveryKey } from '#main/vault/service.ts';
import type { Secret } from '#main/vault/slots.ts';
import { createVault, type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { content, PASSPHRASE, streamOf } from '../helpers.ts';
import { addMatter, codeOrThrow, copyOf, filesOf, type Rig, runnerOf } from './rig.ts';

export const FAULTS = ['ENOSPC', 'EIO', 'EACCES'] as const;
type Fault = (typeof FAULTS)[number];

/** What the user is told; each names the disk, or what is to be kept. */
const HONEST =
  /^(disk-full|disk-error|cannot-write|cannot-read|not-confirmed|backup-failed|backup-damaged|blob-damaged|cannot-lock)$/;

/** Removing fails only where it is what is asked for: elsewhere it clears up after another failure. */
const CALLS = ['open', 'read', 'readNext', 'write', 'datasync', 'fsync', 'close', 'rename'] as const;
type Call = (typeof CALLS)[number] | 'remove';

/** Runs an act while the n-th call of the file layer, counted from 0, fails. @returns its error, and whether one failed */
async function failing(
  n: number,
  fault: Fault,
  act: () => unknown,
  calls: readonly Call[] = CALLS,
): Promise<{ error: unknown; hasFailed: boolean }> {
  let made = 0;
  for (const name of calls) {
    const real = files[name] as (...given: unknown[]) => unknown;
    vi.spyOn(files, name).mockImplementation(((...given: unknown[]) => {
      if (made++ !== n) return real(...given);
      // What closes fails after the fact; a write has taken a part of what it was given.
      if (name === 'close') real(...given);
      if (name === 'write') real(given[0], given[1], given[2], Math.floor(Number(given[3]) / 2));
      throw Object.assign(new Error(fault), { code: fault });
    }) as never);
  }
  try {
    await act();
    return { error: null, hasFailed: made > n };
  } catch (error) {
    return { error, hasFailed: made > n };
  } finally {
    vi.restoreAllMocks();
  }
}

/** Fails each call in turn until none is left to fail. @returns how many failed */
async function eachCall(
  fault: Fault,
  one: (run: (act: () => unknown) => ReturnType<typeof failing>) => Promise<void>,
  { step = 1, calls = CALLS }: { step?: number; calls?: readonly Call[] } = {},
) {
  for (let n = 0, failed = 0; ; n += step, failed++) {
    let isDone = false;
    await one(async (act) => {
      const outcome = await failing(n, fault, act, calls);
      isDone = !outcome.hasFailed;
      return outcome;
    });
    if (isDone) return failed;
  }
}

const isHonest = (error: unknown) => expect(codeOrThrow(error)).toMatch(HONEST);

async function opens(dir: string, secret: Secret): Promise<boolean> {
  rmSync(path.join(dir, 'tries'), { force: true });
  try {
    const vault = await openVault(dir, secret);
    expect(verifyVault(vault).problems).toEqual([]);
    vault.close();
    return true;
  } catch (error) {
    expect(codeOrThrow(error)).toMatch(/^wrong-(passphrase|recovery-key)$/);
    return false;
  }
}

const noLeftovers = (dir: string) => expect(readdirSync(path.join(dir, 'tmp'))).toEqual([]);

/** A change of the header: the old way or the new one opens, and an error that says “as before” tells the truth. */
async function headerChange(
  rig: Rig,
  fault: Fault,
  change: (vault: OpenVault) => unknown,
  state: (dir: string) => Promise<'old' | 'new'>,
) {
  return eachCall(fault, async (run) => {
    const dir = copyOf(rig);
    const vault = await openVault(dir, { recoveryKey: rig.recoveryKey });
    const { error } = await run(() => change(vault));
    vault.close();
    noLeftovers(dir);
    const now = await state(dir);
    if (error === null) expect(now).toBe('new');
    else {
      isHonest(error);
      if (codeOrThrow(error) !== 'not-confirmed') expect(now).toBe('old');
    }
    rmSync(dir, { recursive: true });
  });
}

/** Every operation of the vault, each with its faults. @returns how many calls failed */
export const operations: Record<string, (rig: Rig, fault: Fault) => Promise<number>> = {
  create: (rig, fault) =>
    eachCall(fault, async (run) => {
      const dir = path.join(rig.folder, 'New.misl');
      const { error } = await run(async () => {
        (await createVault(dir, { passphrase: PASSPHRASE, kdf: 'floor' })).vault.close();
      });
      if (error === null) expect(await opens(dir, { passphrase: PASSPHRASE })).toBe(true);
      else {
        isHonest(error);
        expect(existsSync(dir)).toBe(false);
      }
      rmSync(dir, { recursive: true, force: true });
    }),

  open: (rig, fault) =>
    eachCall(fault, async (run) => {
      const dir = copyOf(rig);
      // Nothing that opening writes is worth keeping the owner out for.
      const { error } = await run(async () => (await openVault(dir, { recoveryKey: rig.recoveryKey })).close());
      expect(error).toBeNull();
      rmSync(dir, { recursive: true });
    }),

  'import and edit': (rig, fault) => {
    let seed = 0;
    return eachCall(fault, async (run) => {
      const dir = copyOf(rig);
      const vault = await openVault(dir, { recoveryKey: rig.recoveryKey });
      const runner = runnerOf(vault);
      const bytes = content(70_000, 100 + seed++);
      const { error } = await run(async () => {
        const blob = await vault.blobs.write(streamOf(bytes), { mime: 'text/plain' });
        await runner.run({ name: 'faults.blob', undoable: false, touches: ['blob'] }, ({ db, clock }) =>
          vault.blobs.record(db, blob, clock.now()),
        );
        await addMatter(runner, 99);
      });
      const has = vault.db.prepare("SELECT count(*) FROM matter WHERE reference = 'M-99'").pluck().get();
      const blobs = vault.db.prepare('SELECT count(*) FROM blob').pluck().get();
      vault.close();
      noLeftovers(dir);
      if (error !== null) isHonest(error);
      expect([has, blobs]).toEqual(error === null ? [1, rig.blobs.length + 1] : [0, rig.blobs.length]);
      const again = await openVault(dir, { recoveryKey: rig.recoveryKey });
      again.blobs.sweep();
      expect(verifyVault(again).problems).toEqual([]);
      again.close();
      rmSync(dir, { recursive: true });
    });
  },

  'change the passphrase': (rig, fault) =>
    headerChange(
      rig,
      fault,
      (vault) => changePassphrase(vault, PASSPHRASE, 'another lantern over the canal', 'floor'),
      async (dir) => {
        const [old, fresh] = [
          await opens(dir, { passphrase: PASSPHRASE }),
          await opens(dir, { passphrase: 'another lantern over the canal' }),
        ];
        expect(old).toBe(!fresh);
        return old ? 'old' : 'new';
      },
    ),

  'renew the recovery key': (rig, fault) =>
    headerChange(rig, fault, renewRecoveryKey, async (dir) =>
      (await opens(dir, { recoveryKey: rig.recoveryKey })) ? 'old' : 'new',
    ),

  'take a slot away': (rig, fault) =>
    headerChange(
      rig,
      fault,
      (vault) => removeSlot(vault, vault.header.slots.find(({ kind }) => kind === 'recovery')!.id),
      async (dir) => ((await opens(dir, { recoveryKey: rig.recoveryKey })) ? 'old' : 'new'),
    ),

  'back up': (rig, fault) =>
    eachCall(fault, async (run) => {
      const dir = copyOf(rig);
      const target = path.join(rig.folder, 'fault backups');
      const vault = await openVault(dir, { recoveryKey: rig.recoveryKey });
      const { error } = await run(() => backUp(vault, target, { now: '2026-11-23T10:00:00.000Z' }));
      vault.close();
      const made = readdirSync(target);
      if (error !== null) isHonest(error);
      expect(made).toHaveLength(error === null ? 1 : 0);
      for (const name of made)
        expect((await drill(path.join(target, name), { recoveryKey: rig.recoveryKey })).problems).toEqual([]);
      for (const each of [dir, target]) rmSync(each, { recursive: true });
    }),

  restore: (rig, fault) =>
    eachCall(fault, async (run) => {
      const to = path.join(rig.folder, 'restored', 'Again.misl');
      const parent = path.dirname(to);
      rmSync(parent, { recursive: true, force: true });
      mkdirSync(parent);
      const { error } = await run(() => restoreBackup(rig.backup, to, { recoveryKey: rig.recoveryKey }));
      if (error !== null) isHonest(error);
      expect(readdirSync(parent)).toEqual(error === null ? ['Again.misl'] : []);
      if (error === null) expect(await opens(to, { recoveryKey: rig.recoveryKey })).toBe(true);
    }),

  drill: async (rig, fault) => {
    const before = filesOf(rig.backup);
    const failed = await eachCall(fault, async (run) => {
      let proved: DrillResult | undefined;
      const { error, hasFailed } = await run(async () => {
        proved = await drill(rig.backup, { recoveryKey: rig.recoveryKey });
      });
      if (error !== null) isHonest(error);
      // What could not be read is named; only what was never needed for the proof may fail unsaid.
      else if (!proved!.ok) expect([hasFailed, proved!.problems.length > 0]).toEqual([true, true]);
    });
    expect(filesOf(rig.backup)).toEqual(before);
    return failed;
  },

  'export everything': async (rig, fault) => {
    const dir = copyOf(rig);
    const vault = await openVault(dir, { recoveryKey: rig.recoveryKey });
    const app = appOf();
    openSession(app, vault);
    const parent = path.join(rig.folder, `exports ${fault}`);
    mkdirSync(parent);
    try {
      // Four calls a file: each kind of them fails in turn.
      return await eachCall(
        fault,
        async (run) => {
          const { error } = await run(() => exportAll(app, path.join(parent, 'Everything')));
          if (error !== null) isHonest(error);
          expect(readdirSync(parent)).toEqual(error === null ? ['Everything'] : []);
          rmSync(path.join(parent, 'Everything'), { recursive: true, force: true });
        },
        { step: 3 },
      );
    } finally {
      vault.close();
      for (const each of [dir, parent]) rmSync(each, { recursive: true });
    }
  },

  'delete the vault': (rig, fault) =>
    eachCall(
      fault,
      async (run) => {
        const dir = copyOf(rig);
        const { error } = await run(() => {
          removeHeader(dir);
          removeRest(dir);
        });
        const opensStill = existsSync(path.join(dir, 'vault.json'));
        if (error === null) expect(existsSync(dir)).toBe(false);
        else {
          expect(codeOrThrow(error)).toBe(opensStill ? 'cannot-write' : 'not-all-removed');
          if (opensStill) expect(await opens(dir, { recoveryKey: rig.recoveryKey })).toBe(true);
        }
        rmSync(dir, { recursive: true, force: true });
      },
      { calls: ['remove', 'open', 'fsync', 'close'] },
    ),
};

function appOf(): App {
  const no = () => Promise.reject(new Error('no window'));
  return createApp({
    clock: { now: () => '2026-11-23T09:00:00.000Z', today: () => '2026-11-23' },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../../../resources'),
    handlers,
  });
}
