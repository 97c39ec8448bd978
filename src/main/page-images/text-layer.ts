import { IDENTITY, type Matrix, multiply } from '#main/bundles/assembler/matrix.ts';
import { numberText } from '#main/bundles/assembler/serialise.ts';
import { type GlyphFonts, keyOf, type Sign } from './glyph-fonts.ts';

/** What a page does, as pdf.js gives it. */
export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface TextLayerOptions {
  /** The numbers that pdf.js has for what a page does. */
  readonly ops: Readonly<Record<string, number>>;
  /** From the units of the source to those of the new page. */
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fonts: GlyphFonts;
  readonly layers: { isVisible(group: unknown): boolean } | null;
  /** The part of a font that is needed; null where it is not known. */
  fontOf(name: string): { fontMatrix?: readonly number[]; vertical?: boolean } | null;
}

export interface TextLayer {
  readonly content: string;
  readonly fonts: ReadonlySet<number>;
  /** Every sign that is shown on the page is in it. */
  readonly isWhole: boolean;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

interface State {
  ctm: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  size: number;
  /** From the units of a glyph's width to those of its size. */
  unit: number;
  vertical: boolean;
  chars: number;
  words: number;
  scale: number;
  leading: number;
  rise: number;
}

const START: State = {
  ctm: IDENTITY,
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  size: 0,
  unit: 0.001,
  vertical: false,
  chars: 0,
  words: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

const MOST_GLYPHS = 400_000;
const MOST_SAVED = 512;

/**
 * The text of a page, sign by sign where it is drawn, as content that draws nothing and can be found and marked. What is
 * hidden with its layer or lies outside the page is left out. Text operators as in ISO 32000-1, 9.3 and 9.4.
 */
export function textLayerOf({ fnArray, argsArray }: Operations, options: TextLayerOptions): TextLayer {
  const { ops, base, layers } = options;
  const out = new Layer(options);
  let now: State = { ...START, ctm: base };
  const saved: State[] = [];
  const hidden: boolean[] = [];
  const save = () => void (saved.length < MOST_SAVED && saved.push({ ...now }));
  const restore = () => {
    now = saved.pop() ?? now;
  };
  const within = (matrix: unknown) => {
    if (isMatrix(matrix)) now.ctm = multiply(matrix, now.ctm);
  };
  const move = (x: number, y: number) => {
    now.lineX += x;
    now.lineY += y;
    now.x = now.lineX;
    now.y = now.lineY;
  };
  const font = (name: unknown, size: unknown) => {
    const found = options.fontOf(String(name));
    const unit = Math.abs(found?.fontMatrix?.[0] ?? 0.001);
    Object.assign(now, { size: numberOf(size), unit: unit || 0.001, vertical: found?.vertical === true });
  };
  const acts: Record<string, (args: readonly unknown[]) => void> = {
    save,
    restore,
    transform: (args) => within(args),
    paintFormXObjectBegin([matrix]) {
      save();
      within(matrix);
    },
    paintFormXObjectEnd: restore,
    beginAnnotation([, , transform, matrix]) {
      save();
      now.ctm = base;
      within(transform);
      within(matrix);
    },
    endAnnotation: restore,
    beginText: () => void Object.assign(now, { text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }),
    setTextMatrix([matrix]) {
      if (isMatrix(matrix)) Object.assign(now, { text: [...matrix], x: 0, y: 0, lineX: 0, lineY: 0 });
    },
    moveText: ([x, y]) => move(numberOf(x), numberOf(y)),
    setLeadingMoveText([x, y]) {
      now.leading = numberOf(y);
      move(numberOf(x), numberOf(y));
    },
    nextLine: () => move(0, now.leading),
    setLeading: ([leading]) => {
      now.leading = -numberOf(leading);
    },
    setCharSpacing: ([space]) => {
      now.chars = numberOf(space);
    },
    setWordSpacing: ([space]) => {
      now.words = numberOf(space);
    },
    setHScale: ([percent]) => {
      now.scale = numberOf(percent) / 100;
    },
    setTextRise: ([rise]) => {
      now.rise = numberOf(rise);
    },
    setFont: ([name, size]) => font(name, size),
    setGState([entries]) {
      for (const [key, value] of entriesOf(entries))
        if (key === 'Font' && Array.isArray(value)) font(value[0], value[1]);
    },
    beginMarkedContent: () => void hidden.push(false),
    beginMarkedContentProps([tag, group]) {
      hidden.push(tag === 'OC' && layers !== null && !layers.isVisible(group));
    },
    endMarkedContent: () => void hidden.pop(),
    showText: ([glyphs]) => out.show(now, Array.isArray(glyphs) ? glyphs : [], hidden.includes(true)),
  };
  const byNumber = new Map(Object.entries(acts).map(([name, act]) => [ops[name], act] as const));
  for (const [i, op] of fnArray.entries()) byNumber.get(op)?.((argsArray[i] ?? []) as readonly unknown[]);
  return out.written();
}

/** Signs that are shown one after another, each with the number that moves it away from the one before. */
interface Run {
  readonly place: Matrix;
  readonly size: number;
  readonly signs: { readonly sign: Sign; readonly gap: string }[];
}

/** The signs of a page as they are met. */
class Layer {
  private readonly runs: Run[] = [];
  private readonly options: TextLayerOptions;
  private left = MOST_GLYPHS;
  private isWhole = true;

  constructor(options: TextLayerOptions) {
    this.options = options;
  }

  /** Shows glyphs and numbers, and moves the place of the next. */
  show(now: State, glyphs: readonly (Glyph | number)[], isHidden: boolean): void {
    const { size, unit, vertical, scale } = now;
    const place = multiply([scale, 0, 0, 1, now.x, now.y + now.rise], multiply(now.text, now.ctm));
    let at = 0;
    let run: Run | null = null;
    let end = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        at -= (glyph * size) / 1000;
        continue;
      }
      if (glyph === null || typeof glyph !== 'object') continue;
      const width = vertical ? (glyph.vmetric?.[0] ?? -1000) : glyph.width;
      const advance = width * size * unit + (vertical ? -1 : 1) * (now.chars + (glyph.isSpace ? now.words : 0));
      const start = pointOf(place, vertical ? 0 : at, vertical ? at : 0);
      const sign = isHidden || size === 0 ? null : this.signOf(glyph, unit, start);
      if (sign === null || vertical) run = null;
      if (sign !== null) {
        if (run === null) {
          run = { place: [place[0], place[1], place[2], place[3], ...start], size, signs: [] };
          this.runs.push(run);
          end = at;
        }
        run.signs.push({ sign, gap: gap(at - end, size) });
        end = at + (sign.width * size) / 1000;
      }
      at += advance;
    }
    if (vertical) now.y += at;
    else now.x += at * scale;
  }

