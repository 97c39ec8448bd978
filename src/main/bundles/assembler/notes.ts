import type { DroppedKind } from './launder.ts';
import type { SourceProblem, SourceProblemCode } from './types.ts';

/** Collects what there is to report about one source; the same thing twice is counted, not repeated. */
export class Notes {
  private readonly byKey = new Map<string, SourceProblem>();
  private readonly counts = new Map<DroppedKind, number>();

  readonly problem = (code: SourceProblemCode, detail?: string, page?: number): void => {
    const key = `${code} ${page ?? ''}`;
    const before = this.byKey.get(key);
    this.byKey.set(key, {
      code,
      ...(page === undefined ? {} : { page }),
      ...(before?.detail !== undefined ? { detail: before.detail } : detail === undefined ? {} : { detail }),
      count: (before?.count ?? 0) + 1,
    });
  };

  readonly dropped = (what: DroppedKind): void => {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  };

  get problems(): SourceProblem[] {
    return [...this.byKey.values()];
  }

  get droppedCounts(): { what: DroppedKind; count: number }[] {
    return [...this.counts].map(([what, count]) => ({ what, count }));
  }
}
