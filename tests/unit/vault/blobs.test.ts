import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { kyselyOver } from '#main/store/database.ts';
import { CHUNK, HEADER_BYTES, TAG } from '#main/vault/blob-format.ts';
import type { StoredBlob } from '#main/vault/blobs.ts';
import { files } from '#main/vault/files.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { verifyVault } from '#main/vault/verify.ts';
import { codeOf, content, newVault, scratch, streamOf } from './helpers.ts';

const { folder, remove } = scratch();
let vault: OpenVault;
beforeAll(async () => {
  ({ vault } = await newVault(folder));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  vault.close();
  remove();
});

const write = (bytes: Uint8Array, part?: number) => vault.blobs.write(streamOf(bytes, part), { mime: 'text/plain' });

async function stored(bytes: Uint8Array): Promise<StoredBlob> {
  const blob = await write(bytes);
  await kyselyOver(vault.db)
    .transaction()
    .execute((trx) => vault.blobs.record(trx, blob, '2026-11-23T05:00:00.000Z'));
  return blob;
}

const fileOf = (blob: StoredBlob) => vault.blobs.fileOf(blob.id);

/** Puts other bytes in a blob's place, looks, and puts the right ones back. */
async function whileReplaced<R>(blob: StoredBlob, bytes: Uint8Array, look: () => R | Promise<R>): Promise<R> {
  const right = readFileSync(fileOf(blob));
  writeFileSync(fileOf(blob), bytes);
  try {
    return await look();
  } finally {
    writeFileSync(fileOf(blob), right);
  }
}

const refused = (blob: StoredBlob, bytes: Uint8Array) =>
  whileReplaced(blob, bytes, async () => {
    expect(await codeOf(() => vault.blobs.readAll(blob.id))).toBe('blob-damaged');
    expect(vault.blobs.check(blob)).not.toBeNull();
  });

describe('a blob', () => {
  it.each([0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 16, 5 * CHUNK - 1])(
    'of %i bytes comes back, whole and in any range',
    async (size) => {
      const bytes = content(size, size + 1);
      const blob = await stored(bytes);
      expect((await vault.blobs.readAll(blob.id)).equals(bytes)).toBe(true);
      expect(vault.blobs.check(blob)).toBeNull();
      expect(readFileSync(fileOf(blob)).length).toBe(HEADER_BYTES + size + TAG * Math.max(1, Math.ceil(size / CHUNK)));
      const reader = vault.blobs.open(blob.id);
      fc.assert(
        fc.property(fc.nat(size + 10), fc.nat(CHUNK + 50), (from, length) => {
          const into = new Uint8Array(length + 4);
          const got = reader.read(into, 2, length, from);
          const wanted = bytes.subarray(from, from + length);
          expect(got).toBe(wanted.length);
          expect(Buffer.from(into.subarray(2, 2 + got)).equals(wanted)).toBe(true);
          expect([into[0], into[1], ...into.subarray(2 + got)].every((byte) => byte === 0)).toBe(true);
        }),
        { seed: 42, numRuns: 30 },
      );
      reader.close();
    },
  );

  it('does not depend on how its content arrives', async () => {
    const bytes = content(3 * CHUNK + 5, 99);
    const whole = await write(bytes, bytes.length);
    const bitten = await write(bytes, 1009);
    expect(bitten).toMatchObject({ id: whole.id, existing: true, sha256: whole.sha256 });
    expect((await vault.blobs.readAll(whole.id)).equals(bytes)).toBe(true);
  });

  it('holds nothing of its content in clear, nor its hash, and the same content never looks the same', async () => {
    const text = Buffer.from('The complainant says that '.repeat(4000));
    const blob = await stored(text);
    const sealed = readFileSync(fileOf(blob));
    expect(sealed.includes(Buffer.from('complainant'))).toBe(false);
    expect(sealed.includes(Buffer.from(blob.sha256, 'hex'))).toBe(false);
    expect(sealed.subarray(200, 300).equals(sealed.subarray(200 + CHUNK + TAG, 300 + CHUNK + TAG))).toBe(false);
  });
});

