import { rm } from 'node:fs/promises';
import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import { ProblemError } from '#shared/problem.ts';
import type { ImagingInput, ImagingOutcome } from './imaging.ts';

/** A page may take so long, its opening and a last draught included; then the thread is ended. */
const STALLED_MS = 60_000;
const HEAP_MIB = 768;
/** Faults of the disk, which are none of the document. */
const DISK = new Set(['disk-full', 'cannot-write']);

/**
 * Makes pictures of the pages of a document in a thread of its own, which ends with it, with a document that takes more
 * memory than is given to it, or one that stands still. What it says no to leaves no file.
 *
 * @throws ProblemError `disk-full`, `cannot-write`
 */
export async function makePageImages(
  input: ImagingInput,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (progress: JobProgress) => void } = {},
): Promise<ImagingOutcome> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALLED_MS);
  const both = signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal;
  let outcome: ImagingOutcome = { refused: 'closed' };
  try {
    outcome = await runInWorker<ImagingOutcome>('draw-pages', input, {
      signal: both,
      heapMiB: HEAP_MIB,
      onProgress(progress) {
        clearTimeout(timer);
        timer = setTimeout(() => stalled.abort(), STALLED_MS);
        onProgress?.(progress);
      },
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ProblemError && DISK.has(error.problem.code)) throw error;
    // Whatever a damaged document did to the thread, it is one that could not be drawn.
    if (stalled.signal.aborted) outcome = { refused: 'too-slow' };
    else if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') outcome = { refused: 'too-large' };
  } finally {
    clearTimeout(timer);
    if (!('made' in outcome)) await rm(input.into, { force: true });
  }
  return outcome;
}
