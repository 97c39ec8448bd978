import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { type Box, IDENTITY, type Matrix, multiply } from '#main/bundles/assembler/matrix.ts';
import {
  dictOf,
  isDict,
  Malformed,
  type PdfDict,
  PdfStream,
  type PdfValue,
  Ref,
} from '#main/bundles/assembler/values.ts';
import type { FontGlyph, FontReader, Fonts } from './font.ts';
import { apply, boxOf, type Point } from './geometry.ts';
import type { Layers } from './layers.ts';
import { type Operator, operators } from './operators.ts';

/** A glyph where it stands on its page, in the page's own units. */
export interface PlacedGlyph extends FontGlyph {
  /** Its place among all glyphs of the page, the same each time the page is walked. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  /** The size of the font on the page. */
  readonly size: number;
  readonly box: Box;
  /** Drawn without ink: the text layer of a scan. */
  readonly invisible: boolean;
  /** The stretch of replacement text that it stands in; -1 for none. */
  readonly span: number;
}

/** What is shown by one operator: glyphs, and numbers that move what follows. */
export type Shown = PlacedGlyph | number;

/** A path in the units of its content, as a list of `m l c h re` with their numbers. */
export interface PathPart {
  readonly op: 'm' | 'l' | 'c' | 'h' | 're';
  readonly n: readonly number[];
}

export interface State {
  ctm: Matrix;
  font: FontReader | null;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
}

/** A piece of content that stands inside another one. */
export interface Nested {
  readonly kind: 'form' | 'mask' | 'pattern';
  readonly stream: PdfStream;
  readonly resources: PdfDict;
  readonly state: State;
  /** The matrix of the content that it stands in. */
  readonly outer: Matrix;
}

/** What is done with the operators of a page: finding, or writing anew. */
export interface Target {
  /** `hidden` text takes its place and is not seen. */
  show(op: Operator, items: readonly Shown[], state: State, hidden: boolean): void;
  path(parts: readonly PathPart[], paint: string, clip: 'W' | 'W*' | null, state: State, hidden: boolean): void;
  image(stream: PdfStream, state: State): void;
  inlineImage(operator: Operator, state: State): void;
  /** Content within content; `walk` goes through it with another target. */
  nested(content: Nested, name: string, walk: (target: Target) => void): void;
  span(text: string, index: number): void;
  endSpan(): void;
  /** Any other operator that means something. `hidden` content draws nothing. */
  other(op: Operator, state: State, resources: PdfDict): void;
  shading(op: Operator, state: State, resources: PdfDict): void;
}

/** What one page's walk has in common, through all that is nested in it. */
export interface Walk {
  readonly file: PdfFile;
  readonly fonts: Fonts;
  readonly layers: Layers;
  glyphs: number;
  spans: number;
  operators: number;
  readonly inside: Set<number>;
}

const MAX_OPERATORS = 4_000_000;
const MAX_CONTENT = 64 * 1024 * 1024;
const MAX_NESTED = 14;
const MAX_SAVED = 512;

export function startWalk(file: PdfFile, fonts: Fonts, layers: Layers): Walk {
  return { file, fonts, layers, glyphs: 0, spans: 0, operators: 0, inside: new Set() };
}

export function startState(ctm: Matrix): State {
  return {
    ctm,
    font: null,
    size: 0,
    charSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
  };
}

