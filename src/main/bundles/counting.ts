import type { JobProgress } from '#main/store/context.ts';
import { readPages } from '#shared/domain/bundles/plan.ts';
import { ProblemError } from '#shared/problem.ts';
import { countPages } from './assembler/count.ts';
import { type ByteSource, SourceFailure } from './assembler/types.ts';
import type { BindItem, Skipped } from './binding.ts';
import { openHandle, type SourceHandle } from './handles.ts';

/** The pages that one file gives to a bundle. */
export interface Part {
  itemId: string;
  id: string;
  name: string;
  handle: SourceHandle;
  password: string | undefined;
  /** Which pages of it, from 0; all where it is null. */
  pages: readonly number[] | null;
  count: number;
  /** Bytes, about: of a choice of pages its share. */
  size: number;
  /** Degrees clockwise, beside what the pages say themselves. */
  turn: number;
  /** Lines in small print at the head of its pages. */
  caption: readonly string[];
}

/** Counts the pages that each file gives; one that can't be taken is left out and named in `skipped`. */
export function countAll(
  items: readonly BindItem[],
  skipped: Skipped[],
  report: (progress: JobProgress) => void,
): Part[] {
  const parts: Part[] = [];
  for (const [done, item] of items.entries()) {
    report({ unit: 'files', done, total: items.length, item: item.title });
    const own: Part[] = [];
    for (const [i, { handle, name, password }] of item.sources.entries()) {
      const shown = name ?? item.title;
      try {
        const { pages, size } = counted(handle, password);
        const turn = item.turn ?? 0;
        own.push({
          itemId: item.id,
          id: `${item.id}/${i}`,
          name: shown,
          handle,
          password,
          pages: null,
          count: pages,
          size,
          turn,
          caption: item.caption ?? [],
        });
      } catch (error) {
        skipped.push({ file: shown, reason: reasonOf(error), ...(isLocked(error) ? { locked: true } : {}) });
      }
    }
    parts.push(...chosen(item, own, skipped));
  }
  return parts;
}

/** It opens with a password, and not with what was given. */
export const isLocked = (error: unknown) =>
  error instanceof SourceFailure && (error.reason === 'needs-password' || error.reason === 'wrong-password');

/** Counts the pages of one file. @throws SourceFailure when it can't be taken */
export function counted(handle: SourceHandle, password?: string) {
  const source: ByteSource = openHandle(handle);
  try {
    return { pages: countPages(source, password).pages, size: source.size };
  } finally {
    source.close?.();
  }
}

/** Takes the pages that were chosen of an item, counted over its files one after another. */
function chosen(item: BindItem, parts: Part[], skipped: Skipped[]): Part[] {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let wanted: number[] | null;
  try {
    wanted = readPages(item.pages, total);
  } catch (error) {
    skipped.push({ file: item.title, reason: reasonOf(error) });
    return [];
  }
  if (wanted === null) return parts;
  let before = 0;
  return parts.flatMap((part) => {
    const pages = wanted.filter((page) => page >= before && page < before + part.count).map((page) => page - before);
    before += part.count;
    if (pages.length === 0) return [];
    return [{ ...part, pages, count: pages.length, size: (part.size * pages.length) / part.count }];
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof SourceFailure) return error.message;
  if (error instanceof ProblemError) return error.problem.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'there is no such file';
  if ((error as NodeJS.ErrnoException).code === 'EISDIR') return 'it is a folder';
  if ((error as NodeJS.ErrnoException).code === 'EACCES') return 'it may not be read';
  throw error;
}
