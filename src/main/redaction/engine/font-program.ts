import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { Malformed, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';

/**
 * The names that an embedded font itself gives to its codes, where the document gives none: of a Type 1 program, or of a
 * compact one (CFF). Null when the program says nothing of them.
 */
export function builtInNames(file: PdfFile, descriptor: PdfValue): Map<number, string> | null {
  const type1 = file.entry(descriptor, 'FontFile');
  const compact = file.entry(descriptor, 'FontFile3');
  try {
    if (type1 instanceof PdfStream) return type1Names(file.data(type1));
    if (compact instanceof PdfStream) return compactNames(file.data(compact));
  } catch (error) {
    // A program that can't be read gives no names; what it shows is still taken away by its place.
    if (!(error instanceof Malformed || error instanceof RangeError)) throw error;
  }
  return null;
}

/** `dup 65 /A put`, before the encrypted part. */
function type1Names(bytes: Buffer): Map<number, string> {
  const end = bytes.indexOf('eexec');
  const clear = bytes.toString('latin1', 0, end < 0 ? Math.min(bytes.length, 65_536) : end);
  const names = new Map<number, string>();
  for (const [, code, name] of clear.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)) names.set(Number(code), name!);
  return names;
}

/** Reads the encoding and the charset of a compact font (Adobe Technical Note 5176, sections 9 to 13). */
function compactNames(bytes: Buffer): Map<number, string> | null {
  if (bytes[0] !== 1) return null;
  const names = index(bytes, bytes[2]!);
  const tops = index(bytes, names.end);
  const strings = index(bytes, tops.end);
  const [start, stop] = tops.items[0] ?? [0, 0];
  const top = operands(bytes.subarray(start, stop));
  // A font by CIDs has no names, and the encodings below 2 are known by number.
  if (top.has(1230)) return null;
  const glyphs = index(bytes, top.get(17) ?? 0).items.length;
  const encodingAt = top.get(16) ?? 0;
  const charsetAt = top.get(15) ?? 0;
  if (encodingAt < 2 || charsetAt < 3) return null;
  const sids = charset(bytes, charsetAt, glyphs);
  const out = new Map<number, string>();
  const put = (code: number, glyph: number) => {
    const sid = sids[glyph] ?? 0;
    const [from, to] = strings.items[sid - STANDARD_STRINGS] ?? [0, 0];
    const name = sid < STANDARD_STRINGS ? standardName(sid) : bytes.toString('latin1', from, to);
    if (name !== null) out.set(code, name);
  };
  const format = bytes.readUInt8(encodingAt) & 127;
  const count = bytes.readUInt8(encodingAt + 1);
  let glyph = 1;
  for (let i = 0; i < count; i++) {
    if (format === 0) put(bytes.readUInt8(encodingAt + 2 + i), glyph++);
    else {
      const first = bytes.readUInt8(encodingAt + 2 + i * 2);
      const left = bytes.readUInt8(encodingAt + 3 + i * 2);
      for (let code = first; code <= first + left; code++) put(code, glyph++);
    }
  }
  return out;
}

const STANDARD_STRINGS = 391;

/** Of the standard strings only letters and figures, in the order of ASCII: 17 is `zero`, 34 is `A`, 66 is `a`. */
function standardName(sid: number): string | null {
  if (sid === 1) return 'space';
  if (sid >= 17 && sid <= 26) return 'zero one two three four five six seven eight nine'.split(' ')[sid - 17]!;
  if (sid >= 34 && sid <= 59) return String.fromCharCode(65 + sid - 34);
  if (sid >= 66 && sid <= 91) return String.fromCharCode(97 + sid - 66);
  if (sid === 109) return 'fi';
  if (sid === 110) return 'fl';
  return null;
}

function index(bytes: Buffer, at: number): { items: [number, number][]; end: number } {
  const count = bytes.readUInt16BE(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = bytes.readUInt8(at + 2);
  if (size < 1 || size > 4) throw new Malformed('a font index');
  const offset = (i: number) => bytes.readUIntBE(at + 3 + i * size, size);
  const base = at + 2 + (count + 1) * size;
  const items: [number, number][] = [];
  for (let i = 0; i < count; i++) items.push([base + offset(i), base + offset(i + 1)]);
  return { items, end: base + offset(count) };
}

/** The last operand of each operator of a dictionary; operators of two bytes as 1200 and their second. */
function operands(bytes: Buffer): Map<number, number> {
  const out = new Map<number, number>();
  let last = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte <= 21) {
      const op = byte === 12 ? 1200 + (bytes[at + 1] ?? 0) : byte;
      out.set(op, last);
      at += byte === 12 ? 2 : 1;
    } else if (byte === 28) {
      last = bytes.readInt16BE(at + 1);
      at += 3;
    } else if (byte === 29) {
      last = bytes.readInt32BE(at + 1);
      at += 5;
    } else if (byte === 30) {
      at++;
      while (at < bytes.length && (bytes[at]! & 15) !== 15 && bytes[at]! >> 4 !== 15) at++;
      at++;
    } else if (byte <= 246) {
      last = byte - 139;
      at++;
    } else {
      const next = bytes[at + 1] ?? 0;
      last = byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108;
      at += 2;
    }
  }
  return out;
}

function charset(bytes: Buffer, at: number, glyphs: number): number[] {
  const sids = [0];
  const format = bytes.readUInt8(at);
  let pos = at + 1;
  while (sids.length < glyphs) {
    const first = bytes.readUInt16BE(pos);
    const left = format === 0 ? 0 : format === 1 ? bytes.readUInt8(pos + 2) : bytes.readUInt16BE(pos + 2);
    pos += 2 + format;
    for (let i = 0; i <= left && sids.length < glyphs; i++) sids.push(first + i);
  }
  return sids;
}
