import { type Box, overlaps, transformBox } from '#main/bundles/assembler/matrix.ts';
import type { PdfDict } from '#main/bundles/assembler/values.ts';
import { findTerms, foldPieces, type Piece, type Term, termIn } from '#shared/domain/redaction/terms.ts';
import {
  type Nested,
  type PathPart,
  type PlacedGlyph,
  type Shown,
  type State,
  startState,
  type Target,
  type Walk,
} from './content-model.ts';
import { grown, isFiniteBox, union } from './geometry.ts';
import { plainOrders, readingOrders } from './reading-orders.ts';
import { walkContent } from './walk.ts';

/** A place that goes: everything that lies in the box. */
export interface Area {
  readonly box: Box;
  /** The term found there; null for a mark that was drawn. */
  readonly term: string | null;
  readonly reason: string | null;
}

/** What goes from one page. */
export interface Findings {
  readonly areas: readonly Area[];
  /** Glyphs, by their index in the page's walk. */
  readonly glyphs: ReadonlySet<number>;
  /** Stretches of replacement text. */
  readonly spans: ReadonlySet<number>;
  /** How often each term stands on the page. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Collects the glyphs of a page, what is said in their place, and what else could be read by an eye. */
export class Collector implements Target {
  readonly glyphs: PlacedGlyph[] = [];
  readonly spans = new Map<number, string>();
  /** Where pictures lie, in the page's own units. */
  readonly pictures: Box[] = [];
  /** How many outlines are filled. */
  fills = 0;

  show(_op: unknown, items: readonly Shown[], _state: unknown, hidden: boolean): void {
    if (!hidden) for (const item of items) if (typeof item !== 'number') this.glyphs.push(item);
  }

  nested(_content: Nested, _name: string, walk: (target: Target) => void): void {
    walk(this);
  }

  span(text: string, index: number): void {
    this.spans.set(index, text);
  }

  endSpan(): void {}

  path(_parts: readonly PathPart[], paint: string, _clip: unknown, _state: unknown, hidden: boolean): void {
    if (!hidden && /^[fFbB]/.test(paint)) this.fills++;
  }

  image(_stream: unknown, { ctm }: State): void {
    this.pictures.push(transformBox(ctm, [0, 0, 1, 1]));
  }

  inlineImage(_operator: unknown, { ctm }: State): void {
    this.pictures.push(transformBox(ctm, [0, 0, 1, 1]));
  }

