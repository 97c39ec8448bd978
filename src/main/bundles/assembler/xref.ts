import type { PdfFile } from './file.ts';
import { BYTE_CLASS, isValue, Keyword, Lexer } from './lexer.ts';
import { FREE, IN_FILE, IN_STREAM } from './objects.ts';
import { isDict, isWhole, Malformed, type PdfDict, PdfStream, Ref } from './values.ts';

const MAX_SECTIONS = 4096;
const ENTRY_BYTES = 20;

/** Reads the whole chain of cross-reference sections from `startxref` on (ISO 32000-1, 7.5.4 and 7.5.8). */
export function readXref(file: PdfFile): void {
  const start = findStartXref(file);
  const header = headerOffset(file);
  try {
    readChain(file, start);
  } catch (error) {
    if (!(error instanceof Malformed) || header === 0) throw error;
    file.table.clear();
    file.base = header;
    readChain(file, start);
  }
  if (!file.trailer.has('Root')) throw new Malformed('no catalogue is named');
}

function headerOffset(file: PdfFile): number {
  return Math.max(0, file.windows.bytesAt(0, 1024).indexOf('%PDF-'));
}

function findStartXref(file: PdfFile): number {
  const tail = file.windows.bytesAt(Math.max(0, file.size - 2048), 2048);
  const at = tail.lastIndexOf('startxref');
  const value = at < 0 ? null : new Lexer(tail, at + 9).token();
  if (typeof value !== 'number') throw new Malformed('no startxref');
  return value;
}

function readChain(file: PdfFile, start: number): void {
  const seen = new Set<number>();
  const todo = [start];
  file.trailer = new Map();
  for (let offset = todo.shift(); offset !== undefined; offset = todo.shift()) {
    if (seen.has(offset)) continue;
    if (seen.add(offset).size > MAX_SECTIONS) throw new Malformed('too many cross-reference sections');
    const section = readSection(file, offset + file.base);
    for (const [key, value] of section) if (!file.trailer.has(key)) file.trailer.set(key, value);
    const hybrid = section.get('XRefStm');
    if (isWhole(hybrid)) {
      try {
        readXrefStream(file, hybrid + file.base);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
      }
    }
    const previous = section.get('Prev');
    // Some writers make a reference of it.
    if (previous instanceof Ref) todo.push(previous.num);
    else if (isWhole(previous)) todo.push(previous);
  }
}

function readSection(file: PdfFile, offset: number): PdfDict {
  const table = file.windows.parse('side', offset, (bytes, from, end, atFileEnd) => {
    const lexer = new Lexer(bytes, from, end, atFileEnd);
    return lexer.peek() === 120 ? readTable(file, lexer) : null;
  });
  return table ?? readXrefStream(file, offset);
}

/** A table: entries are kept until the trailer has been read, for the window may end before it and be read again. */
function readTable(file: PdfFile, lexer: Lexer): PdfDict {
  const keyword = lexer.token();
  if (!(keyword instanceof Keyword) || keyword.word !== 'xref') throw new Malformed('no cross-reference table');
  const entries: number[] = [];
  for (;;) {
    const head = lexer.token();
    if (head instanceof Keyword && head.word === 'trailer') break;
    const count = lexer.token();
    if (!isValue(head) || !isValue(count) || !isWhole(head) || !isWhole(count)) throw new Malformed('a subsection');
    readEntries(lexer, head, count, entries);
  }
  const trailer = lexer.value();
  if (!isValue(trailer) || !isDict(trailer)) throw new Malformed('no trailer');
  for (let i = 0; i < entries.length; i += 4) {
    file.table.set(entries[i]!, entries[i + 1]!, entries[i + 2]!, entries[i + 3]!);
  }
  return trailer;
}

function readEntries(lexer: Lexer, head: number, count: number, entries: number[]): void {
  let first = head;
  for (let i = 0; i < count; i++) {
    if (readPlainEntry(lexer, first + i, entries)) continue;
    const offset = lexer.token();
    if (offset instanceof Keyword && offset.word === 'trailer') {
      // Fewer entries than announced.
      lexer.pos -= offset.word.length;
      return;
    }
    const gen = lexer.token();
    const type = lexer.token();
    if (typeof offset !== 'number' || typeof gen !== 'number' || !(type instanceof Keyword)) {
      throw new Malformed('an entry of the cross-reference table');
    }
    // The head of the free list is object 0, whatever the subsection says.
    if (i === 0 && first === 1 && type.word === 'f' && gen === 65535) first = 0;
    entries.push(first + i, type.word === 'n' && offset > 0 ? IN_FILE : FREE, offset, gen);
  }
}

/** An entry as the format has it, `nnnnnnnnnn ggggg n` and two bytes of line end, read without making tokens of it. */
function readPlainEntry(lexer: Lexer, num: number, entries: number[]): boolean {
  lexer.peek();
  const { bytes, pos, end } = lexer;
  if (pos + ENTRY_BYTES > end || num === 1) return false;
  const offset = digits(bytes, pos, 10);
  const gen = digits(bytes, pos + 11, 5);
  const type = bytes[pos + 17]!;
  const isSpaced = bytes[pos + 10] === 32 && bytes[pos + 16] === 32;
  const isEnded = BYTE_CLASS[bytes[pos + 18]!] === 1 && BYTE_CLASS[bytes[pos + 19]!] === 1;
  if (offset < 0 || gen < 0 || !isSpaced || !isEnded || (type !== 110 && type !== 102)) return false;
  entries.push(num, type === 110 && offset > 0 ? IN_FILE : FREE, offset, gen);
  lexer.pos = pos + ENTRY_BYTES;
  return true;
}

/** A number of so many digits; -1 where something else is among them. */
function digits(bytes: Buffer, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readXrefStream(file: PdfFile, offset: number): PdfDict {
  const stream = file.parseAt(offset, -1);
  if (!(stream instanceof PdfStream) || stream.dict.get('Type') !== 'XRef') {
    throw new Malformed('no cross-reference section where one should be');
  }
  const widths = stream.dict.get('W');
  const [typeWidth, offsetWidth, genWidth] = Array.isArray(widths) ? widths : [];
  if (!isWidth(typeWidth) || !isWidth(offsetWidth) || !isWidth(genWidth)) throw new Malformed('widths of entries');
  const width = typeWidth + offsetWidth + genWidth;
  if (width === 0) throw new Malformed('widths of entries');
  const bytes = file.data(stream);
  const said = stream.dict.get('Index');
  const index = Array.isArray(said) ? said : [0, stream.dict.get('Size') ?? 0];
  let at = 0;
  const field = (size: number) => {
    let value = 0;
    for (const stop = at + size; at < stop; at++) value = value * 256 + bytes[at]!;
    return value;
  };
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = index[i];
    const count = index[i + 1];
    if (!isWhole(first) || !isWhole(count)) throw new Malformed('the index of a cross-reference stream');
    for (let n = first; n < first + count && at + width <= bytes.length; n++) {
      const type = typeWidth > 0 ? field(typeWidth) : 1;
      const place = field(offsetWidth);
      const gen = field(genWidth);
      const kind = type === 2 ? IN_STREAM : type === 1 && place > 0 ? IN_FILE : FREE;
      file.table.set(n, kind, place, gen);
    }
  }
  return stream.dict;
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8;
}
