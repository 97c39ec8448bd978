import { isWatched } from './launder.ts';
import { BYTE_CLASS } from './lexer.ts';
import { NEED_MORE } from './values.ts';

const MAX_SEGMENTS = 400_000;
const MAX_DEPTH = 120;
const DICT = 1;
const ARRAY = 2;
/** Keys of one dictionary that are compared with one another: more are seen in resources alone, and made by programs. */
const MAX_KEYS = 64;

/**
 * Goes once over one value as it lies in the file and notes where its references (and, on demand, its strings) are, so
 * that it can be copied byte for byte with new numbers, without being parsed. Nothing is written before the value is
 * known whole.
 *
 * Segments are kept flat, four numbers each: kind (1 reference, 2 string), start, end, object number.
 */
export class Scanner {
  segments = new Float64Array(1024);
  count = 0;
  /** Where the value ends. */
  end = 0;
  isDict = false;
  /** The value names something that must not be copied unseen, or is odd: it has to be parsed. */
  suspect = false;
  /** The span of `/Length value` at the top level, or -1; its value; whether that is the number of an object. */
  lengthStart = -1;
  lengthEnd = 0;
  lengthValue = 0;
  lengthIsRef = false;
  private hasLength = false;
  private readonly stack = new Uint8Array(MAX_DEPTH + 8);
  private readonly keys = new Keys();

  /**
   * Scans the value at `pos`. False when it is malformed or not one value: parse it then. Throws NEED_MORE when the
   * window ends first and the file does not.
   */
  scan(bytes: Buffer, from: number, end: number, atFileEnd: boolean, strings: boolean): boolean {
    this.count = 0;
    this.isDict = false;
    this.suspect = false;
    this.lengthStart = -1;
    this.lengthIsRef = false;
    this.hasLength = false;
    const { stack, keys } = this;
    keys.clear();
    let pos = from;
    let depth = 0;
    // The last two whole numbers, which a following R makes into a reference.
    let wholes = 0;
    let firstAt = 0;
    let firstValue = 0;
    let secondAt = 0;
    let secondValue = 0;
    let lengthKeyAt = -1;
    let lengthNumberAt = -1;
    const cutShort = () => {
      if (!atFileEnd) throw NEED_MORE;
      return false;
    };
    for (;;) {
      if (pos >= end) return cutShort();
      const byte = bytes[pos]!;
      const kind = BYTE_CLASS[byte];
      if (kind === 1) {
        pos++;
        continue;
      }
      if (kind === 0) {
        const start = pos;
        let value = 0;
        let digits = 0;
        let dotted = false;
        let numeric = true;
        if (byte === 43 || byte === 45) pos++;
        for (; pos < end; pos++) {
          const next = bytes[pos]!;
          if (next >= 48 && next <= 57) {
            value = value * 10 + next - 48;
            digits++;
          } else if (next === 46) {
            if (dotted) numeric = false;
            dotted = true;
          } else if (BYTE_CLASS[next] !== 0) break;
          else numeric = false;
        }
        if (pos >= end) return cutShort();
        keys.expected = true;
        if (numeric && digits > 0) {
          if (dotted || byte < 48) {
            wholes = 0;
            lengthKeyAt = -1;
          } else {
            if (lengthKeyAt >= 0) {
              this.lengthStart = lengthKeyAt;
              this.lengthEnd = pos;
              this.lengthValue = value;
              lengthNumberAt = start;
              lengthKeyAt = -1;
            }
            firstAt = secondAt;
            firstValue = secondValue;
            secondAt = start;
            secondValue = value;
            wholes = wholes > 0 ? 2 : 1;
          }
          // A number alone may be the start of a reference: the parser decides.
          if (depth === 0) return false;
          continue;
        }
        const length = pos - start;
        if (length === 1 && byte === 82 && wholes === 2) {
          wholes = 0;
          if (this.lengthStart >= 0 && lengthNumberAt === firstAt) {
            this.lengthIsRef = true;
            this.lengthEnd = pos;
          } else if (!this.add(1, firstAt, pos, firstValue)) return false;
          if (depth === 0) return false;
          continue;
        }
        if (!isConstant(bytes, start, length) || depth === 0) return false;
        wholes = 0;
        lengthKeyAt = -1;
        continue;
      }
      wholes = 0;
      if (byte === 47) {
        const start = pos++;
        let escaped = false;
        while (pos < end && BYTE_CLASS[bytes[pos]!] === 0) if (bytes[pos++] === 35) escaped = true;
        if (pos >= end) return cutShort();
        lengthKeyAt = -1;
        if (depth > 0 && stack[depth - 1] === DICT) {
          if (keys.expected && keys.add(bytes, start, pos)) this.suspect = true;
          keys.expected = !keys.expected;
        }
        if (escaped || isWatched(bytes, start + 1, pos - start - 1)) this.suspect = true;
        else if (depth === 1 && pos - start === 7 && isLengthKey(bytes, start)) {
          lengthKeyAt = start;
          if (this.hasLength) this.suspect = true;
          this.hasLength = true;
        }
        if (depth === 0) return false;
        continue;
      }
      lengthKeyAt = -1;
      keys.expected = true;
      if (byte === 40) {
        const start = pos++;
        for (let open = 1; open > 0; ) {
          if (pos >= end) return cutShort();
          const next = bytes[pos++]!;
          if (next === 92) pos++;
          else if (next === 40) open++;
          else if (next === 41) open--;
        }
        if (strings && !this.add(2, start, pos, 0)) return false;
      } else if (byte === 60) {
        if (pos + 1 >= end) return cutShort();
        if (bytes[pos + 1] === 60) {
          if (depth >= MAX_DEPTH) return false;
          if (depth === 0) this.isDict = true;
          stack[depth++] = DICT;
          keys.open();
          pos += 2;
          continue;
        }
        const start = pos++;
        for (; ; pos++) {
          if (pos >= end) return cutShort();
          const next = bytes[pos]!;
          if (next === 62) break;
          if (!isHexDigit(next) && BYTE_CLASS[next] !== 1) return false;
        }
        pos++;
        if (strings && !this.add(2, start, pos, 0)) return false;
      } else if (byte === 62) {
        if (pos + 1 >= end) return cutShort();
        if (bytes[pos + 1] !== 62 || depth === 0 || stack[--depth] !== DICT) return false;
        keys.close();
        pos += 2;
      } else if (byte === 91) {
        if (depth >= MAX_DEPTH) return false;
        stack[depth++] = ARRAY;
        pos++;
        continue;
      } else if (byte === 93) {
        if (depth === 0 || stack[--depth] !== ARRAY) return false;
        pos++;
      } else if (byte === 37) {
        while (pos < end && bytes[pos] !== 10 && bytes[pos] !== 13) pos++;
        continue;
      } else return false;
      if (depth === 0) {
        this.end = pos;
        // A length that is no whole number can't be cut out here.
        if (this.hasLength && this.lengthStart < 0) this.suspect = true;
        return true;
      }
    }
  }

