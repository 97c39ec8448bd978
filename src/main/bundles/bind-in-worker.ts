import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { BindInput, BindReport } from './binding.ts';

/** Little, for the memory of a binding is to be small, and what it makes lives no longer than a page. */
const YOUNG_MIB = 3;

/** Binds in a thread of its own. */
export function bindInWorker(
  input: BindInput,
  options: { signal?: AbortSignal | undefined; onProgress?: (progress: JobProgress) => void } = {},
): Promise<BindReport> {
  return runInWorker<BindReport>('bind-bundle', input, { ...options, heapMiB: 1024, youngMiB: YOUNG_MIB });
}
