// Somebody changes, cuts, swaps or puts back files of a vault: each is found by opening or by the check, by name.
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { CHUNK, HEADER_BYTES, TAG } from '#main/vault/blob-format.ts';
import { openVault } from '#main/vault/vault.ts';
import { PASSPHRASE } from '../helpers.ts';
import { codeOrThrow, copyOf, faultsOf, type Next, type Rig } from './rig.ts';

const PAGE = 4096;

/**
 * Flips a bit in both copies of the header: opening by the right passphrase is refused, and never called a wrong one.
 * @param every one byte in so many
 */
export async function tamperHeader(rig: Rig, next: Next, every = 1): Promise<number> {
  const dir = copyOf(rig);
  const right = readFileSync(path.join(dir, 'vault.json'));
  let tried = 0;
  for (let at = next(every); at < right.length; at += every) {
    const bytes = Buffer.from(right);
    bytes[at]! ^= 1 << next(8);
    for (const name of ['vault.json', 'vault.json.bak']) writeFileSync(path.join(dir, name), bytes);
    rmSync(path.join(dir, 'tries'), { force: true });
    try {
      (await openVault(dir, { passphrase: PASSPHRASE }, { readonly: true })).close();
      throw new Error(`A header with byte ${at} changed was opened`);
    } catch (error) {
      expect(codeOrThrow(error), `byte ${at}`).toMatch(/^vault-(damaged|altered)$/);
    }
    tried += 1;
  }
  return tried;
}

/** Flips a bit of a random byte of the database. */
export function tamperDatabase(rig: Rig, times: number, next: Next): number {
  const dir = copyOf(rig);
  const file = path.join(dir, 'db', 'main.db');
  const right = readFileSync(file);
  for (let n = 0; n < times; n++) {
    const at = next(right.length);
    const bytes = Buffer.from(right);
    bytes[at]! ^= 1 << next(8);
    writeFileSync(file, bytes);
    expect(faultsOf(dir, rig.master).join(), `byte ${at} of page ${Math.floor(at / PAGE) + 1}`).toMatch(
      /database|vault-damaged|vault-altered/,
    );
  }
  return times;
}

/** Cuts the database at and beside the borders of its pages. */
export function cutDatabase(rig: Rig, next: Next, every = 1): number {
  const dir = copyOf(rig);
  const file = path.join(dir, 'db', 'main.db');
  const right = readFileSync(file);
  let tried = 0;
  for (let border = next(every) * PAGE; border <= right.length; border += every * PAGE) {
    for (const length of [border - 1, border, border + 1]) {
      if (length < 0 || length >= right.length) continue;
      writeFileSync(file, right.subarray(0, length));
      expect(faultsOf(dir, rig.master).length, `cut to ${length}`).toBeGreaterThan(0);
      tried += 1;
    }
  }
  return tried;
}

const blobFile = (dir: string, id: string) => path.join(dir, 'blobs', id.slice(0, 2), id);

/** Flips a bit of a random byte of a random blob. */
export function tamperBlobs(rig: Rig, times: number, next: Next): number {
  const dir = copyOf(rig);
  for (let n = 0; n < times; n++) {
    const { id } = rig.blobs[next(rig.blobs.length)]!;
    const file = blobFile(dir, id);
    const right = readFileSync(file);
    const at = next(right.length);
    const bytes = Buffer.from(right);
    bytes[at]! ^= 1 << next(8);
    writeFileSync(file, bytes);
    expect(faultsOf(dir, rig.master).join(), `byte ${at}`).toContain(`blob ${id}`);
    writeFileSync(file, right);
  }
  return times;
}

/** Cuts each blob at and beside the borders of its header and chunks. */
export function cutBlobs(rig: Rig): number {
  const dir = copyOf(rig);
  let tried = 0;
  for (const { id } of rig.blobs) {
    const file = blobFile(dir, id);
    const right = readFileSync(file);
    const borders = [0, HEADER_BYTES, HEADER_BYTES + TAG, right.length];
    for (let at = HEADER_BYTES + CHUNK + TAG; at < right.length; at += CHUNK + TAG) borders.push(at);
    for (const length of new Set(borders.flatMap((border) => [border - 1, border, border + 1]))) {
      if (length < 0 || length === right.length) continue;
      // One byte more is no cut, and found as well.
      const bytes = length < right.length ? right.subarray(0, length) : Buffer.concat([right, Buffer.of(0)]);
      writeFileSync(file, bytes);
      expect(faultsOf(dir, rig.master).join(), `cut to ${length}`).toContain(`blob ${id}`);
      tried += 1;
    }
    writeFileSync(file, right);
  }
  return tried;
}

/** Swaps each two blobs, gives each the name of another, and takes each away. */
export function swapBlobs(rig: Rig): number {
  const dir = copyOf(rig);
  const ids = rig.blobs.map(({ id }) => id);
  const aside = path.join(dir, 'tmp', 'aside');
  let tried = 0;
  const found = (...named: string[]) => {
    const faults = faultsOf(dir, rig.master).join();
    for (const id of named) expect(faults).toContain(`blob ${id}`);
    tried += 1;
  };
  for (const [n, one] of ids.entries()) {
    renameSync(blobFile(dir, one), aside);
    found(one);
    for (const other of ids.slice(n + 1)) {
      renameSync(blobFile(dir, other), blobFile(dir, one));
      found(one, other);
      renameSync(aside, blobFile(dir, other));
      found(one, other);
      renameSync(blobFile(dir, other), aside);
      renameSync(blobFile(dir, one), blobFile(dir, other));
    }
    // Under a name that no record has.
    const stray = 'ab'.repeat(16);
    copyFileSync(aside, path.join(dir, 'blobs', one.slice(0, 2), stray));
    found(one, stray);
    rmSync(path.join(dir, 'blobs', one.slice(0, 2), stray));
    renameSync(aside, blobFile(dir, one));
  }
  expect(faultsOf(dir, rig.master)).toEqual([]);
  return tried;
}
