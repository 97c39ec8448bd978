import { existsSync } from 'node:fs';
import path from 'node:path';
import { type TransferListItem, Worker } from 'node:worker_threads';
import type { JobProgress } from '#main/store/context.ts';
import { type Problem, ProblemError } from '#shared/problem.ts';

/** What a worker says: how far it is, what came of it, or what went wrong. */
export type WorkerMessage = { progress: JobProgress } | { value: unknown } | { problem: Problem } | { fault: string };

export interface WorkerOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
  transfer?: TransferListItem[];
  /** The most that its JavaScript heap may grow to, in MiB: a hostile file ends the worker and not the program. */
  heapMiB?: number;
  /** How much of that what is new may take before it is looked through, in MiB: less where much is made and soon forgotten. */
  youngMiB?: number;
}

/** The entry point of a worker: its source beside this file, or what the build made of it. */
function entry(name: string): string {
  const source = path.join(import.meta.dirname, `${name}.ts`);
  return existsSync(source) ? source : path.join(import.meta.dirname, 'workers', `${name}.js`);
}

/**
 * Runs one piece of work in a thread of its own, which ends with it.
 * @throws ProblemError that the worker reported; `cancelled` is thrown as the signal's reason
 */
export async function runInWorker<R>(name: string, input: unknown, options: WorkerOptions = {}): Promise<R> {
  options.signal?.throwIfAborted();
  const worker = new Worker(entry(name), {
    workerData: input,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: {
      maxOldGenerationSizeMb: options.heapMiB ?? 512,
      ...(options.youngMiB === undefined ? {} : { maxYoungGenerationSizeMb: options.youngMiB }),
    },
    ...(options.transfer ? { transferList: options.transfer } : {}),
  });
  const { promise, resolve, reject } = Promise.withResolvers<R>();
  const onAbort = () => reject(options.signal?.reason);
  options.signal?.addEventListener('abort', onAbort);
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) options.onProgress?.(message.progress);
    else if ('value' in message) resolve(message.value as R);
    else if ('problem' in message) reject(new ProblemError(message.problem));
    else reject(new Error(`${name}: ${message.fault}`));
  });
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`The worker ${name} ended (${code}) before it was done`)));
  try {
    return await promise;
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
