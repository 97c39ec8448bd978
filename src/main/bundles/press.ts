import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfOptions } from '#main/documents/service.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type Problem, ProblemError } from '#shared/problem.ts';
import type { ByteSink } from './assembler/types.ts';
import { newRing, RingFailure, type RingMemory, RingWriter } from './ring.ts';

/** What the thread is asked: pages to typeset, or a file to write from the ring. */
export type PressTask = { id: number } & (
  | { do: 'typeset'; doc: BlockDocument; options: PdfOptions }
  | { do: 'write'; file: string; ring: RingMemory }
);

/** What came of it. `fault` names an unexpected error and its place, never its text: that may hold case data. */
export type PressAnswer = { id: number } & ({ value: unknown } | { problem: Problem } | { fault: string });

/** A file as it was written. */
export interface Pressed {
  bytes: number;
  sha256: string;
}

/** A file that is being written by the thread. */
export interface PressedFile {
  readonly sink: ByteSink;
  /**
   * Says that all has been given and returns when it can be read back; it is on the disk, and hashed, when the promise
   * is kept.
   */
  end(): Promise<Pressed>;
  /** Gives up after `error`: what is thrown is the disk's own failure where that is what stopped it. */
  abandon(error: unknown): Promise<never>;
}

/**
 * The thread beside the one that binds: it typesets the front pages while the sources are counted, and then writes and
 * hashes what is bound while the next of it is made.
 */
export interface Press {
  typeset(doc: BlockDocument, options: PdfOptions): Promise<Uint8Array>;
  write(file: string): PressedFile;
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
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
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
    write(file) {
      const ring = newRing();
      const written = ask({ do: 'write', file, ring } as PressTask) as Promise<Pressed>;
      // It may be refused long before anybody waits for it.
      written.catch(() => {});
      return pressedFile(new RingWriter(ring), written);
    },
  };
}

function pressedFile(ring: RingWriter, written: Promise<Pressed>): PressedFile {
  let slot: Buffer | null = null;
  return {
    sink: {
      take() {
        slot ??= ring.take();
        return slot;
      },
      write(bytes) {
        for (let at = 0; at < bytes.length; ) {
          const into = slot ?? ring.take();
          slot = null;
          const part = bytes.subarray(at, at + into.length);
          // What was written into the slot itself is there already.
          if (part.buffer !== into.buffer || part.byteOffset !== into.byteOffset) into.set(part);
          ring.give(part.length);
          at += part.length;
        }
      },
    },
    end() {
      try {
        ring.end();
      } catch (error) {
        if (!(error instanceof RingFailure)) throw error;
      }
      return written;
    },
    async abandon(error) {
      ring.abandon();
      await written.catch((failure: unknown) => {
        throw error instanceof RingFailure ? failure : error;
      });
      throw error;
    },
  };
}

/** The source of the thread, or what the build made of it: beside the thread that binds, or below the program. */
function entry(): string {
  const here = import.meta.dirname;
  const places = [path.join(here, '..', 'workers', 'press.ts'), path.join(here, 'press.js')];
  return places.find((place) => existsSync(place)) ?? path.join(here, 'workers', 'press.js');
}
