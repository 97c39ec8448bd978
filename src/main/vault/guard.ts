import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { Result } from '#shared/contract/index.ts';
import type { BackupResult } from './backup.ts';
import type { DrillResult } from './restore.ts';
import type { Secret } from './slots.ts';
import type { OpenVault } from './vault.ts';

/** What a thread of its own does for a vault: it reads everything, and nobody has to wait for it. */
export type GuardTask =
  | { task: 'verify'; dir: string; master: Uint8Array }
  | { task: 'backup'; dir: string; master: Uint8Array; to: string; now: string }
  | { task: 'drill'; backup: string; secret: Secret };

interface Options {
  signal?: AbortSignal;
  onProgress?: (progress: JobProgress) => void;
}

const guard = <R>(task: GuardTask, options: Options) => runInWorker<R>('guard-vault', task, options);

/** Checks an open vault as `verifyVault` does. */
export function verifyBeside({ dir, master }: OpenVault, options: Options): Promise<Result<'vault.verify'>> {
  return guard({ task: 'verify', dir, master: new Uint8Array(master) }, options);
}

/** Backs up an open vault as `backUp` does. Where it is cancelled, what was begun is removed. */
export async function backUpBeside(
  { dir, master }: OpenVault,
  to: string,
  now: string,
  options: Options,
): Promise<BackupResult> {
  try {
    return await guard({ task: 'backup', dir, master: new Uint8Array(master), to, now }, options);
  } catch (error) {
    if (options.signal?.aborted) removeBegun(to);
    throw error;
  }
}

/** Proves a backup as `drill` does. */
export function drillBeside(backup: string, secret: Secret, options: Options): Promise<DrillResult> {
  return guard({ task: 'drill', backup, secret }, options);
}

/** A thread that is ended has no time to remove what it began: it bears this program's number. */
function removeBegun(folder: string) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`.${os.hostname()}-${process.pid}-`) && name.endsWith('.mislbak.part'))
      rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
