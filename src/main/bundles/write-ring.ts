import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { problem } from '#shared/problem.ts';
import type { Pressed } from './press.ts';
import { emptyRing, type RingMemory } from './ring.ts';

/**
 * Writes a new file from a ring, hashed while it is written and on the disk when this returns; null where the other side
 * gave up. What is written until something fails is for the caller to remove.
 *
 * @throws ProblemError `disk-full`, `no-such-folder`, `cannot-write`
 */
export function writeFromRing(file: string, ring: RingMemory): Pressed | null {
  const hash = createHash('sha256');
  let fd = -1;
  let bytes = 0;
  try {
    const isWhole = emptyRing(ring, (slot) => {
      if (fd < 0) fd = said(() => openSync(file, 'wx', 0o600));
      for (let at = 0; at < slot.length; ) at += said(() => writeSync(fd, slot, at));
      hash.update(slot);
      bytes += slot.length;
    });
    if (!isWhole || fd < 0) return null;
    said(() => fsyncSync(fd));
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    if (fd >= 0) closeSync(fd);
  }
}

/** What a disk says, as what a user can read: it has to come through from another thread. */
function said<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOSPC':
      case 'EDQUOT':
      case 'EFBIG':
        throw problem(
          'disk-full',
          'The disk is full, or takes no file of this size: the bundle was not written, and no part of it was left behind. The vault is unharmed.',
          { hint: 'Make room or choose another disk.' },
          error,
        );
      case 'ENOENT':
        throw problem(
          'no-such-folder',
          'The folder for the bundle does not exist. Nothing was written.',
          { hint: 'Choose another folder.' },
          error,
        );
      case 'EACCES':
      case 'EPERM':
      case 'EROFS':
      case 'EIO':
        throw problem(
          'cannot-write',
          'The bundle could not be written in that folder, and no part of it was left behind. The vault is unharmed.',
          { hint: 'Choose another folder.' },
          error,
        );
      default:
        throw error;
    }
  }
}
