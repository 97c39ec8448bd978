import { BYTE_CLASS, END_OF_DATA, isValue, Keyword, Lexer } from '#main/bundles/assembler/lexer.ts';
import { isDict, type PdfDict, type PdfValue } from '#main/bundles/assembler/values.ts';

/** An operator of a content stream with its operands; an inline image is one operator `BI` with its bytes. */
export interface Operator {
  readonly op: string;
  readonly args: readonly PdfValue[];
  readonly image: { readonly dict: PdfDict; readonly data: Buffer } | null;
}

const MAX_ARGS = 64;
const SHORT_KEYS = new Map([
  ['BPC', 'BitsPerComponent'],
  ['CS', 'ColorSpace'],
  ['D', 'Decode'],
  ['DP', 'DecodeParms'],
  ['F', 'Filter'],
  ['H', 'Height'],
  ['IM', 'ImageMask'],
  ['I', 'Interpolate'],
  ['W', 'Width'],
]);
const SHORT_SPACES = new Map([
  ['G', 'DeviceGray'],
  ['RGB', 'DeviceRGB'],
  ['CMYK', 'DeviceCMYK'],
  ['I', 'Indexed'],
]);

/** The operators of a content stream, one after the other; damage is passed over as viewers do. */
export function* operators(bytes: Buffer): Generator<Operator> {
  const lexer = new Lexer(bytes, 0);
  let args: PdfValue[] = [];
  for (let token = lexer.token(); token !== END_OF_DATA; token = lexer.token()) {
    if (isValue(token)) {
      if (args.length < MAX_ARGS) args.push(token);
      continue;
    }
    if (!(token instanceof Keyword)) continue;
    if (token.word === 'BI') {
      const image = inlineImage(lexer);
      if (image) yield { op: 'BI', args: [], image };
    } else yield { op: token.word, args, image: null };
    args = [];
  }
}

function inlineImage(lexer: Lexer): Operator['image'] {
  const dict: PdfDict = new Map();
  for (;;) {
    const key = lexer.token();
    if (key === END_OF_DATA) return null;
    if (key instanceof Keyword) {
      if (key.word === 'ID') break;
      continue;
    }
    if (typeof key !== 'string') continue;
    const value = lexer.token();
    if (value instanceof Keyword) {
      if (value.word === 'ID') break;
      continue;
    }
    if (isValue(value)) dict.set(SHORT_KEYS.get(key) ?? key, value);
  }
  const space = dict.get('ColorSpace');
  if (typeof space === 'string') dict.set('ColorSpace', SHORT_SPACES.get(space) ?? space);
  else if (Array.isArray(space))
    dict.set(
      'ColorSpace',
      space.map((each) => (typeof each === 'string' ? (SHORT_SPACES.get(each) ?? each) : each)),
    );
  const { bytes } = lexer;
  const from = BYTE_CLASS[bytes[lexer.pos] ?? 0] === 1 ? lexer.pos + 1 : lexer.pos;
  const plain = plainLength(dict);
  const end = plain !== null && endsAt(bytes, from + plain) ? from + plain : findEnd(bytes, from);
  const data = bytes.subarray(from, end);
  const at = bytes.indexOf('EI', end);
  lexer.pos = at < 0 ? bytes.length : at + 2;
  return { dict, data };
}

/** The length of data without a filter, where the dictionary says all that it follows from. */
function plainLength(dict: PdfDict): number | null {
  const filter = dict.get('Filter');
  if (filter !== undefined && filter !== null && !(Array.isArray(filter) && filter.length === 0)) return null;
  const [width, height, bits] = ['Width', 'Height', 'BitsPerComponent'].map((key) => dict.get(key));
  const space = dict.get('ColorSpace');
  const mask = dict.get('ImageMask') === true;
  const colours = mask || space === 'DeviceGray' || Array.isArray(space) ? 1 : space === 'DeviceRGB' ? 3 : 4;
  if (!mask && (space === undefined || isDict(space) || (typeof space === 'string' && !space.startsWith('Device'))))
    return null;
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  const length = Math.ceil((width * colours * (mask ? 1 : typeof bits === 'number' ? bits : 8)) / 8) * height;
  return Number.isSafeInteger(length) && length >= 0 ? length : null;
}

function endsAt(bytes: Buffer, at: number): boolean {
  let pos = at;
  while (pos < Math.min(at + 4, bytes.length) && BYTE_CLASS[bytes[pos]!] === 1) pos++;
  return bytes[pos] === 69 && bytes[pos + 1] === 73;
}

/** Where the data end: before an EI between white space that is followed by content. */
function findEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('EI', from); at >= 0; at = bytes.indexOf('EI', at + 2)) {
    const before = at === from || BYTE_CLASS[bytes[at - 1]!] === 1 || bytes[at - 1] === 62;
    const after = at + 2 >= bytes.length || BYTE_CLASS[bytes[at + 2]!] === 1;
    if (before && after && isContent(bytes, at + 2)) return at;
  }
  return bytes.length;
}

function isContent(bytes: Buffer, from: number): boolean {
  for (let at = from; at < Math.min(from + 12, bytes.length); at++) {
    const byte = bytes[at]!;
    if (byte > 126 || (byte < 32 && BYTE_CLASS[byte] !== 1)) return false;
  }
  return true;
}