  other(): void {}
  shading(): void {}
}

/** The text of a page's contents, by glyphs. */
export function collect(walk: Walk, contents: readonly (readonly [Buffer, PdfDict])[]): Collector {
  const collector = new Collector();
  for (const [bytes, resources] of contents)
    walkContent(walk, bytes, resources, startState([1, 0, 0, 1, 0, 0]), collector);
  return collector;
}

/** A place of a term, or the part of one that is on this page. */
export interface Place {
  readonly term: Term;
  readonly found: readonly PlacedGlyph[];
  /** False for the rest of one that was counted on the page before. */
  readonly counts: boolean;
}

/**
 * Decides what goes from a page: the places of the terms, and whatever lies under them or under the marks.
 *
 * @param seams parts of terms that begin on the page before or go on on the next
 */
export function findOnPage(
  { glyphs, spans }: Collector,
  terms: readonly Term[],
  marks: readonly Area[],
  reason: string | null,
  seams: readonly Place[] = [],
): Findings {
  const gone = new Set<number>();
  const counts = new Map<string, number>();
  const areas: Area[] = [...marks];
  if (terms.length > 0) {
    for (const { term, found, counts: isOne } of [...placesOf(glyphs, spans, terms), ...seams]) {
      // A place that an earlier order of reading gave is not counted again.
      if (found.every(({ index }) => gone.has(index))) continue;
      for (const { index } of found) gone.add(index);
      if (isOne) counts.set(term.text, (counts.get(term.text) ?? 0) + 1);
      for (const box of boxesOf(found)) areas.push({ box, term: term.text, reason });
    }
  }
  for (const glyph of glyphs) if (areas.some((area) => isUnder(glyph, area))) gone.add(glyph.index);
  const lost = new Set<number>();
  for (const glyph of glyphs) if (glyph.span >= 0 && gone.has(glyph.index)) lost.add(glyph.span);
  for (const [index, text] of spans) if (termIn(text, terms)) lost.add(index);
  return { areas, glyphs: gone, spans: lost, counts };
}

function placesOf(glyphs: readonly PlacedGlyph[], spans: ReadonlyMap<number, string>, terms: readonly Term[]) {
  const places: Place[] = [];
  for (const reading of readingOrders(
    glyphs,
    spans,
    terms.some(({ rightToLeft }) => rightToLeft),
  )) {
    for (const { term, first, last } of findTerms(foldPieces(reading.pieces), terms)) {
      const end = withTrailingMarks(reading.pieces, last);
      places.push({ term, found: reading.glyphs.slice(first, end + 1).flat(), counts: true });
    }
  }
  // The longest first: a name counts once, and not again for each of its parts.
  return places.sort((a, b) => b.found.length - a.found.length);
}

/** How many pieces at the end of a page, and at the beginning of the next, are read together. */
const SEAM = 400;

/** Terms that begin at the end of one page and go on at the beginning of the next: their parts on each of the two. */
export function acrossPages(before: Collector, after: Collector, terms: readonly Term[]): readonly [Place[], Place[]] {
  const parts: [Place[], Place[]] = [[], []];
  if (terms.length === 0) return parts;
  const heads = plainOrders(after.glyphs);
  for (const [i, tail] of plainOrders(before.glyphs).entries()) {
    const from = Math.max(0, tail.pieces.length - SEAM);
    const seam = tail.pieces.length - from;
    const glyphs = [...tail.glyphs.slice(from), ...heads[i]!.glyphs.slice(0, SEAM)];
    const pieces = [...tail.pieces.slice(from), ...heads[i]!.pieces.slice(0, SEAM)];
    for (const { term, first, last } of findTerms(foldPieces(pieces), terms)) {
      if (first >= seam || last < seam) continue;
      parts[0].push({ term, found: glyphs.slice(first, seam).flat(), counts: true });
      parts[1].push({ term, found: glyphs.slice(seam, last + 1).flat(), counts: false });
    }
  }
  return parts;
}

/** Accents that are drawn after their letter belong to it. */
function withTrailingMarks(pieces: readonly Piece[], last: number): number {
  let end = last;
  while (end + 1 < pieces.length && !pieces[end + 1]!.apart && /^\p{M}+$/u.test(pieces[end + 1]!.text)) end++;
  return end;
}

/** The boxes around the glyphs of one place: one for each line of it. */
function boxesOf(found: readonly PlacedGlyph[]): Box[] {
  const boxes: Box[] = [];
  for (const glyph of found) {
    // The words of a scan's text layer lie only about where their picture is.
    const box = glyph.invisible ? grown(glyph.box, glyph.size * 0.12) : glyph.box;
    if (!isFiniteBox(box)) continue;
    const last = boxes.at(-1);
    if (last && goesOn(last, box, glyph.size)) boxes[boxes.length - 1] = union(last, box);
    else boxes.push(box);
  }
  return boxes;
}

/** Upright or lying text that goes on in the same line. Anything askew has a box for each glyph. */
function goesOn(line: Box, box: Box, size: number): boolean {
  const gap = size * 1.2;
  const sameRow = Math.abs(line[1] - box[1]) < size * 0.25 && Math.abs(line[3] - box[3]) < size * 0.25;
  if (sameRow) return box[0] < line[2] + gap && box[2] > line[0] - gap;
  const sameColumn = Math.abs(line[0] - box[0]) < size * 0.25 && Math.abs(line[2] - box[2]) < size * 0.25;
  return sameColumn && box[1] < line[3] + gap && box[3] > line[1] - gap;
}

/** A glyph goes when the mark takes more than an edge of it; under the place of a term, when its middle lies there. */
function isUnder({ box, size }: PlacedGlyph, { box: area, term }: Area): boolean {
  if (!overlaps(box, area)) return false;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  if (term !== null) return x > area[0] && x < area[2] && y > area[1] && y < area[3];
  const across = Math.min((box[2] - box[0]) * 0.15, size * 0.15);
  const along = Math.min((box[3] - box[1]) * 0.15, size * 0.15);
  return overlaps([box[0] + across, box[1] + along, box[2] - across, box[3] - along], area);
}
