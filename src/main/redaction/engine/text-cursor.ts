import { IDENTITY, type Matrix, multiply } from '#main/bundles/assembler/matrix.ts';
import type { PdfDict, PdfValue } from '#main/bundles/assembler/values.ts';
import { isDict, Ref } from '#main/bundles/assembler/values.ts';
import { matrixOf, numbers, type Shown, type State, type Walk } from './content-model.ts';
import { apply, boxOf } from './geometry.ts';
import type { Operator } from './operators.ts';

/** Where text goes on: the text operators of one piece of content, and the glyphs that they show. */
export class TextCursor {
  private readonly walk: Walk;
  private readonly resources: PdfDict;
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;

  constructor(walk: Walk, resources: PdfDict) {
    this.walk = walk;
    this.resources = resources;
  }

  begin(): void {
    this.textMatrix = IDENTITY;
    this.lineMatrix = IDENTITY;
  }

  /** Carries out an operator of text that shows nothing; false for any other. */
  set({ op, args }: Operator, state: State): boolean {
    const n = numbers(args);
    switch (op) {
      case 'Tf':
        this.setFont(args[0], n.at(-1) ?? 0, state);
        return true;
      case 'Tc':
        state.charSpace = n[0] ?? 0;
        return true;
      case 'Tw':
        state.wordSpace = n[0] ?? 0;
        return true;
      case 'Tz':
        state.scale = (n[0] ?? 100) / 100;
        return true;
      case 'TL':
        state.leading = n[0] ?? 0;
        return true;
      case 'Ts':
        state.rise = n[0] ?? 0;
        return true;
      case 'Tr':
        state.mode = n[0] ?? 0;
        return true;
      case 'Td':
        this.nextLine(n[0] ?? 0, n[1] ?? 0);
        return true;
      case 'TD':
        state.leading = -(n[1] ?? 0);
        this.nextLine(n[0] ?? 0, n[1] ?? 0);
        return true;
      case 'Tm':
        if (n.length >= 6) {
          this.lineMatrix = matrixOf(n);
          this.textMatrix = this.lineMatrix;
        }
        return true;
      case 'T*':
        this.nextLine(0, -state.leading);
        return true;
      default:
        return false;
    }
  }

  /** What an operator shows, where it stands; null for one that shows nothing. */
  shown({ op, args }: Operator, state: State, span: number): Shown[] | null {
    if (!SHOWS.has(op)) return null;
    if (op === '"') {
      const n = numbers(args);
      state.wordSpace = n[0] ?? 0;
      state.charSpace = n[1] ?? 0;
    }
    if (op === "'" || op === '"') this.nextLine(0, -state.leading);
    const last = args.at(-1) ?? null;
    const items: Shown[] = [];
    for (const element of op === 'TJ' ? (Array.isArray(last) ? last : []) : [last]) {
      if (typeof element === 'number') {
        items.push(element);
        this.move((-element / 1000) * state.size, state);
      } else if (Buffer.isBuffer(element)) this.string(element, items, state, span);
    }
    return items;
  }

  private nextLine(x: number, y: number): void {
    this.lineMatrix = multiply([1, 0, 0, 1, x, y], this.lineMatrix);
    this.textMatrix = this.lineMatrix;
  }

  private setFont(name: PdfValue | undefined, size: number, state: State): void {
    const fonts = this.walk.file.entry(this.resources, 'Font');
    const said = typeof name === 'string' && isDict(fonts) ? fonts.get(name) : undefined;
    const value = this.walk.file.deref(said);
    state.font = this.walk.fonts.reader(said instanceof Ref ? said.num : 0, value);
    state.size = size;
  }

  private string(bytes: Buffer, items: Shown[], state: State, span: number): void {
    const { font, size, scale, rise } = state;
    if (!font) return;
    for (const glyph of font.read(bytes)) {
      const matrix = multiply([size * scale, 0, 0, size, 0, rise], multiply(this.textMatrix, state.ctm));
      const [shiftX, shiftY] = glyph.shift;
      const width = font.vertical ? Math.max(0.5, -2 * shiftX) : glyph.advance;
      const [low, high] = font.vertical ? [glyph.advance, 0] : [font.descent, font.ascent];
      const left = font.vertical ? shiftX : 0;
      const corner = (x: number, y: number) => apply(matrix, [x, y]);
      items.push({
        ...glyph,
        index: this.walk.glyphs++,
        from: corner(0, 0),
        to: font.vertical ? corner(0, glyph.advance) : corner(glyph.advance, 0),
        size: Math.hypot(matrix[2], matrix[3]),
        box: boxOf([corner(left, low), corner(left + width, low), corner(left + width, high), corner(left, high)]),
        invisible: state.mode === 3 || state.mode === 7,
        span,
        shift: [shiftX, shiftY],
      });
      this.move(glyph.advance * size + state.charSpace + (glyph.isSpace ? state.wordSpace : 0), state);
    }
  }

  private move(by: number, state: State): void {
    const vertical = state.font?.vertical ?? false;
    const step: Matrix = vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * state.scale, 0];
    this.textMatrix = multiply(step, this.textMatrix);
  }
}

const SHOWS = new Set(['Tj', 'TJ', "'", '"']);
