import zlib from 'node:zlib';
import { decode, type Filter, filtersOf } from '#main/bundles/assembler/filters.ts';
import { type Box, type Matrix, overlaps, transformBox } from '#main/bundles/assembler/matrix.ts';
import { Malformed, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import type { Copier } from './copy.ts';
import { decodeImage, type Samples } from './decode-image.ts';
import { invert } from './geometry.ts';
import { encodeJpeg, strippedJpeg } from './jpeg.ts';
import type { Removed } from './removed.ts';

/** Filters that make pictures, and that are not undone here. */
const PICTURE_FILTERS = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);
const MAX_SAMPLES = 512 * 1024 * 1024;
const WHOLE: Box = [0, 0, 1, 1];

interface Pending {
  readonly num: number;
  readonly dict: PdfDict;
  readonly packed: Packed;
  /** What goes, in the unit square. */
  readonly holes: readonly Box[];
  /** Part of another picture, whose opacity it is. */
  readonly isMask: boolean;
}

interface Packed {
  readonly data: Buffer;
  /** The filter of pictures that is still on it. */
  readonly filter: Filter | null;
}

/** Writes the pictures of a source, whole or with parts of them taken out. */
export class ImageWriter {
  private readonly copier: Copier;
  private readonly removed: Removed;
  private readonly written = new Map<string, number>();
  private readonly pending: Pending[] = [];

  constructor(copier: Copier, removed: Removed) {
    this.copier = copier;
    this.removed = removed;
  }

  /** The number of a picture without what lies under the areas of its page. */
  xobject(stream: PdfStream, areas: readonly Box[], ctm: Matrix): number | null {
    const holes = areas.length === 0 ? [] : holesOf(areas, ctm);
    return this.number(stream, holes, false);
  }

  /** The same for a picture that stood in the content itself. */
  inline(dict: PdfDict, data: Buffer, areas: readonly Box[], ctm: Matrix): number {
    const num = this.copier.writer.allocate();
    this.write(num, dict, data, areas.length === 0 ? [] : holesOf(areas, ctm), false);
    return num;
  }

  /** Unpacks the pictures that lose a part, takes it out, and writes them. */
  async drain(): Promise<void> {
    for (let next = this.pending.shift(); next; next = this.pending.shift()) await this.erase(next);
  }

  private number(stream: PdfStream, holes: readonly Box[], isMask: boolean): number {
    const key = `${stream.num} ${stream.start} ${isMask} ${holes.map((hole) => hole.map((n) => n.toFixed(5)).join()).join(' ')}`;
    const known = this.written.get(key);
    if (known !== undefined) return known;
    const num = this.copier.writer.allocate();
    this.written.set(key, num);
    let raw: Buffer;
    try {
      raw = this.copier.file.rawBytes(stream, MAX_SAMPLES);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.drop(num);
      return num;
    }
    this.write(num, stream.dict, raw, holes, isMask);
    return num;
  }

  private write(num: number, dict: PdfDict, raw: Buffer, holes: readonly Box[], isMask: boolean): void {
    const { writer } = this.copier;
    let packed: Packed;
    try {
      packed = this.unpack(dict, raw);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.drop(num);
      return;
    }
    if (holes.length > 0) {
      this.pending.push({ num, dict, packed, holes, isMask });
      return;
    }
    const { filter, data } = packed;
    if (filter === null) {
      writer.stream(num, this.entries(dict, [], isMask), raw);
      return;
    }
    const clean = filter.name.startsWith('DCT')
      ? strippedJpeg(data)
      : filter.name === 'JPXDecode'
        ? strippedJpx(data)
        : data;
    const parms = filter.parms ? `/DecodeParms ${this.copier.text(filter.parms)}` : '';
    const entries = this.entries(dict, ['Filter', 'DecodeParms'], isMask);
    writer.stream(num, `${entries}/Filter ${this.copier.text(filter.name)}${parms}`, clean);
  }

  /** Undoes all filters but that of a picture. */
  private unpack(dict: PdfDict, raw: Buffer): Packed {
    const { deref } = this.copier.file;
    const filters = filtersOf(dict, deref).filter(({ name }) => name !== 'Crypt');
    const last = filters.at(-1);
    if (!last || !PICTURE_FILTERS.has(last.name)) return { data: raw, filter: null };
    return { data: decode(raw, filters.slice(0, -1), MAX_SAMPLES, deref), filter: last };
  }

