import { startBundle } from './bundle.ts';
import { finishBundle } from './catalog.ts';
import { copyItem } from './copy-item.ts';
import { Notes } from './notes.ts';
import {
  type AssembledItem,
  type AssemblyPlan,
  type AssemblyReport,
  type ByteSink,
  type OutlineEntry,
  SourceFailure,
} from './types.ts';
import { PdfWriter } from './writer.ts';

/** Told after each source that is done. */
export interface AssembleOptions {
  readonly onItem?: (done: number, total: number) => void;
}

/**
 * Assembles a bundle: opens the sources one after another in the order of the plan, copies their pages to the sink in
 * one pass, and writes outline, labels and links last. Memory does not grow with the size of the sources.
 *
 * A source that can't be taken is in `skipped` with its reason, and the rest is written; one whose reading fails in the
 * middle is there too, with its pages blank in the bundle. What the sink throws is thrown on.
 */
export function assemble(plan: AssemblyPlan, sink: ByteSink, { onItem }: AssembleOptions = {}): AssemblyReport {
  let sinkFailed = false;
  const guard = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      sinkFailed = true;
      throw error;
    }
  };
  const guarded: ByteSink = {
    write: (bytes) => guard(() => sink.write(bytes)),
    ...(sink.take ? { take: () => guard(() => sink.take!()) } : {}),
  };
  const bundle = startBundle(plan, new PdfWriter(guarded));
  const named = idsIn(plan.outline ?? []);
  const items: AssembledItem[] = [];
  const skipped: { id: string; reason: SourceFailure['reason']; message: string }[] = [];
  const dropped: AssemblyReport['dropped'][number][] = [];
  for (const [done, item] of plan.items.entries()) {
    const notes = new Notes();
    try {
      const source = item.open();
      try {
        const options = { inOutline: named.has(item.id), isFatal: () => sinkFailed };
        const { firstPage, count, lost } = copyItem(bundle, item, source, notes, options);
        items.push({ id: item.id, firstPage, lastPage: firstPage + count - 1, problems: notes.problems });
        if (lost) skipped.push({ id: item.id, reason: lost.reason, message: lost.message });
      } finally {
        source.close?.();
      }
    } catch (error) {
      if (sinkFailed || !(error instanceof SourceFailure)) throw error;
      skipped.push({ id: item.id, reason: error.reason, message: error.message });
    }
    dropped.push(...notes.droppedCounts.map((each) => ({ id: item.id, ...each })));
    onItem?.(done + 1, plan.items.length);
  }
  const { bytes, frontLinks } = finishBundle(bundle);
  return { pages: bundle.tree.pages.length, bytes, items, skipped, dropped, frontLinks };
}

function idsIn(entries: readonly OutlineEntry[]): Set<string> {
  return new Set(entries.flatMap(({ itemId, children }) => [itemId, ...idsIn(children ?? [])]));
}
