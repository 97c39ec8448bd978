import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { BindInput, BindReport } from './binding.ts';

/** Binds in a thread of its own. */
export function bindInWorker(
  input: BindInput,
  options: { signal?: AbortSignal | undefined; onProgress?: (progress: JobProgress) => void } = {},
): Promise<BindReport> {
  return runInWorker<BindReport>('bind-bundle', input, { ...options, heapMiB: 1024 });
}
