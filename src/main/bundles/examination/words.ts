import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWords } from '#shared/domain/bundles/finished.ts';
import { type Matrix, multiply } from '../assembler/matrix.ts';
import type { ByteSource } from '../assembler/types.ts';
import { eachPage } from './each-page.ts';

/** More than any page that somebody reads. */
const MOST_OF_PAGE = 100_000;
/** The number that we print stands this near to the foot, in points. */
const FOOT = 50;
const NUMBER = /^[A-Z]*\d+[A-Z]*$|^[ivxlc]+$/;
/** Fewer lines do not tell how far they stand apart. */
const FEW_LINES = 4;

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/**
 * The words of every page as pdf.js finds them, with the margins that they leave, their size and the way from line to line.
 * The source is read in parts; it stays open.
 * @returns one for each page, null where it could not be read
 */
export async function readWords(
  source: ByteSource,
  onPage: (done: number, total: number) => void,
): Promise<(PageWords | null)[]> {
  const words: (PageWords | null)[] = [];
  await eachPage(source, async (page, number, total) => {
    onPage(number - 1, total);
    words.push(page === null ? null : await wordsOf(page).catch(() => null));
  });
  return words;
}

async function wordsOf(page: PDFPageProxy): Promise<PageWords> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  let text = '';
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    if (text.length < MOST_OF_PAGE) text += item.str + (item.hasEOL ? '\n' : '');
    const [a, b, c, d, x, base] = multiply(item.transform as unknown as Matrix, transform as unknown as Matrix);
    // What does not run from left to right says nothing about margins.
    if (item.str.trim() === '' || Math.abs(b) > Math.abs(a) || a < 0) continue;
    pieces.push({ text: item.str.trim(), left: x, right: x + item.width, base, size: Math.hypot(c, d) });
  }
  return { text, ...setting(pieces, width, height) };
}

/** How the words of a page are set. */
function setting(all: readonly Piece[], width: number, height: number): Omit<PageWords, 'text'> {
  const pieces = all.filter(({ text, base }) => !(height - base < FOOT && NUMBER.test(text)));
  if (pieces.length === 0) return { margins: null, points: null, spacing: null };
  const points = commonest(pieces.map(({ text, size }) => [Math.round(size * 2) / 2, text.length]));
  const margins = {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: width - Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ base, size }) => base - size * 0.75)),
    bottom: height - Math.max(...pieces.map(({ base, size }) => base + size * 0.2)),
  };
  const bases = [
    ...new Set(pieces.filter(({ size }) => Math.abs(size - points) < 1).map(({ base }) => Math.round(base))),
  ];
  const lines = bases.toSorted((a, b) => a - b);
  const steps = lines.slice(1).flatMap((base, i) => {
    const step = base - lines[i]!;
    return step > points * 0.7 ? [[Math.round((step / points) * 10) / 10, 1] as const] : [];
  });
  return { margins, points, spacing: steps.length < FEW_LINES ? null : commonest(steps) };
}

/** The value that has the most weight. */
function commonest(values: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of values) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
