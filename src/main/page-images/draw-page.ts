import zlib from 'node:zlib';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from '#main/bundles/assembler/matrix.ts';
import { numberText } from '#main/bundles/assembler/serialise.ts';
import type { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { ProblemError } from '#shared/problem.ts';
import type { Canvases } from './canvases.ts';
import type { GlyphFonts } from './glyph-fonts.ts';
import type { Imaged } from './imaging.ts';
import { type TextLayer, textLayerOf } from './text-layer.ts';

/** Pixels of one page, and of its longer side. */
const MOST_PIXELS = 24_000_000;
const LONGEST = 16_000;
/** No page of a PDF may be longer, in points (ISO 32000-1, annex C). */
const LONGEST_PAGE = 14_400;
/** After so long what is drawn of a page is taken as it is. */
const MOST_MS = 20_000;
const QUALITY = 82;
/** Annotations are drawn as they look; nothing of them can be used. */
const ANNOTATIONS_DRAWN = 1;
const WHITE = 0xffffffff;

/** What the pages of one document are drawn with. */
export interface Drawing {
  readonly js: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
  readonly document: PDFDocumentProxy;
  readonly canvases: Canvases;
  readonly writer: PdfWriter;
  readonly fonts: GlyphFonts;
  /** What is to be told of pages is entered here. */
  readonly made: Imaged;
  readonly dpi: number;
}

/**
 * Draws one page and writes it below a node of the page tree; one that can't be drawn is an empty page, so that the others
 * keep their numbers. @returns the number of its object
 * @throws ProblemError what the writer says of the disk, which is no fault of the page
 */
export async function drawPage(work: Drawing, number: number, node: number): Promise<number> {
  const { document, writer, made } = work;
  let page: PDFPageProxy | null = null;
  try {
    page = await document.getPage(number);
    return await pictured(work, page, node);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    made.unfinished.push(number);
    made.empty.push(number);
    return writer.object(writer.allocate(), `<</Type/Page/Parent ${node} 0 R/MediaBox[0 0 595 842]/Resources<<>>>>`);
  } finally {
    page?.cleanup();
  }
}

async function pictured(work: Drawing, page: PDFPageProxy, node: number): Promise<number> {
  const { canvases, made, dpi } = work;
  const number = page.pageNumber;
  const natural = page.getViewport({ scale: 1 });
  const fit = Math.min(1, LONGEST_PAGE / Math.max(natural.width, natural.height));
  if (fit < 1) made.shrunk.push(number);
  const [width, height] = [natural.width * fit, natural.height * fit];
  const used = affordable(width, height, dpi);
  if (used < dpi - 1) made.coarser.push({ page: number, dpi: Math.max(1, Math.round(used)) });
  const viewport = page.getViewport({ scale: (used / 72) * fit });
  const sheet = canvases.create(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  try {
    const [canvas, context] = [sheet.canvas!, sheet.context!];
    if (!(await isDrawn(page, context, viewport))) made.unfinished.push(number);
    const isEmpty = !hasInk(context, canvas.width, canvas.height);
    if (isEmpty) made.empty.push(number);
    const base = multiply(natural.transform as unknown as Matrix, [fit, 0, 0, -fit, 0, height]);
    const text = isEmpty ? null : await textOf(work, page, { base, width, height });
    if (!isEmpty && !text?.isWhole) made.untold.push(number);
    return write(work, node, {
      width,
      height,
      pixels: { width: canvas.width, height: canvas.height },
      jpeg: await canvas.encode('jpeg', QUALITY),
      text,
    });
  } finally {
    canvases.destroy(sheet);
  }
}

/** The resolution at which a page of so many points still has a size that memory is meant for. */
function affordable(width: number, height: number, dpi: number): number {
  const inches = { long: Math.max(width, height) / 72, square: (width * height) / 5184 };
  const most = Math.min(dpi, LONGEST / inches.long, Math.sqrt(MOST_PIXELS / inches.square));
  if (!(most > 0)) throw new RangeError('a page without a size');
  return most;
}

/** Draws until it is done, or time is up. @returns whether all of it is there */
async function isDrawn(
  page: PDFPageProxy,
  context: SKRSContext2D,
  viewport: ReturnType<PDFPageProxy['getViewport']>,
): Promise<boolean> {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const end = performance.now() + MOST_MS;
  const task = page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: ANNOTATIONS_DRAWN,
    background: '#fff',
  });
  task.onContinue = (next: () => void) => {
    if (performance.now() < end) next();
    else task.cancel();
  };
  try {
    await task.promise;
    return true;
  } catch {
    // Cancelled, or stopped by what is damaged: what was drawn until then is there.
    return false;
  }
}

/** Looks for anything that is not white, in strips, so that no second picture of the page is held. */
function hasInk(context: SKRSContext2D, width: number, height: number): boolean {
  const strip = 64;
  for (let y = 0; y < height; y += strip) {
    const { data } = context.getImageData(0, y, width, Math.min(strip, height - y));
    const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
    if (pixels.some((pixel) => pixel !== WHITE)) return true;
  }
  return false;
}

/** The text of a page; a page whose text can't be told is a picture alone. */
async function textOf(
  { js, document, fonts }: Drawing,
  page: PDFPageProxy,
  place: { base: Matrix; width: number; height: number },
): Promise<TextLayer | null> {
  try {
    const operations = await page.getOperatorList({ annotationMode: ANNOTATIONS_DRAWN });
    return textLayerOf(operations, {
      ...place,
      ops: js.OPS,
      fonts,
      layers: await document.getOptionalContentConfig(),
      fontOf: (name) => (page.commonObjs.has(name) ? page.commonObjs.get(name) : null),
    });
  } catch {
    return null;
  }
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly jpeg: Uint8Array;
  readonly text: TextLayer | null;
}

function write({ writer, fonts }: Drawing, node: number, { width, height, pixels, jpeg, text }: Picture): number {
  const [image, content, page] = [writer.allocate(), writer.allocate(), writer.allocate()];
  const size = `/Width ${pixels.width}/Height ${pixels.height}/ColorSpace/DeviceRGB/BitsPerComponent 8`;
  writer.stream(image, `/Type/XObject/Subtype/Image${size}/Filter/DCTDecode`, jpeg);
  const [w, h] = [numberText(width), numberText(height)];
  const shown = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /P Do Q\n${text?.content ?? ''}\n`, 'latin1');
  writer.stream(content, '/Filter/FlateDecode', zlib.deflateSync(shown));
  const found = text && text.fonts.size > 0 ? `/Font<<${fonts.resources(text.fonts)}>>` : '';
  return writer.object(
    page,
    `<</Type/Page/Parent ${node} 0 R/MediaBox[0 0 ${w} ${h}]/Contents ${content} 0 R/Resources<</XObject<</P ${image} 0 R>>${found}>>>>`,
  );
}
