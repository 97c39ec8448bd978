import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { hexText, nameText } from '#main/bundles/assembler/serialise.ts';
import { Malformed, type PdfDict, PdfStream, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';
import type { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { type Term, termIn } from '#shared/domain/redaction/terms.ts';
import { fineText } from './fine-text.ts';
import { withoutTermsInMap } from './map-texts.ts';

/** The most that one stream may have, packed. */
const MAX_STREAM = 1024 * 1024 * 1024;
const MAX_MAP = 4 * 1024 * 1024;

/**
 * All that the resources of a page may say: fonts, encodings, functions, colours, shadings, graphics states and the
 * filters of their streams. What is not named here is not needed to show a page, and is not copied: names of people and
 * programs, metadata, private data of the program that wrote it, attached files, links to the structure.
 */
const KEPT = new Set(
  (
    'Type Subtype BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo DW W DW2 W2 ' +
    'CIDToGIDMap FontMatrix FontBBox FontName FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight ' +
    'XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3 BaseEncoding ' +
    'Differences CMapName WMode UseCMap Registry Ordering Supplement FunctionType Domain Range Size BitsPerSample Order Encode ' +
    'Decode C0 C1 N Functions Bounds ShadingType ColorSpace Background BBox AntiAlias Coords Extend Function Matrix ' +
    'BitsPerCoordinate BitsPerComponent BitsPerFlag VerticesPerRow Alternate WhitePoint BlackPoint Gamma Filter DecodeParms ' +
    'Predictor Colors Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ' +
    'ColorTransform JBIG2Globals LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK PatternType Shading ExtGState S CS I ' +
    'Width Height ImageMask Mask Interpolate Intent SMaskInData Matte'
  ).split(' '),
);
const NAMED_BY_AUTHORS = new Set(['BaseFont', 'FontName', 'CMapName', 'Colorant']);

/** Copies what pages need from a source into the new file, and nothing that they do not. */
export class Copier {
  readonly file: PdfFile;
  readonly writer: PdfWriter;
  private readonly terms: readonly Term[];
  private readonly copied = new Map<number, number>();
  private readonly queue: [from: number, to: number][] = [];
  private readonly aliases = new Map<string, string>();

  constructor(file: PdfFile, writer: PdfWriter, terms: readonly Term[]) {
    this.file = file;
    this.writer = writer;
    this.terms = terms;
  }

  /** A value as text of the new file. Objects that it refers to are copied at the next `drain`. */
  text(value: PdfValue | undefined, key = ''): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return nameText(this.safeName(value, key));
    if (typeof value === 'number') return fineText(value);
    if (typeof value === 'boolean') return String(value);
    if (Buffer.isBuffer(value)) return hexText(value);
    if (value instanceof Ref) return this.reference(value);
    if (Array.isArray(value)) return `[${this.list(value, key)}]`;
    if (value instanceof PdfStream) return 'null';
    return `<<${this.entries(value)}>>`;
  }

  /** The entries of a dictionary that are kept. */
  entries(dict: PdfDict, without: readonly string[] = []): string {
    let out = '';
    for (const [key, value] of dict)
      if (KEPT.has(key) && !without.includes(key)) out += `${nameText(key)} ${this.text(value, key)}`;
    return out;
  }

  /** Writes all objects that were referred to, and what they refer to in turn. */
  drain(): void {
    for (let next = this.queue.pop(); next; next = this.queue.pop()) {
      const [from, to] = next;
      const value = this.file.get(from);
      if (value instanceof PdfStream) this.stream(to, value, value.dict);
      else this.writer.object(to, this.text(value instanceof Ref ? this.file.deref(value) : value));
    }
  }

  /** Writes a stream with its bytes as they are. */
  stream(num: number, stream: PdfStream, dict: PdfDict): void {
    const bytes = this.file.rawBytes(stream, MAX_STREAM);
    const map = this.cleanedMap(stream);
    if (map) {
      this.writer.stream(num, this.entries(dict, ['Length', 'Filter', 'DecodeParms']), map);
      return;
    }
    this.writer.stream(num, this.entries(dict, ['Length']), bytes);
  }

  /** A map to Unicode in which a code stood for a whole term; null for any other stream. */
  private cleanedMap(stream: PdfStream): Buffer | null {
    if (this.terms.length === 0 || stream.dict.has('Subtype') || stream.dict.has('Length1')) return null;
    try {
      const bytes = this.file.data(stream, MAX_MAP);
      const clean = bytes.includes('begincmap') ? withoutTermsInMap(bytes, this.terms) : bytes;
      return clean === bytes ? null : clean;
    } catch (error) {
      // What can't be unpacked, or is too large, is no map.
      if (error instanceof Malformed) return null;
      throw error;
    }
  }

  private reference({ num }: Ref): string {
    let to = this.copied.get(num);
    if (to === undefined) {
      to = this.writer.allocate();
      this.copied.set(num, to);
      this.queue.push([num, to]);
    }
    return `${to} 0 R`;
  }

  /** The second item of a spot colour's space is its name, or a list of names. */
  private list(values: readonly PdfValue[], key: string): string {
    const isSpot = values[0] === 'Separation' || values[0] === 'DeviceN';
    return values
      .map((value, i) => this.text(value, key === 'Colorant' || (isSpot && i === 1) ? 'Colorant' : ''))
      .join(' ');
  }

  /** A name that its author chose freely may spell a term. */
  private safeName(name: string, key: string): string {
    if (!NAMED_BY_AUTHORS.has(key) || !termIn(name, this.terms)) return name;
    let alias = this.aliases.get(name);
    if (!alias) {
      alias = `Renamed${this.aliases.size + 1}`;
      this.aliases.set(name, alias);
    }
    return alias;
  }
}
