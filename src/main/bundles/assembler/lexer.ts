import { isWhole, Malformed, NEED_MORE, type PdfDict, type PdfValue, Ref } from './values.ts';

/** Classes of bytes (ISO 32000-1, 7.2.2): 0 regular, 1 white space, 2 delimiter. */
export const BYTE_CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) BYTE_CLASS[byte] = 1;
for (const char of '()<>[]{}/%') BYTE_CLASS[char.charCodeAt(0)] = 2;

/** A word that is not a value: `obj`, `R`, `stream`, or an operator of a content stream. */
export class Keyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

export const END_OF_DATA = Symbol('end of data');
const END_OF_DICT = Symbol('>>');
const END_OF_ARRAY = Symbol(']');
type Mark = typeof END_OF_DATA | typeof END_OF_DICT | typeof END_OF_ARRAY;
export type Token = PdfValue | Keyword | Mark;

const MAX_DEPTH = 200;
const STRUCTURE_WORDS = new Set(['obj', 'endobj', 'stream', 'endstream']);

/** True for a token that is a value of the file and neither a word nor a closing bracket. */
export function isValue(token: Token): token is PdfValue {
  return typeof token !== 'symbol' && !(token instanceof Keyword);
}

/**
 * Reads tokens and values from a window of bytes. A window that ends inside a token throws NEED_MORE, unless the file
 * itself ends there. Damage is forgiven as viewers forgive it: stray brackets and words are skipped.
 */
export class Lexer {
  readonly bytes: Buffer;
  readonly end: number;
  readonly atFileEnd: boolean;
  pos: number;
  private depth = 0;

  constructor(bytes: Buffer, pos: number, end = bytes.length, atFileEnd = true) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = end;
    this.atFileEnd = atFileEnd;
  }

  /** Skips white space and comments; the next byte, or -1 at the end of the data. */
  peek(): number {
    const { bytes, end } = this;
    while (this.pos < end) {
      const byte = bytes[this.pos]!;
      if (BYTE_CLASS[byte] === 1) this.pos++;
      else if (byte === 37) while (this.pos < end && bytes[this.pos] !== 10 && bytes[this.pos] !== 13) this.pos++;
      else return byte;
    }
    this.runOut();
    return -1;
  }

  /** The next token; numbers are not yet joined into references. */
  token(): Token {
    for (;;) {
      const byte = this.peek();
      if (byte < 0) return END_OF_DATA;
      const next = this.pos + 1;
      if (byte === 47) return this.name();
      if (byte === 40) return this.literalString();
      if (byte === 91) {
        this.pos = next;
        return this.array();
      }
      if (byte === 93) {
        this.pos = next;
        return END_OF_ARRAY;
      }
      if (byte === 60 || byte === 62) {
        if (next >= this.end) this.runOut();
        const doubled = this.bytes[next] === byte && next < this.end;
        if (byte === 60 && !doubled) return this.hexString();
        this.pos = doubled ? next + 1 : next;
        if (!doubled) continue;
        return byte === 60 ? this.dict() : END_OF_DICT;
      }
      if (BYTE_CLASS[byte] === 2) {
        this.pos = next;
        return new Keyword(String.fromCharCode(byte));
      }
      return this.word(byte);
    }
  }

  /** The next value: a token, with `num gen R` joined into a reference. */
  value(): Token {
    const token = this.token();
    if (!isNumber(token) || token < 0) return token;
    const back = this.pos;
    const digit = this.peek();
    if (digit >= 48 && digit <= 57) {
      const gen = this.token();
      if (isNumber(gen) && this.peek() === 82) {
        if (this.pos + 1 >= this.end) this.runOut();
        if (this.pos + 1 >= this.end || BYTE_CLASS[this.bytes[this.pos + 1]!] !== 0) {
          this.pos++;
          return new Ref(token, gen);
        }
      }
    }
    this.pos = back;
    return token;
  }

  private runOut(): void {
    if (!this.atFileEnd) throw NEED_MORE;
  }

  private endOfWord(from: number): number {
    let pos = from;
    while (pos < this.end && BYTE_CLASS[this.bytes[pos]!] === 0) pos++;
    if (pos >= this.end) this.runOut();
    return pos;
  }

  private name(): string {
    const start = this.pos + 1;
    this.pos = this.endOfWord(start);
    const raw = textAt(this.bytes, start, this.pos);
    if (!raw.includes('#')) return raw;
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  private word(first: number): Token {
    const start = this.pos;
    this.pos = this.endOfWord(start);
    if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
      const digits = digitsAt(this.bytes, start, this.pos);
      return digits >= 0 ? digits : parseNumber(this.bytes.toString('latin1', start, this.pos));
    }
    const text = textAt(this.bytes, start, this.pos);
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null') return null;
    return new Keyword(text);
  }

  private hexString(): Buffer {
    const start = this.pos + 1;
    let stop = start;
    while (stop < this.end && this.bytes[stop] !== 62) stop++;
    if (stop >= this.end) this.runOut();
    this.pos = Math.min(stop + 1, this.end);
    const digits = this.bytes.toString('latin1', start, stop).replace(/[^0-9a-fA-F]/g, '');
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
  }

  private literalString(): Buffer {
    const { bytes, end } = this;
    const out: number[] = [];
    let pos = this.pos + 1;
    for (let open = 1; ; ) {
      if (pos >= end) {
        this.runOut();
        break;
      }
      const byte = bytes[pos++]!;
      if (byte === 92) {
        if (pos + 3 >= end) this.runOut();
        pos = this.escape(pos, out);
        continue;
      }
      if (byte === 40) open++;
      else if (byte === 41 && --open === 0) break;
      out.push(byte);
    }
    this.pos = Math.min(pos, end);
    return Buffer.from(out);
  }

  /** One escape of a literal string, `pos` being after its backslash; the position after it. */
  private escape(at: number, out: number[]): number {
    const { bytes } = this;
    let pos = at;
    const byte = bytes[pos++]!;
    if (byte >= 48 && byte <= 55) {
      let code = byte - 48;
      for (let i = 0; i < 2 && bytes[pos]! >= 48 && bytes[pos]! <= 55; i++) code = code * 8 + bytes[pos++]! - 48;
      out.push(code & 255);
    } else if (byte === 13) {
      if (bytes[pos] === 10) pos++;
    } else if (byte !== 10) {
      out.push(ESCAPES.get(byte) ?? byte);
    }
    return pos;
  }

  private deeper(): void {
    if (++this.depth > MAX_DEPTH) throw new Malformed('nested too deeply');
  }

  private array(): PdfValue[] {
    this.deeper();
    const out: PdfValue[] = [];
    for (;;) {
      const item = this.value();
      if (item === END_OF_ARRAY || item === END_OF_DATA) break;
      if (item === END_OF_DICT) continue;
      if (item instanceof Keyword) {
        if (this.unreadStructure(item)) break;
        out.push(null);
      } else out.push(item);
    }
    this.depth--;
    return out;
  }

  private dict(): PdfDict {
    this.deeper();
    const out: PdfDict = new Map();
    for (;;) {
      const key = this.token();
      if (key === END_OF_DICT || key === END_OF_DATA) break;
      if (key instanceof Keyword && this.unreadStructure(key)) break;
      if (typeof key !== 'string') continue;
      const item = this.value();
      if (item === END_OF_DICT || item === END_OF_DATA) break;
      if (item instanceof Keyword) {
        if (this.unreadStructure(item)) break;
      } else if (item !== END_OF_ARRAY) out.set(key, item);
    }
    this.depth--;
    return out;
  }

  /** A structure word inside a value means that the closing bracket is missing: it is left for the caller. */
  private unreadStructure(keyword: Keyword): boolean {
    if (!STRUCTURE_WORDS.has(keyword.word)) return false;
    this.pos -= keyword.word.length;
    return true;
  }
}

