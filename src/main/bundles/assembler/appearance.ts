import { type Field, fieldOf } from './field.ts';
import type { PdfFile } from './file.ts';
import type { OpenItem } from './item.ts';
import { textWidth, winAnsi } from './metrics.ts';
import { literal, numberText } from './serialise.ts';
import { FONT_NAMES } from './stamps.ts';
import type { PdfDict } from './values.ts';

const PADDING = 2;
const LARGEST = 12;
const SMALLEST = 4;
const LEADING = 1.15;
/** The room below the line on which letters stand, as a part of the size. */
const DESCENT = 0.25;

/**
 * Draws the value of a form field that has no look of its own, which viewers make up when they show it (ISO 32000-1,
 * 12.7.3.3): else what was filled in would be gone from the bundle. In Helvetica, whatever font the form asked for.
 *
 * @returns the number of the look in the bundle; 0 where there is nothing to draw or it can't be written with that font
 */
export function makeAppearance(open: OpenItem, widget: PdfDict): number {
  const drawn = drawField(open.file, widget);
  if (!drawn) return 0;
  const { writer, fonts } = open.bundle;
  const [width, height] = [numberText(drawn.width), numberText(drawn.height)];
  const matrix = drawn.matrix ? `/Matrix[${drawn.matrix}]` : '';
  const entries = `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]${matrix}/Resources<</Font<<${fonts}>>>>`;
  return writer.stream(writer.allocate(), entries, Buffer.from(drawn.content, 'latin1'));
}

/**
 * The look of a form field that has none of its own: content in its box, with the fonts of stamps, and the matrix that
 * turns it, '' for none. Null where there is nothing to draw or it can't be written with those fonts.
 */
export function drawField(
  file: PdfFile,
  widget: PdfDict,
): { width: number; height: number; matrix: string; content: string } | null {
  const field = fieldOf(file, widget);
  if (!field || !(field.width >= 1) || !(field.height >= 1)) return null;
  const content = field.kind === 'tick' ? tickContent(field) : textContent(field);
  if (content === null) return null;
  const { width, height } = field;
  return { width, height, matrix: turned(field), content: frame(field) + content };
}

/** A field's content may stand turned in its box (MK /R). */
function turned({ turn, width, height }: Field): string {
  if (turn === 90) return `0 1 -1 0 ${numberText(height)} 0`;
  if (turn === 180) return `-1 0 0 -1 ${numberText(width)} ${numberText(height)}`;
  return turn === 270 ? `0 -1 1 0 0 ${numberText(width)}` : '';
}

/** Ground and border. */
function frame({ ground, border, borderWidth, width, height }: Field): string {
  let out = '';
  if (ground) out += `q ${ground} rg 0 0 ${numberText(width)} ${numberText(height)} re f Q\n`;
  if (border && borderWidth > 0) {
    const [w, inset] = [borderWidth, borderWidth / 2];
    const box = [inset, inset, width - w, height - w].map(numberText).join(' ');
    out += `q ${border} RG ${numberText(w)} w ${box} re S Q\n`;
  }
  return out;
}

/** A tick, as two strokes that need no font. */
function tickContent({ width, height, colour }: Field): string {
  const size = Math.min(width, height);
  const at = (x: number, y: number) =>
    `${numberText(width / 2 + (x - 0.5) * size)} ${numberText(height / 2 + (y - 0.5) * size)}`;
  const stroke = colour.replace(/\b(g|rg|k)$/, (op) => op.toUpperCase());
  return `q ${stroke} ${numberText(size * 0.1)} w ${at(0.2, 0.5)} m ${at(0.42, 0.25)} l ${at(0.8, 0.78)} l S Q`;
}

function textContent(field: Field): string | null {
  const { width, height, comb, multiline } = field;
  const text = field.text.split(/\r\n?|\n/).map(winAnsi);
  if (text.some((line) => line === null) || text.every((line) => line === '')) return null;
  const room = width - 2 * PADDING - 2 * field.borderWidth;
  const lines = multiline ? (text as string[]) : [(text as string[]).join(' ')];
  const size = field.size > 0 ? field.size : fitting(lines, room, field);
  const wrapped = multiline ? lines.flatMap((line) => wrap(line, size, room)) : lines;
  const first = multiline ? height - PADDING - field.borderWidth - size : (height - size) / 2 + size * DESCENT;
  const shown =
    comb > 0
      ? [...wrapped[0]!].slice(0, comb).map((char, i) => {
          const cell = width / comb;
          return place(char, cell * i + (cell - textWidth(char, size)) / 2, first);
        })
      : wrapped.map((line, i) => {
          const spare = width - textWidth(line, size);
          const edge = PADDING + field.borderWidth;
          const x = field.align === 1 ? spare / 2 : field.align === 2 ? spare - edge : edge;
          return place(line, x, first - i * size * LEADING);
        });
  const clip = `0 0 ${numberText(width)} ${numberText(height)} re W n`;
  return `/Tx BMC q ${clip} BT ${field.colour} /${FONT_NAMES.regular} ${numberText(size)} Tf ${shown.join(' ')} ET Q EMC`;
}

const place = (text: string, x: number, y: number) =>
  `1 0 0 1 ${numberText(Number(x.toFixed(3)))} ${numberText(Number(y.toFixed(3)))} Tm ${literal(text)} Tj`;

/** The largest size at which the text has room, where the form leaves it open. */
function fitting(lines: readonly string[], room: number, { height, multiline }: Field): number {
  for (let size = Math.min(LARGEST, Math.max(SMALLEST, height * 0.75)); size > SMALLEST; size -= 0.5) {
    const rows = multiline ? lines.flatMap((line) => wrap(line, size, room)).length : 1;
    const fitsAcross = multiline || textWidth(lines[0]!, size) <= room;
    if (fitsAcross && rows * size * LEADING <= height - PADDING) return size;
  }
  return SMALLEST;
}

function wrap(line: string, size: number, room: number): string[] {
  const out: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row !== '' && textWidth(longer, size) > room) {
      out.push(row);
      row = word;
    } else row = longer;
  }
  return [...out, row];
}
