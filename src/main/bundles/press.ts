import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfOptions } from '#main/documents/service.ts';
import type { Seal } from '#main/sealed-file.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type Problem, ProblemError } from '#shared/problem.ts';
import type { FollowMemory } from './follow.ts';

/** What the thread is asked: pages to typeset, or a file to hash while it is written. */
export type PressTask = { id: number } & (
  | { do: 'typeset'; doc: BlockDocument; options: PdfOptions }
  | { do: 'hash'; file: string; seal: Seal; memory: FollowMemory }
);

/** What came of it. `fault` names an unexpected error and its place, never its text: that may hold case data. */
export type PressAnswer = { id: number } & ({ value: unknown } | { problem: Problem } | { fault: string });

/** A file that was hashed. */
export interface Hashed {
  bytes: number;
  sha256: string;
}

/**
 * The thread beside the one that binds: it typesets the front pages while the documents are counted and copied, and then
 * hashes what is written.
 */
export interface Press {
  typeset(doc: BlockDocument, options: PdfOptions): Promise<Uint8Array>;
  /** Hashes a file that is being written, to its end; null where its writer gives it up. */
  hash(file: string, seal: Seal, memory: FollowMemory): Promise<Hashed | null>;
}

let press: Press | null = null;

/** The press of this thread: started when it is first asked for, ended with the thread or the program. */
export function thePress(): Press {
  press ??= start();
  return press;
}

function start(): Press {
  const worker = new Worker(entry(), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxYoungGenerationSizeMb: 1 },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  worker.unref();
  worker.on('message', (answer: PressAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('value' in answer) asked?.resolve(answer.value);
    else asked?.reject('problem' in answer ? new ProblemError(answer.problem) : new Error(answer.fault));
  });
  const end = (error: Error) => {
    press = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The press ended before it was done')));
  let last = 0;
  const ask = (task: Omit<PressTask, 'id'>): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = ++last;
    waiting.set(id, { resolve, reject });
    // The thread alone does not keep the program from ending, but an answer that is waited for does.
    worker.ref();
    worker.postMessage({ ...task, id });
    return promise;
  };
  return {
    typeset: async (doc, options) => (await ask({ do: 'typeset', doc, options } as PressTask)) as Uint8Array,
    hash: async (file, seal, memory) => (await ask({ do: 'hash', file, seal, memory } as PressTask)) as Hashed | null,
  };
}

/** The source of the thread, or what the build made of it: beside the thread that binds, or below the program. */
function entry(): string {
  const here = import.meta.dirname;
  const places = [path.join(here, '..', 'workers', 'press.ts'), path.join(here, 'press.js')];
  return places.find((place) => existsSync(place)) ?? path.join(here, 'workers', 'press.js');
}
