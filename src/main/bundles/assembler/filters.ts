import zlib from 'node:zlib';
import { isDict, Malformed, type PdfDict, type PdfValue } from './values.ts';

/** A stream that unpacks to more than is allowed: not damaged, only too large to be looked into. */
export class TooLarge extends Malformed {}

type Deref = (value: PdfValue | undefined) => PdfValue;
export interface Filter {
  readonly name: string;
  readonly parms: PdfDict | null;
}

const SHORT_NAMES = new Map([
  ['Fl', 'FlateDecode'],
  ['LZW', 'LZWDecode'],
  ['AHx', 'ASCIIHexDecode'],
  ['A85', 'ASCII85Decode'],
  ['RL', 'RunLengthDecode'],
]);

/** The filters of a stream, in the order in which they are undone. */
export function filtersOf(dict: PdfDict, deref: Deref): Filter[] {
  const filter = deref(dict.get('Filter'));
  const parms = deref(dict.get('DecodeParms') ?? dict.get('DP'));
  const names = Array.isArray(filter) ? filter.map(deref) : filter === null ? [] : [filter];
  return names.map((name, i) => {
    const own = Array.isArray(parms) ? deref(parms[i]) : i === 0 ? parms : null;
    if (typeof name !== 'string') throw new Malformed('a filter that is not a name');
    return { name: SHORT_NAMES.get(name) ?? name, parms: isDict(own) ? own : null };
  });
}

/**
 * Undoes the filters of a small stream (structure or page content). Of a damaged one it gives the beginning, as viewers
 * do, and calls `onDamage`. @throws Malformed where nothing can be made of it; TooLarge above `limit` bytes
 */
export function decode(
  bytes: Buffer,
  filters: readonly Filter[],
  limit: number,
  deref: Deref,
  onDamage: () => void = () => {},
): Buffer {
  let out = bytes;
  for (const { name, parms } of filters) {
    if (name === 'FlateDecode') out = unpredict(inflate(out, limit, onDamage), parms, limit, deref);
    else if (name === 'LZWDecode') {
      const early = parms ? deref(parms.get('EarlyChange')) : 1;
      out = unpredict(unLzw(out, early === 0 ? 0 : 1, limit), parms, limit, deref);
    } else if (name === 'BrotliDecode') out = unpredict(unBrotli(out, limit), parms, limit, deref);
    else if (name === 'ASCIIHexDecode') out = unHex(out);
    else if (name === 'ASCII85Decode') out = unAscii85(out);
    else if (name === 'RunLengthDecode') out = unRunLength(out, limit);
    else if (name !== 'Crypt') throw new Malformed(`the filter ${name.slice(0, 40)}`);
    if (out.length > limit) throw new TooLarge('a stream that unpacks to too much');
  }
  return out;
}

