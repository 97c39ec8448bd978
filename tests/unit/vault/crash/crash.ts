// Kills a working process at a random moment and looks at what it left.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { drill } from '#main/vault/restore.ts';
import { type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { ProblemError } from '#shared/problem.ts';
import { newVault } from '../helpers.ts';

const WORKER = path.join(import.meta.dirname, 'worker.ts');
const PASSPHRASES = ['seven lanterns over the canal', 'eight lanterns over the canal'];

/** Lets the worker go on for some milliseconds after it is ready, and kills it. @returns what it had acknowledged */
function killAfter(dir: string, backups: string, seed: number, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', WORKER, dir, backups, String(seed)],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let out = '';
    let err = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (timer === undefined && out.startsWith('ready\n')) timer = setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The worker ended by itself: ${err.slice(0, 2000)}`));
      // The last line may have been cut in the middle: it was not acknowledged.
      else
        resolve(
          out
            .slice(0, out.lastIndexOf('\n') + 1)
            .trimEnd()
            .split('\n')
            .slice(1),
        );
    });
  });
}

/** Opens by the passphrase before the change that was under way, or the one after it: never by neither. */
async function openAfter(dir: string): Promise<OpenVault> {
  for (const passphrase of PASSPHRASES) {
    try {
      return await openVault(dir, { passphrase });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'wrong-passphrase') throw error;
    }
  }
  throw new Error('Neither passphrase opens the vault');
}

/** Crashes one vault so many times. @returns how many acknowledged writes were looked for */
export async function crash(folder: string, times: number, next: (below: number) => number): Promise<number> {
  const { vault } = await newVault(folder);
  const { dir } = vault;
  vault.close();
  const backups = path.join(folder, 'backups');
  const all: string[] = [];
  for (let n = 0; n < times; n++) {
    const acknowledged = await killAfter(dir, backups, next(1_000_000), next(400));
    all.push(...acknowledged);
    const opened = await openAfter(dir);
    try {
      expect(opened.readOnly, `kill ${n}`).toBeNull();
      // A blob that was written and not yet recorded is left over, not lost; the next sweep takes it.
      opened.blobs.sweep();
      const { problems } = verifyVault(opened);
      expect(problems, `kill ${n}`).toEqual([]);
      for (const line of all) await isThere(line, opened, all, acknowledged);
    } finally {
      opened.close();
    }
  }
  return all.length;
}

async function isThere(line: string, { db, blobs }: OpenVault, all: readonly string[], fresh: readonly string[]) {
  const [kind, what = '', sha256] = line.split(' ');
  switch (kind) {
    case 'matter':
      expect(db.prepare('SELECT count(*) FROM matter WHERE id = ?').pluck().get(what), line).toBe(1);
      break;
    case 'blob': {
      const row = db.prepare('SELECT id, sha256, size FROM blob WHERE id = ?').get(what) as never;
      expect(row, line).toMatchObject({ sha256 });
      expect(blobs.check(row), line).toBeNull();
      break;
    }
    case 'backup': {
      const place = line.slice('backup '.length);
      // Rotation keeps one of a day; the last is always there, or one that was made after it and not yet acknowledged.
      if (line !== all.findLast((each) => each.startsWith('backup'))) break;
      const kept = existsSync(place) ? place : unacknowledged(path.dirname(place), all);
      expect(kept, line).toBeDefined();
      if (!fresh.includes(line)) break;
      const proved = await drillWithEither(kept!);
      expect(proved.problems, line).toEqual([]);
    }
  }
}

/** A whole backup in the folder whose making ended in the kill before it was acknowledged. */
function unacknowledged(folder: string, all: readonly string[]): string | undefined {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => path.join(folder, name))
    .find((place) => !all.includes(`backup ${place}`));
}

async function drillWithEither(place: string) {
  try {
    return await drill(place, { passphrase: PASSPHRASES[0]! });
  } catch {
    return drill(place, { passphrase: PASSPHRASES[1]! });
  }
}
