import { parentPort, workerData } from 'node:worker_threads';
import type { JobProgress } from '#main/store/context.ts';
import { ProblemError } from '#shared/problem.ts';
import type { WorkerMessage } from './run.ts';

/** The other end of `runInWorker`: does the work that this thread was started for, and says what came of it. */
export async function serve<I>(work: (input: I, report: (progress: JobProgress) => void) => unknown): Promise<void> {
  const post = (message: WorkerMessage) => parentPort!.postMessage(message);
  try {
    post({ value: await work(workerData as I, (progress) => post({ progress })) });
  } catch (error) {
    if (error instanceof ProblemError) post({ problem: error.problem });
    // The text of an unexpected error may hold case data: only its name and place are told.
    else
      post({
        fault: error instanceof Error ? `${error.name} at ${(error.stack ?? '').split('\n')[1]?.trim()}` : typeof error,
      });
  }
}
