import { createHash } from 'node:crypto';
import { CHUNK, newBlobHeader, sealChunk, TAG } from './blob-format.ts';
import { files, PORTION, writeAll } from './files.ts';
import { release } from './memory.ts';

/** So many chunks are written at a time, and are on the disk before the next ones. */
const GROUP = PORTION / CHUNK;

export interface BlobWriting {
  signal?: AbortSignal | undefined;
  /** Told of the bytes of content read so far. */
  onProgress?: ((bytes: number) => void) | undefined;
}

/**
 * Writes content as a new blob's file, durably, however long it is, in the same little memory.
 * @param source parts of the content, each read before the next is asked for
 * @returns what the content is: its SHA-256 in hex, its length in bytes, its chunks
 */
export async function writeBlob(
  file: string,
  id: string,
  blobKey: Buffer,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { signal, onProgress }: BlobWriting = {},
): Promise<{ sha256: string; size: number; chunks: number }> {
  const hash = createHash('sha256');
  const idBytes = Buffer.from(id, 'hex');
  const { header, key } = newBlobHeader(blobKey, id);
  // One chunk is always held back, for only at the end is it known to be the last.
  const held = Buffer.allocUnsafeSlow(CHUNK);
  let filled = 0;
  const group = Buffer.allocUnsafeSlow(GROUP * (CHUNK + TAG));
  let grouped = 0;
  let size = 0;
  let chunks = 0;
  const seal = (last: boolean) => {
    const chunk = { index: chunks, last, plain: held.subarray(0, filled) };
    grouped += sealChunk(key, idBytes, chunk, group, grouped);
    chunks += 1;
    filled = 0;
  };
  const fd = files.open(file, 'wx', 0o600);
  const flush = () => {
    writeAll(fd, group.subarray(0, grouped));
    grouped = 0;
  };
  try {
    writeAll(fd, header);
    for await (const part of source) {
      signal?.throwIfAborted();
      hash.update(part);
      size += part.length;
      for (let at = 0; at < part.length; ) {
        if (filled === CHUNK) seal(false);
        if (grouped === group.length) {
          flush();
          await files.datasync(fd);
        }
        const take = Math.min(CHUNK - filled, part.length - at);
        held.set(part.subarray(at, at + take), filled);
        filled += take;
        at += take;
      }
      onProgress?.(size);
    }
    seal(true);
    flush();
    files.fsync(fd);
  } finally {
    files.close(fd);
    key.fill(0);
    for (const each of [held, group]) release(each);
  }
  return { sha256: hash.digest('hex'), size, chunks };
}
