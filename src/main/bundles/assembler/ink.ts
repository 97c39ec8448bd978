import { type Box, IDENTITY, type Matrix, moved, multiply, overlaps, transformBox } from './matrix.ts';

/** What covers a region of a page: text or lines, or something of unknown look such as a scan. */
export const INK = 1;
export const PICTURE = 2;

/** What an XObject covers: an image its unit square, a form its box. */
export type XObjectExtent = { readonly box: Box; readonly matrix: Matrix };

interface State {
  readonly ctm: Matrix;
  readonly whiteFill: boolean;
  readonly fontSize: number;
  readonly leading: number;
  readonly invisible: boolean;
}

const UNIT: Box = [0, 0, 1, 1];
const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9];
const MAX_SAVED = 256;
const WHITE_OPERATORS: Readonly<Record<string, readonly number[]>> = { g: [1], rg: [1, 1, 1], k: [0, 0, 0, 0] };

/**
 * Follows the operators of a page so far as to know which of a few regions get ink. Widths of text are guessed and clips
 * ignored: it may see ink where there is none, not the other way round.
 */
export class InkTracker {
  /** INK and PICTURE, by region. */
  readonly found: Uint8Array;
  private readonly regions: readonly Box[];
  private readonly extent: (name: string) => XObjectExtent | null;
  /** Around all regions; null where there is none. */
  private readonly reach: Box | null;
  private state: State = { ctm: IDENTITY, whiteFill: false, fontSize: 0, leading: 0, invisible: false };
  private readonly saved: State[] = [];
  private lineMatrix: Matrix = IDENTITY;
  /** How far the text of the line has come, in the units of its matrix. */
  private advance = 0;
  private path: Box | null = null;
  private x = 0;
  private y = 0;
  private strokeHits = 0;

  constructor(regions: readonly Box[], extent: (name: string) => XObjectExtent | null) {
    this.regions = regions;
    this.found = new Uint8Array(regions.length);
    this.extent = extent;
    this.reach = regions.reduce<Box | null>((all, box) => (all ? around(all, box) : box), null);
  }

  /** One operator with its numbers, the name it was given and the length of the text it shows. */
  operator(op: string, n: readonly number[], name: string, shown: number): void {
    switch (op) {
      case 'q':
        if (this.saved.length < MAX_SAVED) this.saved.push(this.state);
        break;
      case 'Q':
        this.state = this.saved.pop() ?? this.state;
        break;
      case 'cm':
        if (n.length >= 6) this.state = { ...this.state, ctm: multiply(matrixOf(n), this.state.ctm) };
        break;
      case 'm':
        this.x = n[0] ?? 0;
        this.y = n[1] ?? 0;
        break;
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        this.segment(n);
        break;
      case 're':
        this.rectangle(n);
        break;
      case 'f':
      case 'F':
      case 'f*':
        this.fill();
        this.path = null;
        this.strokeHits = 0;
        break;
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.fill();
        this.stroke();
        break;
      case 'S':
      case 's':
        this.stroke();
        break;
      case 'n':
        this.path = null;
        this.strokeHits = 0;
        break;
      case 'Do': {
        const extent = this.extent(name);
        if (extent) this.mark(transformBox(multiply(extent.matrix, this.state.ctm), extent.box), PICTURE);
        else this.mark(EVERYWHERE, PICTURE);
        break;
      }
      case 'EI':
        this.mark(transformBox(this.state.ctm, UNIT), PICTURE);
        break;
      case 'sh':
        this.mark(EVERYWHERE, PICTURE);
        break;
      default:
        if (op.length === 2 && op.startsWith('T')) this.text(op, n, shown);
        else if (op === "'" || op === '"') {
          this.nextLine(0, -this.state.leading);
          this.show(shown);
        } else this.other(op, n);
    }
  }

  private other(op: string, n: readonly number[]): void {
    if (op === 'BT') {
      this.lineMatrix = IDENTITY;
      this.advance = 0;
    } else if (['g', 'rg', 'k', 'sc', 'scn', 'cs'].includes(op)) {
      const white = WHITE_OPERATORS[op];
      this.state = { ...this.state, whiteFill: white?.every((value, i) => n[i] === value) ?? false };
    }
  }

