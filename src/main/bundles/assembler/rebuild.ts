import type { PdfFile } from './file.ts';
import { BYTE_CLASS, isValue, Lexer } from './lexer.ts';
import { IN_FILE, IN_STREAM } from './objects.ts';
import { dictOf, isDict, isWhole, Malformed, type PdfDict, PdfStream, type PdfValue, Ref } from './values.ts';

const BLOCK = 1024 * 1024;
const OVERLAP = 64;
const MAX_OBJECTS = 1_000_000;
/** Five by the format; nobody looks at them, and spoilt files have more. */
const MAX_GENERATION_DIGITS = 20;

/** What a scan of the file came upon: three numbers for each object (number, generation, offset). */
interface Findings {
  readonly objects: number[];
  readonly trailers: number[];
}

/**
 * Makes the table of objects anew by scanning the file for `num gen obj`, the trailer from what is found, and gives the
 * numbers of the objects that say they are pages. `openEncryption` is called when the trailer names an encryption.
 */
export function rebuildTable(file: PdfFile, openEncryption: () => void): number[] {
  file.rebuilt = true;
  file.base = 0;
  file.forget();
  const { decryption } = file;
  // Structure is read first, and in encrypted files it is only the strings and streams that are encrypted.
  file.decryption = null;
  const findings = scanFile(file);
  enter(file, findings.objects);
  const objects = outsideStreams(file, findings.objects);
  enter(file, objects);
  file.trailer = joinTrailers(file, findings.trailers);
  const kinds = sortObjects(file, objects);
  if (decryption) file.decryption = decryption;
  else if (file.trailer.has('Encrypt')) openEncryption();
  for (const num of kinds.streams) enterStream(file, num, kinds);
  const root = dictOf(file.deref(file.trailer.get('Root')));
  if (!root?.has('Pages') && kinds.catalog > 0) file.trailer.set('Root', new Ref(kinds.catalog, 0));
  return kinds.pages;
}

function scanFile(file: PdfFile): Findings {
  const findings: Findings = { objects: [], trailers: [] };
  const block = Buffer.allocUnsafe(BLOCK + OVERLAP);
  // Blocks overlap backwards, since an object's number stands before the word that is searched for.
  for (let start = 0; start < file.size; start += BLOCK) {
    const from = Math.max(0, start - OVERLAP);
    const length = file.windows.read(block, 0, BLOCK + start - from, from);
    const bytes = block.subarray(0, length);
    const fresh = start - from;
    for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
      // A word that straddled the end of the last block is found now, one that lay within it was found then.
      if (at + 3 > fresh) addObject(findings.objects, bytes, at, from);
    }
    for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
      if (at + 7 > fresh) findings.trailers.push(from + at + 7);
    }
    if (findings.objects.length > MAX_OBJECTS * 3) throw new Malformed('too many objects');
  }
  return findings;
}

function addObject(objects: number[], bytes: Buffer, wordAt: number, base: number): void {
  const gen = wholeBefore(bytes, wordAt, MAX_GENERATION_DIGITS);
  const num = gen && wholeBefore(bytes, gen.start, 8);
  if (!gen || !num || num.end === gen.start) return;
  objects.push(num.value, gen.value, base + num.start);
}

/** The whole number that ends before `at`, white space between. */
function wholeBefore(
  bytes: Buffer,
  at: number,
  maxDigits: number,
): { value: number; start: number; end: number } | null {
  let end = at;
  while (end > 0 && BYTE_CLASS[bytes[end - 1]!] === 1) end--;
  let start = end;
  while (start > 0 && bytes[start - 1]! >= 48 && bytes[start - 1]! <= 57) start--;
  if (start === end || end - start > maxDigits) return null;
  return { value: Number(bytes.toString('latin1', start, end)), start, end };
}

function enter(file: PdfFile, objects: readonly number[]): void {
  file.table.clear();
  for (let i = 0; i < objects.length; i += 3) {
    file.table.set(objects[i]!, IN_FILE, objects[i + 2]!, objects[i + 1]!, true);
  }
}

/** Leaves out what only looks like an object because a stream holds a PDF file in clear. */
function outsideStreams(file: PdfFile, objects: readonly number[]): number[] {
  const kept: number[] = [];
  let inside = -1;
  for (let i = 0; i < objects.length; i += 3) {
    const offset = objects[i + 2]!;
    if (offset < inside) continue;
    const value = parsedAt(file, offset, objects[i]!);
    if (value instanceof PdfStream) {
      const said = quietly(() => file.deref(value.dict.get('Length')));
      if (isWhole(said) && said > 0 && file.lengthOf(value.start, said) === said) inside = value.start + said;
    }
    kept.push(objects[i]!, objects[i + 1]!, offset);
  }
  return kept;
}

function joinTrailers(file: PdfFile, offsets: readonly number[]): PdfDict {
  const joined: PdfDict = new Map();
  for (const offset of offsets) {
    const found = quietly(() =>
      file.windows.parse('scan', offset, (bytes, from, end, atFileEnd) => {
        const value = new Lexer(bytes, from, end, atFileEnd).value();
        return isValue(value) && isDict(value) ? value : null;
      }),
    );
    if (isDict(found)) for (const [key, value] of found) if (key !== 'Root' || isRoot(value)) joined.set(key, value);
  }
  return joined;
}

/** A catalogue is an object of its own; files made by hand have it in the trailer itself. */
const isRoot = (value: PdfValue) => value instanceof Ref || (isDict(value) && value.has('Pages'));

interface Kinds {
  catalog: number;
  readonly streams: number[];
  readonly pages: number[];
}

function sortObjects(file: PdfFile, objects: readonly number[]): Kinds {
  const kinds: Kinds = { catalog: 0, streams: [], pages: [] };
  for (let i = 0; i < objects.length; i += 3) {
    const num = objects[i]!;
    // Only the last object of a number counts: it is the newest revision.
    if (file.table.offset(num) !== objects[i + 2]) continue;
    const value = parsedAt(file, objects[i + 2]!, num);
    const type = dictOf(value)?.get('Type');
    if (type === 'XRef' && value instanceof PdfStream) {
      for (const key of ['Root', 'Info', 'Encrypt', 'ID']) {
        const entry = value.dict.get(key);
        if (entry !== undefined) file.trailer.set(key, entry);
      }
    } else if (value instanceof PdfStream && holdsObjects(value)) kinds.streams.push(num);
    else note(kinds, num, type);
  }
  return kinds;
}

/** An object stream by what it is, whatever it calls itself. */
function holdsObjects({ dict }: PdfStream): boolean {
  return dict.get('Type') === 'ObjStm' || (isWhole(dict.get('N')) && isWhole(dict.get('First')));
}

function note(kinds: Kinds, num: number, type: PdfValue | undefined): void {
  if (type === 'Catalog') kinds.catalog = num;
  else if (type === 'Page') kinds.pages.push(num);
}

function enterStream(file: PdfFile, holder: number, kinds: Kinds): void {
  const stream = quietly(() => file.objectStream(holder));
  stream?.numbers.forEach((num, at) => {
    file.table.set(num, IN_STREAM, holder, at, file.table.kind(num) === IN_STREAM);
    const value = quietly(() => new Lexer(stream.bytes, stream.starts[at]!).value());
    if (value !== null && isValue(value) && isDict(value)) note(kinds, num, value.get('Type'));
  });
}

function parsedAt(file: PdfFile, offset: number, num: number): PdfValue {
  return quietly(() => file.parseAt(offset, num, 'scan'));
}

/** What can't be read in a damaged file is passed over. */
function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return null;
  }
}
