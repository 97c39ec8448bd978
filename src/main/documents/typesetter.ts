import { existsSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { type Problem, ProblemError } from '#shared/problem.ts';
import type { compositions } from './compose.ts';

type Compositions = typeof compositions;
export type CompositionName = keyof Compositions;

/** One thing to typeset, as it crosses to the thread. */
export interface TypesetTask {
  id: number;
  name: CompositionName;
  given: unknown[];
}

/** What came of it. `fault` names an unexpected error and its place, never its text: that may hold case data. */
export type TypesetAnswer = { id: number } & ({ value: unknown } | { problem: Problem } | { fault: string });

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * The thread stays, with its fonts read, until the vault is locked: the first page takes a quarter of a second, the
 * next ones a few milliseconds.
 */
let thread: { worker: Worker; waiting: Map<number, Waiting> } | null = null;
let last = 0;
/** What typesets in this thread itself, loaded when it is first wanted: most programs never do. */
let here: typeof import('./compose.ts') | null = null;

/**
 * Typesets without holding up the program: in a thread of its own, or at once where this is already another thread.
 * @throws ProblemError as the composition does
 */
export async function typeset<N extends CompositionName>(
  name: N,
  ...given: Parameters<Compositions[N]>
): Promise<Awaited<ReturnType<Compositions[N]>>> {
  if (!isMainThread) {
    here ??= await import('./compose.ts');
    return (here.compositions[name] as (...all: unknown[]) => never)(...given);
  }
  thread ??= start();
  const id = ++last;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  thread.worker.postMessage({ id, name, given } satisfies TypesetTask);
  thread.waiting.set(id, { resolve, reject });
  // The thread alone does not keep the program from ending, but an answer that is waited for does.
  thread.worker.ref();
  return (await promise) as Awaited<ReturnType<Compositions[N]>>;
}

/** Ends the thread with all that it remembers of documents; the next page starts another. */
export function forgetTypesetter(): void {
  here?.forgetPages();
  void thread?.worker.terminate();
  thread = null;
}

function start(): NonNullable<typeof thread> {
  const worker = new Worker(entry(), { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const waiting = new Map<number, Waiting>();
  worker.on('message', (answer: TypesetAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('value' in answer) asked?.resolve(answer.value);
    else asked?.reject('problem' in answer ? new ProblemError(answer.problem) : new Error(answer.fault));
  });
  const end = (error: Error) => {
    if (thread?.worker === worker) thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The typesetter ended before it was done')));
  return { worker, waiting };
}

/** The source beside this one, or what the build made of it. */
function entry(): string {
  const source = path.join(import.meta.dirname, '..', 'workers', 'typeset.ts');
  return existsSync(source) ? source : path.join(import.meta.dirname, 'workers', 'typeset.js');
}
