import type { App } from '#main/app.ts';
import { nextReference } from '#main/matters/matters.ts';
import { inventMatter } from './invented.ts';
import { loadMatter } from './load.ts';
import { seeded } from './random.ts';

/** Matters in one transaction: large enough to be quick, small enough to be cancelled between two. */
const BATCH = 200;

export interface SeedOptions {
  matters: number;
  seed: number;
  /** Marked as samples, so that they can be removed in one step. */
  sample?: boolean;
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Fills the open vault with invented matters, the same each time for the same seed and day. @returns their ids */
export async function seedMatters(
  app: App,
  { matters, seed, sample = false, signal, onProgress }: SeedOptions,
): Promise<string[]> {
  const { runner } = app.session!;
  const random = seeded(seed);
  const ids: string[] = [];
  while (ids.length < matters) {
    signal?.throwIfAborted();
    const count = Math.min(BATCH, matters - ids.length);
    await runner.run({ name: 'matters.seed', undoable: false }, async (context) => {
      const year = app.clock.today().slice(0, 4);
      let serial = Number((await nextReference(context)).slice(`M-${year}/`.length));
      for (let i = 0; i < count; i++) {
        const file = inventMatter(random, app.clock.today());
        file.matter.reference = `M-${year}/${String(serial++).padStart(3, '0')}`;
        ids.push((await loadMatter(context, file, { sample })).matterId);
      }
    });
    onProgress?.(ids.length, matters);
  }
  return ids;
}
