import crypto from 'node:crypto';
import zlib from 'node:zlib';
import { numberText } from './serialise.ts';
import type { ByteSink } from './types.ts';
import type { Windows } from './windows.ts';

const BUFFER = 256 * 1024;
/** What ten digits of a cross-reference entry can say. */
const MAX_OFFSET = 9_999_999_999;
/** Of a stream that goes straight from source to sink, only the end counts for the identifier, with its place. */
const TAIL = 256;

/** Writes objects to a sink from first byte to last, remembering where each is. */
export class PdfWriter {
  private readonly sink: ByteSink;
  private readonly buffer: Buffer;
  private used = 0;
  private flushed = 0;
  private hashedTo = 0;
  private checksum = 0;
  private offsets = new Float64Array(4096);
  private next = 1;
  private unended = 0;

  constructor(sink: ByteSink) {
    this.sink = sink;
    this.buffer = Buffer.allocUnsafeSlow(BUFFER);
    this.text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  /** Bytes written so far. */
  get position(): number {
    return this.flushed + this.used;
  }

  /** A new object number. One that is never written stands in the table as free, and references to it are null. */
  allocate(): number {
    const num = this.next++;
    if (num >= this.offsets.length) {
      const larger = new Float64Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    return num;
  }

  isWritten(num: number): boolean {
    return this.offsets[num]! > 0;
  }

  begin(num: number): void {
    this.offsets[num] = this.position;
    this.unended = num;
    this.text(`${num} 0 obj\n`);
  }

  end(): void {
    this.text('\nendobj\n');
    this.unended = 0;
  }

  /** Takes back an object that was begun and can't be ended: its number is free, and nothing reads what is there. */
  takeBack(): void {
    if (this.unended > 0) this.offsets[this.unended] = 0;
    this.unended = 0;
  }

  object(num: number, body: string): number {
    this.begin(num);
    this.text(body);
    this.end();
    return num;
  }

  /** A stream whose bytes are at hand; `dict` is without brackets and length. */
  stream(num: number, dict: string, data: Uint8Array): number {
    this.begin(num);
    this.text(`<<${dict}/Length ${data.length}>>\nstream\n`);
    this.bytes(data, 0, data.length);
    this.text('\nendstream');
    this.end();
    return num;
  }

  /** Text of codes below 256. */
  text(text: string): void {
    if (text.length > this.buffer.length) {
      const bytes = Buffer.from(text, 'latin1');
      this.bytes(bytes, 0, bytes.length);
      return;
    }
    if (this.used + text.length > this.buffer.length) this.flush();
    this.used += this.buffer.write(text, this.used, 'latin1');
  }

  bytes(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.used === this.buffer.length) this.flush();
      const count = Math.min(end - at, this.buffer.length - this.used);
      if (count <= 48) for (let i = 0; i < count; i++) this.buffer[this.used + i] = from[at + i]!;
      else this.buffer.set(from.subarray(at, at + count), this.used);
      this.used += count;
      at += count;
    }
  }

  /** Copies a stretch of a source; what the source does not have is filled up with spaces. */
  copyFrom(windows: Windows, start: number, length: number): void {
    const held = windows.held(start, length);
    if (held) {
      this.bytes(held, 0, length);
      return;
    }
    this.hash();
    for (let done = 0; done < length; ) {
      if (this.buffer.length - this.used < Math.min(length - done, 64 * 1024)) {
        this.hashedTo = this.used;
        this.flush();
      }
      const count = Math.min(length - done, this.buffer.length - this.used);
      const got = windows.read(this.buffer, this.used, count, start + done);
      if (got < count) this.buffer.fill(32, this.used + got, this.used + count);
      this.used += count;
      done += count;
    }
    this.hashedTo = Math.max(0, this.used - TAIL);
  }

  /** Writes the table and the trailer; the size of the file. */
  finish(root: number, info: number, fingerprint: string): number {
    const start = this.position;
    this.text(`xref\n0 ${this.next}\n`);
    const free: number[] = [];
    for (let num = 1; num < this.next; num++) if (!this.isWritten(num)) free.push(num);
    let nextFree = 0;
    const following = () => String(free[nextFree++] ?? 0).padStart(10, '0');
    this.text(`${following()} 65535 f \n`);
    for (let num = 1; num < this.next; num++) {
      const offset = this.offsets[num]!;
      this.text(offset > 0 ? `${String(offset).padStart(10, '0')} 00000 n \n` : `${following()} 00001 f \n`);
    }
    if (start > MAX_OFFSET) throw new RangeError('a bundle of more than 10 GB');
    const id = this.identifier(fingerprint);
    this.text(`trailer\n<</Size ${this.next}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\n`);
    this.text(`startxref\n${numberText(start)}\n%%EOF\n`);
    this.flush();
    return this.flushed;
  }

  private identifier(fingerprint: string): string {
    this.hash();
    const hash = crypto.createHash('sha256').update(fingerprint).update(`\n${this.checksum} ${this.position}\n`);
    hash.update(new Uint8Array(this.offsets.buffer, 0, this.next * 8));
    return hash.digest('hex').slice(0, 32);
  }

  private hash(): void {
    this.checksum = zlib.crc32(this.buffer.subarray(this.hashedTo, this.used), this.checksum);
    this.hashedTo = this.used;
  }

  private flush(): void {
    this.hash();
    if (this.used > 0) this.sink.write(this.buffer.subarray(0, this.used));
    this.flushed += this.used;
    this.used = 0;
    this.hashedTo = 0;
  }
}
