import { roman, sectionLetter } from '#shared/domain/bundles/labels.ts';
import { textOf } from './field.ts';
import type { PdfFile } from './file.ts';
import type { PageEntry } from './page-tree.ts';
import { FONT_NAMES } from './stamps.ts';
import { isDict, PdfStream, type PdfValue, Ref } from './values.ts';

/** A bookmark of the finished file. */
export interface FoundBookmark {
  readonly title: string;
  /** The page it leads to, from 1; null where it leads nowhere. */
  readonly page: number | null;
  /** It leaves the reader's zoom alone. */
  readonly keepsZoom: boolean;
}

/** What a viewer would find in a finished bundle. */
export interface Inspection {
  readonly isEncrypted: boolean;
  /** What our stamp prints on each page; null where there is none. */
  readonly printed: readonly (string | null)[];
  /** What the page box of a viewer shows for each page. */
  readonly labels: readonly string[];
  /** All bookmarks, from top to bottom. */
  readonly bookmarks: readonly FoundBookmark[];
  /** The zoom in percent at which the first page opens; null where that is left to the viewer. */
  readonly opensAt: number | null;
  /** Every link of the pages leaves the reader's zoom alone. */
  readonly linksKeepZoom: boolean;
}

const MAX_BOOKMARKS = 100_000;
const STAMP = new RegExp(
  String.raw`/(?:${FONT_NAMES.regular}|${FONT_NAMES.bold}) [\d.]+ Tf \(((?:\\.|[^\\)])*)\) Tj`,
  'g',
);

/** A look at a finished bundle as its readers see it, page by page in order: `page` gets what stands under the page's number. */
export interface Inspecting {
  page(dict: PdfValue): void;
  /** @param linksOn pages, from 0, whose links are looked at: the front matter */
  end(linksOn: readonly number[]): Inspection;
}

/** Reads what the readers of an opened bundle will see of numbers, labels, bookmarks and zoom. */
export function startInspection(file: PdfFile, pages: readonly PageEntry[]): Inspecting {
  const printed: (string | null)[] = [];
  return {
    page: (dict) => void printed.push(printedOn(file, dict)),
    end(linksOn) {
      const indexOf = new Map(pages.map(({ num }, i) => [num, i] as const));
      const opening = file.entry(file.catalog, 'OpenAction');
      const zoom = Array.isArray(opening) && opening[1] === 'XYZ' ? opening[4] : null;
      return {
        isEncrypted: file.trailer.has('Encrypt'),
        printed,
        labels: shownLabels(file, pages.length),
        bookmarks: bookmarksOf(file, indexOf),
        opensAt: typeof zoom === 'number' && zoom > 0 ? Math.round(zoom * 100) : null,
        linksKeepZoom: linksOn.every((page) => linksOf(file, pages[page]).every(keepsZoom)),
      };
    },
  };
}

/** The stamp is the last stream of a page's content. */
function printedOn(file: PdfFile, dict: PdfValue): string | null {
  const said = file.entry(dict, 'Contents');
  const last = file.deref(Array.isArray(said) ? said.at(-1) : said);
  if (!(last instanceof PdfStream)) return null;
  const found = [...file.data(last).toString('latin1').matchAll(STAMP)].at(-1);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? null;
}

/** Page labels (ISO 32000-1, 12.4.2) as a viewer counts them; without any, pages are numbered from 1. */
function shownLabels(file: PdfFile, pages: number): string[] {
  const nums = file.entry(file.entry(file.catalog, 'PageLabels'), 'Nums');
  const runs: { from: number; style: PdfValue; prefix: string; start: number }[] = [];
  for (let i = 0; Array.isArray(nums) && i + 1 < nums.length; i += 2) {
    const dict = file.deref(nums[i + 1]);
    const prefix = file.entry(dict, 'P');
    const start = file.entry(dict, 'St');
    runs.push({
      from: Number(nums[i]),
      style: file.entry(dict, 'S'),
      prefix: Buffer.isBuffer(prefix) ? textOf(prefix) : '',
      start: typeof start === 'number' ? start : 1,
    });
  }
  return Array.from({ length: pages }, (_, page) => {
    const run = runs.findLast(({ from }) => from <= page);
    if (!run) return String(page + 1);
    const number = page - run.from + run.start;
    switch (run.style) {
      case 'D':
        return run.prefix + number;
      case 'r':
        return run.prefix + roman(number);
      case 'A':
        return run.prefix + sectionLetter((number - 1) % 26).repeat(Math.ceil(number / 26));
      default:
        return run.prefix;
    }
  });
}

function bookmarksOf(file: PdfFile, indexOf: ReadonlyMap<number, number>): FoundBookmark[] {
  const found: FoundBookmark[] = [];
  const seen = new Set<number>();
  const walk = (first: PdfValue | undefined) => {
    for (let at = first; at instanceof Ref && !seen.has(at.num) && seen.size < MAX_BOOKMARKS; ) {
      seen.add(at.num);
      const dict = file.get(at.num);
      if (!isDict(dict)) return;
      const title = file.entry(dict, 'Title');
      const target = file.entry(dict, 'Dest');
      const page = Array.isArray(target) && target[0] instanceof Ref ? indexOf.get(target[0].num) : undefined;
      found.push({
        title: Buffer.isBuffer(title) ? textOf(title) : '',
        page: page === undefined ? null : page + 1,
        keepsZoom: keepsZoom(target),
      });
      walk(dict.get('First'));
      at = dict.get('Next');
    }
  };
  const outlines = file.entry(file.catalog, 'Outlines');
  if (isDict(outlines)) walk(outlines.get('First'));
  return found;
}

function linksOf(file: PdfFile, page: PageEntry | undefined): PdfValue[] {
  const annotations = page ? file.entry(file.get(page.num), 'Annots') : null;
  return (Array.isArray(annotations) ? annotations : []).flatMap((each) => {
    const target = file.entry(file.deref(each), 'Dest');
    return Array.isArray(target) ? [target] : [];
  });
}

/** A destination XYZ without a zoom, or with the zoom 0, which means the same. */
function keepsZoom(target: PdfValue): boolean {
  return Array.isArray(target) && target[1] === 'XYZ' && (target[4] ?? 0) === 0;
}