/** The bytes of a page's content streams in one piece, with a space between them. */
export function contentOf(file: PdfFile, contents: PdfValue): Buffer {
  const said = file.deref(contents);
  const parts: Buffer[] = [];
  let total = 0;
  for (const each of Array.isArray(said) ? said : [said]) {
    const stream = file.deref(each);
    if (!(stream instanceof PdfStream)) continue;
    const bytes = file.data(stream, MAX_CONTENT);
    total += bytes.length;
    if (total > MAX_CONTENT) throw new Malformed('content that is too large');
    parts.push(bytes, Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

/** Goes through a piece of content and tells the target what it does, and where. */
export function walkContent(walk: Walk, bytes: Buffer, resources: PdfDict, state: State, target: Target): void {
  new Walker(walk, resources, state, target).run(bytes);
}

interface Marked {
  hidden: boolean;
  span: boolean;
}

class Walker {
  private readonly walk: Walk;
  private readonly resources: PdfDict;
  private readonly target: Target;
  private readonly outer: Matrix;
  private state: State;
  private readonly saved: State[] = [];
  private textMatrix: Matrix = IDENTITY;
  private lineMatrix: Matrix = IDENTITY;
  private parts: PathPart[] = [];
  private clip: 'W' | 'W*' | null = null;
  private readonly marked: Marked[] = [];
  private hidden = 0;
  private readonly openSpans: number[] = [];
  private inText = false;

  constructor(walk: Walk, resources: PdfDict, state: State, target: Target) {
    this.walk = walk;
    this.resources = resources;
    this.state = state;
    this.outer = state.ctm;
    this.target = target;
  }

  run(bytes: Buffer): void {
    for (const operator of operators(bytes)) {
      if (++this.walk.operators > MAX_OPERATORS) throw new Malformed('a page with too many operators');
      this.operator(operator);
    }
    if (this.inText) this.operator(plain('ET'));
    while (this.marked.length > 0) this.endMarked();
    while (this.saved.length > 0) this.restore(plain('Q'));
  }

  private operator(operator: Operator): void {
    const { op, args } = operator;
    switch (op) {
      case 'q':
        if (this.saved.length >= MAX_SAVED) throw new Malformed('graphics states nested too deeply');
        this.saved.push({ ...this.state });
        this.target.other(operator, this.state, this.resources);
        break;
      case 'Q':
        this.restore(operator);
        break;
      case 'cm': {
        const n = numbers(args);
        if (n.length < 6) break;
        this.state.ctm = multiply(matrixOf(n), this.state.ctm);
        this.target.other(operator, this.state, this.resources);
        break;
      }
      case 'Do':
        this.xobject(operator);
        break;
      case 'BI':
        if (this.hidden === 0) this.inlineImage(operator);
        break;
      case 'sh':
        if (this.hidden === 0) this.target.shading(operator, this.state, this.resources);
        break;
      case 'BMC':
      case 'BDC':
        this.beginMarked(op, args);
        break;
      case 'EMC':
        if (this.marked.length > 0) this.endMarked();
        break;
      case 'gs':
        this.graphicsState(operator);
        break;
      case 'scn':
      case 'SCN':
        this.pattern(operator);
        break;
      default:
        if (!this.text(operator) && !this.path(operator) && STATE_OPERATORS.has(op)) {
          if (op === 'w') this.state.lineWidth = numbers(args)[0] ?? 1;
          this.target.other(operator, this.state, this.resources);
        }
    }
  }

  private restore(operator: Operator): void {
    const before = this.saved.pop();
    if (!before) return;
    this.state = before;
    this.target.other(operator, this.state, this.resources);
  }

  private text(operator: Operator): boolean {
    const { op, args } = operator;
    const n = numbers(args);
    const { state } = this;
    switch (op) {
      case 'BT':
        if (this.inText) this.target.other(plain('ET'), state, this.resources);
        this.inText = true;
        this.textMatrix = IDENTITY;
        this.lineMatrix = IDENTITY;
        break;
      case 'Tf':
        this.setFont(args[0], n.at(-1) ?? 0);
        break;
      case 'Tc':
        state.charSpace = n[0] ?? 0;
        break;
      case 'Tw':
        state.wordSpace = n[0] ?? 0;
        break;
      case 'Tz':
        state.scale = (n[0] ?? 100) / 100;
        break;
      case 'TL':
        state.leading = n[0] ?? 0;
        break;
      case 'Ts':
        state.rise = n[0] ?? 0;
        break;
      case 'Tr':
        state.mode = n[0] ?? 0;
        break;
      case 'Td':
        this.nextLine(n[0] ?? 0, n[1] ?? 0);
        break;
      case 'TD':
        state.leading = -(n[1] ?? 0);
        this.nextLine(n[0] ?? 0, n[1] ?? 0);
        break;
      case 'Tm':
        if (n.length < 6) return true;
        this.lineMatrix = matrixOf(n);
        this.textMatrix = this.lineMatrix;
        break;
      case 'T*':
        this.nextLine(0, -state.leading);
        break;
      case "'":
      case '"':
        if (op === '"') {
          state.wordSpace = n[0] ?? 0;
          state.charSpace = n[1] ?? 0;
        }
        this.nextLine(0, -state.leading);
        this.show(operator, [args.at(-1) ?? null]);
        return true;
      case 'Tj':
        this.show(operator, [args.at(-1) ?? null]);
        return true;
      case 'TJ':
        this.show(operator, Array.isArray(args.at(-1)) ? (args.at(-1) as PdfValue[]) : []);
        return true;
      case 'ET':
        if (!this.inText) return true;
        this.inText = false;
        break;
      default:
        return false;
    }
    this.target.other(operator, state, this.resources);
    return true;
  }

  private nextLine(x: number, y: number): void {
    this.lineMatrix = multiply([1, 0, 0, 1, x, y], this.lineMatrix);
    this.textMatrix = this.lineMatrix;
  }

  private setFont(name: PdfValue | undefined, size: number): void {
    const fonts = this.walk.file.entry(this.resources, 'Font');
    const said = typeof name === 'string' && isDict(fonts) ? fonts.get(name) : undefined;
    const value = this.walk.file.deref(said);
    this.state.font = this.walk.fonts.reader(said instanceof Ref ? said.num : 0, value);
    this.state.size = size;
  }

  private show(operator: Operator, elements: readonly PdfValue[]): void {
    const items: Shown[] = [];
    for (const element of elements) {
      if (typeof element === 'number') {
        items.push(element);
        this.move((-element / 1000) * this.state.size);
      } else if (Buffer.isBuffer(element)) this.string(element, items);
    }
    this.target.show(operator, items, this.state, this.hidden > 0);
  }

  private string(bytes: Buffer, items: Shown[]): void {
    const { state } = this;
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
        span: this.openSpans.at(-1) ?? -1,
        shift: [shiftX, shiftY],
      });
      this.move(glyph.advance * size + state.charSpace + (glyph.isSpace ? state.wordSpace : 0));
    }
  }

  private move(by: number): void {
    const vertical = this.state.font?.vertical ?? false;
    const step: Matrix = vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * this.state.scale, 0];
    this.textMatrix = multiply(step, this.textMatrix);
  }

  private path({ op, args }: Operator): boolean {
    const n = numbers(args);
    switch (op) {
      case 'm':
      case 'l':
        if (n.length >= 2) this.parts.push({ op, n: n.slice(0, 2) });
        return true;
      case 'c':
        if (n.length >= 6) this.parts.push({ op, n: n.slice(0, 6) });
        return true;
      case 'v': {
        const at = this.current();
        if (n.length >= 4) this.parts.push({ op: 'c', n: [...at, ...n.slice(0, 4)] });
        return true;
      }
      case 'y':
        if (n.length >= 4) this.parts.push({ op: 'c', n: [...n.slice(0, 4), n[2]!, n[3]!] });
        return true;
      case 're':
        if (n.length >= 4) this.parts.push({ op, n: n.slice(0, 4) });
        return true;
      case 'h':
        this.parts.push({ op, n: [] });
        return true;
      case 'W':
      case 'W*':
        this.clip = op;
        return true;
      default:
        if (!PAINTS.has(op)) return false;
        this.target.path(this.parts, op, this.clip, this.state, this.hidden > 0);
        this.parts = [];
        this.clip = null;
        return true;
    }
  }

  private current(): readonly number[] {
    const last = this.parts.findLast(({ op }) => op !== 'h');
    return last ? (last.op === 're' ? last.n.slice(0, 2) : last.n.slice(-2)) : [0, 0];
  }

  /** The colours of an inline image may be named in the resources. */
  private inlineImage(operator: Operator): void {
    const { file } = this.walk;
    const dict = operator.image?.dict;
    const space = dict?.get('ColorSpace');
    const named = file.entry(this.resources, 'ColorSpace');
    if (dict && typeof space === 'string' && isDict(named) && named.has(space))
      dict.set('ColorSpace', named.get(space)!);
    this.target.inlineImage(operator, this.state);
  }

  private xobject(operator: Operator): void {
    const { file, layers, inside } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'XObject');
    const said = typeof name === 'string' && isDict(all) ? all.get(name) : undefined;
    const stream = file.deref(said);
    if (!(stream instanceof PdfStream) || this.hidden > 0 || layers.hides(stream.dict.get('OC'))) return;
    const subtype = file.entry(stream.dict, 'Subtype');
    const isForm = subtype === 'Form' || (subtype === null && stream.dict.has('BBox'));
    if (subtype === 'Image') this.target.image(stream, this.state);
    else if (isForm && !inside.has(stream.num)) this.nest('form', stream, name as string);
  }

  /** Goes through a form, a soft mask or a pattern, inside the content that uses it. */
  private nest(kind: Nested['kind'], stream: PdfStream, name: string): void {
    const { walk, target } = this;
    if (walk.inside.size >= MAX_NESTED) throw new Malformed('content nested too deeply');
    const matrix = walk.file.entry(stream.dict, 'Matrix');
    const n = Array.isArray(matrix) ? numbers(matrix.map(walk.file.deref)) : [];
    const outer = kind === 'pattern' ? this.outer : this.state.ctm;
    const own = dictOf(walk.file.entry(stream.dict, 'Resources'));
    const resources = own ?? this.resources;
    const state = { ...this.state, ctm: n.length >= 6 ? multiply(matrixOf(n), outer) : outer };
    target.nested({ kind, stream, resources, state, outer }, name, (inner) => {
      walk.inside.add(stream.num);
      try {
        walkContent(walk, contentOf(walk.file, stream), resources, { ...state }, inner);
      } finally {
        walk.inside.delete(stream.num);
      }
    });
  }

  private graphicsState(operator: Operator): void {
    const { file, inside, fonts } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'ExtGState');
    const dict = typeof name === 'string' && isDict(all) ? file.deref(all.get(name)) : null;
    if (!isDict(dict)) return;
    const font = file.entry(dict, 'Font');
    if (Array.isArray(font)) {
      this.state.font = fonts.reader(font[0] instanceof Ref ? font[0].num : 0, file.deref(font[0]));
      this.state.size = numbers([file.deref(font[1])])[0] ?? 0;
    }
    const width = file.entry(dict, 'LW');
    if (typeof width === 'number') this.state.lineWidth = width;
    const group = file.entry(file.entry(dict, 'SMask'), 'G');
    if (group instanceof PdfStream && !inside.has(group.num)) this.nest('mask', group, name as string);
    this.target.other(operator, this.state, this.resources);
  }

  private pattern(operator: Operator): void {
    const { file, inside } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'Pattern');
    const pattern = typeof name === 'string' && isDict(all) ? file.deref(all.get(name)) : null;
    if (pattern instanceof PdfStream && !inside.has(pattern.num)) this.nest('pattern', pattern, name as string);
    this.target.other(operator, this.state, this.resources);
  }

  private beginMarked(op: string, args: readonly PdfValue[]): void {
    const { file, layers } = this.walk;
    const given = op === 'BDC' ? args[1] : undefined;
    const all = file.entry(this.resources, 'Properties');
    const said = typeof given === 'string' && isDict(all) ? all.get(given) : given;
    const hidden = args[0] === 'OC' && layers.hides(said);
    const actual = file.entry(file.deref(said), 'ActualText');
    const span = Buffer.isBuffer(actual) && this.hidden === 0 && !hidden;
    this.marked.push({ hidden, span });
    if (hidden) this.hidden++;
    if (span) {
      const index = this.walk.spans++;
      this.openSpans.push(index);
      this.target.span(textOf(actual), index);
    }
  }

  private endMarked(): void {
    const { hidden, span } = this.marked.pop()!;
    if (hidden) this.hidden--;
    if (!span) return;
    this.openSpans.pop();
    this.target.endSpan();
  }
}

function plain(op: string): Operator {
  return { op, args: [], image: null };
}

const STATE_OPERATORS = new Set('w J j M d ri i CS cs SC sc G g RG rg K k d0 d1'.split(' '));
const PAINTS = new Set('b B b* B* f F f* n s S'.split(' '));

export function numbers(values: readonly PdfValue[]): number[] {
  return values.filter((value): value is number => typeof value === 'number');
}

function matrixOf(n: readonly number[]): Matrix {
  return [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
}

/** A text string (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 where it says so, otherwise of single bytes. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}