describe('a blob that somebody touched', () => {
  const size = 3 * CHUNK + 100;
  let blob: StoredBlob;
  let other: StoredBlob;
  let sealed: Buffer;
  beforeAll(async () => {
    blob = await stored(content(size, 7));
    other = await stored(content(size, 8));
    sealed = readFileSync(fileOf(blob));
  });
  const chunk = (i: number) =>
    sealed.subarray(HEADER_BYTES + i * (CHUNK + TAG), Math.min(sealed.length, HEADER_BYTES + (i + 1) * (CHUNK + TAG)));
  const head = () => sealed.subarray(0, HEADER_BYTES);

  it('is refused when cut at or beside any border', async () => {
    const borders = [0, 8, 24, 36, HEADER_BYTES, HEADER_BYTES + TAG, sealed.length];
    for (let i = 1; i <= 3; i++) borders.push(HEADER_BYTES + i * (CHUNK + TAG));
    for (const border of borders) {
      for (const length of [border - 1, border, border + 1]) {
        if (length >= 0 && length < sealed.length) await refused(blob, sealed.subarray(0, length));
      }
    }
  });

  it('is refused when chunks are swapped, repeated, left out or appended', async () => {
    const [a, b, c, d] = [chunk(0), chunk(1), chunk(2), chunk(3)] as const;
    const orders = [
      [b, a, c, d],
      [a, c, b, d],
      [a, a, c, d],
      [a, b, d],
      [b, c, d],
      [a, b, c],
      [a, b, c, d, d],
      [a, b, c, d, a],
    ];
    for (const order of orders) await refused(blob, Buffer.concat([head(), ...order]));
    await refused(blob, Buffer.concat([sealed, Buffer.alloc(1)]));
    await refused(blob, Buffer.concat([sealed, Buffer.alloc(CHUNK + TAG)]));
  });

  it('is refused with the header or the chunks of another blob, and under another name', async () => {
    const foreign = readFileSync(fileOf(other));
    await refused(blob, foreign);
    await refused(blob, Buffer.concat([head(), foreign.subarray(HEADER_BYTES)]));
    await refused(blob, Buffer.concat([foreign.subarray(0, HEADER_BYTES), sealed.subarray(HEADER_BYTES)]));
    const swapped = Buffer.from(sealed);
    foreign.copy(swapped, HEADER_BYTES + CHUNK + TAG, HEADER_BYTES + CHUNK + TAG, HEADER_BYTES + 2 * (CHUNK + TAG));
    await refused(blob, swapped);
  });

  it('is refused wherever a byte of its header, or the first or last of a chunk, is flipped', async () => {
    const places = Array.from({ length: HEADER_BYTES }, (_, i) => i);
    for (let i = 0; i < 4; i++) {
      const from = HEADER_BYTES + i * (CHUNK + TAG);
      places.push(from, from + chunk(i).length - TAG - 1, from + chunk(i).length - TAG, from + chunk(i).length - 1);
    }
    for (const at of places) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 0x40;
      await refused(blob, flipped);
    }
  });

  it('still gives the parts that are whole, and never a wrong byte', async () => {
    const flipped = Buffer.from(sealed);
    flipped[HEADER_BYTES + CHUNK + TAG + 5]! ^= 1;
    await whileReplaced(blob, flipped, async () => {
      const reader = vault.blobs.open(blob.id);
      const into = Buffer.alloc(100);
      expect(reader.read(into, 0, 100, 2 * CHUNK)).toBe(100);
      expect(into.equals(content(size, 7).subarray(2 * CHUNK, 2 * CHUNK + 100))).toBe(true);
      expect(await codeOf(() => reader.read(into, 0, 100, CHUNK))).toBe('blob-damaged');
      reader.close();
    });
  });

  it('meets 500 mutations with damage by name or the right content', async () => {
    const mutation = fc.record({
      at: fc.nat(sealed.length - 1),
      xor: fc.nat(255),
      cut: fc.option(fc.nat(sealed.length)),
    });
    const right = content(size, 7);
    await fc.assert(
      fc.asyncProperty(mutation, async ({ at, xor, cut }) => {
        const mutated = Buffer.from(sealed);
        mutated[at]! ^= xor;
        await whileReplaced(blob, cut === null ? mutated : mutated.subarray(0, cut), async () => {
          const read = await vault.blobs.readAll(blob.id).catch((error) => error.problem.code);
          if (Buffer.isBuffer(read)) expect(read.equals(right)).toBe(true);
          else expect(read).toBe('blob-damaged');
        });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('is named when its file is missing or a folder', async () => {
    renameSync(fileOf(blob), `${fileOf(blob)}.away`);
    expect(await codeOf(() => vault.blobs.readAll(blob.id))).toBe('blob-damaged');
    expect(vault.blobs.check(blob)).toBe('its file is missing');
    mkdirSync(fileOf(blob));
    expect(vault.blobs.check(blob)).not.toBeNull();
    rmSync(fileOf(blob), { recursive: true });
    renameSync(`${fileOf(blob)}.away`, fileOf(blob));
    expect(vault.blobs.check(blob)).toBeNull();
  });
});

describe('writing', () => {
  it('leaves nothing behind when its source fails, is cancelled or is no file', async () => {
    async function* failing() {
      yield content(CHUNK * 2);
      throw new Error('cable pulled');
    }
    await expect(vault.blobs.write(failing(), { mime: '' })).rejects.toThrow('cable pulled');
    const stop = AbortSignal.abort();
    await expect(vault.blobs.write(streamOf(content(10)), { mime: '', signal: stop })).rejects.toThrow();
    expect(await codeOf(() => vault.blobs.write(path.join(folder, 'nowhere'), { mime: '' }))).toBe('no-such-file');
    expect(await codeOf(() => vault.blobs.write(folder, { mime: '' }))).toBe('folder-given');
    expect(readdirSync(path.join(vault.dir, 'tmp'))).toEqual([]);
  });

  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'survives %s at each of its file calls: nothing, or the whole blob',
    async (code) => {
      const bytes = content(2 * CHUNK + 3, code.charCodeAt(1));
      let calls = Number.POSITIVE_INFINITY;
      for (let n = 0; n < calls; n++) {
        let made = 0;
        for (const name of ['open', 'write', 'fsync', 'close', 'rename'] as const) {
          const real = files[name] as (...given: unknown[]) => unknown;
          vi.spyOn(files, name).mockImplementation(((...given: unknown[]) => {
            if (made++ !== n) return real(...given);
            // What closes fails after the fact.
            if (name === 'close') real(...given);
            throw Object.assign(new Error(code), { code });
          }) as never);
        }
        const before = vault.blobs.sweep();
        expect(before).toBeLessThanOrEqual(1);
        const blob = await write(bytes).catch((error) => error as Error);
        vi.restoreAllMocks();
        expect(readdirSync(path.join(vault.dir, 'tmp'))).toEqual([]);
        if (blob instanceof Error) {
          if (code === 'ENOSPC') expect(await codeOf(() => Promise.reject(blob))).toBe('disk-full');
        } else {
          expect((await vault.blobs.readAll(blob.id)).equals(bytes)).toBe(true);
          calls = n;
        }
      }
      expect(calls).toBeGreaterThan(10);
    },
  );

  it('goes on where a single write takes less than it was given', async () => {
    const real = files.write;
    vi.spyOn(files, 'write').mockImplementation(((fd: number, bytes: Uint8Array, at: number, length: number) =>
      real(fd, bytes, at, Math.max(1, length >> 1))) as never);
    const bytes = content(CHUNK + 77, 55);
    const blob = await write(bytes);
    vi.restoreAllMocks();
    expect((await vault.blobs.readAll(blob.id)).equals(bytes)).toBe(true);
  });

  it('notices a disk that does not keep what it was given', async () => {
    const real = files.write;
    vi.spyOn(files, 'write').mockImplementation(((fd: number, bytes: Uint8Array, at: number, length: number) => {
      const changed = Buffer.from(bytes);
      if (length > 1000) changed[at + 500]! ^= 1;
      return real(fd, changed, at, length);
    }) as never);
    const failed = await codeOf(() => write(content(3000, 66)));
    expect(failed).toBe('blob-damaged');
    expect(readdirSync(path.join(vault.dir, 'tmp'))).toEqual([]);
  });

  it('is not taken in where it is not what was hashed when it was made', async () => {
    const bytes = content(3 * CHUNK, 77);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const spoilt = Buffer.from(bytes);
    spoilt[CHUNK + 9]! ^= 1;
    const before = readdirSync(vault.dir, { recursive: true }).sort();
    for (const wrong of [spoilt, bytes.subarray(0, -1), Buffer.alloc(0)]) {
      const writing = () => vault.blobs.write(streamOf(wrong), { mime: 'text/plain', sha256 });
      expect(await codeOf(writing)).toBe('disk-lies');
      expect(readdirSync(vault.dir, { recursive: true }).sort()).toEqual(before);
    }
    expect(await vault.blobs.write(streamOf(bytes), { mime: 'text/plain', sha256 })).toMatchObject({ sha256 });
  });

  it('keeps the same content once, and removes only what no row refers to', async () => {
    const kept = await stored(content(500, 1));
    expect(await write(content(500, 1))).toMatchObject({ id: kept.id, existing: true });
    const stray = '00'.repeat(16);
    mkdirSync(path.dirname(vault.blobs.fileOf(stray)), { recursive: true });
    copyFileSync(fileOf(kept), vault.blobs.fileOf(stray));
    const waiting = await write(content(501, 2));
    // A check tells what a write that was cut off leaves from what somebody else put there.
    const { problems, remainders } = verifyVault(vault);
    expect(remainders).toContain(waiting.id);
    expect(problems).toEqual([expect.stringContaining(`blob ${stray}: no record refers to it`)]);
    vault.blobs.sweep();
    expect(verifyVault(vault)).toMatchObject({ ok: true, problems: [] });
    expect(existsSync(vault.blobs.fileOf(stray))).toBe(false);
    expect(existsSync(fileOf(kept))).toBe(true);
    expect(existsSync(fileOf(waiting))).toBe(true);
  });
});
