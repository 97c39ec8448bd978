import zlib from 'node:zlib';
import { decode, type Filter, filtersOf } from '#main/bundles/assembler/filters.ts';
import { type Box, type Matrix, overlaps, transformBox } from '#main/bundles/assembler/matrix.ts';
import { Malformed, type PdfDict, PdfStream } from '#main/bundles/assembler/values.ts';
import type { Copier } from './copy.ts';
import { decodeImage, type Samples } from './decode-image.ts';
import { invert } from './geometry.ts';
import { encodeJpeg, strippedJpeg } from './jpeg.ts';
import { strippedJpx } from './jpx.ts';
import type { Removed } from './removed.ts';
import { coloursOf, eraseBits, greyOf } from './samples.ts';

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
