import { INK, PICTURE } from './ink.ts';
import { type Box, type Matrix, overlaps, transformBox } from './matrix.ts';
import { textWidth, winAnsi } from './metrics.ts';
import { literal, numberText } from './serialise.ts';
import type { Stamp } from './types.ts';

/** How a page is shown: what of it is visible, in its own units; turned clockwise; the size of a unit in points / 1/72. */
export interface PageView {
  readonly box: Box;
  readonly rotate: 0 | 90 | 180 | 270;
  readonly userUnit: number;
}

/** The names of our fonts in the resources of every page that is stamped. */
export const FONT_NAMES = { regular: 'MislStamp', bold: 'MislStampBold' } as const;

const MARGIN = 18;
const SMALLEST = 3;
const PADDING = 2;

/** A stamp with the places where it could stand, best first. */
export interface PlacedStamp {
  readonly text: string;
  readonly size: number;
  readonly font: string;
  readonly places: readonly Place[];
  /** The text held characters that the stamp's font has not. */
  readonly garbled: boolean;
}

interface Place {
  readonly matrix: Matrix;
  /** The ground it covers, in the units of the page. */
  readonly box: Box;
  /** Width and height of that ground as displayed, in the units of the page. */
  readonly width: number;
  readonly height: number;
}

/** The places of a stamp on a page; null when the page is too small to hold it legibly. */
export function placeStamp(stamp: Stamp, view: PageView): PlacedStamp | null {
  const { userUnit } = view;
  const turned = view.rotate % 180 !== 0;
  const across = turned ? view.box[3] - view.box[1] : view.box[2] - view.box[0];
  const up = turned ? view.box[2] - view.box[0] : view.box[3] - view.box[1];
  const text = winAnsi(stamp.text) ?? fallback(stamp.text);
  const wantedMargin = (stamp.margin ?? MARGIN) / userUnit;
  const margin = Math.min(wantedMargin, across / 10, up / 10);
  const natural = textWidth(text, stamp.size, stamp.bold) / userUnit;
  const fit = Math.min(1, (across - 2 * margin) / natural, (up - 2 * margin) / ((stamp.size * 1.2) / userUnit));
  const size = (stamp.size * fit) / userUnit;
  if (!(size * userUnit >= Math.min(SMALLEST, stamp.size))) return null;
  const width = textWidth(text, size, stamp.bold);
  const atTop = stamp.position.startsWith('top');
  const side = stamp.position.slice(stamp.position.indexOf('-') + 1);
  const x = side === 'left' ? margin : side === 'right' ? across - margin - width : (across - width) / 2;
  const inwards = side === 'right' ? -1 : 1;
  const line = size * 1.5;
  const step = width + size;
  const low = Math.max(PADDING / userUnit + size * 0.3, margin);
  const tight = Math.min(low, PADDING / userUnit + size * 0.3);
  const offsets = [
    [0, low],
    [0, tight],
    [step, low],
    [0, low + line],
    [step, tight],
    [step * 2, low],
    [0, low + line * 2],
  ] as const;
  const places = offsets.flatMap(([dx, dy]) => {
    const left = x + inwards * dx;
    const base = atTop ? up - dy - size * 0.75 : dy;
    const inside = left >= 0 && left + width <= across && base >= 0 && base + size <= up;
    return inside || (dx === 0 && dy === low) ? [makePlace(left, base, width, size, view)] : [];
  });
  const font = stamp.bold ? FONT_NAMES.bold : FONT_NAMES.regular;
  return { text, size, font, places, garbled: winAnsi(stamp.text) === null };
}

function fallback(text: string): string {
  return [...text].map((char) => winAnsi(char) ?? '?').join('');
}

/** From the displayed page, with its origin at the lower left as the reader sees it, to the page's own units. */
function makePlace(x: number, y: number, width: number, size: number, view: PageView): Place {
  const [left, bottom, right, top] = view.box;
  const matrix: Matrix =
    view.rotate === 90
      ? [0, 1, -1, 0, right - y, bottom + x]
      : view.rotate === 180
        ? [-1, 0, 0, -1, right - x, top - y]
        : view.rotate === 270
          ? [0, -1, 1, 0, left + y, top - x]
          : [1, 0, 0, 1, left + x, bottom + y];
  const pad = PADDING / view.userUnit;
  const ground: Box = [-pad, -size * 0.22 - pad / 2, width + pad, size * 0.78 + pad / 2];
  return { matrix, box: transformBox(matrix, ground), width: ground[2] - ground[0], height: ground[3] - ground[1] };
}

/**
 * The operators that print stamps. `found` tells for each place of each stamp in turn what is there already (null: not
 * known). A stamp goes to its first free place; where there is none it gets a white ground, so that it can be read.
 */
export function stampContent(stamps: readonly PlacedStamp[], found: Uint8Array | null): string {
  const taken: Box[] = [];
  let at = 0;
  let out = '';
  for (const stamp of stamps) {
    const first = at;
    at += stamp.places.length;
    const open = stamp.places.map((place, i) => ({ place, ink: found ? found[first + i]! : PICTURE }));
    const apart = open.filter(({ place }) => !taken.some((box) => overlaps(box, place.box)));
    const candidates = apart.length > 0 ? apart : open;
    const chosen =
      candidates.find(({ ink }) => ink === 0) ?? candidates.find(({ ink }) => !(ink & INK)) ?? candidates[0]!;
    taken.push(chosen.place.box);
    out += drawStamp(stamp, chosen.place, chosen.ink !== 0);
  }
  return out;
}

function drawStamp(stamp: PlacedStamp, place: Place, ground: boolean): string {
  const numbers = (values: readonly number[]) => values.map((value) => numberText(Number(value.toFixed(3)))).join(' ');
  const { matrix, width, height } = place;
  const pad = (width - textWidth(stamp.text, stamp.size, stamp.font === FONT_NAMES.bold)) / 2;
  const box = ground ? `1 g ${numbers([-pad, -stamp.size * 0.22 - pad / 2, width, height])} re f ` : '';
  const text = `BT /${stamp.font} ${numbers([stamp.size])} Tf ${literal(stamp.text)} Tj ET`;
  return `/Artifact<</Type/Pagination>>BDC q ${numbers(matrix)} cm ${box}0 g ${text} Q EMC\n`;
}
