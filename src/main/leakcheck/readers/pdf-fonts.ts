import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { END_OF_DATA, Keyword, Lexer, type Token } from '#main/bundles/assembler/lexer.ts';
import { isDict, Malformed, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { pdfText, utf8OrLatin } from './strings.ts';

/** What the bytes that a font shows say. */
type Decoder = (bytes: Buffer) => string;

const plain: Decoder = (bytes) => utf8OrLatin(bytes);

/** Glyph names that are no letters of their own and that names are written with. */
const GLYPHS: Record<string, string> = {
  space: ' ',
  hyphen: '-',
  period: '.',
  comma: ',',
  quotesingle: "'",
  quoteright: '’',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};

/** How a font's codes are to be read: by its map to Unicode, else by the names of its glyphs, else as they stand. */
function decoderOf(file: PdfFile, font: PdfValue): Decoder {
  if (!isDict(font)) return plain;
  const isWide = font.get('Subtype') === 'Type0';
  const map = file.entry(font, 'ToUnicode');
  const codes = map instanceof PdfStream ? toUnicode(file, map) : null;
  if (codes && codes.size > 0) return (bytes) => mapped(bytes, codes, isWide ? 2 : 1);
  if (isWide) return (bytes) => pdfText(Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]));
  const differences = file.entry(file.entry(font, 'Encoding'), 'Differences');
  if (!Array.isArray(differences)) return plain;
  const names = new Map<number, string>();
  let code = 0;
  for (const each of differences.map((value) => file.deref(value))) {
    if (typeof each === 'number') code = each;
    else if (typeof each === 'string') names.set(code++, glyphText(each));
  }
  return (bytes) => [...bytes].map((byte) => names.get(byte) ?? String.fromCharCode(byte)).join('');
}

function glyphText(name: string): string {
  const unicode = /^u(?:ni)?([0-9A-Fa-f]{4,6})/.exec(name)?.[1];
  if (unicode) return String.fromCodePoint(Math.min(Number.parseInt(unicode.slice(0, 6), 16), 0x10ffff));
  const [base = ''] = name.split('.');
  return base.length === 1 ? base : (GLYPHS[base] ?? base.slice(0, 1));
}

function mapped(bytes: Buffer, codes: ReadonlyMap<number, string>, width: number): string {
  let out = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? bytes.readUInt16BE(at) : bytes[at]!;
    out += codes.get(code) ?? (width === 1 ? String.fromCharCode(code) : '');
  }
  return out;
}

const MOST_CODES = 70_000;

/** A CMap to Unicode (ISO 32000-1, 9.10.3): bfchar and bfrange. */
function toUnicode(file: PdfFile, stream: PdfStream): Map<number, string> {
  const codes = new Map<number, string>();
  let given: PdfValue[] = [];
  try {
    const lexer = new Lexer(file.data(stream, 4 * 1024 * 1024), 0);
    for (let token: Token = lexer.token(); token !== END_OF_DATA && codes.size < MOST_CODES; token = lexer.token()) {
      if (!(token instanceof Keyword)) {
        if (typeof token !== 'symbol') given.push(token);
        continue;
      }
      if (token.word === 'endbfchar') for (let i = 0; i + 1 < given.length; i += 2) set(codes, given[i], given[i + 1]);
      else if (token.word === 'endbfrange')
        for (let i = 0; i + 2 < given.length; i += 3) setRange(codes, given[i], given[i + 1], given[i + 2]);
      given = [];
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  return codes;
}

const codeOf = (bytes: Buffer) => bytes.subarray(-4).reduce((sum, byte) => sum * 256 + byte, 0);
const textOf = (bytes: Buffer) => pdfText(Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]));

function set(codes: Map<number, string>, from: PdfValue | undefined, to: PdfValue | undefined): void {
  if (Buffer.isBuffer(from) && Buffer.isBuffer(to)) codes.set(codeOf(from), textOf(to));
}

function setRange(
  codes: Map<number, string>,
  low: PdfValue | undefined,
  high: PdfValue | undefined,
  to: PdfValue | undefined,
) {
  if (!Buffer.isBuffer(low) || !Buffer.isBuffer(high)) return;
  const first = codeOf(low);
  const last = Math.min(codeOf(high), first + 0xffff);
  for (let code = first; code <= last && codes.size < MOST_CODES; code++) {
    const each = Array.isArray(to) ? to[code - first] : to;
    if (!Buffer.isBuffer(each) || each.length === 0) continue;
    if (Array.isArray(to)) codes.set(code, textOf(each));
    else {
      const next = Buffer.from(each);
      const end = next.length - 1;
      const value = next[end]! + code - first;
      next[end] = value & 255;
      if (end > 0) next[end - 1] = next[end - 1]! + (value >> 8);
      codes.set(code, textOf(next));
    }
  }
}

/**
 * What a content stream shows: the strings of its text operators through the fonts that it names. For streams that no
 * page draws, and appearances of annotations.
 */
export function shownText(file: PdfFile, content: Buffer, resources: PdfValue): string {
  const fonts = file.entry(resources, 'Font');
  const decoders = new Map<string, Decoder>();
  let decode = plain;
  let given: PdfValue[] = [];
  let out = '';
  const lexer = new Lexer(content, 0);
  try {
    for (let token = lexer.token(); token !== END_OF_DATA; token = lexer.token()) {
      if (typeof token === 'symbol') continue;
      if (!(token instanceof Keyword)) {
        if (given.length < 64) given.push(token);
        continue;
      }
      switch (token.word) {
        case 'Tf': {
          const name = given.find((value) => typeof value === 'string') ?? '';
          decode = decoders.get(name) ?? decoderOf(file, file.entry(fonts, name));
          decoders.set(name, decode);
          break;
        }
        case 'Tj':
        case "'":
        case '"':
        case 'TJ':
          out += shown(given, decode);
          break;
        case 'BDC':
        case 'DP':
          out += ` ${marked(given)} `;
          break;
        case 'Td':
        case 'TD':
        case 'Tm':
        case 'T*':
        case 'ET':
          out += ' ';
          break;
        case 'ID':
          lexer.pos = afterImage(content, lexer.pos);
      }
      given = [];
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  return out;
}

/** Below this, in thousandths of the font's size, a gap inside a TJ is a space. */
const SPACE = -180;

function shown(given: readonly PdfValue[], decode: Decoder): string {
  return given
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .map((value) => (Buffer.isBuffer(value) ? decode(value) : typeof value === 'number' && value < SPACE ? ' ' : ''))
    .join('');
}

/** What a marked stretch says in the place of its text. */
function marked(given: readonly PdfValue[]): string {
  return given
    .flatMap((value) => (isDict(value) ? ['ActualText', 'Alt', 'E', 'Contents'].map((key) => value.get(key)) : []))
    .map((value) => (Buffer.isBuffer(value) ? pdfText(value) : ''))
    .join(' ');
}

function afterImage(content: Buffer, from: number): number {
  for (let at = content.indexOf('EI', from); at >= 0; at = content.indexOf('EI', at + 2)) {
    if (/\s/.test(String.fromCharCode(content[at - 1] ?? 32)) && /\s/.test(String.fromCharCode(content[at + 2] ?? 32)))
      return at + 2;
  }
  return content.length;
}
