import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { isValue, Lexer } from '#main/bundles/assembler/lexer.ts';
import { IN_FILE, IN_STREAM } from '#main/bundles/assembler/objects.ts';
import type { OpenedSource } from '#main/bundles/assembler/open.ts';
import { dictOf, isDict, type PdfDict, PdfStream, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';
import type { Place, Sink } from '../piece.ts';
import { readImage } from './image.ts';
import { shownText } from './pdf-fonts.ts';
import { MOST_OF_STREAM, quietly } from './quietly.ts';
import { markupText, pdfText, unescaped, utf8OrLatin } from './strings.ts';

const BLOCK = 1024 * 1024;
const OVERLAP = 64;
const MOST_OBJECTS = 1_000_000;
/** How much of a picture is looked at for what it says of itself. */
const HEAD_OF_IMAGE = 512 * 1024;
const DEPTH = 60;

/** Where a string stands, by the key it stands under. */
const BY_KEY: Record<string, Place> = {
  ActualText: 'alternative-text',
  Alt: 'alternative-text',
  E: 'alternative-text',
  URI: 'link',
  JS: 'script',
  F: 'attachment',
  UF: 'attachment',
  Desc: 'attachment',
  V: 'form-field',
  DV: 'form-field',
  TU: 'form-field',
  TM: 'form-field',
  Opt: 'form-field',
  CA: 'form-field',
  RC: 'annotation',
  Contents: 'annotation',
  Subj: 'annotation',
  Author: 'metadata',
  Subject: 'metadata',
  Keywords: 'metadata',
  Creator: 'metadata',
  Producer: 'metadata',
  Names: 'destination',
  Limits: 'destination',
  Dests: 'destination',
  Dest: 'destination',
  D: 'destination',
  P: 'page-label',
};

/**
 * Searches everything in a PDF that is no text of a page: every object that stands anywhere in the file, those too that
 * a later revision replaced or that nothing refers to, with all their strings and streams.
 */
export async function readObjects({ file, pages }: OpenedSource, sink: Sink, left: { bytes: number }): Promise<void> {
  const context = contextOf(
    file,
    pages.map(({ num }) => num),
  );
  let count = 0;
  for (const { num, offset } of objectsOf(file)) {
    if (++count > MOST_OBJECTS) {
      sink.unread('it has too many objects to look at all of them');
      return;
    }
    const value = quietly(() => file.parseAt(offset, -1, 'scan'));
    if (value === null) continue;
    const isCurrent = file.table.kind(num) === IN_FILE && file.table.offset(num) + file.base === offset;
    if (value instanceof PdfStream) await readStream(value, isCurrent, context, sink, left);
    else readDict(value, isCurrent && context.pages.has(num), context, sink);
  }
  for (const value of file.trailer.values()) if (isDict(value)) stringsIn(value, 'metadata', sink);
}

interface Context {
  file: PdfFile;
  pages: Set<number>;
  /** Streams that the pages' own text comes from: it is read page by page. */
  contents: Set<number>;
}

function contextOf(file: PdfFile, pages: readonly number[]): Context {
  const contents = new Set<number>();
  for (const num of pages) {
    const said = quietly(() => dictOf(file.get(num))?.get('Contents')) ?? null;
    const all = said instanceof Ref ? [said, ...asArray(quietly(() => file.deref(said)))] : asArray(said);
    for (const each of all) if (each instanceof Ref) contents.add(each.num);
  }
  return { file, pages: new Set(pages), contents };
}

const asArray = (value: PdfValue): PdfValue[] => (Array.isArray(value) ? value : []);

/** The places of all that looks like an object, from the beginning of the file to its end. */
function* objectsOf(file: PdfFile): Generator<{ num: number; offset: number }> {
  const block = Buffer.allocUnsafe(BLOCK + OVERLAP);
  for (let start = 0; start < file.size; start += BLOCK) {
    const from = Math.max(0, start - OVERLAP);
    const length = file.windows.read(block, 0, BLOCK + start - from, from);
    const bytes = block.subarray(0, length);
    const found: { num: number; offset: number }[] = [];
    for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
      if (from + at + 3 <= start && start > 0) continue;
      const before = bytes.toString('latin1', Math.max(0, at - 24), at);
      const header = /(\d{1,8})\s+\d{1,5}\s+$/.exec(before);
      if (header) found.push({ num: Number(header[1]), offset: from + at - (before.length - header.index) });
    }
    yield* found;
  }
}

