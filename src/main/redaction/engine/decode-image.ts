import { createRequire } from 'node:module';
import path from 'node:path';
import type { PdfFile } from '#main/bundles/assembler/file.ts';
import type { PdfDict } from '#main/bundles/assembler/values.ts';
import { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { Copier } from './copy.ts';

/** A picture as samples: 1 bit a pixel (1 is white), or 3 bytes. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly kind: 'bits' | 'rgb';
  readonly data: Uint8Array;
}

const KINDS = { bits: 1, rgb: 2, rgba: 3 };
/** More pixels than any scanner makes of a page. */
const MAX_PIXELS = 200_000_000;

/**
 * Unpacks a picture of any kind that viewers show (JPEG, JPEG 2000, fax, JBIG2): it is handed to pdf.js in a document of
 * its own. Null where it can't be unpacked.
 */
export async function decodeImage(file: PdfFile, dict: PdfDict, data: Buffer): Promise<Samples | null> {
  const [width, height] = [file.entry(dict, 'Width'), file.entry(dict, 'Height')];
  if (typeof width === 'number' && typeof height === 'number' && width * height > MAX_PIXELS) return null;
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const loading = getDocument({
    data: new Uint8Array(documentOf(file, dict, data)),
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    wasmUrl: `${home}${path.sep}wasm${path.sep}`,
    verbosity: 0,
  });
  try {
    const page = await (await loading.promise).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [i, op] of fnArray.entries()) {
      const args = argsArray[i] as unknown[];
      if (op === OPS.paintInlineImageXObject) return samplesOf(args[0]);
      if (op !== OPS.paintImageXObject) continue;
      const name = args[0] as string;
      const store = name.startsWith('g_') ? page.commonObjs : page.objs;
      return samplesOf(await new Promise((resolve) => store.get(name, resolve)));
    }
    return null;
  } catch {
    // What pdf.js can't unpack goes as a whole, and the report says so.
    return null;
  } finally {
    await loading.destroy();
  }
}

function samplesOf(value: unknown): Samples | null {
  const image = value as { width: number; height: number; kind: number; data?: Uint8Array } | null;
  if (!image?.data) return null;
  const { width, height, kind, data } = image;
  if (kind === KINDS.bits) return { width, height, kind: 'bits', data };
  if (kind === KINDS.rgb) return { width, height, kind: 'rgb', data };
  if (kind !== KINDS.rgba) return null;
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from]!;
    rgb[to + 1] = data[from + 1]!;
    rgb[to + 2] = data[from + 2]!;
  }
  return { width, height, kind: 'rgb', data: rgb };
}

/** A document of one page with nothing but the picture. A stencil is shown as what its bits are. */
function documentOf(file: PdfFile, dict: PdfDict, data: Buffer): Buffer {
  const parts: Buffer[] = [];
  const writer = new PdfWriter({ write: (bytes) => void parts.push(Buffer.from(bytes)) });
  const copier = new Copier(file, writer, []);
  const [catalog, pages, page, image, content, info] = Array.from({ length: 6 }, () => writer.allocate());
  const isStencil = dict.get('ImageMask') === true;
  const without = ['Mask', 'SMask', 'SMaskInData', 'ImageMask', 'Matte', 'Intent'];
  const own = isStencil ? '/ColorSpace/DeviceGray/BitsPerComponent 1' : '';
  const entries = copier.entries(dict, isStencil ? [...without, 'Decode', 'ColorSpace', 'BitsPerComponent'] : without);
  writer.object(catalog!, `<</Type/Catalog/Pages ${pages} 0 R>>`);
  writer.object(pages!, `<</Type/Pages/Count 1/Kids[${page} 0 R]>>`);
  writer.object(
    page!,
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 9 9]/Contents ${content} 0 R/Resources<</XObject<</X ${image} 0 R>>>>>>`,
  );
  writer.stream(image!, `${entries}${own}`, data);
  writer.stream(content!, '', Buffer.from('q 9 0 0 9 0 0 cm /X Do Q'));
  copier.drain();
  writer.object(info!, '<<>>');
  writer.finish(catalog!, info!, '');
  return Buffer.concat(parts);
}