/** Names and words are met again and again, the same few: each is made a string once. Slots are taken over, never added. */
const KNOWN_SLOTS = 2048;
const KNOWN_LENGTH = 32;
const known = new Array<string>(KNOWN_SLOTS).fill('');

/** Bytes as text of codes below 256. */
function textAt(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > KNOWN_LENGTH) return bytes.toString('latin1', start, end);
  let hash = length;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
  const slot = (hash ^ (hash >>> 15)) & (KNOWN_SLOTS - 1);
  const text = known[slot]!;
  if (text.length === length) {
    let at = 0;
    while (at < length && text.charCodeAt(at) === bytes[start + at]) at++;
    if (at === length) return text;
  }
  const fresh = bytes.toString('latin1', start, end);
  known[slot] = fresh;
  return fresh;
}

/** A whole number of few digits without a sign; -1 for what has to be read with more care. */
function digitsAt(bytes: Buffer, start: number, end: number): number {
  if (end - start > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const ESCAPES = new Map([
  [110, 10],
  [114, 13],
  [116, 9],
  [98, 8],
  [102, 12],
]);

function isNumber(token: Token): token is number {
  return typeof token !== 'symbol' && !(token instanceof Keyword) && isWhole(token);
}

/** A number as viewers read it: `--5`, `.`, `1.2.3` and `12abc` give what can be made of them. */
export function parseNumber(text: string): number {
  const plain = Number(text);
  if (!Number.isNaN(plain) && !/[eExX]/.test(text)) return plain;
  const digits = Number.parseFloat(/^[+-]*(\d*\.?\d*)/.exec(text)?.[1] ?? '') || 0;
  return text.startsWith('-') ? -digits : digits;
}