async function readStream(
  value: PdfStream,
  isCurrent: boolean,
  context: Context,
  sink: Sink,
  left: { bytes: number },
): Promise<void> {
  const { file } = context;
  stringsIn(value.dict, placeOfDict(value.dict), sink);
  const { dict } = value;
  const type = dict.get('Type');
  const subtype = dict.get('Subtype');
  if (type === 'XRef' || isFont(dict)) return;
  if (subtype === 'Image') return readPicture(file, value, sink);
  if (isCurrent && context.contents.has(value.num)) return;
  const bytes = left.bytes > 0 ? quietly(() => file.data(value, Math.min(MOST_OF_STREAM, left.bytes))) : null;
  if (bytes === null) {
    if (type === 'EmbeddedFile') sink.unread('an attached file could not be unpacked');
    return;
  }
  left.bytes -= bytes.length;
  if (type === 'ObjStm') return readPacked(file, value, bytes, context, sink);
  if (type === 'EmbeddedFile') return sink.inner(nameOf(dict), bytes, 'attachment');
  if (type === 'Metadata' || /^\s*(?:\ufeff|\xef\xbb\xbf)?<[?!a-zA-Z]/.test(bytes.toString('latin1', 0, 64))) {
    const { text, rest } = markupText(utf8OrLatin(bytes));
    sink.piece({ where: type === 'Metadata' ? 'metadata' : 'form-field', text: `${text}\n${unescaped(rest)}` });
    return;
  }
  readContent(file, value, bytes, sink);
}

/** Content that is read with the fonts it names, and as it stands, for what is no content. */
function readContent(file: PdfFile, { dict }: PdfStream, bytes: Buffer, sink: Sink): void {
  const head = bytes.toString('latin1', 0, 200);
  if (head.includes('/CIDInit') || head.includes('begincmap')) return;
  const isForm = dict.get('Subtype') === 'Form';
  const text = shownText(file, bytes, file.entry(dict, 'Resources'));
  if (text.trim() !== '') sink.piece({ where: 'hidden-object', text });
  if (!isForm && !/\bT[jJ]\b/.test(bytes.toString('latin1', 0, 65_536)) && looksWritten(bytes))
    sink.piece({ where: 'hidden-object', text: pdfText(bytes) });
}

/** Whether bytes are text and no numbers of a picture or a colour. */
function looksWritten(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 2048);
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) odd++;
  return odd < head.length / 10 || (head[0] === 0xfe && head[1] === 0xff);
}

const isFont = (dict: PdfDict) =>
  dict.has('Length1') || ['Type1C', 'CIDFontType0C', 'OpenType'].includes(String(dict.get('Subtype')));

const nameOf = (dict: PdfDict) => {
  const name = dict.get('UF') ?? dict.get('F');
  return Buffer.isBuffer(name) ? pdfText(name) : '';
};

/** The objects that are packed into a stream. */
function readPacked(file: PdfFile, value: PdfStream, bytes: Buffer, context: Context, sink: Sink): void {
  const [count, first] = [file.deref(value.dict.get('N')), file.deref(value.dict.get('First'))];
  if (typeof count !== 'number' || typeof first !== 'number') return;
  const head = bytes.toString('latin1', 0, Math.min(first, bytes.length)).trim().split(/\s+/).map(Number);
  for (let i = 0; i < Math.min(count, head.length / 2); i++) {
    const start = first + (head[i * 2 + 1] ?? 0);
    const each = quietly(() => new Lexer(bytes, start).value());
    const num = head[i * 2] ?? -1;
    const isCurrent = file.table.kind(num) === IN_STREAM && file.table.offset(num) === value.num;
    if (each !== null && isValue(each)) readDict(each, isCurrent && context.pages.has(num), context, sink);
  }
}

