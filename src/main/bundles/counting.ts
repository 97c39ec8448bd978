import type { JobProgress } from '#main/store/context.ts';
import { readPages } from '#shared/domain/bundles/plan.ts';
import { ProblemError } from '#shared/problem.ts';
import { Notes } from './assembler/notes.ts';
import { type OpenedSource, openSource } from './assembler/open.ts';
import { type ByteSource, SourceFailure } from './assembler/types.ts';
import type { BindItem, Skipped } from './binding.ts';
import { openHandle, type SourceHandle } from './handles.ts';
import { type PageImages, reasonWith, type TakenAsImages } from './page-images.ts';
import type { Part } from './part.ts';

export type { Part } from './part.ts';

/**
 * Counts the pages that each file gives. One that can't be copied, or of which pages can't be found, is taken as pictures of
 * its pages where those can be had; else it is left out and named in `skipped`.
 */
export async function countAll(
  items: readonly BindItem[],
  skipped: Skipped[],
  report: (progress: JobProgress) => void,
  images: Pick<PageImages, 'take'>,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [done, item] of items.entries()) {
    report({ unit: 'files', done, total: items.length, item: item.title });
    const own: Part[] = [];
    for (const [i, { handle, name, password }] of item.sources.entries()) {
      const shown = name ?? item.title;
      const found = await takenFrom({ name: shown, handle, password }, images);
      if ('reason' in found) {
        skipped.push({ file: shown, ...found });
        continue;
      }
      own.push({
        itemId: item.id,
        id: `${item.id}/${i}`,
        name: shown,
        ...found,
        pages: null,
        turn: item.turn ?? 0,
        caption: item.caption ?? [],
      });
    }
    parts.push(...chosen(item, own, skipped));
  }
  return parts;
}

/** A file as it lies, or as pictures of its pages; or why it is left out. */
async function takenFrom(
  source: Pick<Part, 'name' | 'handle' | 'password'>,
  images: Pick<PageImages, 'take'>,
): Promise<Pick<Part, 'handle' | 'password' | 'count' | 'size'> | Omit<Skipped, 'file'>> {
  const { handle, password } = source;
  let found: ReturnType<typeof counted>;
  try {
    found = counted(handle, password);
  } catch (error) {
    const reason = reasonOf(error);
    if (isLocked(error)) return { reason, locked: true };
    if (!(error instanceof SourceFailure) || error.reason === 'empty') return { reason };
    const taken = await images.take({ ...source, why: reason });
    if (typeof taken === 'object') return asImages(taken);
    return taken === 'locked' ? { reason: LOCKED, locked: true } : { reason: reasonWith(reason, taken) };
  }
  const { pages, size, missed } = found;
  const more = missed ? await images.take({ ...source, why: MISSED, beyond: pages }) : null;
  if (more !== null && typeof more === 'object') return asImages(more);
  return { handle, password, count: pages, size };
}

const asImages = ({ handle, pages, size }: TakenAsImages) => ({ handle, password: undefined, count: pages, size });

const MISSED = 'Not all of its pages can be found by its own list of them.';
const LOCKED = 'This document opens only with a password.';

/** It opens with a password, and not with what was given. */
export const isLocked = (error: unknown) =>
  error instanceof SourceFailure && (error.reason === 'needs-password' || error.reason === 'wrong-password');

/**
 * Counts the pages of one file. `missed`: by its own count, or by its tree of pages, there should be more.
 * @throws SourceFailure when it can't be taken
 */
export function counted(handle: SourceHandle, password?: string) {
  const source: ByteSource = openHandle(handle);
  try {
    const notes = new Notes();
    const opened = openSource(source, password, notes.problem);
    const missed = saysMore(opened) || notes.problems.some(({ code }) => AMISS.has(code));
    opened.file.windows.release();
    return { pages: opened.pages.length, size: source.size, missed };
  } finally {
    source.close?.();
  }
}

/** What says that it has more than so many pages says nothing true. */
const MOST_SAID = 100_000;
/** Notes on a file whose pages may not all have been found. */
const AMISS: ReadonlySet<string> = new Set(['rebuilt', 'page-tree-damaged']);

function saysMore({ file, pages }: OpenedSource): boolean {
  const said = file.entry(file.deref(file.catalog?.get('Pages')), 'Count');
  return typeof said === 'number' && said > pages.length && said < MOST_SAID;
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
