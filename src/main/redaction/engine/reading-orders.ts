import type { Piece } from '#shared/domain/redaction/terms.ts';
import type { PlacedGlyph } from './content-model.ts';

/** A page's text in one order of reading: pieces, and the glyphs that each of them stands for. */
export interface Reading {
  readonly pieces: readonly Piece[];
  readonly glyphs: readonly (readonly PlacedGlyph[])[];
}

/** A gap that parts words, in sizes of the font. */
const GAP = 0.18;

/**
 * The orders in which a reader, or a program, may take a page's text: as it is drawn and as it lies on the page, where text
 * that runs backwards may also be a mirrored one that is read forwards; by each of the readings of its fonts; with replacement text in the place of what it replaces; and from right to left.
 */
export function readingOrders(
  glyphs: readonly PlacedGlyph[],
  spans: ReadonlyMap<number, string>,
  rightToLeft: boolean,
): Reading[] {
  const orders = [drawn(glyphs), laidOut(glyphs)];
  if (glyphs.some(runsBack)) orders.push(laidOut(glyphs, true));
  const other = glyphs.some(({ readings }) => readings[0] !== readings[1]);
  const out = orders.flatMap((order) => (other ? [read(order, 0), read(order, 1)] : [read(order, 0)]));
  if (spans.size > 0) out.push(replaced(orders[0]!, spans));
  return rightToLeft ? [...out, ...out.map(mirrored)] : out;
}

/** The two plain orders: as it is drawn, and as it lies on the page. */
export function plainOrders(glyphs: readonly PlacedGlyph[]): readonly [Reading, Reading] {
  return [read(drawn(glyphs), 0), read(laidOut(glyphs), 0)];
}

interface Placed {
  readonly glyph: PlacedGlyph;
  readonly apart: boolean;
}

function drawn(glyphs: readonly PlacedGlyph[]): Placed[] {
  return glyphs.map((glyph, i) => ({ glyph, apart: i === 0 || areApart(glyphs[i - 1]!, glyph) }));
}

/** Whether one glyph does not go on where the one before it ended. */
function areApart(before: PlacedGlyph, glyph: PlacedGlyph): boolean {
  const size = Math.max(before.size, glyph.size, 0.01);
  const ahead = Math.hypot(glyph.from[0] - before.to[0], glyph.from[1] - before.to[1]);
  // Text that runs the other way joins at its other end.
  const behind = Math.hypot(glyph.to[0] - before.from[0], glyph.to[1] - before.from[1]);
  return Math.min(ahead, behind) > GAP * size;
}

interface Line {
  readonly angle: number;
  readonly across: number;
  readonly size: number;
  readonly glyphs: { readonly glyph: PlacedGlyph; readonly along: number }[];
}

/** Whether a glyph moves to the left, or straight down. */
function runsBack({ from, to }: PlacedGlyph): boolean {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  return x < -1e-6 || (Math.abs(x) <= 1e-6 && y < -1e-6);
}

/** Glyphs put into lines by where they lie, each line from its beginning to its end; `forwards`: none to the left or down. */
function laidOut(glyphs: readonly PlacedGlyph[], forwards = false): Placed[] {
  const placed = glyphs.map((glyph) => {
    const way = forwards && runsBack(glyph) ? -1 : 1;
    const [x, y] = [(glyph.to[0] - glyph.from[0]) * way, (glyph.to[1] - glyph.from[1]) * way];
    const length = Math.hypot(x, y);
    const angle = length > 1e-6 ? Math.round((Math.atan2(y, x) * 180) / Math.PI) : 0;
    const turn = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return {
      glyph,
      angle,
      along: glyph.from[0] * cos + glyph.from[1] * sin,
      across: -glyph.from[0] * sin + glyph.from[1] * cos,
    };
  });
  placed.sort((a, b) => a.angle - b.angle || b.across - a.across);
  const lines: Line[] = [];
  for (const { glyph, angle, along, across } of placed) {
    const last = lines.at(-1);
    if (last && last.angle === angle && Math.abs(last.across - across) <= 0.35 * Math.max(last.size, 0.01))
      last.glyphs.push({ glyph, along });
    else lines.push({ angle, across, size: glyph.size, glyphs: [{ glyph, along }] });
  }
  return lines.flatMap(({ glyphs: line }) => {
    line.sort((a, b) => a.along - b.along || a.glyph.index - b.glyph.index);
    const out: Placed[] = [];
    for (const { glyph } of line) {
      const before = out.at(-1)?.glyph;
      // The same letter drawn twice for a bold look is one letter.
      if (before && isOver(before, glyph)) continue;
      out.push({ glyph, apart: !before || areApart(before, glyph) });
    }
    return out;
  });
}

function isOver(before: PlacedGlyph, glyph: PlacedGlyph): boolean {
  const offset = Math.hypot(glyph.from[0] - before.from[0], glyph.from[1] - before.from[1]);
  return offset < 0.12 * glyph.size && before.readings[0] === glyph.readings[0];
}

function read(order: readonly Placed[], which: 0 | 1): Reading {
  return {
    pieces: order.map(({ glyph, apart }) => ({ text: glyph.readings[which], apart })),
    glyphs: order.map(({ glyph }) => [glyph]),
  };
}

/** Glyphs under a replacement text are read as that text. */
function replaced(order: readonly Placed[], spans: ReadonlyMap<number, string>): Reading {
  const pieces: Piece[] = [];
  const glyphs: PlacedGlyph[][] = [];
  let open = -1;
  for (const { glyph, apart } of order) {
    const text = spans.get(glyph.span);
    if (text === undefined) {
      pieces.push({ text: glyph.readings[0], apart });
      glyphs.push([glyph]);
    } else if (glyph.span === open) glyphs.at(-1)!.push(glyph);
    else {
      pieces.push({ text, apart });
      glyphs.push([glyph]);
    }
    open = text === undefined ? -1 : glyph.span;
  }
  return { pieces, glyphs };
}

const LEFT_TO_RIGHT = /[\p{N}A-Za-z\u00c0-\u024f]/u;

/** The text as it is read from right to left when it was drawn from left to right; figures and Latin keep their order. */
function mirrored({ pieces, glyphs }: Reading): Reading {
  const order = pieces.map((_, i) => i).reverse();
  for (let i = 0; i < order.length; i++) {
    let end = i;
    while (end < order.length && LEFT_TO_RIGHT.test(pieces[order[end]!]!.text)) end++;
    if (end - i > 1) order.splice(i, end - i, ...order.slice(i, end).reverse());
    i = Math.max(i, end - 1);
  }
  return {
    pieces: order.map((at, i) => {
      const before = order[i - 1];
      // What stood apart from the piece before it now stands apart from the one after.
      const apart =
        before === undefined ||
        (before === at + 1 ? pieces[before]!.apart : before === at - 1 ? pieces[at]!.apart : true);
      return { text: pieces[at]!.text, apart };
    }),
    glyphs: order.map((at) => glyphs[at]!),
  };
}
