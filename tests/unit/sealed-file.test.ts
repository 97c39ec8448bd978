import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newSeal, openSealed, readSealed, type Seal, sealedWriter } from '#main/sealed-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-sealed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let serial = 0;

const plain = Buffer.from(Array.from({ length: 5000 }, (_, i) => `line ${i} of the statement\n`).join(''));

function written(seal: Seal, portion: number): string {
  const file = path.join(folder, `${serial++}`);
  const fd = openSync(file, 'wx');
  const write = sealedWriter(fd, seal);
  for (let at = 0; at < plain.length; at += portion) write(plain.subarray(at, at + portion));
  closeSync(fd);
  return file;
}

async function whole(file: string, seal: Seal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of readSealed(file, seal)) parts.push(part);
  return Buffer.concat(parts);
}

describe('files that lie on the disk only while something is made of them', () => {
  it.each([1, 15, 16, 17, 4096, plain.length])(
    'are read back as they were written, in portions of %i',
    async (portion) => {
      const seal = newSeal();
      expect((await whole(written(seal, portion), seal)).equals(plain)).toBe(true);
      expect((await whole(written(null, portion), null)).equals(plain)).toBe(true);
    },
  );

  it('are read at any place', () => {
    const seal = newSeal();
    const source = openSealed(written(seal, 1000), seal);
    expect(source.size).toBe(plain.length);
    for (const [at, length] of [
      [0, 1],
      [1, 40],
      [15, 2],
      [16, 16],
      [4093, 777],
      [plain.length - 3, 3],
      [plain.length - 3, 9],
      [plain.length, 4],
    ] as const) {
      const into = Buffer.alloc(length + 2);
      const got = source.read(into, 1, length, at);
      expect(got).toBe(Math.min(length, plain.length - at));
      expect(into.subarray(1, 1 + got).equals(plain.subarray(at, at + got))).toBe(true);
    }
    source.close?.();
  });

  it('say nothing to who has the disk, and never the same twice', () => {
    const seal = newSeal();
    const [one, two] = [written(seal, 512), written(seal, 512)].map((file) => readFileSync(file));
    for (const bytes of [one!, two!]) expect(bytes.includes('statement')).toBe(false);
    expect(one!.subarray(16, 64).equals(two!.subarray(16, 64))).toBe(false);
  });
});
