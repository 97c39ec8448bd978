import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './types.ts';

/**
 * A file that is read where it lies. Whoever opens it closes it.
 * @throws Error with `code` ENOENT, EACCES or EISDIR
 */
export function openFileSource(file: string): ByteSource {
  const fd = openSync(file, 'r');
  const info = fstatSync(fd);
  if (!info.isFile()) {
    closeSync(fd);
    throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
  }
  return {
    size: info.size,
    read: (into, offset, length, position) => readSync(fd, into, offset, length, position),
    close: () => closeSync(fd),
  };
}

/** Bytes that are in memory already, such as what was typeset a moment ago. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(into, offset, length, position) {
      const part = bytes.subarray(position, position + length);
      into.set(part, offset);
      return part.length;
    },
  };
}