  private add(kind: number, start: number, end: number, num: number): boolean {
    if (this.count >= MAX_SEGMENTS) return false;
    const at = this.count++ * 4;
    if (at + 4 > this.segments.length) {
      const larger = new Float64Array(this.segments.length * 2);
      larger.set(this.segments);
      this.segments = larger;
    }
    this.segments[at] = kind;
    this.segments[at + 1] = start;
    this.segments[at + 2] = end;
    this.segments[at + 3] = num;
    return true;
  }
}

/** The keys of the dictionaries that are open, to see one that stands twice: viewers take one of them, and not the same. */
class Keys {
  /** A name that comes now, in a dictionary, is a key. */
  expected = true;
  private spans = new Int32Array(256);
  private used = 0;
  private readonly firsts: number[] = [];

  clear(): void {
    this.used = 0;
    this.firsts.length = 0;
    this.expected = true;
  }

  open(): void {
    this.firsts.push(this.used);
  }

  close(): void {
    this.used = this.firsts.pop() ?? 0;
  }

  /** Takes a key of the innermost dictionary; true when it is there already. */
  add(bytes: Buffer, start: number, end: number): boolean {
    const { spans } = this;
    const first = this.firsts.at(-1) ?? 0;
    if (this.used - first >= MAX_KEYS * 2) return false;
    for (let i = first; i < this.used; i += 2) {
      const at = spans[i]!;
      if (
        spans[i + 1]! - at === end - start &&
        bytes[at + 1] === bytes[start + 1] &&
        isSame(bytes, at, start, end - start)
      )
        return true;
    }
    if (this.used + 2 > spans.length) {
      this.spans = new Int32Array(spans.length * 2);
      this.spans.set(spans);
    }
    this.spans[this.used++] = start;
    this.spans[this.used++] = end;
    return false;
  }
}

function isSame(bytes: Buffer, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

function isHexDigit(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);
}

/** `true`, `false` or `null`. */
function isConstant(bytes: Buffer, start: number, length: number): boolean {
  if (length !== 4 && length !== 5) return false;
  const word = bytes.toString('latin1', start, start + length);
  return word === 'true' || word === 'false' || word === 'null';
}

/** `/Length`, without making a string of it: this runs for every name of seven bytes. */
function isLengthKey(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 1] === 76 &&
    bytes[at + 2] === 101 &&
    bytes[at + 3] === 110 &&
    bytes[at + 4] === 103 &&
    bytes[at + 5] === 116 &&
    bytes[at + 6] === 104
  );
}
