/** JPEG (ITU-T T.81): taking out what is no picture, and writing a picture anew. */

/** Segments without which the picture would look otherwise: the frame, the tables, JFIF, colours and Adobe's mark. */
function isNeeded(marker: number, bytes: Buffer, at: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return bytes.toString('latin1', at, at + 11) === 'ICC_PROFILE';
  return marker === 0xee;
}

/** A JPEG without comments, camera data, thumbnails and metadata; as it is where it can't be read. */
export function strippedJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) break;
    if (isNeeded(marker, bytes, at + 4)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  const eoi = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  parts.push(bytes.subarray(at, eoi > at ? eoi + 2 : bytes.length));
  return Buffer.concat(parts);
}

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
// Tables K.3 and K.5 of the standard: how many codes of each length, and what they stand for.
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125];
const AC_VALUES = Buffer.from(
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  'hex',
);

interface Code {
  readonly code: number;
  readonly length: number;
}

function huffman(counts: readonly number[], values: ArrayLike<number>): Code[] {
  const codes: Code[] = [];
  let code = 0;
  let at = 0;
  for (const [i, count] of counts.entries()) {
    for (let k = 0; k < count; k++) codes[values[at++]!] = { code: code++, length: i + 1 };
    code <<= 1;
  }
  return codes;
}

class Bits {
  private bytes = Buffer.allocUnsafe(1 << 20);
  private used = 0;
  private held = 0;
  private count = 0;

  put(value: number, length: number): void {
    this.held = (this.held << length) | (value & ((1 << length) - 1));
    this.count += length;
    while (this.count >= 8) {
      const byte = (this.held >> (this.count - 8)) & 255;
      this.byte(byte);
      if (byte === 255) this.byte(0);
      this.count -= 8;
      this.held &= (1 << this.count) - 1;
    }
  }

  get done(): Buffer {
    if (this.count > 0) this.put(127, 8 - this.count);
    return this.bytes.subarray(0, this.used);
  }

  private byte(value: number): void {
    if (this.used === this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    this.bytes[this.used++] = value;
  }
}

const COSINES = Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7];
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** A baseline JPEG of a picture with 1 (grey) or 3 (red, green, blue) bytes a pixel, without losses to be seen. */
export function encodeJpeg(width: number, height: number, channels: 1 | 3, data: Uint8Array): Buffer {
  const table = LUMINANCE.map((value) => Math.max(1, Math.round(value * 0.12)));
  const bits = new Bits();
  const dc = huffman(DC_COUNTS, DC_VALUES);
  const ac = huffman(AC_COUNTS, AC_VALUES);
  const block = new Float64Array(64);
  const rows = new Float64Array(64);
  const before = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let channel = 0; channel < channels; channel++) {
        load(block, data, width, height, channels, channel, left, top);
        transform(block, rows);
        before[channel] = code(block, table, before[channel]!, bits, dc, ac);
      }
    }
  }
  return Buffer.concat([header(width, height, channels, table), bits.done, Buffer.from([0xff, 0xd9])]);
}

/** Eight by eight values of one channel, the last row and column repeated over the edge. */
function load(
  block: Float64Array,
  data: Uint8Array,
  width: number,
  height: number,
  channels: 1 | 3,
  channel: number,
  left: number,
  top: number,
): void {
  for (let y = 0; y < 8; y++) {
    const row = Math.min(top + y, height - 1) * width;
    for (let x = 0; x < 8; x++) {
      const at = (row + Math.min(left + x, width - 1)) * channels;
      if (channels === 1) block[y * 8 + x] = data[at]! - 128;
      else {
        const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
        if (channel === 0) block[y * 8 + x] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
        else if (channel === 1) block[y * 8 + x] = -0.168736 * r - 0.331264 * g + 0.5 * b;
        else block[y * 8 + x] = 0.5 * r - 0.418688 * g - 0.081312 * b;
      }
    }
  }
}

function transform(block: Float64Array, rows: Float64Array): void {
  for (let y = 0; y < 8; y++)
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x]! * COSINES[u * 8 + x]!;
      rows[y * 8 + u] = sum;
    }
  for (let u = 0; u < 8; u++)
    for (let v = 0; v < 8; v++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += rows[y * 8 + u]! * COSINES[v * 8 + y]!;
      block[v * 8 + u] = sum;
    }
}

function code(
  block: Float64Array,
  table: readonly number[],
  before: number,
  bits: Bits,
  dc: Code[],
  ac: Code[],
): number {
  const value = (i: number) => Math.round(block[ZIGZAG[i]!]! / table[ZIGZAG[i]!]!);
  const first = Math.max(-1023, Math.min(1023, value(0)));
  const put = (huff: Code, number: number, size: number) => {
    bits.put(huff.code, huff.length);
    if (size > 0) bits.put(number < 0 ? number - 1 : number, size);
  };
  const difference = first - before;
  put(dc[sizeOf(difference)]!, difference, sizeOf(difference));
  let zeros = 0;
  for (let i = 1; i < 64; i++) {
    const number = Math.max(-1023, Math.min(1023, value(i)));
    if (number === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) put(ac[0xf0]!, 0, 0);
    put(ac[zeros * 16 + sizeOf(number)]!, number, sizeOf(number));
    zeros = 0;
  }
  if (zeros > 0) put(ac[0]!, 0, 0);
  return first;
}

function sizeOf(number: number): number {
  return number === 0 ? 0 : 32 - Math.clz32(Math.abs(number));
}

function header(width: number, height: number, channels: 1 | 3, table: readonly number[]): Buffer {
  const two = (value: number) => [value >> 8, value & 255];
  const segment = (marker: number, body: number[]) => [0xff, marker, ...two(body.length + 2), ...body];
  const each = Array.from({ length: channels }, (_, i) => i + 1);
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...ZIGZAG.map((at) => table[at]!)]),
    ...segment(0xc0, [8, ...two(height), ...two(width), channels, ...each.flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0x00, ...DC_COUNTS, ...DC_VALUES]),
    ...segment(0xc4, [0x10, ...AC_COUNTS, ...AC_VALUES]),
    ...segment(0xda, [channels, ...each.flatMap((id) => [id, 0x00]), 0, 63, 0]),
  ]);
}
