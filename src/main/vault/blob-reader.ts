import { closeSync, fstatSync, openSync } from 'node:fs';
import { CHUNK, damagedBlob, HEADER_BYTES, openChunk, shapeOf, TAG } from './blob-format.ts';
import { files } from './files.ts';
import { release } from './memory.ts';

/** What another thread needs to read one blob, and no other: its file and its own key. */
export interface BlobHandle {
  id: string;
  file: string;
  key: Uint8Array;
}

/** Random access to content: what a bundle is assembled from. */
export interface ByteReader {
  readonly size: number;
  /** Fills a part of `into` from a position of the content. @returns how many bytes there were */
  read(into: Uint8Array, offset: number, length: number, position: number): number;
  close(): void;
}

/** How many decrypted chunks a reader remembers: neighbours are read again and again. */
const REMEMBERED = 8;

/**
 * Opens a blob for reading any range of it; the last chunk is authenticated now, each
 * other when it is read.
 * @throws ProblemError `blob-damaged`, also later, at the read that meets the damage
 */
export function openBlob({ id, file, key }: BlobHandle): ByteReader {
  const fd = openFile(id, file);
  const shape = shapeOf(fstatSync(fd).size);
  if (!shape) {
    closeSync(fd);
    throw damagedBlob(id);
  }
  const { chunks, size } = shape;
  const idBytes = Buffer.from(id, 'hex');
  const secret = Buffer.from(key);
  const remembered = new Map<number, Buffer>();
  const sealed = Buffer.alloc(CHUNK + TAG);

  function chunk(index: number): Buffer {
    const known = remembered.get(index);
    if (known) return known;
    const last = index === chunks - 1;
    const length = (last ? size - index * CHUNK : CHUNK) + TAG;
    const got = files.read(fd, sealed, 0, length, HEADER_BYTES + index * (CHUNK + TAG));
    const plain = got === length ? openChunk(secret, idBytes, index, last, sealed.subarray(0, length)) : undefined;
    if (!plain) throw damagedBlob(id);
    if (remembered.size >= REMEMBERED) {
      const [oldest, content] = remembered.entries().next().value!;
      remembered.delete(oldest);
      release(content);
    }
    remembered.set(index, plain);
    return plain;
  }

  try {
    // The last chunk alone carries the mark of the end: with it the length is proved, also of what is empty.
    chunk(chunks - 1);
  } catch (error) {
    closeSync(fd);
    secret.fill(0);
    throw error;
  }
  return {
    size,
    read(into, offset, length, position) {
      let done = 0;
      while (done < length && position + done < size) {
        const at = position + done;
        const plain = chunk(Math.floor(at / CHUNK));
        const part = plain.subarray(at % CHUNK, (at % CHUNK) + length - done);
        into.set(part, offset + done);
        done += part.length;
      }
      return done;
    },
    close() {
      closeSync(fd);
      secret.fill(0);
      for (const plain of remembered.values()) release(plain);
      remembered.clear();
    },
  };
}

function openFile(id: string, file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damagedBlob(id, error);
    throw error;
  }
}

/** As much as is read at a time, in bytes. */
const PART = 16 * CHUNK;

/** A blob's content in parts, each good until the next is asked for, so that none is held whole; the reader is closed after them. */
export function* contentOf(reader: ByteReader): Generator<Uint8Array> {
  const part = Buffer.allocUnsafeSlow(Math.min(PART, Math.max(1, reader.size)));
  try {
    for (let at = 0; at < reader.size; ) {
      const got = reader.read(part, 0, part.length, at);
      yield part.subarray(0, got);
      at += got;
    }
  } finally {
    reader.close();
    release(part);
  }
}
