import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openFileSource } from './bundles/assembler/file-source.ts';
import type { ByteSource } from './bundles/assembler/types.ts';

/**
 * The key of files that lie on the disk only while something is made of them, such as a bundle on its way into the vault:
 * 32 bytes that are never written anywhere, so that what a crash or a disk keeps of such a file says nothing. Null where
 * the file is one that the user asked for outside the vault.
 *
 * A sealed file is 16 random bytes, then AES-256-CTR from that counter on. It is not authenticated: what becomes of it is
 * held against its hash when it is taken into the vault.
 */
export type Seal = Uint8Array | null;

const CIPHER = 'aes-256-ctr';
const IV = 16;
const BLOCK = 16;
const PART = 1024 * 1024;

export const newSeal = (): Uint8Array => randomBytes(32);

/** Writes to a new file from its first byte on, sealed where there is a seal. @throws Error as `writeSync` does */
export function sealedWriter(fd: number, seal: Seal): (bytes: Uint8Array) => void {
  if (seal === null) return (bytes) => writeAll(fd, bytes);
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, seal, iv);
  writeAll(fd, iv);
  return (bytes) => writeAll(fd, cipher.update(bytes));
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
}

/** A file written by `sealedWriter`, read at any place; its size is that of what was written. Whoever opens it closes it. */
export function openSealed(file: string, seal: Seal): ByteSource {
  const source = openFileSource(file);
  if (seal === null) return source;
  const iv = Buffer.alloc(IV);
  source.read(iv, 0, IV, 0);
  return {
    size: Math.max(0, source.size - IV),
    read(into, offset, length, position) {
      const before = position % BLOCK;
      const part = Buffer.allocUnsafe(length + before);
      const got = source.read(part, 0, part.length, IV + position - before) - before;
      if (got <= 0) return 0;
      const decipher = createDecipheriv(CIPHER, seal, counterAt(iv, position / BLOCK));
      const plain = decipher.update(part.subarray(0, before + got));
      into.set(plain.subarray(before), offset);
      return got;
    },
    close: () => source.close?.(),
  };
}

/** The counter so many blocks on: a number of 128 bits that begins anew after its greatest. */
function counterAt(iv: Buffer, blocks: number): Buffer {
  const at = (BigInt(`0x${iv.toString('hex')}`) + BigInt(Math.floor(blocks))) & ((1n << 128n) - 1n);
  return Buffer.from(at.toString(16).padStart(IV * 2, '0'), 'hex');
}

/** All of a file written by `sealedWriter`, part by part. */
export async function* readSealed(file: string, seal: Seal): AsyncGenerator<Uint8Array> {
  const source = openSealed(file, seal);
  try {
    for (let at = 0; at < source.size; ) {
      const part = Buffer.allocUnsafe(Math.min(PART, source.size - at));
      const got = source.read(part, 0, part.length, at);
      if (got <= 0) return;
      at += got;
      yield part.subarray(0, got);
    }
  } finally {
    source.close?.();
  }
}
