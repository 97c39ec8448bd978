import { release } from '#main/vault/memory.ts';
import type { Decryption } from './crypt.ts';
import { decode, filtersOf, TooLarge } from './filters.ts';
import { BYTE_CLASS, isValue, Keyword, Lexer } from './lexer.ts';
import { IN_FILE, IN_STREAM, ObjectTable } from './objects.ts';
import type { ByteSource, SourceProblemCode } from './types.ts';
import {
  dictOf,
  isDict,
  isWhole,
  Malformed,
  NEED_MORE,
  type PdfDict,
  PdfStream,
  type PdfValue,
  Ref,
} from './values.ts';
import { type WindowName, Windows } from './windows.ts';

const STRUCTURE_LIMIT = 32 * 1024 * 1024;
const CACHED_STREAMS = 64;
const CACHED_BYTES = 8 * 1024 * 1024;

/** An object stream, unpacked. */
export interface ObjectStream {
  readonly bytes: Buffer;
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
}

/** The objects of one source, read where they lie and only when asked for. */
export class PdfFile {
  readonly windows: Windows;
  readonly size: number;
  readonly table: ObjectTable;
  trailer: PdfDict = new Map();
  /** What is added to every offset: files with something before their header count from the header. */
  base = 0;
  decryption: Decryption | null = null;
  /** The number of the encryption dictionary, whose strings are not encrypted. */
  encryptionObject = -1;
  rebuilt = false;
  /** Makes a new table by scanning; called at most once, when an object is not where the table says. */
  rebuild: (why: string) => void = () => {
    this.rebuilt = true;
  };
  readonly noted: (code: SourceProblemCode, detail?: string) => void;
  private readonly streams = new Map<number, ObjectStream>();
  private readonly opening = new Set<number>();

  constructor(source: ByteSource, noted: (code: SourceProblemCode, detail?: string) => void) {
    this.windows = new Windows(source);
    this.size = source.size;
    this.table = new ObjectTable(source.size);
    this.noted = noted;
  }

  /** Forgets unpacked object streams, as after a change of the table or the key. */
  forget(): void {
    this.streams.clear();
  }

  /** The object of this number, or null. One that is not where it should be has the table rebuilt first. */
  get(num: number): PdfValue {
    for (let attempt = 0; attempt < 2; attempt++) {
      const kind = this.table.kind(num);
      try {
        if (kind === IN_FILE) return this.parseAt(this.table.offset(num) + this.base, num);
        if (kind !== IN_STREAM) return null;
        const [stream, at] = this.placeInStream(num);
        const value = new Lexer(stream.bytes, stream.starts[at]!).value();
        return isValue(value) ? value : null;
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        if (this.rebuilt) return null;
        this.rebuild(`object ${num}: ${error.message}`);
      }
    }
    return null;
  }

  /** Follows references to a value. */
  readonly deref = (value: PdfValue | undefined): PdfValue => {
    let out = value ?? null;
    for (let i = 0; out instanceof Ref && i < 32; i++) out = this.get(out.num);
    return out instanceof Ref ? null : out;
  };

  /** An entry of a dictionary, followed. */
  entry(dict: PdfValue | undefined, key: string): PdfValue {
    return isDict(dict) ? this.deref(dict.get(key)) : null;
  }

  get catalog(): PdfDict | null {
    return dictOf(this.deref(this.trailer.get('Root')));
  }

  /** Reads `num gen obj` at the lexer; any number is taken when `num` is negative. */
  header(lexer: Lexer, num: number): { num: number; gen: number } {
    const found = lexer.token();
    const gen = lexer.token();
    const word = lexer.token();
    const fits = word instanceof Keyword && word.word.startsWith('obj');
    if (!isValue(found) || !isValue(gen) || !isWhole(found) || !isWhole(gen) || !fits) {
      throw new Malformed('no object here');
    }
    if (num >= 0 && found !== num) throw new Malformed(`object ${found} here`);
    lexer.pos -= word.word.length - 3;
    return { num: found, gen };
  }

  /** The object at an offset of the file. */
  parseAt(offset: number, num: number, window: WindowName = 'side'): PdfValue {
    return this.windows.parse(window, offset, (bytes, from, end, atFileEnd, start) => {
      const lexer = new Lexer(bytes, from, end, atFileEnd);
      const header = this.header(lexer, num);
      const token = lexer.value();
      let value = isValue(token) ? token : null;
      if (isDict(value)) {
        const data = streamStart(lexer);
        if (data >= 0) value = new PdfStream(value, start + data, header.num, header.gen);
      }
      if (this.decryption && header.num !== this.encryptionObject) this.decipher(value, header.num, header.gen);
      return Buffer.isBuffer(value) && this.decryption ? this.decryption.string(value, header.num, header.gen) : value;
    });
  }

  /** The object stream that holds an object, and the object's place in it. */
  placeInStream(num: number): [ObjectStream, number] {
    const holder = this.table.offset(num);
    const stream = this.objectStream(holder);
    const at = this.table.gen(num);
    const place = stream.numbers[at] === num ? at : stream.numbers.indexOf(num);
    if (place < 0) throw new Malformed(`not in object stream ${holder}`);
    return [stream, place];
  }

