import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { RedactionInput, RedactionOutput } from './make.ts';

/** Makes a redacted copy in a thread of its own. */
export function redactInWorker(
  input: RedactionInput,
  options: { signal?: AbortSignal | undefined; onProgress?: (progress: JobProgress) => void } = {},
): Promise<RedactionOutput> {
  return runInWorker<RedactionOutput>('redact-file', input, { ...options, heapMiB: 2048 });
}
