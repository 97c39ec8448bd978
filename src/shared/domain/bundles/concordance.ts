/** A document of one version of a bundle: its PDF pages, from 1, and the number printed on the first. */
export interface PlacedDocument {
  readonly id: string;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly label: string;
  /** The number printed on the last page; counted on from the first where it was not kept. */
  readonly lastLabel?: string | undefined;
  /** The number on each of its pages, where they were kept. */
  readonly labels?: readonly string[] | undefined;
  /** Which file of the version it is in, from 0. */
  readonly volume?: number | undefined;
}

export interface PageRange {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly firstLabel: string;
  readonly lastLabel: string;
}

/** Where the pages of one document stood and where they stand; null where it was not, or is no longer, there. */
export interface ConcordanceRow {
  readonly title: string;
  readonly old: PageRange | null;
  readonly fresh: PageRange | null;
  /** True where a citation of the old page no longer finds it. */
  readonly moved: boolean;
}

/**
 * The concordance of two versions of a bundle, so that what was cited by an old page is found on the new one: the
 * documents of the new version in their order, then those that were taken out. A document whose number of pages
 * changed keeps its first pages in step; pages are compared by document and not by their content.
 */
export function concordance(old: readonly PlacedDocument[], fresh: readonly PlacedDocument[]): ConcordanceRow[] {
  const before = new Map(old.map((each) => [each.id, each] as const));
  const present = new Set(fresh.map(({ id }) => id));
  return [
    ...fresh.map((each): ConcordanceRow => {
      const was = before.get(each.id);
      const [from, to] = [was ? rangeOf(was) : null, rangeOf(each)];
      const moved = from !== null && (from.firstLabel !== to.firstLabel || from.lastLabel !== to.lastLabel);
      return { title: each.title, old: from, fresh: to, moved };
    }),
    ...old
      .filter(({ id }) => !present.has(id))
      .map((each): ConcordanceRow => ({ title: each.title, old: rangeOf(each), fresh: null, moved: true })),
  ];
}

function rangeOf({ firstPage, lastPage, label, lastLabel }: PlacedDocument): PageRange {
  return { firstPage, lastPage, firstLabel: label, lastLabel: lastLabel ?? labelAfter(label, lastPage - firstPage) };
}

/** The number printed so many pages after this one in the same run: `A9` and 3 give `A12`. */
function labelAfter(label: string, pages: number): string {
  const [, prefix, number] = /^(.*?)(\d+)$/.exec(label) ?? [];
  return number === undefined ? label : `${prefix}${Number(number) + pages}`;
}

/** One page of an old version, by the number printed on it, and where it is now; null where it was taken out. */
export interface PagePair {
  readonly title: string;
  readonly old: string;
  readonly fresh: string | null;
}

/** The concordance page by page, as a program reads it: the pages of the old version in their order. */
export function pagePairs(old: readonly PlacedDocument[], fresh: readonly PlacedDocument[]): PagePair[] {
  const now = new Map(fresh.map((each) => [each.id, each] as const));
  return old.flatMap((was) => {
    const is = now.get(was.id);
    const after = is ? labelsOf(is) : [];
    return labelsOf(was).map((label, i) => ({ title: was.title, old: label, fresh: after[i] ?? null }));
  });
}

/** The number printed on each page of a document. */
export function labelsOf({ firstPage, lastPage, label, labels }: PlacedDocument): readonly string[] {
  return labels ?? Array.from({ length: lastPage - firstPage + 1 }, (_, i) => labelAfter(label, i));
}
