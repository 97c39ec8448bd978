import type { BlockDocument, PageGeometry } from '#shared/domain/blocks/blocks.ts';
import { pleadingMeta } from '#shared/domain/blocks/build.ts';
import { problem } from '#shared/problem.ts';
import { type ImageInfo, imageSize } from '../image-size.ts';
import { bareJpeg } from './jpeg.ts';

/** Decoded, a picture of this size takes some 400 MB. */
const MOST_PIXELS = 100_000_000;
/** A picture whose file does not say its resolution, and is no scan, is shown at no less than this. */
const SCREEN_DPI = 96;
const MARGIN = 12;
const A4 = { width: 210, height: 297 };

/**
 * A picture as one page: upright or lying as the picture is, at its own size where the file says it and it fits, else
 * as large as the page allows. What the camera wrote beside it (place, device, time) is left out.
 */
export function imageDocument(bytes: Uint8Array, name: string): BlockDocument {
  const info = imageSize(bytes);
  if (!info) {
    throw problem(
      'picture-unreadable',
      `${name} is no picture that can be read: it may be damaged or of another kind.`,
      {
        hint: 'Open it in another program and save it as PNG or JPEG.',
      },
    );
  }
  if (info.width * info.height > MOST_PIXELS) {
    throw problem(
      'picture-too-large',
      `${name} has ${info.width} × ${info.height} pixels, more than a page can be made of.`,
      {
        hint: 'Save a smaller copy for the bundle; the original stays as it is.',
      },
    );
  }
  const turned = info.orientation >= 5;
  const pixels = turned ? { width: info.height, height: info.width } : { width: info.width, height: info.height };
  const landscape = pixels.width > pixels.height;
  const sheet = landscape ? { width: A4.height, height: A4.width } : A4;
  const scan = isScan(pixels, sheet, info);
  const margin = scan ? 0 : MARGIN;
  const page: PageGeometry = { size: 'a4', landscape, top: margin, bottom: margin, binding: margin, outer: margin };
  const data = info.mime === 'image/jpeg' ? bareJpeg(bytes, info.orientation) : bytes;
  return {
    meta: { ...pleadingMeta(name), page, footer: { numbers: 'none', draft: false, note: null } },
    blocks: [
      {
        kind: 'picture',
        mime: info.mime,
        bytes: data,
        alt: name,
        width: widthFor(pixels, { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin }, info),
      },
    ],
  };
}

const mm = (pixels: number, dpi: number) => (pixels / dpi) * 25.4;

/** A scan of a sheet fills the page: its size is that of A4 within a twentieth. */
function isScan(pixels: { width: number; height: number }, sheet: typeof A4, { dpi }: ImageInfo): boolean {
  if (dpi === null || dpi < 100) return false;
  const near = (size: number, full: number) => Math.abs(size - full) < full / 20;
  return near(mm(pixels.width, dpi), sheet.width) && near(mm(pixels.height, dpi), sheet.height);
}

function widthFor(
  pixels: { width: number; height: number },
  room: { width: number; height: number },
  { dpi }: ImageInfo,
) {
  const natural = mm(pixels.width, Math.max(dpi ?? SCREEN_DPI, SCREEN_DPI));
  const fitting = Math.min(room.width, (room.height * pixels.width) / pixels.height);
  return Math.min(natural, fitting);
}
