import type { Box } from '#main/bundles/assembler/matrix.ts';
import { PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';

/** Sets the bits of all pixels in the holes, and one pixel around them. */
export function eraseBits(
  data: Buffer,
  width: number,
  height: number,
  bitsPerPixel: number,
  holes: readonly Box[],
  fill: boolean,
): void {
  const row = Math.ceil((width * bitsPerPixel) / 8);
  for (const [left, bottom, right, top] of holes) {
    const from = Math.max(0, Math.floor(left * width) - 1);
    const to = Math.min(width, Math.ceil(right * width) + 1);
    const first = Math.max(0, Math.floor((1 - top) * height) - 1);
    const last = Math.min(height, Math.ceil((1 - bottom) * height) + 1);
    for (let y = first; y < last; y++) setBits(data, y * row, from * bitsPerPixel, to * bitsPerPixel, fill);
  }
}

function setBits(data: Buffer, base: number, from: number, to: number, fill: boolean): void {
  for (let bit = from; bit < to; ) {
    const at = base + (bit >> 3);
    if (at >= data.length) return;
    if ((bit & 7) === 0 && to - bit >= 8) {
      const bytes = (to - bit) >> 3;
      data.fill(fill ? 255 : 0, at, Math.min(at + bytes, data.length));
      bit += bytes * 8;
    } else {
      const mask = 128 >> (bit & 7);
      data[at] = fill ? data[at]! | mask : data[at]! & ~mask;
      bit++;
    }
  }
}

/** How many numbers a pixel has in a colour space; null where that is not known. */
export function coloursOf(space: PdfValue, deref: (value: PdfValue | undefined) => PdfValue): number | null {
  const list = Array.isArray(space) ? space.map(deref) : [space];
  switch (list[0]) {
    case 'DeviceGray':
    case 'CalGray':
    case 'Indexed':
    case 'I':
    case 'G':
    case 'Separation':
      return 1;
    case 'DeviceRGB':
    case 'RGB':
    case 'CalRGB':
    case 'Lab':
      return 3;
    case 'DeviceCMYK':
    case 'CMYK':
      return 4;
    case 'DeviceN':
      return Array.isArray(list[1]) ? list[1].length : null;
    case 'ICCBased': {
      const count = list[1] instanceof PdfStream ? deref(list[1].dict.get('N')) : null;
      return typeof count === 'number' ? count : null;
    }
    default:
      return null;
  }
}

/** One byte a pixel where all are grey; null where there is colour. */
export function greyOf(pixels: Buffer): Buffer | null {
  for (let i = 0; i < pixels.length; i += 3)
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return null;
  const grey = Buffer.alloc(pixels.length / 3);
  for (let i = 0; i < grey.length; i++) grey[i] = pixels[i * 3]!;
  return grey;
}
