import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DatabaseKey } from '#main/store/connection.ts';

const PAGE = 4096;
const MAC = 64;
const SALT = 16;
/** So often a page is read again: one that a program beside this one is just writing may be met half-written. */
const READS = 5;

/**
 * Checks the authentication of every page of a database file in SQLCipher 4 format, also of pages that hold nothing
 * now, which SQLite's own check never looks at (docs/vault-format.md, “Database”).
 * @returns what is wrong, by the page's number
 */
export function checkPages(file: string, { key, salt }: DatabaseKey): string[] {
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const problems: string[] = [];
  const page = Buffer.alloc(PAGE);
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    if (size % PAGE !== 0) problems.push(`its length of ${size} bytes is no number of whole pages`);
    for (let number = 1; number * PAGE <= size; number++) {
      let isWhole = false;
      for (let n = 0; n < READS && !isWhole; n++) {
        if (n > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        const got = readSync(fd, page, 0, PAGE, (number - 1) * PAGE);
        isWhole = got === PAGE && isAuthentic(page, number, macKey, salt);
      }
      if (!isWhole) problems.push(`page ${number} is damaged or was altered`);
    }
    return problems;
  } finally {
    closeSync(fd);
    macKey.fill(0);
  }
}

function isAuthentic(page: Buffer, number: number, macKey: Buffer, salt: Buffer): boolean {
  // The first page begins with the salt, which its authentication does not cover.
  const from = number === 1 ? SALT : 0;
  if (number === 1 && !page.subarray(0, SALT).equals(salt)) return false;
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(from, PAGE - MAC))
    .update(place)
    .digest();
  return timingSafeEqual(mac, page.subarray(PAGE - MAC));
}
