import { createHash } from 'node:crypto';
import { openSealed, type Seal } from '#main/sealed-file.ts';
import type { ByteSource } from './assembler/types.ts';

/**
 * A file is hashed in one thread while another still writes it: the writer tells in shared memory how far it is, and the
 * hash follows from what can be read back.
 */
export type FollowMemory = SharedArrayBuffer;

/** What the one word of it says: how many stretches are written, or how the writing ended. */
const WHOLE = -1;
const ABANDONED = -2;
/** Bytes of a stretch: so many that telling costs nothing. */
const STRETCH = 4 * 1024 * 1024;
const READ_BYTES = 128 * 1024;

export const newFollowMemory = (): FollowMemory => new SharedArrayBuffer(4);

/** The writer's side. */
export class Teller {
  private readonly word: Int32Array;
  private bytes = 0;
  private told = 0;

  constructor(memory: FollowMemory) {
    this.word = new Int32Array(memory);
  }

  /** So many more bytes can be read back. */
  wrote(bytes: number): void {
    this.bytes += bytes;
    const stretches = Math.floor(this.bytes / STRETCH);
    if (stretches > this.told) this.tell(stretches);
  }

  /** Nothing follows: the file is as it is to be, or is not wanted. */
  end(isWhole: boolean): void {
    this.tell(isWhole ? WHOLE : ABANDONED);
  }

  private tell(value: number): void {
    this.told = value;
    Atomics.store(this.word, 0, value);
    Atomics.notify(this.word, 0);
  }
}

/** The SHA-256 of a file, blocking this thread until it is written; null where it is given up. */
export function hashBehind(file: string, seal: Seal, memory: FollowMemory): { bytes: number; sha256: string } | null {
  const word = new Int32Array(memory);
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafeSlow(READ_BYTES);
  let source: ByteSource | null = null;
  let bytes = 0;
  try {
    for (;;) {
      const told = Atomics.load(word, 0);
      if (told === ABANDONED) return null;
      const upTo = told === WHOLE ? Number.POSITIVE_INFINITY : told * STRETCH;
      if (upTo > 0) source ??= openSealed(file, seal);
      while (source && bytes < upTo) {
        const got = source.read(part, 0, Math.min(part.length, upTo - bytes), bytes);
        if (got === 0) break;
        hash.update(part.subarray(0, got));
        bytes += got;
      }
      if (told === WHOLE) return { bytes, sha256: hash.digest('hex') };
      Atomics.wait(word, 0, told);
    }
  } finally {
    source?.close?.();
  }
}