  objectStream(num: number): ObjectStream {
    const cached = this.streams.get(num);
    if (cached) {
      this.streams.delete(num);
      this.streams.set(num, cached);
      return cached;
    }
    if (this.opening.has(num)) throw new Malformed('an object stream inside itself');
    this.opening.add(num);
    try {
      const value = this.table.kind(num) === IN_FILE ? this.parseAt(this.table.offset(num) + this.base, num) : null;
      if (!(value instanceof PdfStream)) throw new Malformed(`object stream ${num} is missing`);
      const stream = this.unpack(value);
      this.cache(num, stream);
      return stream;
    } finally {
      this.opening.delete(num);
    }
  }

  /** The length of a stream's bytes, checked: what the file says counts only when `endstream` follows. */
  lengthOf(start: number, said: PdfValue): number {
    if (isWhole(said) && said >= 0 && start + said <= this.size && this.endsAt(start + said)) return said;
    return this.findEnd(start);
  }

  /** The bytes of a stream as they are in the file, deciphered. */
  rawBytes(stream: PdfStream, limit: number): Buffer {
    const length = this.lengthOf(stream.start, this.deref(stream.dict.get('Length')));
    if (length > limit) throw new TooLarge('a stream too large to unpack');
    const bytes = this.windows.bytesAt(stream.start, length);
    const clear = stream.dict.get('Type') === 'XRef' || this.isClear(stream);
    return this.decryption && !clear ? this.decryption.stream(bytes, stream.num, stream.gen) : bytes;
  }

  /** The bytes of a stream, unpacked; Malformed when that is not possible, TooLarge when it makes more than `limit`. */
  data(stream: PdfStream, limit = STRUCTURE_LIMIT, onDamage?: () => void): Buffer {
    const raw = this.rawBytes(stream, limit);
    const data = decode(raw, filtersOf(stream.dict, this.deref), limit, this.deref, onDamage);
    if (data.buffer !== raw.buffer && raw.length > 0) release(raw);
    return data;
  }

  /** True for a stream that its own Crypt filter leaves unencrypted. */
  isClear(stream: PdfStream): boolean {
    if (!this.decryption?.encryptsStreams) return true;
    if (stream.dict.get('Type') === 'Metadata' && !this.decryption.encryptsMetadata) return true;
    const crypt = filtersOf(stream.dict, this.deref).find(({ name }) => name === 'Crypt');
    return crypt !== undefined && (crypt.parms?.get('Name') ?? 'Identity') === 'Identity';
  }

  private unpack(value: PdfStream): ObjectStream {
    const bytes = this.data(value);
    const count = this.deref(value.dict.get('N'));
    const first = this.deref(value.dict.get('First'));
    const lexer = new Lexer(bytes, 0);
    const numbers: number[] = [];
    const starts: number[] = [];
    for (let i = 0; isWhole(count) && isWhole(first) && i < count; i++) {
      const num = lexer.token();
      const start = lexer.token();
      if (typeof num !== 'number' || typeof start !== 'number') break;
      numbers.push(num);
      starts.push(first + start);
    }
    return { bytes, numbers, starts };
  }

  private cache(num: number, stream: ObjectStream): void {
    let total = stream.bytes.length;
    for (const held of this.streams.values()) total += held.bytes.length;
    for (const [key, held] of this.streams) {
      if (total <= CACHED_BYTES && this.streams.size < CACHED_STREAMS) break;
      total -= held.bytes.length;
      this.streams.delete(key);
    }
    this.streams.set(num, stream);
  }

  /** Deciphers the strings inside a value, in place. */
  private decipher(value: PdfValue, num: number, gen: number): void {
    const items = value instanceof PdfStream ? value.dict : value;
    if (!isDict(items) && !Array.isArray(items)) return;
    for (const [key, item] of items.entries()) {
      if (!Buffer.isBuffer(item)) this.decipher(item, num, gen);
      else if (isDict(items)) items.set(key as string, this.decryption!.string(item, num, gen));
      else items[key as number] = this.decryption!.string(item, num, gen);
    }
  }

  private endsAt(offset: number): boolean {
    const bytes = this.windows.held(offset, 24) ?? this.windows.bytesAt(offset, 24);
    let at = 0;
    while (at < 6 && BYTE_CLASS[bytes[at] ?? 0] === 1) at++;
    return bytes[at] === 101 && bytes[at + 1] === 110 && bytes[at + 2] === 100 && [115, 111].includes(bytes[at + 3]!);
  }

  private findEnd(start: number): number {
    const step = 64 * 1024;
    for (let at = start; at < this.size; at += step - 16) {
      const bytes = this.windows.bytesAt(at, step);
      let found = bytes.indexOf('endstream');
      if (found < 0) found = bytes.indexOf('endobj');
      if (found < 0) continue;
      const end = at + found;
      const before = this.windows.bytesAt(Math.max(start, end - 2), Math.min(2, end - start)).toString('latin1');
      const lineEnd = before.endsWith('\r\n') ? 2 : /[\r\n]$/.test(before) ? 1 : 0;
      return end - start - lineEnd;
    }
    return this.size - start;
  }
}

/** After a dictionary: where the bytes of a stream begin in the lexer's window, or -1 when none follow. */
export function streamStart(lexer: Lexer): number {
  if (lexer.peek() !== 115) return -1;
  const { bytes, pos, end, atFileEnd } = lexer;
  if (pos + 10 > end && !atFileEnd) throw NEED_MORE;
  if (bytes.toString('latin1', pos, Math.min(pos + 6, end)) !== 'stream') return -1;
  let at = pos + 6;
  if (bytes[at] === 32 && (bytes[at + 1] === 10 || bytes[at + 1] === 13)) at++;
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}
