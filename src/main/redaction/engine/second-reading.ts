import { type Box, type Matrix, multiply, transformBox } from '#main/bundles/assembler/matrix.ts';
import type { ByteSource } from '#main/bundles/assembler/types.ts';
import { Malformed } from '#main/bundles/assembler/values.ts';
import { eachPage } from '#main/bundles/examination/each-page.ts';
import { findTerms, foldPieces, type Piece, type Term } from '#shared/domain/redaction/terms.ts';
import type { Area } from './find.ts';

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** What a second reader found on one page. */
export interface SecondReading {
  readonly page: number;
  readonly term: string;
  /** Where it lies, in the units of the page. */
  readonly areas: readonly Area[];
}

/**
 * Reads a document with a program that is not ours (pdf.js) and looks for the terms in what it reads, page by page.
 */
export async function secondReading(
  source: ByteSource,
  terms: readonly Term[],
  reason: string | null,
  onPage: (done: number, total: number) => void,
): Promise<SecondReading[]> {
  const found: SecondReading[] = [];
  await eachPage(source, async (page, number, total) => {
    // What it can't open it can't find anything in, nor say that nothing is there.
    if (page === null) throw new Malformed(`page ${number} that another reader can't open`);
    const content = await page.getTextContent({ disableNormalization: true });
    const items = content.items.filter((item) => 'str' in item) as Item[];
    found.push(...readItems(items, terms, number, reason));
    onPage(number, total);
  });
  return found;
}

function readItems(
  items: readonly Item[],
  terms: readonly Term[],
  page: number,
  reason: string | null,
): SecondReading[] {
  const pieces: Piece[] = [];
  const places: { item: Item; at: number }[] = [];
  for (const item of items) {
    const chars = [...item.str];
    for (const [at, text] of chars.entries()) {
      pieces.push({ text, apart: false });
      places.push({ item, at: at / chars.length });
    }
    if (!item.hasEOL) continue;
    pieces.push({ text: '\n', apart: true });
    places.push({ item, at: 1 });
  }
  return findTerms(foldPieces(pieces), terms).map(({ term, first, last }) => {
    const touched = new Map<Item, [number, number]>();
    for (const { item, at } of places.slice(first, last + 1)) {
      const range = touched.get(item) ?? [at, at];
      touched.set(item, [Math.min(range[0], at), Math.max(range[1], at)]);
    }
    const areas = [...touched].map(([item, range]) => ({ box: boxOf(item, range), term: null, reason }));
    return { page, term: term.text, areas };
  });
}

/** Where a stretch of an item lies: its letters are taken for equally wide, with room on both sides. */
function boxOf({ str, transform, width, height }: Item, [from, to]: readonly [number, number]): Box {
  const letter = 1 / Math.max(1, [...str].length);
  const scale = Math.hypot(transform[0] ?? 1, transform[1] ?? 0) || 1;
  const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 1) || height || 1;
  const long = width / scale;
  const matrix = multiply([1, 0, 0, 1, 0, 0], transform as unknown as Matrix);
  return transformBox(matrix, [
    (from - letter * 1.5) * long,
    (-0.2 * (height || size)) / size,
    (to + letter * 2.5) * long,
    (0.8 * (height || size)) / size,
  ]);
}
