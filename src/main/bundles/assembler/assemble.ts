import { type Bundle, startBundle } from './bundle.ts';
import { finishBundle } from './catalog.ts';
import { copyItem } from './copy-item.ts';
import { Notes } from './notes.ts';
import {
  type AssembledItem,
  type AssemblyItem,
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
  const assembly = new Assembly(plan, sink);
  const items = [...assembly.documents, ...assembly.fronts];
  for (const [done, item] of items.entries()) {
    assembly.copy(item);
    onItem?.(done + 1, items.length);
  }
  return assembly.finish();
}

/** An assembly on its way, for whoever has other things to do between two sources: all items, then the end. */
export class Assembly {
  /** What is to be copied first, in this order, and what after that. */
  readonly documents: readonly AssemblyItem[];
  readonly fronts: readonly AssemblyItem[];
  private readonly bundle: Bundle;
  private readonly named: ReadonlySet<string>;
  private readonly items: AssembledItem[] = [];
  private readonly skipped: AssemblyReport['skipped'][number][] = [];
  private readonly dropped: AssemblyReport['dropped'][number][] = [];
  private sinkFailed = false;

  constructor(plan: AssemblyPlan, sink: ByteSink) {
    const areKept = plan.frontPages !== undefined;
    this.fronts = plan.items.filter(({ kind }) => areKept && kind === 'front');
    this.documents = plan.items.filter((item) => !this.fronts.includes(item));
    this.bundle = startBundle(plan, new PdfWriter({ write: (bytes) => this.write(sink, bytes) }));
    this.named = idsIn(plan.outline ?? []);
  }

  copy(item: AssemblyItem): void {
    const notes = new Notes();
    try {
      const source = item.open();
      try {
        const options = { inOutline: this.named.has(item.id), isFatal: () => this.sinkFailed };
        const { firstPage, count, lost } = copyItem(this.bundle, item, source, notes, options);
        this.items.push({ id: item.id, firstPage, lastPage: firstPage + count - 1, problems: notes.problems });
        if (lost) this.skipped.push({ id: item.id, reason: lost.reason, message: lost.message });
      } finally {
        source.close?.();
      }
    } catch (error) {
      if (this.sinkFailed || !(error instanceof SourceFailure)) throw error;
      this.skipped.push({ id: item.id, reason: error.reason, message: error.message });
    }
    this.dropped.push(...notes.droppedCounts.map((each) => ({ id: item.id, ...each })));
  }

  /** Writes what comes last. @throws Error where front pages that were kept a place for were never copied */
  finish(): AssemblyReport {
    const { tree } = this.bundle;
    if (tree.keptPages > 0) throw new Error(`${tree.keptPages} front pages are missing`);
    const { bytes, frontLinks } = finishBundle(this.bundle);
    const items = this.items.toSorted((a, b) => a.firstPage - b.firstPage);
    return { pages: tree.pages.length, bytes, items, skipped: this.skipped, dropped: this.dropped, frontLinks };
  }

  private write(sink: ByteSink, bytes: Uint8Array): void {
    try {
      sink.write(bytes);
    } catch (error) {
      this.sinkFailed = true;
      throw error;
    }
  }
}

function idsIn(entries: readonly OutlineEntry[]): Set<string> {
  return new Set(entries.flatMap(({ itemId, children }) => [itemId, ...idsIn(children ?? [])]));
}
