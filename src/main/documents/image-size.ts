export interface ImageInfo {
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels as the file stores them, before the orientation is applied. */
  width: number;
  height: number;
  /** EXIF orientation 1 to 8; 1 where there is none. */
  orientation: number;
  /** Dots per inch where the file says it, else null. */
  dpi: number | null;
}

/** Reads what a picture's header says; null where it is none of the four kinds or is cut off. */
export function imageSize(bytes: Uint8Array): ImageInfo | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const info = png(data) ?? jpeg(data) ?? gif(data) ?? webp(data);
    return info && info.width > 0 && info.height > 0 ? info : null;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function png(data: Buffer): ImageInfo | null {
  if (data.length < 33 || data.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  const info: ImageInfo = {
    mime: 'image/png',
    width: data.readUInt32BE(16),
    height: data.readUInt32BE(20),
    orientation: 1,
    dpi: null,
  };
  for (let at = 8; at + 12 <= data.length; at += 12 + data.readUInt32BE(at)) {
    const type = data.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') break;
    // Pixels per metre, where the unit is the metre.
    if (type === 'pHYs' && data[at + 16] === 1) info.dpi = Math.round(data.readUInt32BE(at + 8) * 0.0254);
  }
  return info;
}

function jpeg(data: Buffer): ImageInfo | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  let orientation = 1;
  let dpi: number | null = null;
  for (let at = 2; at + 4 <= data.length; ) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = data.readUInt16BE(at + 2);
    const segment = data.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0 && segment.toString('latin1', 0, 4) === 'JFIF') dpi ??= jfifDpi(segment);
    if (marker === 0xe1 && segment.toString('latin1', 0, 4) === 'Exif')
      orientation = exifOrientation(segment.subarray(6));
    // Start of frame, all kinds but the tables that lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { mime: 'image/jpeg', height: segment.readUInt16BE(1), width: segment.readUInt16BE(3), orientation, dpi };
    }
    at += 2 + length;
  }
  return null;
}

function jfifDpi(segment: Buffer): number | null {
  const unit = segment[7];
  const density = segment.readUInt16BE(8);
  if (density <= 1) return null;
  return unit === 1 ? density : unit === 2 ? Math.round(density * 2.54) : null;
}

function exifOrientation(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const ifd = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = u16(ifd);
  for (let i = 0; i < count && ifd + 14 + i * 12 <= tiff.length; i += 1) {
    const at = ifd + 2 + i * 12;
    if (u16(at) === 0x0112) {
      const value = u16(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

function gif(data: Buffer): ImageInfo | null {
  if (data.length < 10 || !/^GIF8[79]a$/.test(data.toString('latin1', 0, 6))) return null;
  return { mime: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8), orientation: 1, dpi: null };
}

function webp(data: Buffer): ImageInfo | null {
  if (data.length < 30 || data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  const kind = data.toString('latin1', 12, 16);
  const of = (width: number, height: number): ImageInfo => ({
    mime: 'image/webp',
    width,
    height,
    orientation: 1,
    dpi: null,
  });
  if (kind === 'VP8X') return of(1 + data.readUIntLE(24, 3), 1 + data.readUIntLE(27, 3));
  if (kind === 'VP8 ') return of(data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff);
  if (kind === 'VP8L') {
    const bits = data.readUInt32LE(21);
    return of(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
  }
  return null;
}
