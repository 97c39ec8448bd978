import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { dictOf, isDict, Malformed, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { type CMap, codeOf, readCMap } from './cmap.ts';
import { codeText, glyphText } from './encodings.ts';
import { builtInNames } from './font-program.ts';
import { standardWidth } from './standard-widths.ts';

/** One code of a shown string: what it says and how far it moves. */
export interface FontGlyph {
  readonly code: number;
  /** How many bytes the code has. */
  readonly bytes: number;
  /** In units of the font size: to the right, or downwards (negative) in vertical fonts. */
  readonly advance: number;
  /** What it says: by its map to Unicode, and by its encoding where that says something else. */
  readonly readings: readonly [string, string];
  /** Nothing in the font says what it shows; a sign that is no part of a word says nothing and is not mute. */
  readonly isMute: boolean;
  /** Word spacing applies to it. */
  readonly isSpace: boolean;
  /** Where the glyph's origin lies from the current point, in vertical fonts. */
  readonly shift: readonly [x: number, y: number];
}

/** A font, so far as it has to be known to find and take away what it shows. */
export interface FontReader {
  readonly vertical: boolean;
  /** Above and below the baseline, in units of the font size. */
  readonly ascent: number;
  readonly descent: number;
  read(shown: Buffer): FontGlyph[];
}

type Lookup = (code: number, bytes: number) => FontGlyph;

/** Reads a font dictionary. Damage makes a font that says nothing, never an error. */
function readFont(file: PdfFile, dict: PdfDict): FontReader {
  return file.entry(dict, 'Subtype') === 'Type0' ? compositeFont(file, dict) : simpleFont(file, dict);
}

function number(value: PdfValue, usual: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : usual;
}

function mapOf(file: PdfFile, value: PdfValue): CMap | null {
  if (!(value instanceof PdfStream)) return null;
  try {
    return readCMap(file.data(value));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function heights(file: PdfFile, descriptor: PdfValue): { ascent: number; descent: number } {
  const ascent = number(file.entry(descriptor, 'Ascent'), 0) / 1000;
  const descent = number(file.entry(descriptor, 'Descent'), 0) / 1000;
  return {
    ascent: ascent > 0.5 ? Math.min(ascent, 0.95) : 0.85,
    descent: descent < -0.1 ? Math.max(descent, -0.28) : -0.25,
  };
}

function cached(make: Lookup): Lookup {
  const known = new Map<number, FontGlyph>();
  return (code, bytes) => {
    const key = code * 8 + bytes;
    let glyph = known.get(key);
    if (!glyph) {
      glyph = make(code, bytes);
      known.set(key, glyph);
    }
    return glyph;
  };
}

/** A text that says something: no control characters, nothing of a private area alone. */
function telling(text: string | undefined): string {
  return text === undefined || /^[\u0000-\u001f\ufffd\ue000-\uf8ff]*$/.test(text) ? '' : text;
}

function simpleFont(file: PdfFile, dict: PdfDict): FontReader {
  const isType3 = file.entry(dict, 'Subtype') === 'Type3';
  const descriptor = file.entry(dict, 'FontDescriptor');
  const name = String(file.entry(dict, 'BaseFont') ?? '');
  const texts = mapOf(file, file.entry(dict, 'ToUnicode'))?.texts;
  const encoding = encodingOf(file, dict, name);
  const widths = file.entry(dict, 'Widths');
  const first = number(file.entry(dict, 'FirstChar'), 0);
  const missing = number(file.entry(descriptor, 'MissingWidth'), 0);
  const matrix = file.entry(dict, 'FontMatrix');
  const unit = isType3 && Array.isArray(matrix) ? Math.abs(number(file.deref(matrix[0]), 0.001)) : 0.001;
  const lookup = cached((code, bytes) => {
    const { text: encoded, isNamed } = encoding(code);
    const mapped = telling(texts?.get(code));
    let width = Array.isArray(widths) ? number(file.deref(widths[code - first]), missing) : null;
    width ??= isType3 ? 0 : standardWidth(name, code, encoded);
    return {
      code,
      bytes,
      advance: width * unit,
      readings: [mapped || encoded, encoded || mapped],
      isMute: !isNamed && !mapped && !encoded,
      isSpace: code === 32,
      shift: [0, 0],
    };
  });
  const tall = isType3 ? type3Heights(file, dict) : heights(file, descriptor);
  return { vertical: false, ...tall, read: (shown) => Array.from(shown, (code) => lookup(code, 1)) };
}

function type3Heights(file: PdfFile, dict: PdfDict): { ascent: number; descent: number } {
  const box = file.entry(dict, 'FontBBox');
  const matrix = file.entry(dict, 'FontMatrix');
  const scale = Array.isArray(matrix) ? number(file.deref(matrix[3]), 0.001) : 0.001;
  const edges = Array.isArray(box) ? [box[1], box[3]].map((edge) => number(file.deref(edge), 0) * scale) : [0, 0];
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  return high - low > 0.2 && high - low < 3 ? { ascent: high, descent: low } : { ascent: 0.85, descent: -0.25 };
}

/** What a code stands for, and whether it has a name that is more than a number. */
interface Encoded {
  text: string;
  isNamed: boolean;
}

function encodingOf(file: PdfFile, dict: PdfDict, fontName: string): (code: number) => Encoded {
  const said = file.entry(dict, 'Encoding');
  const named = typeof said === 'string' ? said : file.entry(said, 'BaseEncoding');
  const differences = new Map<number, string>();
  const list = file.entry(said, 'Differences');
  let code = 0;
  for (const item of Array.isArray(list) ? list.slice(0, 2000) : []) {
    const value = file.deref(item);
    if (typeof value === 'number') code = value;
    else if (typeof value === 'string') differences.set(code++, value);
  }
  const base = typeof named === 'string' ? named : /Symbol/.test(fontName) ? 'Symbol' : null;
  const own = base === null ? builtInNames(file, file.entry(dict, 'FontDescriptor')) : null;
  return (at) => {
    const name = differences.get(at) ?? own?.get(at);
    const isNamed = name !== undefined && !/^(?:[a-zA-Z]{1,3}\d+|\.notdef)$/.test(name);
    const text = name === undefined ? '' : glyphText(name);
    return { text: text || (isNamed ? '' : codeText(base, at)), isNamed };
  };
}

/** Codes of the character sets that the predefined CMaps of Asia are named after. */
const SETS: readonly (readonly [RegExp, string])[] = [
  [/UCS2|UTF16/, 'utf-16be'],
  [/RKSJ/, 'shift_jis'],
  [/^EUC-|^H$|^V$/, 'euc-jp'],
  [/^GB/, 'gbk'],
  [/^(?:B5|ETen|HK|ETHK)/, 'big5'],
  [/^KSC/, 'euc-kr'],
];

function compositeFont(file: PdfFile, dict: PdfDict): FontReader {
  const kids = file.entry(dict, 'DescendantFonts');
  const kid = dictOf(file.deref(Array.isArray(kids) ? kids[0] : kids)) ?? new Map<string, PdfValue>();
  const said = file.entry(dict, 'Encoding');
  const embedded = mapOf(file, said);
  const name = typeof said === 'string' ? said : (embedded?.base ?? nameOf(file, said) ?? 'Identity-H');
  const texts = mapOf(file, file.entry(dict, 'ToUnicode'))?.texts;
  const vertical = embedded ? embedded.vertical || number(file.entry(said, 'WMode'), 0) === 1 : name.endsWith('-V');
  const set = SETS.find(([pattern]) => pattern.test(name))?.[1];
  const decoder = set ? new TextDecoder(set) : null;
  const across = widthsOf(file, file.entry(kid, 'W'), 1);
  const usual = number(file.entry(kid, 'DW'), 1000);
  const down = widthsOf(file, file.entry(kid, 'W2'), 3);
  const dw2 = file.entry(kid, 'DW2');
  const [usualY, usualDown] = Array.isArray(dw2) ? dw2.map((each) => number(file.deref(each), 0)) : [880, -1000];
  const lookup = cached((code, bytes) => {
    const cid = embedded && embedded.cids.size > 0 ? (embedded.cids.get(code) ?? 0) : code;
    const width = across.get(cid)?.[0] ?? usual;
    const own = down.get(cid);
    const mapped = telling(texts?.get(code));
    const encoded = decoder ? telling(decoder.decode(bytesOf(code, bytes))) : '';
    return {
      code,
      bytes,
      advance: (vertical ? (own?.[0] ?? usualDown ?? -1000) : width) / 1000,
      readings: [mapped || encoded, encoded || mapped],
      isMute: !mapped && !encoded,
      isSpace: bytes === 1 && code === 32,
      shift: vertical ? [-(own?.[1] ?? width / 2) / 1000, -(own?.[2] ?? usualY ?? 880) / 1000] : [0, 0],
    };
  });
  const lengthAt = codeLength(embedded, set);
  return {
    vertical,
    ...heights(file, file.entry(kid, 'FontDescriptor')),
    read(shown) {
      const out: FontGlyph[] = [];
      for (let at = 0; at < shown.length; ) {
        const length = Math.min(lengthAt(shown, at), shown.length - at);
        out.push(lookup(codeOf(shown.subarray(at, at + length)), length));
        at += length;
      }
      return out;
    },
  };
}

function nameOf(file: PdfFile, said: PdfValue): string | null {
  const base = said instanceof PdfStream ? file.entry(said.dict, 'UseCMap') : null;
  return typeof base === 'string' ? base : null;
}

function bytesOf(code: number, bytes: number): Buffer {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(code, 0, bytes);
  return out;
}

/** How many bytes the code at a place has: by the code spaces of an embedded CMap, or as the named set goes. */
function codeLength(embedded: CMap | null, set: string | undefined): (shown: Buffer, at: number) => number {
  const spaces = embedded?.codespaces.filter(({ bytes }) => bytes >= 1 && bytes <= 4) ?? [];
  if (spaces.length > 0) {
    const shortest = Math.min(...spaces.map(({ bytes }) => bytes));
    return (shown, at) => {
      const fits = spaces.find(({ bytes, low, high }) => inSpace(shown, at, bytes, low, high));
      return fits?.bytes ?? shortest;
    };
  }
  if (set === undefined || set === 'utf-16be') return () => 2;
  if (set === 'shift_jis')
    return (shown, at) => {
      const byte = shown[at]!;
      return (byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0 ? 2 : 1;
    };
  if (set === 'euc-jp') return () => 2;
  return (shown, at) => (shown[at]! >= 0x81 ? 2 : 1);
}

/** Each byte of a code lies between those of the ends of its space. */
function inSpace(shown: Buffer, at: number, bytes: number, low: number, high: number): boolean {
  if (at + bytes > shown.length) return false;
  for (let i = 0; i < bytes; i++) {
    const scale = 256 ** (bytes - 1 - i);
    const byte = shown[at + i]!;
    if (byte < Math.floor(low / scale) % 256 || byte > Math.floor(high / scale) % 256) return false;
  }
  return true;
}

const MAX_CIDS = 70_000;

/** The widths of CIDs (9.7.4.3): `c [w …]` or `first last w`, with one number a CID or three. */
function widthsOf(file: PdfFile, value: PdfValue, each: 1 | 3): Map<number, readonly number[]> {
  const out = new Map<number, readonly number[]>();
  const list = Array.isArray(value) ? value.map(file.deref) : [];
  for (let i = 0; i < list.length; ) {
    const first = number(list[i]!, -1);
    const next = list[i + 1];
    if (Array.isArray(next)) {
      const numbers = next.map((item) => number(file.deref(item), 0));
      for (let k = 0; k + each <= numbers.length && out.size < MAX_CIDS; k += each)
        out.set(first + k / each, numbers.slice(k, k + each));
      i += 2;
    } else {
      const last = Math.min(number(next ?? null, -1), first + MAX_CIDS);
      const numbers = list.slice(i + 2, i + 2 + each).map((item) => number(item, 0));
      for (let cid = first; cid <= last && out.size < MAX_CIDS; cid++) out.set(cid, numbers);
      i += 2 + each;
    }
  }
  return out;
}

/** The fonts of one file, each read once. */
export class Fonts {
  private readonly file: PdfFile;
  private readonly byObject = new Map<number, FontReader>();
  private readonly byDict = new Map<PdfDict, FontReader>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  /** The font of an entry of the resources; null when there is none. */
  reader(num: number, value: PdfValue): FontReader | null {
    if (!isDict(value)) return null;
    const known = num > 0 ? this.byObject.get(num) : this.byDict.get(value);
    if (known) return known;
    const font = readFont(this.file, value);
    if (num > 0) this.byObject.set(num, font);
    else this.byDict.set(value, font);
    return font;
  }
}