  /** The entries of a picture, with its own opacity. */
  private entries(dict: PdfDict, without: readonly string[], isMask: boolean, holes: readonly Box[] = []): string {
    const { file } = this.copier;
    let text = `/Type/XObject/Subtype/Image${this.copier.entries(dict, ['Type', 'Subtype', 'Mask', 'SMask', ...without])}`;
    const mask = file.entry(dict, 'Mask');
    const soft = file.entry(dict, 'SMask');
    if (!isMask && soft instanceof PdfStream) text += `/SMask ${this.number(soft, holes, true)} 0 R`;
    if (!isMask && mask instanceof PdfStream) text += `/Mask ${this.number(mask, holes, true)} 0 R`;
    else if (Array.isArray(mask) && !without.includes('Mask')) text += `/Mask ${this.copier.text(mask)}`;
    return text;
  }

  private async erase(job: Pending): Promise<void> {
    const { num, dict, packed, holes, isMask } = job;
    const { writer, file } = this.copier;
    this.removed.images++;
    if (packed.filter === null) {
      const data = this.plainSamples(dict, packed.data, holes, isMask);
      if (data === null) this.drop(num);
      else {
        const entries = this.entries(dict, ['Filter', 'DecodeParms', 'SMaskInData'], isMask, holes);
        writer.stream(num, `${entries}/Filter/FlateDecode`, zlib.deflateSync(data));
      }
      return;
    }
    const source = new Map(dict);
    source.set('Filter', packed.filter.name);
    source.delete('DecodeParms');
    if (packed.filter.parms) source.set('DecodeParms', packed.filter.parms);
    const samples = await decodeImage(file, source, packed.data);
    if (samples === null) this.drop(num);
    else this.samples(num, dict, samples, holes, isMask);
  }

  private samples(num: number, dict: PdfDict, samples: Samples, holes: readonly Box[], isMask: boolean): void {
    const { writer } = this.copier;
    const { width, height, kind, data } = samples;
    const stencil = dict.get('ImageMask') === true;
    const fill = stencil ? !this.paintsOnes(dict) : isMask;
    const without = [
      'Filter',
      'DecodeParms',
      'SMaskInData',
      'Width',
      'Height',
      'BitsPerComponent',
      'ColorSpace',
      'Matte',
    ];
    // The colours have been worked out already, a range of masked colours among them; the bits of a stencil have not.
    const entries = this.entries(dict, stencil ? without : [...without, 'Decode', 'Mask'], isMask, holes);
    const size = `/Width ${width}/Height ${height}`;
    if (kind === 'bits') {
      const bits = Buffer.from(data);
      eraseBits(bits, width, height, 1, holes, fill);
      const colour = stencil ? '/BitsPerComponent 1' : '/ColorSpace/DeviceGray/BitsPerComponent 1';
      writer.stream(num, `${entries}${size}${colour}/Filter/FlateDecode`, zlib.deflateSync(bits));
      return;
    }
    const pixels = Buffer.from(data);
    eraseBits(pixels, width, height, 24, holes, fill);
    const grey = greyOf(pixels);
    const colour = `/ColorSpace/${grey ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8`;
    const jpeg = encodeJpeg(width, height, grey ? 1 : 3, grey ?? pixels);
    writer.stream(num, `${entries}${size}${colour}/Filter/DCTDecode`, jpeg);
  }

  /** Samples without a filter, with the holes made; null where it is not known how they lie. */
  private plainSamples(dict: PdfDict, raw: Buffer, holes: readonly Box[], isMask: boolean): Buffer | null {
    const { file } = this.copier;
    const [width, height, said] = ['Width', 'Height', 'BitsPerComponent'].map((key) => file.entry(dict, key));
    const stencil = file.entry(dict, 'ImageMask') === true;
    const colours = stencil ? 1 : coloursOf(file.entry(dict, 'ColorSpace'), file.deref);
    if (typeof width !== 'number' || typeof height !== 'number' || colours === null) return null;
    const bits = stencil ? 1 : typeof said === 'number' ? said : 8;
    try {
      const data = Buffer.from(decode(raw, filtersOf(dict, file.deref), MAX_SAMPLES, file.deref));
      const fill = stencil ? !this.paintsOnes(dict) : isMask && file.entry(dict, 'ImageMask') !== true;
      eraseBits(data, width, height, bits * colours, holes, fill);
      return data;
    } catch (error) {
      if (error instanceof Malformed) return null;
      throw error;
    }
  }

