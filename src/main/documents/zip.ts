import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One file inside a ZIP. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

export interface ZipLimits {
  /** Most bytes that all files together may unpack to. */
  total: number;
  /** Most files. */
  entries: number;
}

/** Why a ZIP is not read; the caller says it in words. */
export class ZipError extends Error {
  readonly reason: 'not-zip' | 'damaged' | 'too-big' | 'encrypted';
  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Reads a ZIP strictly by its central directory (PKWARE APPNOTE 4.3), stored and deflated files only. Sizes are not
 * believed: unpacking stops at the limit, whatever the headers say.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(data);
  const count = data.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ZipError('too-big', `${count} files`);
  let at = data.readUInt32LE(end + 16);
  let left = limits.total;
  const out: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== CENTRAL) throw new ZipError('damaged', 'central directory');
    const nameLength = data.readUInt16LE(at + 28);
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    if (data.readUInt16LE(at + 8) & 1) throw new ZipError('encrypted', name);
    const content = unpack(data, at, left);
    left -= content.length;
    out.push({ name, bytes: content });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return out;
}

function findEnd(data: Buffer): number {
  const lowest = Math.max(0, data.length - 22 - 0xffff);
  for (let at = data.length - 22; at >= lowest; at -= 1) if (data.readUInt32LE(at) === END) return at;
  throw new ZipError('not-zip', 'no end of central directory');
}

function unpack(data: Buffer, central: number, left: number): Uint8Array {
  const method = data.readUInt16LE(central + 10);
  const checksum = data.readUInt32LE(central + 16);
  const packed = data.readUInt32LE(central + 20);
  const local = data.readUInt32LE(central + 42);
  if (local + 30 > data.length || data.readUInt32LE(local) !== LOCAL) throw new ZipError('damaged', 'local header');
  const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
  if (from + packed > data.length) throw new ZipError('damaged', 'cut off');
  const raw = data.subarray(from, from + packed);
  const content = method === 0 ? raw : method === 8 ? inflate(raw, left) : undefined;
  if (!content) throw new ZipError('damaged', `method ${method}`);
  if (content.length > left) throw new ZipError('too-big', 'unpacked size');
  if (crc32(content) >>> 0 !== checksum) throw new ZipError('damaged', 'checksum');
  return content;
}

function inflate(raw: Uint8Array, left: number): Uint8Array {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, left) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipError('too-big', 'unpacked size');
    throw new ZipError('damaged', 'deflate');
  }
}

/** The first day that a ZIP can tell, 1 January 1980, 00:00: the bytes must not depend on the clock. */
const DOS_DATE = 0x0021;
/** "Names are UTF-8." */
const UTF8 = 0x0800;

/** Writes a ZIP whose bytes depend on nothing but names and contents. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.bytes, { level: 9 });
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(UTF8, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt16LE(DOS_DATE, 8);
    fixed.writeUInt32LE(crc32(entry.bytes) >>> 0, 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(entry.bytes.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    parts.push(signed(LOCAL), fixed, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(signed(CENTRAL), Buffer.from([20, 0]), fixed, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...parts, directory, signed(END), end]));
}

function signed(signature: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(signature);
  return out;
}
