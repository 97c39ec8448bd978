import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { problem } from '#shared/problem.ts';
import { files, writeAll } from './files.ts';

/**
 * Wrong tries, kept in the vault's folder, so that starting the program again does not skip the delay. This holds up
 * somebody at the keyboard; whoever copies the folder is held up by the derivation alone (docs/security.md).
 */
const FREE = 5;
const LONGEST = 60_000;

const record = z.strictObject({ count: z.int().min(0).max(1_000_000), last: z.int().min(0) });
type Tries = z.infer<typeof record>;

const triesFile = (dir: string) => path.join(dir, 'tries');

/** A file that cannot be read counts for nothing: it must not keep the owner out. */
function readTries(dir: string): Tries {
  try {
    const file = triesFile(dir);
    if (statSync(file).size > 1024) return { count: 0, last: 0 };
    return record.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { count: 0, last: 0 };
  }
}

/** Milliseconds to wait before the next try: none for five, then 1, 2, 4 … seconds, never more than a minute. */
export function delayAfter({ count, last }: Tries, now: number): number {
  if (count < FREE) return 0;
  const delay = Math.min(LONGEST, 1000 * 2 ** Math.min(count - FREE, 10));
  // A clock that was set back must not lengthen it.
  return Math.min(delay, Math.max(0, last + delay - now));
}

/** How many wrong tries there were, and for how long the next must wait, in milliseconds. */
export function triesOf(dir: string, now = Date.now()): { count: number; wait: number } {
  const tries = readTries(dir);
  return { count: tries.count, wait: delayAfter(tries, now) };
}

/**
 * Counts a try before it is made, so that ending the program in the middle of it does not skip it.
 * @throws ProblemError `too-many-tries` where it comes too early; it is not counted then
 */
export function countTry(dir: string, now = Date.now()) {
  const before = readTries(dir);
  const wait = delayAfter(before, now);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw problem(
      'too-many-tries',
      `There were ${before.count} wrong tries. The next is possible in ${seconds} second${seconds === 1 ? '' : 's'}.`,
      { hint: 'Nothing is lost: check capitals and the keyboard’s language meanwhile.' },
    );
  }
  put(dir, { count: before.count + 1, last: now });
}

export function forgetTries(dir: string) {
  if (existsSync(triesFile(dir))) unlessReadOnly(() => files.remove(triesFile(dir), { force: true }));
}

function put(dir: string, tries: Tries) {
  unlessReadOnly(() => {
    const partial = path.join(dir, 'tmp', `tries-${process.pid}`);
    files.remove(partial, { force: true });
    try {
      // Not made durable: it must outlive the program, and every opening would wait for the disk.
      const fd = files.open(partial, 'wx', 0o600);
      try {
        writeAll(fd, Buffer.from(JSON.stringify(tries)));
      } finally {
        files.close(fd);
      }
      files.rename(partial, triesFile(dir));
    } finally {
      rmSync(partial, { force: true });
    }
  });
}

/** Where nothing can be written (a full disk, a copy on a stick), reading must still be possible. */
function unlessReadOnly(act: () => void) {
  try {
    act();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
  }
}