/** Inflates what can be inflated: a damaged or cut stream gives its beginning, as in viewers. */
function inflate(bytes: Buffer, limit: number, onDamage: () => void): Buffer {
  // About as large as what will come of it: the usual 16 KB for each of many small ones is a great deal of garbage.
  const chunkSize = Math.min(64 * 1024, 2 ** Math.ceil(Math.log2(Math.max(256, bytes.length) * 4)));
  const whole = attempt(() => zlib.inflateSync(bytes, { maxOutputLength: limit, chunkSize }));
  if (whole) return whole;
  onDamage();
  const lenient = { maxOutputLength: limit, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const cut = attempt(() => zlib.inflateSync(bytes, lenient));
  if (cut) return cut;
  const raw = (length: number) => attempt(() => zlib.inflateRawSync(bytes.subarray(2, length), lenient));
  const headless = raw(bytes.length);
  if (headless) return headless;
  // The longest beginning that is whole.
  let sound = 2;
  let beyond = bytes.length;
  while (beyond - sound > 1) {
    const middle = (sound + beyond) >> 1;
    if (raw(middle)) sound = middle;
    else beyond = middle;
  }
  const beginning = raw(sound);
  if (!beginning || beginning.length === 0) throw new Malformed('deflated data that are damaged');
  return beginning;
}

/** Brotli, which files newer than ISO 32000-2 may have. */
function unBrotli(bytes: Buffer, limit: number): Buffer {
  const data = attempt(() => zlib.brotliDecompressSync(bytes, { maxOutputLength: limit }));
  if (!data) throw new Malformed('Brotli data that are damaged');
  return data;
}

/** The data, or null where they are damaged. @throws TooLarge */
function attempt(inflated: () => Buffer): Buffer | null {
  try {
    return inflated();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new TooLarge('a stream that unpacks to too much');
    return null;
  }
}

/** Undoes the predictors of PNG and TIFF (ISO 32000-1, 7.4.4.4). */
function unpredict(bytes: Buffer, parms: PdfDict | null, limit: number, deref: Deref): Buffer {
  const number = (key: string, usual: number) => {
    const value = parms ? deref(parms.get(key)) : null;
    return typeof value === 'number' && value >= 1 && value <= 1e6 ? Math.floor(value) : usual;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const pixel = Math.max(1, bits >> 3);
  const row = Math.ceil((number('Columns', 1) * bits) / 8);
  if (predictor === 2) {
    for (let start = 0; start < bytes.length; start += row) {
      const stop = Math.min(start + row, bytes.length);
      for (let i = start + pixel; i < stop; i++) bytes[i] = bytes[i]! + bytes[i - pixel]!;
    }
    return bytes;
  }
  const rows = Math.ceil(bytes.length / (row + 1));
  if (rows * row > limit) throw new TooLarge('a stream that unpacks to too much');
  const out = Buffer.alloc(rows * row);
  for (let r = 0; r < rows; r++) {
    const from = r * (row + 1);
    unfilterRow(bytes[from]!, bytes.subarray(from + 1, from + 1 + row), out, r * row, row, pixel);
  }
  return out;
}

function unfilterRow(type: number, source: Buffer, out: Buffer, at: number, row: number, pixel: number): void {
  for (let i = 0; i < source.length; i++) {
    const left = i >= pixel ? out[at + i - pixel]! : 0;
    const up = at >= row ? out[at + i - row]! : 0;
    let add = 0;
    if (type === 1) add = left;
    else if (type === 2) add = up;
    else if (type === 3) add = (left + up) >> 1;
    else if (type === 4) add = paeth(left, up, i >= pixel && at >= row ? out[at + i - row - pixel]! : 0);
    out[at + i] = source[i]! + add;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function unHex(bytes: Buffer): Buffer {
  const digits = bytes
    .toString('latin1')
    .replace(/>[\s\S]*$/, '')
    .replace(/[^0-9a-fA-F]/g, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function unAscii85(bytes: Buffer): Buffer {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (length: number) => {
    while (group.length < 5) group.push(84);
    const word = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < length; i++) out.push(Math.floor(word / 256 ** (3 - i)) & 255);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 126) break;
    if (byte === 122 && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 33 && byte <= 117 && group.push(byte - 33) === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Buffer.from(out);
}

function unRunLength(bytes: Buffer, limit: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (let pos = 0; pos < bytes.length; ) {
    const length = bytes[pos++]!;
    if (length === 128) break;
    const part = length < 128 ? bytes.subarray(pos, pos + length + 1) : Buffer.alloc(257 - length, bytes[pos] ?? 0);
    pos += length < 128 ? length + 1 : 1;
    parts.push(part);
    total += part.length;
    if (total > limit) throw new TooLarge('a stream that unpacks to too much');
  }
  return Buffer.concat(parts);
}

const LZW_CLEAR = 256;
const LZW_END = 257;

/** LZW as in TIFF and PDF: codes of 9 to 12 bits, most significant bit first. */
function unLzw(bytes: Buffer, early: 0 | 1, limit: number): Buffer {
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const lengths = new Uint16Array(4096).fill(1);
  for (let code = 0; code < 256; code++) suffix[code] = code;
  let out = Buffer.allocUnsafe(Math.min(limit, Math.max(1024, bytes.length * 4)));
  let used = 0;
  let next = 258;
  let width = 9;
  let previous = -1;
  let held = 0;
  let bits = 0;
  const emit = (code: number) => {
    const length = lengths[code]!;
    if (used + length > limit) throw new TooLarge('a stream that unpacks to too much');
    if (used + length > out.length) {
      out = Buffer.concat([out.subarray(0, used)], Math.min(limit, Math.max(out.length * 2, used + length)));
    }
    let at = used + length;
    for (let c = code; at > used; c = prefix[c]!) out[--at] = suffix[c]!;
    used += length;
    return out[used - length]!;
  };
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === LZW_END) break;
    if (code === LZW_CLEAR) {
      next = 258;
      width = 9;
      previous = -1;
      continue;
    }
    if (previous < 0) emit(code & 255);
    else {
      if (code > next || (code >= 256 && code < 258)) break;
      if (next < 4096) {
        prefix[next] = previous;
        lengths[next] = lengths[previous]! + 1;
        // The code just being defined ends with the first byte of the one before it.
        suffix[next] = firstByte(code === next ? previous : code, prefix, suffix, lengths);
        next++;
      } else if (code >= next) break;
      emit(code);
    }
    previous = code;
    if (next + early >= 1 << width && width < 12) width++;
  }
  return out.subarray(0, used);
}

function firstByte(code: number, prefix: Uint16Array, suffix: Uint8Array, lengths: Uint16Array): number {
  let at = code;
  while (lengths[at]! > 1) at = prefix[at]!;
  return suffix[at]!;
}