function readDict(value: PdfValue, isShownPage: boolean, { file }: Context, sink: Sink): void {
  const dict = dictOf(value);
  stringsIn(value, dict ? placeOfDict(dict) : 'hidden-object', sink);
  if (dict?.get('Type') !== 'Page' || isShownPage) return;
  // A page that is no longer one of the document's: its content, with its own fonts.
  const said = quietly(() => file.deref(dict.get('Contents')));
  for (const each of Array.isArray(said) ? said : [said]) {
    const stream = quietly(() => file.deref(each));
    const bytes = stream instanceof PdfStream ? quietly(() => file.data(stream, MOST_OF_STREAM)) : null;
    if (bytes !== null)
      sink.piece({ where: 'hidden-object', text: shownText(file, bytes, file.entry(dict, 'Resources')) });
  }
}

/** A picture in a PDF keeps what its camera wrote into it. */
function readPicture(file: PdfFile, value: PdfStream, sink: Sink): void {
  const filter = file.deref(value.dict.get('Filter'));
  const names = Array.isArray(filter) ? filter.map((each) => file.deref(each)) : [filter];
  if (names.length !== 1 || !['DCTDecode', 'DCT', 'JPXDecode'].includes(String(names[0]))) return;
  const raw = quietly(() => file.rawBytes(value, 256 * 1024 * 1024));
  if (raw) readImage(raw.subarray(0, HEAD_OF_IMAGE), sink);
}

function placeOfDict(dict: PdfDict): Place {
  if (dict.has('FT') || dict.has('Fields')) return 'form-field';
  if (dict.has('Rect')) return 'annotation';
  if (dict.get('Type') === 'OCG' || dict.has('OCGs')) return 'layer';
  if (dict.has('Title') && (dict.has('Parent') || dict.has('Dest') || dict.has('A'))) return 'outline';
  if (dict.has('Title') || dict.has('Producer') || dict.has('CreationDate')) return 'metadata';
  if (dict.has('Nums')) return 'page-label';
  if (dict.get('Type') === 'Filespec' || dict.get('Type') === 'F' || dict.get('Type') === 'EmbeddedFile')
    return 'attachment';
  return 'hidden-object';
}

/** All strings inside a value, each with the place that its key says; names as well, since they are free text. */
function stringsIn(value: PdfValue, where: Place, sink: Sink): void {
  const found = new Map<Place, string[]>();
  const add = (place: Place, text: string) => {
    const list = found.get(place);
    if (list) list.push(text);
    else found.set(place, [text]);
  };
  const walk = (each: PdfValue, place: Place, depth: number) => {
    if (depth > DEPTH) return;
    if (Buffer.isBuffer(each)) {
      if (each.length >= 2) add(place, unescaped(pdfText(each)));
    } else if (typeof each === 'string') {
      if (each.length >= 5) add(place, pdfText(Buffer.from(each, 'latin1')));
    } else if (Array.isArray(each)) for (const item of each) walk(item, place, depth + 1);
    else if (each instanceof PdfStream) walk(each.dict, place, depth + 1);
    else if (isDict(each)) {
      for (const [key, item] of each) {
        if (key.length >= 5 && !/^[\x20-\x7e]{1,20}$/.test(key)) add(place, pdfText(Buffer.from(key, 'latin1')));
        else if (key.length >= 8) add(place, key);
        const own = place === 'outline' || place === 'layer' || place === 'page-label' ? place : (BY_KEY[key] ?? place);
        walk(item, key === 'T' && isAnnotation(each) ? place : own, depth + 1);
      }
    }
  };
  walk(value, where, 0);
  for (const [place, texts] of found) sink.piece({ where: place, text: texts.join('\n\n') });
}

const isAnnotation = (dict: PdfDict) => dict.has('Rect') || dict.has('FT');
