import zlib from 'node:zlib';
import { release } from '#main/vault/memory.ts';
import { writeAnnotations } from './annotations.ts';
import { ContentReader, type ContentState } from './content.ts';
import type { PdfFile } from './file.ts';
import { TooLarge } from './filters.ts';
import { InkTracker, type XObjectExtent } from './ink.ts';
import type { OpenItem } from './item.ts';
import { type Box, IDENTITY } from './matrix.ts';
import { numberText } from './serialise.ts';
import { FONT_NAMES, type PageView, type PlacedStamp, placeStamp, stampContent } from './stamps.ts';
import { dictOf, isDict, Malformed, type PdfDict, PdfStream, type PdfValue, Ref } from './values.ts';

const CONTENT_LIMIT = 8 * 1024 * 1024;
const MAX_STREAMS = 10_000;
const MAX_EXTRA = 64;
const NOTHING = Buffer.alloc(0);
const DEFAULT_BOX: Box = [0, 0, 612, 792];
const KEPT = ['BleedBox', 'TrimBox', 'ArtBox', 'Group', 'UserUnit', 'Tabs'];

/** What is needed of a page to write it: its own entries and those it inherits. */
interface SourcePage {
  readonly dict: PdfDict;
  get(key: string): PdfValue;
}

/** The content of a page as it will be written around the stamp. */
interface Content {
  readonly references: string;
  /** Q's that close what the content left open, then the one that belongs to us. */
  readonly restore: string;
  readonly resources: string;
  readonly found: Uint8Array | null;
}

/** Writes one page of a source, its stamps drawn last. */
export function writePage(open: OpenItem, position: number): void {
  const { bundle, copier, file, item } = open;
  const { writer } = bundle;
  const { num, sourceIndex } = open.taken[position]!;
  const index = open.firstPage + position;
  const page = sourcePage(open, position);
  const boxes = pageBoxes(open, page);
  const turn = typeof item.rotate === 'number' ? item.rotate : (item.rotate?.[sourceIndex] ?? 0);
  const said = file.deref(page.get('Rotate'));
  const rotate = quarterTurn((typeof said === 'number' ? said : 0) + turn);
  const unit = file.entry(page.dict, 'UserUnit');
  const view: PageView = {
    box: boxes.visible,
    rotate,
    userUnit: typeof unit === 'number' && unit > 0 && unit <= 1e6 ? unit : 1,
  };
  const corner = rotate === 0 || rotate === 90 ? view.box[0] : view.box[2];
  bundle.tree.setCorner(index, corner, rotate === 90 || rotate === 180 ? view.box[1] : view.box[3]);
  const stamps = placeStamps(open, index, view);
  const unpacked: Buffer[] = [];
  const content = pageContent(open, position, page, { stamps, media: boxes.media, unpacked });
  for (const bytes of unpacked) if (bytes.length > 0) release(bytes);
  const crop = boxes.crop ? `/CropBox${boxText(boxes.crop)}` : '';
  let text = `<</Type/Page/Parent ${open.bundle.tree.parentOf(index)} 0 R/MediaBox${boxText(boxes.media)}${crop}`;
  if (rotate !== 0) text += `/Rotate ${rotate}`;
  text += `/Resources ${content.resources}`;
  for (const key of KEPT) if (page.dict.has(key)) text += `/${key} ${copier.serialise(page.dict.get(key))}`;
  const stamp = writer.allocate();
  text += `/Contents[${bundle.save} 0 R${content.references} ${stamp} 0 R]`;
  text += writeAnnotations(open, page.dict, num, index);
  writer.object(num, `${text}>>`);
  writer.stream(stamp, '', Buffer.from(`\n${content.restore}\n${stampContent(stamps, content.found)}`, 'latin1'));
  copier.drain();
}

/** A page that could not be written is still a page, so that every number after it stays true. */
export function writeEmptyPage(open: OpenItem, position: number): void {
  const { bundle } = open;
  const { num } = open.taken[position]!;
  const index = open.firstPage + position;
  if (bundle.writer.isWritten(num)) return;
  const stamp = bundle.writer.allocate();
  const stamps = placeStamps(open, index, { box: DEFAULT_BOX, rotate: 0, userUnit: 1 });
  bundle.writer.object(
    num,
    `<</Type/Page/Parent ${bundle.tree.parentOf(index)} 0 R/MediaBox${boxText(DEFAULT_BOX)}` +
      `/Resources<</Font<<${bundle.fonts}>>>>/Contents ${stamp} 0 R>>`,
  );
  bundle.writer.stream(stamp, '', Buffer.from(stampContent(stamps, null), 'latin1'));
}

function sourcePage(open: OpenItem, position: number): SourcePage {
  const { entry } = open.taken[position]!;
  const dict = entry.direct ?? dictOf(open.file.get(entry.num)) ?? new Map<string, PdfValue>();
  return { dict, get: (key) => dict.get(key) ?? entry.inherited.get(key) ?? null };
}

