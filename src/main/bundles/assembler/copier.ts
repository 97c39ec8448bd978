import type { StreamDecipher } from './crypt.ts';
import { type PdfFile, streamStart } from './file.ts';
import { filtersOf } from './filters.ts';
import { type DroppedKind, forbiddenAction, forbiddenEntry, forbiddenStream } from './launder.ts';
import { isValue, Lexer } from './lexer.ts';
import { ABSENT, FREE, IN_FILE, IN_STREAM, NumberMap } from './objects.ts';
import { Scanner } from './scanner.ts';
import { hexText, nameText, numberText } from './serialise.ts';
import { isDict, Malformed, type PdfDict, PdfStream, type PdfValue, Ref } from './values.ts';
import type { PdfWriter } from './writer.ts';

/** In the map of numbers: this object must not come along, references to it become null. */
const REFUSED = 0xffffffff;
const MAX_DEPTH = 100;
const PIECE = 64 * 1024;

/**
 * Copies objects of one source into the bundle under new numbers. What is referred to is queued and copied in the order
 * in which it lies in the source. Most objects are copied byte for byte; what names something suspect is parsed,
 * laundered and written anew.
 */
export class Copier {
  readonly file: PdfFile;
  readonly writer: PdfWriter;
  private readonly dropped: (what: DroppedKind) => void;
  private readonly numbers = new NumberMap();
  private readonly scanner = new Scanner();
  private queue: number[] = [];

  constructor(file: PdfFile, writer: PdfWriter, dropped: (what: DroppedKind) => void) {
    this.file = file;
    this.writer = writer;
    this.dropped = dropped;
  }

  /** Fixes the number that an object has in the bundle; whoever calls this writes the object. */
  assign(num: number, mapped: number): void {
    this.numbers.set(num, mapped);
  }

  /** Keeps an object out of the bundle. */
  refuse(num: number): void {
    this.numbers.set(num, REFUSED);
  }

  /** The number an object has in the bundle so far, or 0. */
  assigned(num: number): number {
    const mapped = this.numbers.get(num);
    return mapped === REFUSED ? 0 : mapped;
  }

  /** The number of an object in the bundle, queueing it when it is new; 0 when it is none or must not come along. */
  number(num: number): number {
    const mapped = this.numbers.get(num);
    if (mapped === REFUSED) return 0;
    if (mapped > 0) return mapped;
    const kind = this.file.table.kind(num);
    if (kind === ABSENT || kind === FREE) return 0;
    const fresh = this.writer.allocate();
    this.numbers.set(num, fresh);
    this.queue.push(num);
    return fresh;
  }

  reference(num: number): string {
    const mapped = this.number(num);
    return mapped > 0 ? `${mapped} 0 R` : 'null';
  }

