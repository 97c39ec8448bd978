import { BYTE_CLASS, parseNumber } from './lexer.ts';

/** What is told each operator of a content stream. */
export type OnOperator = (op: string, numbers: readonly number[], name: string, shown: number) => void;

/** How a page's content stands with its graphics state when it ends. */
export interface ContentState {
  /** q without Q at the end, after making up for `underflow`. */
  readonly unclosed: number;
  /** Q without a q before it. */
  readonly underflow: number;
  /** False when it holds what is not content, or ends inside a text object, a marked stretch, a string or an image. */
  readonly clean: boolean;
}

const OPERATORS = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re ' +
    'RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
);
// Operators are met by the million: a short one is looked up by its bytes, without making a string of it.
const SHORT_OPERATORS: (string | undefined)[] = [];
for (const op of OPERATORS) if (op.length <= 2) SHORT_OPERATORS[codeOf(op.charCodeAt(0), op.charCodeAt(1) || 0)] = op;
const MAX_NUMBERS = 64;

function codeOf(first: number, second: number): number {
  return first * 256 + second;
}

/** Reads the content streams of one page, one after the other, as viewers do. */
export class ContentReader {
  private readonly onOperator: OnOperator | null;
  private depth = 0;
  private lowest = 0;
  private marked = 0;
  private compatibility = 0;
  private inText = false;
  private damaged = false;
  private numbers: number[] = [];
  private name = '';
  private shown = 0;
  private open = 0;

  constructor(onOperator: OnOperator | null) {
    this.onOperator = onOperator;
  }

  get state(): ContentState {
    const whole = !this.inText && this.marked === 0 && this.open === 0;
    return { unclosed: this.depth - this.lowest, underflow: -this.lowest, clean: whole && !this.damaged };
  }

  read(bytes: Buffer): void {
    const end = bytes.length;
    for (let pos = 0; pos < end; ) {
      const byte = bytes[pos]!;
      const kind = BYTE_CLASS[byte];
      if (kind === 1) pos++;
      else if (kind === 0) {
        const start = pos;
        while (pos < end && BYTE_CLASS[bytes[pos]!] === 0) pos++;
        if (isNumberStart(byte)) this.number(bytes, start, pos);
        else if (this.word(bytes, start, pos)) pos = this.afterImage(bytes, pos);
      } else if (byte === 40) pos = this.literal(bytes, pos + 1);
      else if (byte === 47) {
        const start = ++pos;
        while (pos < end && BYTE_CLASS[bytes[pos]!] === 0) pos++;
        this.name = bytes.toString('latin1', start, pos);
      } else if ((byte === 60 || byte === 62) && bytes[pos + 1] === byte) {
        this.open += byte === 60 ? 1 : -1;
        pos += 2;
      } else if (byte === 60) {
        const stop = bytes.indexOf(62, pos);
        if (stop < 0) this.damaged = true;
        this.shown += Math.ceil(((stop < 0 ? end : stop) - pos - 1) / 2);
        pos = stop < 0 ? end : stop + 1;
      } else if (byte === 37) {
        while (pos < end && bytes[pos] !== 10 && bytes[pos] !== 13) pos++;
      } else {
        if (byte === 91) this.open++;
        else if (byte === 93) this.open--;
        pos++;
      }
    }
  }

  private number(bytes: Buffer, start: number, end: number): void {
    if (this.onOperator === null || this.open > 0 || this.numbers.length >= MAX_NUMBERS) return;
    this.numbers.push(readNumber(bytes, start, end));
  }

  /** An operator; true when image data follow it. */
  private word(bytes: Buffer, start: number, end: number): boolean {
    const length = end - start;
    const short = length <= 2 ? SHORT_OPERATORS[codeOf(bytes[start]!, length > 1 ? bytes[start + 1]! : 0)] : undefined;
    const op = short ?? bytes.toString('latin1', start, Math.min(end, start + 8));
    if (op === 'q') this.depth++;
    else if (op === 'Q') this.lowest = Math.min(this.lowest, --this.depth);
    else if (op === 'BT' || op === 'ET') {
      if (this.inText === (op === 'BT')) this.damaged = true;
      this.inText = op === 'BT';
    } else if (op === 'BMC' || op === 'BDC') this.marked++;
    else if (op === 'EMC') this.marked = Math.max(0, this.marked - 1);
    else if (op === 'BX') this.compatibility++;
    else if (op === 'EX') this.compatibility--;
    else if (short === undefined && !OPERATORS.has(op)) {
      if (op === 'true' || op === 'false' || op === 'null') return false;
      if (this.compatibility <= 0) this.damaged = true;
    }
    if (op !== 'ID') this.onOperator?.(op, this.numbers, this.name, this.shown);
    if (this.numbers.length > 0) this.numbers.length = 0;
    this.name = '';
    this.shown = 0;
    this.open = 0;
    return op === 'ID';
  }

  /** Skips the data of an inline image: to an EI between white space. */
  private afterImage(bytes: Buffer, from: number): number {
    for (let at = bytes.indexOf('EI', from + 1); at >= 0; at = bytes.indexOf('EI', at + 2)) {
      const before = BYTE_CLASS[bytes[at - 1]!] === 1;
      const after = at + 2 >= bytes.length || BYTE_CLASS[bytes[at + 2]!] === 1;
      if (before && after && looksLikeContent(bytes, at + 2)) return at;
    }
    this.damaged = true;
    return bytes.length;
  }

  private literal(bytes: Buffer, from: number): number {
    let pos = from;
    for (let open = 1; open > 0; pos++) {
      if (pos >= bytes.length) {
        this.damaged = true;
        return pos;
      }
      const byte = bytes[pos];
      if (byte === 92) pos++;
      else if (byte === 40) open++;
      else if (byte === 41) open--;
    }
    this.shown += pos - from - 1;
    return pos;
  }
}

function isNumberStart(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 45 || byte === 46 || byte === 43;
}

/** Plain numbers without making a string; the odd ones as the lexer reads them. */
function readNumber(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative || bytes[at] === 43) at++;
  let value = 0;
  let scale = 0;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - 48;
      scale *= 10;
    } else if (byte === 46 && scale === 0) scale = 1;
    else return parseNumber(bytes.toString('latin1', start, end));
  }
  const plain = scale > 1 ? value / scale : value;
  return negative ? -plain : plain;
}

/** After the EI of an image there is text, not more of the image's bytes. */
function looksLikeContent(bytes: Buffer, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, bytes.length); at++) {
    const byte = bytes[at]!;
    if (byte > 126 || (byte < 32 && BYTE_CLASS[byte] !== 1)) return false;
  }
  return true;
}