/** What is no quarter turn is none at all, as in viewers. */
function quarterTurn(degrees: number): PageView['rotate'] {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

function pageBoxes(open: OpenItem, page: SourcePage): { media: Box; crop: Box | null; visible: Box } {
  const media = readBox(open, page.get('MediaBox')) ?? DEFAULT_BOX;
  const crop = readBox(open, page.get('CropBox'));
  if (!crop) return { media, crop: null, visible: media };
  const visible: Box = [
    Math.max(crop[0], media[0]),
    Math.max(crop[1], media[1]),
    Math.min(crop[2], media[2]),
    Math.min(crop[3], media[3]),
  ];
  const empty = visible[2] <= visible[0] || visible[3] <= visible[1];
  return empty ? { media, crop: null, visible: media } : { media, crop, visible };
}

function readBox(open: OpenItem, value: PdfValue): Box | null {
  const list = open.file.deref(value);
  if (!Array.isArray(list)) return null;
  const [a, b, c, d] = list.map((item) => open.file.deref(item));
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number') return null;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] >= 1 && box[3] - box[1] >= 1 && box.every((n) => Math.abs(n) < 1e9) ? box : null;
}

function boxText(box: Box): string {
  return `[${box.map(numberText).join(' ')}]`;
}

function placeStamps(open: OpenItem, index: number, view: PageView): PlacedStamp[] {
  const stamps = open.bundle.plan.stamps?.(index) ?? [];
  return stamps.flatMap((stamp) => {
    if (stamp.text === '') return [];
    const placed = placeStamp(stamp, view);
    const page = open.taken[index - open.firstPage]!.sourceIndex;
    if (!placed) open.notes.problem('stamp-does-not-fit', stamp.text, page);
    else if (placed.garbled) open.notes.problem('stamp-text-unsupported', stamp.text, page);
    return placed ? [placed] : [];
  });
}

/** Decides how the old content and the stamp go together, by reading the content where that is possible. */
function pageContent(
  open: OpenItem,
  position: number,
  page: SourcePage,
  { stamps, media, unpacked }: { stamps: readonly PlacedStamp[]; media: Box; unpacked: Buffer[] },
): Content {
  const streams = contentStreams(open, page.dict.get('Contents') ?? null);
  const mended = new Map<number, Buffer>();
  const references = () => streams.map((num) => ` ${contentNumber(open, num, mended)} 0 R`).join('');
  const resources = () => pageResources(open, page.get('Resources'));
  const isNothing = stamps.length === 0 && streams.length === 0;
  if (isNothing) return { references: '', restore: 'Q', resources: resources(), found: null };
  const read = readContent(open, page, streams, stamps, mended, unpacked);
  if (mended.size > 0) open.notes.problem('content-damaged', undefined, open.taken[position]!.sourceIndex);
  if (read && !read.state.clean) {
    open.notes.problem('content-damaged');
    const form = wrapAsForm(open, page, streams, read.bytes, media);
    if (form) return { ...form, restore: 'Q', found: null };
  }
  if (!read) return { references: references(), restore: 'Q', resources: resources(), found: null };
  const { unclosed, underflow } = read.state;
  const restore = 'Q '.repeat(Math.min(unclosed, MAX_EXTRA) + 1).trim();
  if (underflow === 0) return { references: references(), restore, resources: resources(), found: read.found };
  const extra = open.bundle.writer.allocate();
  open.bundle.writer.stream(extra, '', Buffer.from('q '.repeat(Math.min(underflow, MAX_EXTRA))));
  return { references: ` ${extra} 0 R${references()}`, restore, resources: resources(), found: read.found };
}

/** The number of a content stream in the bundle: copied, or written anew as much of it as could be read. */
function contentNumber({ copier, bundle }: OpenItem, num: number, mended: ReadonlyMap<number, Buffer>): number {
  const data = mended.get(num);
  if (!data || copier.assigned(num) > 0) return copier.number(num);
  const fresh = bundle.writer.allocate();
  copier.assign(num, fresh);
  return bundle.writer.stream(fresh, '/Filter/FlateDecode', zlib.deflateSync(data));
}

/** The content streams of a page by their object numbers; what is not a stream is left out. */
function contentStreams(open: OpenItem, contents: PdfValue, depth = 0): number[] {
  const { file } = open;
  if (depth > 4) return [];
  if (Array.isArray(contents)) {
    return contents.slice(0, MAX_STREAMS).flatMap((item) => contentStreams(open, item, depth + 1));
  }
  if (!(contents instanceof Ref)) return [];
  const value = file.get(contents.num);
  if (value instanceof PdfStream) return [contents.num];
  return Array.isArray(value) || value instanceof Ref ? contentStreams(open, value, depth + 1) : [];
}

interface ReadContent {
  readonly state: ContentState;
  readonly bytes: readonly Buffer[];
  readonly found: Uint8Array;
}

function readContent(
  open: OpenItem,
  page: SourcePage,
  streams: readonly number[],
  stamps: readonly PlacedStamp[],
  mended: Map<number, Buffer>,
  bytes: Buffer[],
): ReadContent | null {
  const regions = stamps.flatMap((stamp) => stamp.places.map((place) => place.box));
  const tracker = new InkTracker(regions, (name) => extentOf(open, page, name));
  const reader = new ContentReader((op, numbers, name, shown) => tracker.operator(op, numbers, name, shown));
  let left = CONTENT_LIMIT;
  try {
    for (const num of streams) {
      const value = open.file.get(num);
      if (!(value instanceof PdfStream)) continue;
      const data = contentData(open.file, value, left, () => mended.set(num, NOTHING));
      if (mended.has(num)) mended.set(num, data);
      left -= data.length;
      if (left <= 0) return null;
      reader.read(data);
      bytes.push(data);
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return null;
  }
  return { state: reader.state, bytes, found: tracker.found };
}

/** What can be read of a content stream; nothing where it is packed in a way that nobody knows. */
function contentData(file: PdfFile, stream: PdfStream, limit: number, onDamage: () => void): Buffer {
  try {
    return file.data(stream, limit, onDamage);
  } catch (error) {
    if (!(error instanceof Malformed) || error instanceof TooLarge) throw error;
    onDamage();
    return NOTHING;
  }
}

function extentOf(open: OpenItem, page: SourcePage, name: string): XObjectExtent | null {
  const { file } = open;
  const value = file.entry(file.entry(file.deref(page.get('Resources')), 'XObject'), name);
  if (!(value instanceof PdfStream)) return null;
  if (value.dict.get('Subtype') === 'Image') return { box: [0, 0, 1, 1], matrix: IDENTITY };
  const box = readBox(open, value.dict.get('BBox') ?? null);
  const matrix = file.entry(value.dict, 'Matrix');
  const numbers = Array.isArray(matrix) ? matrix.map((item) => file.deref(item)) : [];
  const [a, b, c, d, e, f] = numbers;
  const whole = [a, b, c, d, e, f].every((n) => typeof n === 'number');
  if (!box) return null;
  return { box, matrix: whole ? ([a, b, c, d, e, f] as [number, number, number, number, number, number]) : IDENTITY };
}

/**
 * Content that does not end as content should (inside a text object, a string, a hidden layer) would swallow the stamp.
 * It becomes a form, whose state ends with it, whatever it holds.
 */
function wrapAsForm(
  open: OpenItem,
  page: SourcePage,
  streams: readonly number[],
  bytes: readonly Buffer[],
  media: Box,
): { references: string; resources: string } | null {
  const { bundle, copier, file } = open;
  const { writer } = bundle;
  const resources = copier.serialise(page.get('Resources') ?? new Map());
  const group = page.dict.has('Group') ? `/Group ${copier.serialise(page.dict.get('Group'))}` : '';
  const entries = `/Type/XObject/Subtype/Form/BBox${boxText(media)}/Resources ${resources}${group}`;
  const form = writer.allocate();
  const only = streams.length === 1 ? file.get(streams[0]!) : null;
  if (only instanceof PdfStream) {
    const plain = new PdfStream(new Map(only.dict), only.start, only.num, only.gen);
    for (const key of ['Type', 'Subtype', 'BBox', 'Resources', 'Matrix', 'Group']) plain.dict.delete(key);
    copier.stream(form, plain, entries);
  } else {
    const joined = Buffer.concat(bytes.flatMap((part) => [part, Buffer.from('\n')]));
    writer.stream(form, entries, joined);
  }
  const draw = writer.allocate();
  writer.stream(draw, '', Buffer.from('/MislPage Do\n'));
  const own = `<</Font<<${bundle.fonts}>>/XObject<</MislPage ${form} 0 R>>>>`;
  return { references: ` ${draw} 0 R`, resources: own };
}

/** The resources of a page with our fonts added: made once for each object that pages share. */
function pageResources(open: OpenItem, source: PdfValue): string {
  const { file, copier, bundle, resources } = open;
  const shared = source instanceof Ref ? resources.get(source.num) : undefined;
  if (shared !== undefined) return shared;
  const value = file.deref(source);
  const dict = new Map(isDict(value) ? value : []);
  const font = file.deref(dict.get('Font'));
  const fonts = new Map(isDict(font) ? font : []);
  for (const name of Object.values(FONT_NAMES)) fonts.delete(name);
  dict.delete('Font');
  const text = `<<${copier.entries(dict)}/Font<<${copier.entries(fonts)}${bundle.fonts}>>>>`;
  if (!(source instanceof Ref)) return text;
  const reference = `${bundle.writer.object(bundle.writer.allocate(), text)} 0 R`;
  resources.set(source.num, reference);
  return reference;
}