  /** A value as text for the bundle, laundered. */
  serialise(value: PdfValue | undefined, depth = 0): string {
    if (value === null || value === undefined || depth > MAX_DEPTH) return 'null';
    if (typeof value === 'number') return numberText(value);
    if (typeof value === 'string') return nameText(value);
    if (typeof value === 'boolean') return String(value);
    if (value instanceof Ref) return this.reference(value.num);
    if (Buffer.isBuffer(value)) return hexText(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.serialise(item, depth + 1)).join(' ')}]`;
    if (!isDict(value)) return 'null';
    const action = forbiddenAction(value);
    if (action) {
      this.dropped(action);
      return 'null';
    }
    return `<<${this.entries(value, depth)}>>`;
  }

  /** The entries of a dictionary as text, without the brackets. */
  entries(dict: PdfDict, depth = 0): string {
    let out = '';
    for (const [key, value] of dict) {
      const what = forbiddenEntry(key, value, this.file.deref);
      if (what === null) out += `${nameText(key)} ${this.serialise(value, depth + 1)}`;
      else if (what !== 'tags') this.dropped(what);
    }
    return out;
  }

  /** Copies all that is queued, and what that refers to. */
  drain(): void {
    const { table } = this.file;
    const place = (num: number) => {
      const offset = table.offset(num);
      return table.kind(num) === IN_STREAM ? table.offset(offset) : offset;
    };
    while (this.queue.length > 0) {
      const batch = this.queue;
      this.queue = [];
      if (batch.length > 1) batch.sort((a, b) => place(a) - place(b) || a - b);
      for (const num of batch) this.copy(num);
    }
  }

  /** Forgets what is queued, after a failure: those objects are then free numbers. */
  abandon(): void {
    this.writer.takeBack();
    this.queue = [];
  }

  /** Copies the bytes of a stream as they are, with `extra` entries in place of its length; see `streamBody`. */
  stream(num: number, stream: PdfStream, extra: string): void {
    const { file, writer } = this;
    const length = file.lengthOf(stream.start, file.deref(stream.dict.get('Length')));
    const dict = this.withoutCrypt(stream);
    for (const key of ['Length', 'F', 'FFilter', 'FDecodeParms']) dict.delete(key);
    const entries = this.entries(dict);
    writer.begin(num);
    writer.text(`<<${entries}${extra}`);
    this.streamBody(stream.num, stream.gen, stream.start, length, file.isClear(stream));
  }

  private copy(num: number): void {
    const { file, writer } = this;
    const mapped = this.numbers.get(num);
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        const kind = file.table.kind(num);
        if (kind === IN_STREAM) {
          const [holder, at] = file.placeInStream(num);
          this.copyValue(mapped, holder.bytes, holder.starts[at]!);
          return;
        }
        if (kind !== IN_FILE) break;
        file.windows.parse('main', file.table.offset(num) + file.base, (bytes, from, end, atFileEnd, start) => {
          const lexer = new Lexer(bytes, from, end, atFileEnd);
          const { gen } = file.header(lexer, num);
          this.copyDirect(num, gen, mapped, lexer, start);
        });
        return;
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        if (file.rebuilt || writer.isWritten(mapped)) break;
        file.rebuild(`object ${num}: ${error.message}`);
      }
    }
    if (!writer.isWritten(mapped)) {
      writer.object(mapped, 'null');
      file.noted('object-unreadable');
    }
  }

  /** An object out of an object stream: never a stream, and never encrypted by itself. */
  private copyValue(mapped: number, bytes: Buffer, start: number): void {
    const { writer, scanner } = this;
    if (scanner.scan(bytes, start, bytes.length, true, false) && !scanner.suspect) {
      writer.begin(mapped);
      this.segments(bytes, start, scanner.end, null);
      writer.end();
      return;
    }
    const value = new Lexer(bytes, start).value();
    writer.object(mapped, this.serialise(isValue(value) ? value : null));
  }

  /** An object as it lies in the file, the lexer standing after its header. */
  private copyDirect(num: number, gen: number, mapped: number, lexer: Lexer, windowStart: number): void {
    const { file, writer, scanner } = this;
    const { bytes, pos, end, atFileEnd } = lexer;
    const owner = file.decryption && num !== file.encryptionObject ? { num, gen } : null;
    if (!scanner.scan(bytes, pos, end, atFileEnd, owner !== null) || scanner.suspect) {
      this.copyParsed(num, mapped);
      return;
    }
    lexer.pos = scanner.end;
    const data = scanner.isDict ? streamStart(lexer) : -1;
    if (data < 0) {
      writer.begin(mapped);
      this.segments(bytes, pos, scanner.end, owner);
      writer.end();
      return;
    }
    const start = windowStart + data;
    const { lengthStart, lengthEnd, lengthValue, lengthIsRef } = scanner;
    const said = lengthStart < 0 ? null : lengthIsRef ? file.get(lengthValue) : lengthValue;
    const length = file.lengthOf(start, said);
    writer.begin(mapped);
    if (lengthStart >= 0) {
      this.segments(bytes, pos, lengthStart, owner);
      this.segments(bytes, lengthEnd, scanner.end - 2, owner);
    } else this.segments(bytes, pos, scanner.end - 2, owner);
    this.streamBody(num, gen, start, length, !file.decryption?.encryptsStreams);
  }

  private copyParsed(num: number, mapped: number): void {
    const { file, writer } = this;
    const value = file.parseAt(file.table.offset(num) + file.base, num);
    const refused = value instanceof PdfStream ? forbiddenStream(value) : null;
    if (refused) {
      this.dropped(refused);
      writer.object(mapped, 'null');
    } else if (value instanceof PdfStream) this.stream(mapped, value, '');
    else writer.object(mapped, this.serialise(value));
  }

  /** Copies bytes, putting new numbers into references and deciphered text into strings. */
  private segments(bytes: Buffer, from: number, to: number, owner: { num: number; gen: number } | null): void {
    const { writer, scanner } = this;
    const { segments, count } = scanner;
    let at = from;
    for (let i = 0; i < count * 4; i += 4) {
      const start = segments[i + 1]!;
      if (start < from) continue;
      if (start >= to) break;
      writer.bytes(bytes, at, start);
      at = segments[i + 2]!;
      if (segments[i] === 1) writer.text(this.reference(segments[i + 3]!));
      else if (owner) {
        const text = new Lexer(bytes, start, at).token();
        const clear = Buffer.isBuffer(text)
          ? this.file.decryption!.string(text, owner.num, owner.gen)
          : Buffer.alloc(0);
        writer.text(hexText(clear));
      }
    }
    writer.bytes(bytes, at, to);
  }

  /** The rest of a stream object, after its entries: the length, the bytes (deciphered unless `clear`) and the end. */
  private streamBody(num: number, gen: number, start: number, length: number, clear: boolean): void {
    const { file, writer } = this;
    if (clear) {
      writer.text(`/Length ${length}>>\nstream\n`);
      writer.copyFrom(file.windows, start, length);
    } else {
      const tail = file.windows.bytesAt(Math.max(start, start + ((length - 16) & ~15) - 16), 32);
      const head = file.windows.bytesAt(start, 16);
      const decipher = file.decryption!.streaming(num, gen, length, head, tail);
      writer.text(`/Length ${decipher.length}>>\nstream\n`);
      this.decipherTo(decipher, start, length);
    }
    writer.text('\nendstream');
    writer.end();
  }

  private decipherTo(decipher: StreamDecipher, start: number, length: number): void {
    const { file, writer } = this;
    let written = 0;
    for (let at = decipher.skip; at < length && written < decipher.length; at += PIECE) {
      const piece = decipher.update(file.windows.bytesAt(start + at, Math.min(PIECE, length - at)));
      writer.bytes(piece, 0, piece.length);
      written += piece.length;
    }
    // A source that ends early still gives a stream of the length that was written ahead.
    if (written < decipher.length)
      writer.bytes(Buffer.alloc(decipher.length - written, 32), 0, decipher.length - written);
  }

  /** The dictionary without a Crypt filter, which means nothing in a file that is not encrypted. */
  private withoutCrypt(stream: PdfStream): PdfDict {
    const dict = new Map(stream.dict);
    const filters = filtersOf(dict, this.file.deref);
    if (!filters.some(({ name }) => name === 'Crypt')) return dict;
    const kept = filters.filter(({ name }) => name !== 'Crypt');
    dict.delete('DP');
    dict.set(
      'Filter',
      kept.map(({ name }) => name),
    );
    dict.set(
      'DecodeParms',
      kept.map(({ parms }) => parms),
    );
    return dict;
  }
}
