import { closeSync, fstatSync, openSync } from 'node:fs';
import { CHUNK, chunkOpener, damagedBlob, HEADER_BYTES, shapeOf, TAG } from './blob-format.ts';
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
  const open = chunkOpener(key, Buffer.from(id, 'hex'));
  const remembered = new Map<number, Buffer>();
  const sealed = Buffer.allocUnsafeSlow(CHUNK + TAG);

  const lengthOf = (index: number) => (index === chunks - 1 ? size - index * CHUNK : CHUNK);

  function decrypt(index: number, into: Uint8Array, at: number): void {
    const length = lengthOf(index) + TAG;
    const got = files.read(fd, sealed, 0, length, HEADER_BYTES + index * (CHUNK + TAG));
    const isWhole = got === length && open(index, index === chunks - 1, sealed.subarray(0, length), into, at);
    if (!isWhole) throw damagedBlob(id);
  }

  function chunk(index: number): Buffer {
    const known = remembered.get(index);
    if (known) return known;
    const [oldest] = remembered;
    const isFull = oldest !== undefined && remembered.size >= REMEMBERED;
    const place = isFull ? oldest[1] : Buffer.allocUnsafeSlow(CHUNK);
    if (isFull) remembered.delete(oldest[0]);
    decrypt(index, place, 0);
    remembered.set(index, place);
    return place;
  }

  function close(): void {
    closeSync(fd);
    for (const bytes of [...remembered.values(), sealed]) release(bytes);
    remembered.clear();
  }

  try {
    // The last chunk alone carries the mark of the end: with it the length is proved, also of what is empty.
    chunk(chunks - 1);
  } catch (error) {
    close();
    throw error;
  }
  return {
    size,
    read(into, offset, length, position) {
      let done = 0;
      while (done < length && position + done < size) {
        const at = position + done;
        const index = Math.floor(at / CHUNK);
        const from = at % CHUNK;
        const count = Math.min(lengthOf(index) - from, length - done);
        // What is wanted whole goes where it is wanted.
        if (from === 0 && count === lengthOf(index) && !remembered.has(index)) decrypt(index, into, offset + done);
        else into.set(chunk(index).subarray(from, from + count), offset + done);
        done += count;
      }
      return done;
    },
    close,
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
