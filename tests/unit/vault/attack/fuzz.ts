// Spoilt headers, blobs and backups: each is refused by name or gives what is right, without a crash, and without more
// memory than a whole one takes.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { canonical, type Json } from '#main/vault/canonical.ts';
import { type Header, parseHeader, verifyHeader } from '#main/vault/header.ts';
import { compareFiles, isAuthentic, readManifest } from '#main/vault/manifest.ts';
import { drill } from '#main/vault/restore.ts';
import { openBeside } from '#main/vault/vault.ts';
import { content } from '../helpers.ts';
import { codeOrThrow, copyOf, filesOf, type Next, type Rig } from './rig.ts';
import { oddJson, spoilt } from './spoil.ts';

export interface Fuzzed {
  inputs: number;
  refused: number;
  /** The longest that one input took, in milliseconds; for people, not for tests. */
  slowest: number;
  /** By how much the program's memory grew at most, in bytes. */
  grown: number;
}

/** What reading a spoilt input may at most add to the program's memory, in bytes. */
export const MOST_MEMORY = 256 * 1024 * 1024;

async function fuzz(inputs: number, one: (n: number) => boolean | Promise<boolean>): Promise<Fuzzed> {
  const before = process.memoryUsage().rss;
  const result = { inputs, refused: 0, slowest: 0, grown: 0 };
  for (let n = 0; n < inputs; n++) {
    const start = performance.now();
    if (await one(n)) result.refused += 1;
    result.slowest = Math.max(result.slowest, performance.now() - start);
    if (n % 64 === 0) {
      result.grown = Math.max(result.grown, process.memoryUsage().rss - before);
      // Buffers that are done with are given back between turns.
      await setImmediate();
    }
  }
  return result;
}

/** The header as somebody would forge it who knows the format: its sum comes out. */
function summed(header: Record<string, unknown>): string {
  const { sum: _sum, mac, ...unsigned } = header;
  const sum = createHash('sha256')
    .update(canonical(unsigned as Json))
    .digest('hex');
  return canonical({ ...unsigned, sum, mac } as Json);
}

/** Half of them are spoilt bytes; the others are odd values whose sum comes out, so that the bounds behind it are met. */
export function fuzzHeader(rig: Rig, inputs: number, next: Next): Promise<Fuzzed> {
  const bytes = readFileSync(path.join(rig.dir, 'vault.json'));
  const whole = JSON.parse(bytes.toString('utf8')) as Header;
  return fuzz(inputs, (n) => {
    let text: string;
    if (n % 2 === 0) text = spoilt(bytes, next).toString('utf8');
    else {
      const odd = oddJson(whole as unknown as Record<string, unknown>, next);
      try {
        text = summed(odd);
      } catch {
        // It cannot be written canonically: as it is, then.
        text = JSON.stringify(odd);
      }
    }
    try {
      const header = parseHeader(text);
      for (const { kdf } of header.slots) {
        if (kdf.alg !== 'argon2id') continue;
        expect(kdf.m).toBeLessThanOrEqual(1_048_576);
        expect(kdf.m).toBeGreaterThanOrEqual(65_536);
        expect([kdf.t <= 10, kdf.p <= 8]).toEqual([true, true]);
      }
      if (canonical(header as Json) === canonical(whole as Json)) return false;
      expect(() => verifyHeader(rig.master, header)).toThrow(/altered/);
      return true;
    } catch (error) {
      expect(['vault-damaged', 'vault-newer']).toContain(codeOrThrow(error));
      return true;
    }
  });
}

/** Two blobs in turn: of one chunk, and of two. */
export async function fuzzBlob(rig: Rig, inputs: number, next: Next): Promise<Fuzzed> {
  const vault = openBeside(copyOf(rig), rig.master);
  try {
    const blobs = [1, 3].map((at) => {
      const { id, size } = rig.blobs[at]!;
      const file = vault.blobs.fileOf(id);
      return { id, file, sealed: readFileSync(file), right: content(size, at + 3) };
    });
    return await fuzz(inputs, async (n) => {
      const { id, file, sealed, right } = blobs[n % blobs.length]!;
      const bytes = spoilt(sealed, next);
      writeFileSync(file, bytes);
      try {
        expect((await vault.blobs.readAll(id)).equals(right)).toBe(true);
        return false;
      } catch (error) {
        expect(codeOrThrow(error)).toBe('blob-damaged');
        return true;
      }
    });
  } finally {
    vault.close();
  }
}

/** Spoilt lists and spoilt files in turn; one in `drills` is proven as a whole, which derives a key. */
export async function fuzzBackup(rig: Rig, inputs: number, next: Next, drills: number): Promise<Fuzzed> {
  const backup = copyOf(rig, 'backup');
  const right = filesOf(backup);
  const names = [...right.keys()].filter((name) => name !== 'manifest.json');
  const list = right.get('manifest.json')!;
  const manifest = readManifest(backup);
  return fuzz(inputs, async (n) => {
    const name = n % 2 === 0 ? 'manifest.json' : names[next(names.length)]!;
    const bytes =
      n % 4 === 0
        ? Buffer.from(JSON.stringify(oddJson(JSON.parse(list.toString()), next)))
        : spoilt(right.get(name)!, next);
    const isSame = bytes.equals(right.get(name)!);
    writeFileSync(path.join(backup, name), bytes);
    try {
      if (n % drills === 0) {
        const { ok } = await drill(backup, { recoveryKey: rig.recoveryKey });
        expect(ok).toBe(isSame);
        return !isSame;
      }
      const read = readManifest(backup);
      const isTold = !isAuthentic(rig.master, read) || (await compareFiles(backup, manifest)).length > 0;
      // A list that says the same in other words is as good.
      if (name !== 'manifest.json') expect(isTold).toBe(!isSame);
      else if (!isTold) expect(read).toEqual(manifest);
      return isTold;
    } catch (error) {
      expect(codeOrThrow(error)).toMatch(/^(backup-damaged|vault-|wrong-|not-a-vault|blob-damaged)/);
      return true;
    } finally {
      writeFileSync(path.join(backup, name), right.get(name)!);
    }
  });
}