  private text(op: string, n: readonly number[], shown: number): void {
    if (op === 'Tj' || op === 'TJ') this.show(shown);
    else if (op === 'Tf') this.state = { ...this.state, fontSize: Math.abs(n[0] ?? 0) };
    else if (op === 'TL') this.state = { ...this.state, leading: n[0] ?? 0 };
    else if (op === 'Tr') this.state = { ...this.state, invisible: n[0] === 3 || n[0] === 7 };
    else if (op === 'Td') this.nextLine(n[0] ?? 0, n[1] ?? 0);
    else if (op === 'T*') this.nextLine(0, -this.state.leading);
    else if (op === 'TD') {
      this.state = { ...this.state, leading: -(n[1] ?? 0) };
      this.nextLine(n[0] ?? 0, n[1] ?? 0);
    } else if (op === 'Tm' && n.length >= 6) {
      this.lineMatrix = matrixOf(n);
      this.advance = 0;
    }
  }

  private nextLine(x: number, y: number): void {
    this.lineMatrix = moved(this.lineMatrix, x, y);
    this.advance = 0;
  }

  private show(bytes: number): void {
    const { fontSize, ctm, invisible } = this.state;
    const width = bytes * fontSize * 0.55;
    if (!invisible && this.mayReach(fontSize, width)) {
      const box: Box = [0, -fontSize * 0.25, width, fontSize * 0.9];
      this.mark(transformBox(multiply(moved(this.lineMatrix, this.advance, 0), ctm), box), INK);
    }
    this.advance += width;
  }

  /**
   * False where a piece of text is above or below all regions, or beside them: most is, and it is met so often that this
   * makes no arrays. Takes the text to be as high and as low as it may be wherever it is turned to.
   */
  private mayReach(fontSize: number, width: number): boolean {
    const { reach, lineMatrix: m, advance } = this;
    const { ctm } = this.state;
    if (!reach) return false;
    const e = advance * m[0] + m[4];
    const f = advance * m[1] + m[5];
    const x = e * ctm[0] + f * ctm[2] + ctm[4];
    const y = e * ctm[1] + f * ctm[3] + ctm[5];
    const right = width * (m[0] * ctm[0] + m[1] * ctm[2]);
    const up = width * (m[0] * ctm[1] + m[1] * ctm[3]);
    const aside = fontSize * Math.abs(m[2] * ctm[0] + m[3] * ctm[2]);
    const high = fontSize * Math.abs(m[2] * ctm[1] + m[3] * ctm[3]);
    return !(
      x + Math.max(0, right) + aside < reach[0] ||
      x + Math.min(0, right) - aside > reach[2] ||
      y + Math.max(0, up) + high < reach[1] ||
      y + Math.min(0, up) - high > reach[3]
    );
  }

  private segment(n: readonly number[]): void {
    let left = this.x;
    let right = left;
    let bottom = this.y;
    let top = bottom;
    for (let i = 0; i + 1 < n.length; i += 2) {
      this.x = n[i]!;
      this.y = n[i + 1]!;
      left = Math.min(left, this.x);
      right = Math.max(right, this.x);
      bottom = Math.min(bottom, this.y);
      top = Math.max(top, this.y);
    }
    this.extend(transformBox(this.state.ctm, [left, bottom, right, top]));
  }

  private rectangle(n: readonly number[]): void {
    const [x = 0, y = 0, width = 0, height = 0] = n;
    const [left, right] = width < 0 ? [x + width, x] : [x, x + width];
    const [bottom, top] = height < 0 ? [y + height, y] : [y, y + height];
    for (const edge of [
      [left, bottom, right, bottom],
      [left, top, right, top],
      [left, bottom, left, top],
      [right, bottom, right, top],
    ] as const) {
      this.extend(transformBox(this.state.ctm, edge));
    }
    this.x = x;
    this.y = y;
  }

  /** Adds a piece of the path; a line is as thick as the eye needs. */
  private extend(box: Box): void {
    this.path = this.path ? around(this.path, box) : box;
    const thick: Box = [box[0] - 0.5, box[1] - 0.5, box[2] + 0.5, box[3] + 0.5];
    for (let i = 0; i < this.regions.length; i++) if (overlaps(this.regions[i]!, thick)) this.strokeHits |= 1 << i;
  }

  private fill(): void {
    if (this.path && !this.state.whiteFill) this.mark(this.path, INK);
  }

  private stroke(): void {
    for (let i = 0; i < this.regions.length; i++) if (this.strokeHits & (1 << i)) this.found[i]! |= INK;
    this.path = null;
    this.strokeHits = 0;
  }

  private mark(box: Box, what: number): void {
    for (let i = 0; i < this.regions.length; i++) if (overlaps(this.regions[i]!, box)) this.found[i]! |= what;
  }
}

function matrixOf(n: readonly number[]): Matrix {
  return [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