  /** The content, with the fonts that it needs. */
  written(): TextLayer {
    const { fonts } = this.options;
    const places = fonts.place(this.runs.flatMap(({ signs }) => signs.map(({ sign }) => sign)));
    const used = new Set<number>();
    if (places === null || this.runs.length === 0)
      return { content: '', fonts: used, isWhole: this.isWhole && this.runs.length === 0 };
    const parts: string[] = [];
    for (const { place, size, signs } of this.runs) {
      let shown = '';
      let font = -1;
      for (const { sign, gap: moved } of signs) {
        const is = places.get(keyOf(sign))!;
        const code = `<${is.code.toString(16).padStart(2, '0')}>`;
        used.add(is.font);
        if (is.font === font) shown += moved + code;
        // The place of the next sign stays where it is when the font changes.
        else shown += `${font < 0 ? '' : '] TJ '}/T${is.font} ${numberText(size)} Tf [${moved}${code}`;
        font = is.font;
      }
      parts.push(`${place.map((n) => numberText(n)).join(' ')} Tm ${shown}] TJ`);
    }
    return { content: `BT 3 Tr\n${parts.join('\n')}\nET`, fonts: used, isWhole: this.isWhole };
  }

  private signOf(glyph: Glyph, unit: number, [x, y]: readonly [number, number]): Sign | null {
    const { unicode } = glyph;
    if (!(x >= 0 && y >= 0 && x <= this.options.width && y <= this.options.height)) return null;
    if (!unicode || this.left === 0 || !Number.isFinite(glyph.width)) {
      this.isWhole = false;
      return null;
    }
    this.left--;
    return { text: unicode.slice(0, 16), width: Math.round(glyph.width * unit * 1000) };
  }
}

const gap = (units: number, size: number) => {
  const thousandths = Math.round((-units / size) * 1000);
  return thousandths === 0 || !Number.isFinite(thousandths) ? '' : String(thousandths);
};

const pointOf = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

function isMatrix(value: unknown): value is Matrix {
  const numbers = ArrayBuffer.isView(value) || Array.isArray(value) ? [...(value as number[])] : [];
  return numbers.length === 6 && numbers.every((each) => typeof each === 'number' && Number.isFinite(each));
}

const entriesOf = (value: unknown): [unknown, unknown][] => (Array.isArray(value) ? value : []);
