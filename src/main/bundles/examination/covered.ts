import { readAnnotations } from '#main/redaction/engine/annotations.ts';
import {
  contentOf,
  type Nested,
  type PathPart,
  type PlacedGlyph,
  type Shown,
  type State,
  startState,
  startWalk,
  type Target,
} from '#main/redaction/engine/content-model.ts';
import { Fonts } from '#main/redaction/engine/font.ts';
import { Layers } from '#main/redaction/engine/layers.ts';
import type { Operator } from '#main/redaction/engine/operators.ts';
import { readPage } from '#main/redaction/engine/page.ts';
import { walkContent } from '#main/redaction/engine/walk.ts';
import type { Covered } from '#shared/domain/bundles/finished.ts';
import type { PdfFile } from '../assembler/file.ts';
import { type Box, overlaps, transformBox } from '../assembler/matrix.ts';
import type { PageEntry } from '../assembler/page-tree.ts';

/** Reads what lies beneath the dark boxes of one page after another. */
export function coveredReader(file: PdfFile): (entry: PageEntry) => Covered | null {
  const fonts = new Fonts(file);
  const layers = new Layers(file);
  return (entry) => {
    try {
      const page = readPage(file, entry);
      const looks = readAnnotations(file, layers, page.dict);
      const seen = new Beneath();
      const walk = startWalk(file, fonts, layers);
      const own = [contentOf(file, page.dict.get('Contents') ?? null), page.resources] as const;
      for (const [bytes, resources] of [own, [looks.content, looks.resources] as const])
        walkContent(walk, bytes, resources, startState([1, 0, 0, 1, 0, 0]), seen);
      return seen.found();
    } catch {
      // A page that can't be read so far is for the reader to look at.
      return null;
    }
  };
}

/** The least that hides a word, in points. */
const LEAST = { width: 8, height: 4 };
/** Darker than this, of 1, a box hides what is beneath it. */
const DARK = 0.2;
const MOST_BOXES = 2000;

/** Follows a page as it is drawn, for what a dark box comes to lie on. */
class Beneath implements Target {
  private readonly glyphs: { at: readonly [number, number]; order: number; invisible: boolean }[] = [];
  private readonly pictures: { box: Box; order: number }[] = [];
  private readonly boxes: { box: Box; order: number }[] = [];
  private order = 0;
  private isDark = true;
  private readonly saved: boolean[] = [];

  show(_op: unknown, items: readonly Shown[], _state: unknown, hidden: boolean): void {
    this.order++;
    if (hidden) return;
    for (const item of items) if (typeof item !== 'number') this.glyph(item);
  }

  private glyph({ box: [left, bottom, right, top], invisible }: PlacedGlyph): void {
    this.glyphs.push({ at: [(left + right) / 2, (bottom + top) / 2], order: this.order, invisible });
  }

  path(parts: readonly PathPart[], paint: string, _clip: unknown, { ctm }: State, hidden: boolean): void {
    this.order++;
    if (hidden || !this.isDark || !/^[fFbB]/.test(paint) || this.boxes.length >= MOST_BOXES) return;
    for (const box of rectangles(parts)) {
      const placed = transformBox(ctm, box);
      const [left, bottom, right, top] = placed;
      if (right - left >= LEAST.width && top - bottom >= LEAST.height)
        this.boxes.push({ box: placed, order: this.order });
    }
  }

  image(_stream: unknown, { ctm }: State): void {
    this.pictures.push({ box: transformBox(ctm, [0, 0, 1, 1]), order: ++this.order });
  }

  inlineImage(_operator: unknown, { ctm }: State): void {
    this.pictures.push({ box: transformBox(ctm, [0, 0, 1, 1]), order: ++this.order });
  }

  nested(_content: Nested, _name: string, walk: (target: Target) => void): void {
    const before = this.isDark;
    walk(this);
    this.isDark = before;
  }

  other({ op, args }: Operator): void {
    if (op === 'q') this.saved.push(this.isDark);
    else if (op === 'Q') this.isDark = this.saved.pop() ?? this.isDark;
    else if (op === 'cs') this.isDark = true;
    else {
      const n = args.filter((each): each is number => typeof each === 'number');
      const dark = darkness(op, n);
      if (dark !== null) this.isDark = dark;
    }
  }

  span(): void {}
  endSpan(): void {}
  shading(): void {}

  found(): Covered {
    const inside = ([x, y]: readonly [number, number], [left, bottom, right, top]: Box) =>
      x > left && x < right && y > bottom && y < top;
    // What is drawn after a box stands on it; the text layer of a scan is beneath wherever it comes.
    const signs = this.glyphs.filter(({ at, order, invisible }) =>
      this.boxes.some((each) => (invisible || order < each.order) && inside(at, each.box)),
    );
    const over = this.boxes.filter(({ box, order }) =>
      this.pictures.some((each) => each.order < order && overlaps(each.box, box)),
    );
    return { signs: signs.length, overPictures: over.length };
  }
}

/** Whether a colour is dark, by the operator that sets it; null for other operators and for colours that are not known. */
function darkness(op: string, n: readonly number[]): boolean | null {
  const [a = 0, b = 0, c = 0, d = 0] = n;
  const colours = op === 'g' ? 1 : op === 'rg' ? 3 : op === 'k' ? 4 : op === 'sc' || op === 'scn' ? n.length : 0;
  if (colours === 1) return a <= DARK;
  if (colours === 3) return Math.max(a, b, c) <= DARK;
  if (colours === 4) return d >= 1 - DARK || Math.min(a, b, c) >= 1 - DARK;
  return op === 'scn' || op === 'sc' ? false : null;
}

/** The upright rectangles of a path: by `re`, or line by line. */
function rectangles(parts: readonly PathPart[]): Box[] {
  const boxes: Box[] = [];
  let corners: [number, number][] = [];
  const end = () => {
    const [xs, ys] = [0, 1].map((i) => new Set(corners.map((corner) => corner[i]!)));
    if (corners.length >= 4 && xs!.size === 2 && ys!.size === 2)
      boxes.push([Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)]);
    corners = [];
  };
  for (const { op, n } of parts) {
    if (op === 're') {
      const [x = 0, y = 0, w = 0, h = 0] = n;
      boxes.push([Math.min(x, x + w), Math.min(y, y + h), Math.max(x, x + w), Math.max(y, y + h)]);
    } else if (op === 'm') {
      end();
      corners = [[n[0] ?? 0, n[1] ?? 0]];
    } else if (op === 'l') corners.push([n[0] ?? 0, n[1] ?? 0]);
    else if (op === 'c') corners = [];
  }
  end();
  return boxes;
}
