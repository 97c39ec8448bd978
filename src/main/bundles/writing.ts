import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { problem } from '#shared/problem.ts';
import { assemble } from './assembler/assemble.ts';
import type { AssemblyPlan } from './assembler/types.ts';

/**
 * Assembles into a new file, hashed while it is written and on the disk when this returns. What is written until
 * something fails is for the caller to remove.
 *
 * @throws ProblemError `disk-full`, `no-such-folder`, `cannot-write`
 */
export function writeAssembly(plan: AssemblyPlan, file: string, onItem: (done: number, total: number) => void) {
  const fd = said(() => openSync(file, 'wx', 0o600));
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const sink = {
      write(chunk: Uint8Array) {
        for (let at = 0; at < chunk.length; ) at += said(() => writeSync(fd, chunk, at));
        hash.update(chunk);
        bytes += chunk.length;
      },
    };
    const assembled = assemble(plan, sink, { onItem });
    said(() => fsyncSync(fd));
    return { assembled, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(fd);
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
