import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hashBehind, newFollowMemory, Teller } from '#main/bundles/follow.ts';
import { thePress } from '#main/bundles/press.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-follow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);

describe('a file that is hashed behind its writer', () => {
  it('has the hash of all of it, however it came', async () => {
    const file = at('parts');
    const parts = [3, 5_000_000, 1, 4_194_304, 9_000_001].map((size, i) => Buffer.alloc(size, i + 65));
    writeFileSync(file, '');
    const memory = newFollowMemory();
    const teller = new Teller(memory);
    const hashed = thePress().hash(file, null, memory);
    for (const part of parts) {
      appendFileSync(file, part);
      teller.wrote(part.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    teller.end(true);
    const whole = Buffer.concat(parts);
    expect(await hashed).toEqual({
      bytes: whole.length,
      sha256: createHash('sha256').update(whole).digest('hex'),
    });
  });

  it('may be short, and done before anybody looks', () => {
    const file = at('short');
    writeFileSync(file, 'a few words');
    const memory = newFollowMemory();
    const teller = new Teller(memory);
    teller.wrote(11);
    teller.end(true);
    expect(hashBehind(file, null, memory)).toEqual({
      bytes: 11,
      sha256: createHash('sha256').update('a few words').digest('hex'),
    });
  });

  it('has none when its writer gives up, whether it is there or not', async () => {
    const memory = newFollowMemory();
    const hashed = thePress().hash(at('never'), null, memory);
    new Teller(memory).end(false);
    expect(await hashed).toBe(null);
  });
});
