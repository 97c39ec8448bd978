// A small vault to be attacked: records, blobs of telling sizes, a backup; and what is right about each.
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { uuidv7 } from '#main/store/ids.ts';
import { createRunner } from '#main/store/runner.ts';
import { appendAudit } from '#main/vault/audit.ts';
import { backUp } from '#main/vault/backup.ts';
import { CHUNK } from '#main/vault/blob-format.ts';
import { type OpenVault, openBeside } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { ProblemError } from '#shared/problem.ts';
import { content, newVault, streamOf } from '../helpers.ts';

export type Next = (below: number) => number;

export interface Rig {
  folder: string;
  /** Closed; nothing is ever written into it again. */
  dir: string;
  backup: string;
  master: Buffer;
  recoveryKey: string;
  blobs: { id: string; sha256: string; size: number }[];
}

const SIZES = [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK + 100];

export async function makeRig(folder: string): Promise<Rig> {
  const { vault, recoveryKey } = await newVault(folder, 'Rig.misl');
  const runner = runnerOf(vault);
  for (let n = 0; n < 40; n++) await addMatter(runner, n);
  // So that there are pages which nothing is in.
  await runner.run({ name: 'rig.remove', undoable: false, purges: true }, ({ db }) =>
    db.deleteFrom('matter').where('reference', '>', 'M-20').execute(),
  );
  const blobs: Rig['blobs'] = [];
  for (const [n, size] of SIZES.entries()) {
    const blob = await vault.blobs.write(streamOf(content(size, n + 3)), { mime: 'application/octet-stream' });
    await runner.run({ name: 'rig.blob', undoable: false, touches: ['blob'] }, ({ db, clock }) =>
      vault.blobs.record(db, blob, clock.now()),
    );
    blobs.push(blob);
  }
  const backups = path.join(folder, 'rig backups');
  const { path: backup } = await backUp(vault, backups, { now: '2026-11-23T09:00:00.000Z' });
  const rig = { folder, dir: vault.dir, backup, master: Buffer.from(vault.master), recoveryKey, blobs };
  vault.close();
  return rig;
}

export function runnerOf(vault: OpenVault) {
  return createRunner(vault.db, {
    clock: { now: () => '2026-11-23T09:00:00.000Z', today: () => '2026-11-23' },
    services: {},
    actor: 'rig',
    audit: (db, entry) => appendAudit(db, vault.auditKey, entry),
    onChange() {},
  });
}

export function addMatter(runner: ReturnType<typeof runnerOf>, n: number) {
  return runner.run({ name: 'rig.matter', undoable: true, touches: ['matter'] }, ({ db, clock }) =>
    db
      .insertInto('matter')
      .values({
        id: uuidv7(),
        reference: `M-${String(n).padStart(2, '0')}`,
        title: `Matter ${n}`,
        summary: 'what was said in the studio '.repeat(60),
        clientRole: 'complainant',
        pack: 'pk',
        openedOn: '2026-11-23',
        createdAt: clock.now(),
        updatedAt: clock.now(),
      })
      .execute(),
  );
}

let copies = 0;

/** A copy of the rig's vault, or of its backup, that may be spoilt. */
export function copyOf(rig: Rig, what: 'dir' | 'backup' = 'dir'): string {
  const to = path.join(rig.folder, `copy ${copies++}${what === 'dir' ? '.misl' : '.mislbak'}`);
  cpSync(rig[what], to, { recursive: true });
  mkdirSync(path.join(to, 'tmp'), { recursive: true });
  return to;
}

/** What opening or the check of a vault says is wrong; any error that is no problem by name is an error of the test. */
export function faultsOf(dir: string, master: Buffer): string[] {
  try {
    const vault = openBeside(dir, master);
    try {
      return verifyVault(vault).problems;
    } finally {
      vault.close();
    }
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem.code];
    throw error;
  }
}

/** The code of a problem; any other error is thrown on. */
export function codeOrThrow(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.code;
  throw error;
}

/** The files of a folder by their names in it, with what they hold. */
export function filesOf(dir: string): Map<string, Buffer> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(dir, file), readFileSync(file)];
    }),
  );
}
