import { closeSync, fdatasync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Seal, sealedWriter } from '#main/sealed-file.ts';
import { problem } from '#shared/problem.ts';
import type { ByteSink } from './assembler/types.ts';

/** A new file that is written from first byte to last. */
export interface OutputFile extends ByteSink {
  /** Kept when the disk has all of it. @throws ProblemError `disk-full`, `cannot-write` */
  onDisk(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes after which the disk is asked to take what there is, so that little is left to wait for at the end. */
const PORTION = 32 * 1024 * 1024;

/**
 * Makes a new file for a bundle. What is written until something fails is for the caller to remove.
 *
 * @param wrote told of bytes that can be read back
 * @throws ProblemError `disk-full`, `no-such-folder`, `cannot-write`, also at each `write`
 */
export function newOutputFile(file: string, seal: Seal, wrote: (bytes: number) => void): OutputFile {
  const fd = said(() => openSync(file, 'wx', 0o600));
  const put = said(() => {
    try {
      return sealedWriter(fd, seal);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  });
  let waiting = 0;
  let taking: Promise<void> | null = null;
  // A disk says only once what it could not take: it must not be lost.
  let failure: unknown = null;
  const take = async () => {
    try {
      await promisify(fdatasync)(fd);
    } catch (error) {
      failure ??= error;
    }
    taking = null;
  };
  return {
    write(bytes) {
      said(() => put(bytes));
      wrote(bytes.length);
      waiting += bytes.length;
      if (waiting < PORTION || taking) return;
      waiting = 0;
      taking = take();
    },
    async onDisk() {
      await taking;
      try {
        await promisify(fsync)(fd);
      } catch (error) {
        failure ??= error;
      }
      if (failure !== null) throw asProblem(failure);
    },
    async close() {
      await taking;
      closeSync(fd);
    },
  };
}

/** What a disk says, as what a user can read. */
function asProblem(error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return problem(
        'disk-full',
        'The disk is full, or takes no file of this size: the bundle was not written, and no part of it was left behind. The vault is unharmed.',
        { hint: 'Make room or choose another disk.' },
        error,
      );
    case 'ENOENT':
      return problem(
        'no-such-folder',
        'The folder for the bundle does not exist. Nothing was written.',
        { hint: 'Choose another folder.' },
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EIO':
      return problem(
        'cannot-write',
        'The bundle could not be written in that folder, and no part of it was left behind. The vault is unharmed.',
        { hint: 'Choose another folder.' },
        error,
      );
    default:
      return error;
  }
}

function said<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asProblem(error);
  }
}
