// Kills a working process at a random moment and looks at what it left.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { MIGRATIONS } from '#main/store/migrate.ts';
import { drill } from '#main/vault/restore.ts';
import { type OpenVault, openVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { ProblemError } from '#shared/problem.ts';
import { newVault } from '../helpers.ts';

const WORKER = path.join(import.meta.dirname, 'worker.ts');
const MIGRATOR = path.join(import.meta.dirname, 'migrator.ts');
const GOLDEN = path.join(import.meta.dirname, '../../../fixtures/vault-1');
const PASSPHRASES = ['seven lanterns over the canal', 'eight lanterns over the canal'];
/** What the program is made of is read from its source at each start; what came of that is kept between them. */
const CACHE = path.join(tmpdir(), 'misl-crash-cache');

/** Lets a process go on for some milliseconds after it is ready, and kills it. @returns what it had acknowledged */
function killAfter(program: string, args: readonly string[], ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
    });
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
      if (signal !== 'SIGKILL') return reject(new Error(`The process ended by itself: ${err.slice(0, 2000)}`));
      // The last line may have been cut in the middle: it was not acknowledged.
      const lines = out.slice(0, out.lastIndexOf('\n') + 1);
      resolve(lines.trimEnd().split('\n').slice(1));
    });
  });
}

/** Opens by the passphrase before the change that was under way, or the one after it: never by neither. */
async function openAfter(dir: string, likely: number): Promise<{ opened: OpenVault; held: number }> {
  for (const held of [likely, 1 - likely]) {
    try {
      return { opened: await openVault(dir, { passphrase: PASSPHRASES[held]! }), held };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'wrong-passphrase') throw error;
    }
  }
  throw new Error('Neither passphrase opens the vault');
}

/** Crashes one vault so many times. @returns how many acknowledged writes were looked for */
export async function crash(folder: string, times: number, next: (below: number) => number): Promise<number> {
  const { vault, recoveryKey } = await newVault(folder);
  const { dir } = vault;
  vault.close();
  const backups = path.join(folder, 'backups');
  const all: string[] = [];
  let passphrase = 0;
  for (let n = 0; n < times; n++) {
    const args = [dir, backups, String(next(1_000_000)), recoveryKey, String(passphrase)];
    const acknowledged = await killAfter(WORKER, args, next(400));
    all.push(...acknowledged);
    const changed = acknowledged.findLast((line) => line.startsWith('passphrase '));
    const { opened, held } = await openAfter(dir, changed === undefined ? passphrase : Number(changed.split(' ')[1]));
    passphrase = held;
    try {
      expect(opened.readOnly, `kill ${n}`).toBeNull();
      const { problems } = verifyVault(opened);
      expect(problems, `kill ${n}`).toEqual([]);
      for (const line of all) await isThere(line, opened, all, acknowledged, recoveryKey);
    } finally {
      opened.close();
    }
  }
  return all.length;
}

/** Kills a process that migrates old vaults: each has the old schema or the new one, and all that was in it. */
export async function crashMigration(folder: string, times: number, next: (below: number) => number): Promise<number> {
  const { passphrase } = JSON.parse(readFileSync(path.join(GOLDEN, 'expected.json'), 'utf8')) as { passphrase: string };
  const copies = path.join(folder, 'copies');
  let migrated = 0;
  for (let n = 0; n < times; n++) {
    mkdirSync(copies);
    const lines = await killAfter(MIGRATOR, [path.join(GOLDEN, 'Golden.misl'), copies, passphrase], next(600));
    // The last copy may itself have been cut off; it is whole once that was said.
    const whole = lines.filter((line) => line.startsWith('copied ')).map((line) => line.slice('copied '.length));
    for (const dir of whole.slice(-1)) {
      const vault = await openVault(dir, { passphrase });
      try {
        expect(vault.readOnly, `kill ${n}`).toBeNull();
        expect(verifyVault(vault).problems, `kill ${n}`).toEqual([]);
        expect(vault.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
        expect(vault.db.prepare('SELECT count(*) FROM matter').pluck().get()).toBe(2);
        migrated += 1;
      } finally {
        vault.close();
      }
    }
    rmSync(copies, { recursive: true });
  }
  return migrated;
}

async function isThere(
  line: string,
  { db }: OpenVault,
  all: readonly string[],
  fresh: readonly string[],
  recoveryKey: string,
) {
  const [kind, what = '', sha256] = line.split(' ');
  switch (kind) {
    case 'matter':
      expect(db.prepare('SELECT count(*) FROM matter WHERE id = ?').pluck().get(what), line).toBe(1);
      break;
    case 'blob': {
      // That its file holds this was verified with all others.
      expect(db.prepare('SELECT sha256 FROM blob WHERE id = ?').pluck().get(what), line).toBe(sha256);
      break;
    }
    case 'backup': {
      const place = line.slice('backup '.length);
      // Rotation keeps one of a day; the last is always there, or one that was made after it and not yet acknowledged.
      if (line !== all.findLast((each) => each.startsWith('backup'))) break;
      const kept = existsSync(place) ? place : unacknowledged(path.dirname(place), all);
      expect(kept, line).toBeDefined();
      if (!fresh.includes(line)) break;
      const proved = await drill(kept!, { recoveryKey });
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
