import { listed } from '../page-runs.ts';
import { type Ask, each, of, said } from './asking.ts';
import type { FinishedBundle } from './finished.ts';

/** Rules about numbers, links, bookmarks and the order of documents. */

/** The number printed on a page is the place of the page in the file, from 1. */
const numberedByPage = ({ printed }: FinishedBundle) => printed.every((text, i) => text === String(i + 1));
export const labelled = ({ printed, labels }: FinishedBundle) => printed.every((text, i) => text === labels[i]);
export const linked = of(({ linksHold }) => linksHold);
export const plainNumbers: Ask = ({ files }) => {
  const [first, ...others] = files.filter(({ isLate }) => !isLate);
  if (!first) return said(false);
  if (!files.every(({ found }) => labelled(found))) return said(false, 'The page box of a viewer shows other numbers.');
  if (!numberedByPage(first.found)) return said(false);
  if (others.length === 0) return said(true);
  return others.every(({ found }) => numberedByPage(found))
    ? said(true, 'Each volume is a file of its own and is numbered from 1: cite the volume with the page.')
    : said(false, 'In further volumes the numbers go on, and are not those of the PDF page.');
};

/** Numbers go up by one from page to page over all files, insertions apart: 12, 12A, 13. */
export const oneRun: Ask = ({ files }) => {
  const run = files.filter(({ isLate }) => !isLate).flatMap(({ found }) => found.printed);
  let last = 0;
  for (const text of run) {
    const [, number, letters] = /^[A-Z]*?(\d+)([A-Z]*)$/.exec(text ?? '') ?? [];
    if (number === undefined) return said(false, text === null ? 'A page has no number.' : `“${text}” is no number.`);
    const is = Number(number);
    if (letters ? is !== last : is <= last) return said(false, `${text} follows ${last}.`);
    last = is;
  }
  return said(true);
};

/** Every document has a bookmark with its title and its page's number, which leads there. */
export const bookmarked: Ask = ({ files }) => {
  const missing = files.flatMap(({ found: { bookmarks, sections } }) =>
    sections.flatMap(({ items }) =>
      items.flatMap(({ title, firstPage, firstLabel }) =>
        bookmarks.some(
          (mark) => mark.page === firstPage && mark.title.startsWith(title) && mark.title.endsWith(`p. ${firstLabel}`),
        )
          ? []
          : [title],
      ),
    ),
  );
  return missing.length === 0 ? said(true) : said(false, `Without a bookmark: ${listed(missing, 4)}`);
};

export const sectionsBookmarked = of(({ bookmarks, sections }) =>
  sections.every(
    ({ title, items }) =>
      items.length === 0 ||
      bookmarks.some(({ title: mark, page }) => page === items[0]!.firstPage && mark.includes(title)),
  ),
);

export const zoomKept = of(
  ({ opensAt, linksKeepZoom, bookmarks }) =>
    opensAt === 100 && linksKeepZoom && bookmarks.every(({ keepsZoom }) => keepsZoom),
);

/** Each section has its letter, and its numbers go on from page to page. */
export const lettered: Ask = ({ files }) => {
  const ends = new Map<string, number>();
  for (const { found } of files) {
    const filled = found.sections.filter(({ items }) => items.length > 0);
    for (const { letter, items } of filled) {
      const [from, to] = [items[0]!.firstPage, items.at(-1)!.lastPage];
      const before = ends.get(letter) ?? 0;
      const right = found.printed.slice(from - 1, to).every((text, i) => text === `${letter}${before + i + 1}`);
      if (!right)
        return said(false, `Section ${letter} is not numbered ${letter}${before + 1}, ${letter}${before + 2} …`);
      ends.set(letter, before + to - from + 1);
    }
  }
  return said(true);
};

/** Every document is dated, and none stands in its section before an earlier one. */
export const inOrderOfDates: Ask = ({ files }) => {
  const sections = files.flatMap(({ found }) => found.sections).filter(({ items }) => !items.some(({ late }) => late));
  const undated = sections.flatMap(({ items }) => items.filter(({ date }) => date === null)).map(({ title }) => title);
  if (undated.length > 0) return said(false, `Undated: ${listed(undated, 4)}`);
  const early = sections.flatMap(({ items }) =>
    items.filter(({ date }, i) => i > 0 && (items[i - 1]!.date ?? '') > (date ?? '')).map(({ title }) => title),
  );
  return early.length === 0 ? said(true) : said(false, `Out of order: ${listed(early, 4)}`);
};

/** What came after service stands after everything else. */
export const lateAtEnd = of(({ sections }) => {
  const items = sections.flatMap((section) => section.items);
  const first = items.findIndex(({ late }) => late);
  return first < 0 || items.slice(first).every(({ late }) => late);
});

export const lateApart = each(
  ({ isLate, found }) => isLate || !found.sections.some(({ items }) => items.some(({ late }) => late)),
);
