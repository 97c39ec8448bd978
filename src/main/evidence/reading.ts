import type { BlobHandle } from '#main/vault/blob-reader.ts';
import { runInWorker, type WorkerOptions } from '#main/workers/run.ts';
import type { FileKind } from './kinds.ts';

/** A file of the vault that is to be read: its pages counted and its text taken out. */
export interface ReadingTask {
  handle: BlobHandle;
  kind: FileKind;
  mime: string;
  name: string;
}

export interface Reading {
  /** How many pages it has or gives; null where it has none. */
  pages: number | null;
  /** The text by page, from 1; pages without text are left out. */
  text: { page: number; text: string }[];
  problems: string[];
}

/**
 * Reads files in a thread of their own. One that ends the thread is read again by itself, so that it can't take the
 * others with it; if it ends the thread again, that is its problem and is said.
 */
export async function readFiles(tasks: ReadingTask[], options: WorkerOptions = {}): Promise<Reading[]> {
  if (tasks.length === 0) return [];
  try {
    return await runInWorker<Reading[]>('read-files', tasks, { ...options, heapMiB: 1024 });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (tasks.length === 1)
      return [
        {
          pages: null,
          text: [],
          problems: [
            'Its content is damaged or too large: it ended the reader. It is kept as it is, and not searched.',
          ],
        },
      ];
    const readings: Reading[] = [];
    for (const task of tasks) readings.push(...(await readFiles([task], options)));
    return readings;
  }
}
