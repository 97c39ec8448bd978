// How long somebody who makes something durable waits, alone and beside other work: a writer of the vault's small commands,
// and one that only appends to a file, which shows what of a wait is the disk's own.
import { execFile } from 'node:child_process';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { backUpBeside } from '#main/vault/guard.ts';
import type { OpenVault } from '#main/vault/vault.ts';

interface Waits {
  median: number;
  most: number;
  worst: number;
}

/** Writes again and again until something is done. @returns milliseconds: the median, that which 99 of 100 keep, the worst */
async function waits(write: () => unknown, until: Promise<unknown>): Promise<Waits> {
  let isRunning = true;
  const end = until.finally(() => {
    isRunning = false;
  });
  const took: number[] = [];
  while (isRunning) {
    const start = performance.now();
    await write();
    took.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await end;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!;
  return { median: at(0.5), most: at(0.99), worst: at(1) };
}

const ALONE = 5000;
const run = promisify(execFile);

/**
 * Prints the waits of both writers alone and beside a first backup of all that is in a vault, and of the bare one beside
 * `rsync --fsync` of the same documents, where there is one. A lock that the writer had to wait for would end it.
 * @param write one small command of the vault
 */
export async function compareWaits(
  vault: OpenVault,
  folder: string,
  write: () => Promise<unknown>,
  say: (line: string) => void,
) {
  // From now on the database refuses what it cannot have at once.
  vault.db.pragma('busy_timeout=0');
  const bare = openSync(path.join(folder, 'appended'), 'a');
  const page = Buffer.alloc(16_384, 1);
  const append = () => {
    writeSync(bare, page);
    fsyncSync(bare);
  };
  let backups = 0;
  const alone = () => new Promise((resolve) => setTimeout(resolve, ALONE));
  const backup = () => backUpBeside(vault, path.join(folder, `beside ${backups++}`), '2026-11-23T11:00:00.000Z', {});
  const rsync = () => run('rsync', ['-a', '--fsync', path.join(vault.dir, 'blobs'), path.join(folder, 'rsync beside')]);
  const rows: [string, () => unknown, () => Promise<unknown>][] = [
    ['a command of the vault, alone', write, alone],
    ['a command of the vault beside a backup', write, backup],
    ['16 KiB appended to a file, alone', append, alone],
    ['16 KiB appended to a file beside a backup', append, backup],
    ['16 KiB appended to a file beside rsync --fsync', append, rsync],
  ];
  for (const [what, act, beside] of rows) {
    try {
      const { median, most, worst } = await waits(act, beside());
      say(
        `${what}: median ${median.toFixed(1)} ms, 99 of 100 within ${most.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      say(`${what}: there is no rsync here`);
    }
  }
  closeSync(bare);
  vault.db.pragma('busy_timeout=5000');
}
