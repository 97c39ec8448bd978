import type { Bundle } from './bundle.ts';
import { Copier } from './copier.ts';
import type { OpenItem } from './item.ts';
import { takeLayers } from './layers.ts';
import type { Notes } from './notes.ts';
import { type OpenedSource, openSource } from './open.ts';
import { takeSourceOutline } from './outline.ts';
import type { PageEntry } from './page-tree.ts';
import { writeEmptyPage, writePage } from './pages.ts';
import { survey } from './survey.ts';
import { type AssemblyItem, type ByteSource, SourceFailure } from './types.ts';
import { Ref } from './values.ts';

/** What came of one source. */
export interface CopiedItem {
  readonly firstPage: number;
  readonly count: number;
  /** Why the rest of it could not be read, where the reading itself failed in the middle. */
  readonly lost: SourceFailure | null;
}

/**
 * Copies the pages of one source into the bundle, and what goes with them. A page that can't be read is left blank, so
 * that every number after it stays true.
 *
 * @param isFatal tells the failures of the destination, which end everything, from those of the source
 * @throws SourceFailure, before anything was written, when the source can't be taken
 */
export function copyItem(
  bundle: Bundle,
  item: AssemblyItem,
  source: ByteSource,
  notes: Notes,
  { inOutline, isFatal }: { inOutline: boolean; isFatal: (error: unknown) => boolean },
): CopiedItem {
  const opened = openSource(source, item.password, notes.problem);
  try {
    return copyOpened(number(bundle, item, opened, notes), inOutline, isFatal);
  } finally {
    opened.file.windows.release();
  }
}

function copyOpened(open: OpenItem, inOutline: boolean, isFatal: (error: unknown) => boolean): CopiedItem {
  const { bundle, item, notes } = open;
  if (item.kind === 'document') survey(open.file, notes);
  const count = open.taken.length;
  bundle.items.set(item.id, { first: open.firstPage, count });
  let lost: SourceFailure | null = null;
  for (let position = 0; position < count; position++) {
    try {
      if (!lost) writePage(open, position);
    } catch (error) {
      if (isFatal(error)) throw error;
      if (error instanceof SourceFailure) lost = error;
      open.copier.abandon();
      notes.problem('page-unreadable', nameOf(error), open.taken[position]!.sourceIndex);
    }
    writeEmptyPage(open, position);
  }
  if (lost) return { firstPage: open.firstPage, count, lost };
  const also = [takeLayers, ...(inOutline && item.keepOutline !== false ? [keepOutline] : [])];
  for (const take of also) {
    try {
      take(open);
    } catch (error) {
      if (isFatal(error)) throw error;
      if (error instanceof SourceFailure) return { firstPage: open.firstPage, count, lost: error };
      open.copier.abandon();
      notes.problem('object-unreadable', nameOf(error));
    }
  }
  return { firstPage: open.firstPage, count, lost: null };
}

function keepOutline(open: OpenItem): void {
  const outline = takeSourceOutline(open);
  if (outline) open.bundle.sourceOutlines.set(open.item.id, outline);
}

/** Gives every page its number in the bundle before anything is copied, so that links can name pages to come. */
function number(bundle: Bundle, item: AssemblyItem, { file, pages, nodes }: OpenedSource, notes: Notes): OpenItem {
  const copier = new Copier(file, bundle.writer, notes.dropped);
  for (const num of nodes) copier.refuse(num);
  for (const { num } of pages) if (num > 0) copier.refuse(num);
  const root = file.trailer.get('Root');
  if (root instanceof Ref) copier.refuse(root.num);
  const { tree } = bundle;
  const isKept = item.kind === 'front' && bundle.plan.frontPages !== undefined;
  const firstPage = isKept ? bundle.plan.frontPages - tree.keptPages : tree.pages.length;
  const pageByObject = new Map<number, number>();
  const pageByIndex = new Map<number, number>();
  const taken: { entry: PageEntry; sourceIndex: number; num: number }[] = [];
  for (const sourceIndex of item.pages ?? pages.keys()) {
    const entry = pages[sourceIndex];
    if (!entry) {
      notes.problem('page-missing', undefined, sourceIndex);
      continue;
    }
    if (entry.lost) notes.problem('page-lost', undefined, sourceIndex);
    if (isKept && tree.keptPages === 0) throw new Error('there are more front pages than were kept a place for');
    const num = isKept ? tree.pages[tree.nextKept()]! : bundle.writer.allocate();
    if (!isKept) tree.add(num);
    taken.push({ entry, sourceIndex, num });
    // A page that is taken twice is led to where it stands first.
    if (!pageByIndex.has(sourceIndex)) pageByIndex.set(sourceIndex, num);
    if (entry.num > 0 && !pageByObject.has(entry.num)) {
      pageByObject.set(entry.num, num);
      copier.assign(entry.num, num);
    }
  }
  if (taken.length === 0) throw new SourceFailure('no-pages', 'None of the pages chosen is in this document.');
  const resources = new Map<number, string>();
  return { bundle, item, file, copier, notes, taken, firstPage, pageByObject, pageByIndex, resources, names: null };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
