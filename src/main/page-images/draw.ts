import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Canvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfWriter } from '#main/bundles/assembler/writer.ts';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import { sealedWriter } from '#main/sealed-file.ts';
import type { JobProgress } from '#main/store/context.ts';
import { problem } from '#shared/problem.ts';
import { Canvases } from './canvases.ts';
import { drawPage } from './draw-page.ts';
import { GlyphFonts } from './glyph-fonts.ts';
import type { Imaged, ImagingInput, ImagingOutcome } from './imaging.ts';

/** A document is read whole by pdf.js: what is larger is not tried. */
const MOST_BYTES = 384 * 1024 * 1024;
const MOST_PAGES = 20_000;
/** Pixels of a picture in the document that are still unpacked. */
const MOST_OF_PICTURE = 120_000_000;
/** Pages beneath one node of the page tree. */
const FANOUT = 60;

/**
 * Draws every page of a document with pdf.js and writes the pictures as the pages of a new PDF, one after another, each
 * with its text laid invisibly where it is drawn. Runs in a worker, with one page in memory at a time.
 *
 * @throws ProblemError `disk-full`, `cannot-write`: never is a page called empty for want of room
 */
export async function drawPages(
  { handle, name, password, dpi, into, seal, beyond }: ImagingInput,
  report: (progress: JobProgress) => void,
): Promise<ImagingOutcome> {
  const data = wholeOf(handle);
  if (data === null) return { refused: 'too-large' };
  const js = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const canvases = new Canvases();
  const loading = js.getDocument({
    data,
    ...(password === undefined ? {} : { password }),
    ...resources(),
    CanvasFactory: factoryOf(canvases),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: MOST_OF_PICTURE,
    verbosity: 0,
  });
  const fd = onDisk(name, () => openSync(into, 'wx', 0o600));
  try {
    let document: PDFDocumentProxy;
    try {
      document = await loading.promise;
    } catch (error) {
      return { refused: error instanceof js.PasswordException ? 'locked' : 'closed' };
    }
    const pages = document.numPages;
    if (!(pages > 0 && pages <= MOST_PAGES)) return { refused: 'closed' };
    if (pages <= beyond) return { refused: 'no-more' };
    const put = onDisk(name, () => sealedWriter(fd, seal));
    const writer = new PdfWriter({ write: (bytes) => onDisk(name, () => put(bytes)) });
    const made: Imaged = { pages, coarser: [], shrunk: [], empty: [], unfinished: [], untold: [] };
    const fonts = new GlyphFonts(writer);
    const nodes = Array.from({ length: Math.ceil(pages / FANOUT) }, () => ({
      num: writer.allocate(),
      kids: [] as number[],
    }));
    for (let page = 1; page <= pages; page++) {
      report({ unit: 'pages', done: page - 1, total: pages, item: name });
      const node = nodes[Math.floor((page - 1) / FANOUT)]!;
      node.kids.push(await drawPage({ js, document, canvases, writer, fonts, made, dpi }, page, node.num));
      // Lets go of what the page held before the next is begun.
      await setImmediate();
    }
    if (made.empty.length === pages) return { refused: 'nothing-shown' };
    if (beyond > 0 && pages - made.unfinished.length <= beyond) return { refused: 'no-more' };
    fonts.end();
    finish(writer, nodes, pages);
    return { made };
  } finally {
    closeSync(fd);
    // What is wrong with the document was said already.
    await loading.destroy().catch(() => {});
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function onDisk<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const isFull = NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '');
    const because = isFull ? 'The disk is full' : 'The disk takes nothing';
    throw problem(
      isFull ? 'disk-full' : 'cannot-write',
      `${because}: the pages of ${name} could not be drawn, and nothing was written. The vault is unharmed.`,
      { hint: 'Make room or choose another disk.' },
      error,
    );
  }
}

function finish(writer: PdfWriter, nodes: readonly { num: number; kids: readonly number[] }[], pages: number): void {
  const [catalog, root, info] = [writer.allocate(), writer.allocate(), writer.allocate()];
  const list = (numbers: readonly number[]) => numbers.map((num) => `${num} 0 R`).join(' ');
  for (const { num, kids } of nodes)
    writer.object(num, `<</Type/Pages/Parent ${root} 0 R/Count ${kids.length}/Kids[${list(kids)}]>>`);
  writer.object(root, `<</Type/Pages/Count ${pages}/Kids[${list(nodes.map(({ num }) => num))}]>>`);
  writer.object(catalog, `<</Type/Catalog/Pages ${root} 0 R>>`);
  writer.object(info, '<<>>');
  writer.finish(catalog, info, '');
}

/** The class that pdf.js makes its sheets by. */
const factoryOf = (canvases: Canvases) =>
  class {
    create = (width: number, height: number) => canvases.create(width, height);
    reset = canvases.reset.bind(canvases);
    destroy = canvases.destroy.bind(canvases);
    getNoAlphaContext = (canvas: Canvas) => canvas.getContext('2d');
  };

/** What pdf.js brings for pictures, fonts and scripts that a document does not hold itself. */
function resources() {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${home}${path.sep}${name}${path.sep}`;
  return {
    wasmUrl: folder('wasm'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    iccUrl: folder('iccs'),
  };
}

function wholeOf(handle: SourceHandle): Uint8Array | null {
  const source = openHandle(handle);
  try {
    if (source.size > MOST_BYTES) return null;
    const bytes = new Uint8Array(source.size);
    for (let at = 0; at < bytes.length; ) {
      const got = source.read(bytes, at, bytes.length - at, at);
      if (got <= 0) return bytes.slice(0, at);
      at += got;
    }
    return bytes;
  } finally {
    source.close?.();
  }
}