  /** Whether the ones of a stencil are what is painted. */
  private paintsOnes(dict: PdfDict): boolean {
    const said = this.copier.file.entry(dict, 'Decode');
    return Array.isArray(said) && this.copier.file.deref(said[0]) === 1;
  }

  /** In the place of a picture that can't be unpacked stands one of nothing. */
  private drop(num: number): void {
    this.removed.imagesWhole++;
    this.copier.writer.stream(num, '/Type/XObject/Subtype/Form/BBox[0 0 0 0]', Buffer.alloc(0));
  }
}

/** The parts of a picture under areas of its page, in the unit square that it is drawn in. */
function holesOf(areas: readonly Box[], ctm: Matrix): Box[] {
  const back = invert(ctm);
  if (!back) return [WHOLE];
  return areas.map((area) => transformBox(back, area)).filter((hole) => overlaps(hole, WHOLE));
}

/** Sets the bits of all pixels in the holes, and one pixel around them. */
function eraseBits(
  data: Buffer,
  width: number,
  height: number,
  bitsPerPixel: number,
  holes: readonly Box[],
  fill: boolean,
): void {
  const row = Math.ceil((width * bitsPerPixel) / 8);
  for (const [left, bottom, right, top] of holes) {
    const from = Math.max(0, Math.floor(left * width) - 1);
    const to = Math.min(width, Math.ceil(right * width) + 1);
    const first = Math.max(0, Math.floor((1 - top) * height) - 1);
    const last = Math.min(height, Math.ceil((1 - bottom) * height) + 1);
    for (let y = first; y < last; y++) setBits(data, y * row, from * bitsPerPixel, to * bitsPerPixel, fill);
  }
}

function setBits(data: Buffer, base: number, from: number, to: number, fill: boolean): void {
  for (let bit = from; bit < to; ) {
    const at = base + (bit >> 3);
    if (at >= data.length) return;
    if ((bit & 7) === 0 && to - bit >= 8) {
      const bytes = (to - bit) >> 3;
      data.fill(fill ? 255 : 0, at, Math.min(at + bytes, data.length));
      bit += bytes * 8;
    } else {
      const mask = 128 >> (bit & 7);
      data[at] = fill ? data[at]! | mask : data[at]! & ~mask;
      bit++;
    }
  }
}

/** How many numbers a pixel has in a colour space; null where that is not known. */
function coloursOf(space: PdfValue, deref: (value: PdfValue | undefined) => PdfValue): number | null {
  const list = Array.isArray(space) ? space.map(deref) : [space];
  switch (list[0]) {
    case 'DeviceGray':
    case 'CalGray':
    case 'Indexed':
    case 'I':
    case 'G':
    case 'Separation':
      return 1;
    case 'DeviceRGB':
    case 'RGB':
    case 'CalRGB':
    case 'Lab':
      return 3;
    case 'DeviceCMYK':
    case 'CMYK':
      return 4;
    case 'DeviceN':
      return Array.isArray(list[1]) ? list[1].length : null;
    case 'ICCBased': {
      const count = list[1] instanceof PdfStream ? deref(list[1].dict.get('N')) : null;
      return typeof count === 'number' ? count : null;
    }
    default:
      return null;
  }
}

/** One byte a pixel where all are grey; null where there is colour. */
function greyOf(pixels: Buffer): Buffer | null {
  for (let i = 0; i < pixels.length; i += 3)
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return null;
  const grey = Buffer.alloc(pixels.length / 3);
  for (let i = 0; i < grey.length; i++) grey[i] = pixels[i * 3]!;
  return grey;
}

const TALKING_BOXES = new Set(['xml ', 'uuid', 'uinf']);

/** A JPEG 2000 file without the boxes that hold metadata. */
function strippedJpx(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 4, 8) !== 'jP  ') return bytes;
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const said = bytes.readUInt32BE(at);
    const length =
      said === 0
        ? bytes.length - at
        : said === 1 && at + 16 <= bytes.length
          ? Number(bytes.readBigUInt64BE(at + 8))
          : said;
    if (length < 8 || at + length > bytes.length) return bytes;
    if (!TALKING_BOXES.has(bytes.toString('latin1', at + 4, at + 8))) parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(parts);
}
