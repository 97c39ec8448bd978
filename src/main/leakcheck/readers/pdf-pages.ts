import { getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ByteSource } from '#main/bundles/assembler/types.ts';
import { runsOf } from '#shared/domain/page-runs.ts';
import type { Place, Sink } from '../piece.ts';

/** The most characters that are searched of one page: more is no page that anybody reads. */
const MOST_OF_PAGE = 400_000;
const FIRST = 64 * 1024;

interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  endsLine: boolean;
}

/** Gives a PDF to pdf.js in the pieces that it asks for, so that no page of pictures is ever read. */
export class Ranges extends PDFDataRangeTransport {
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    super(source.size, bytesOf(source, 0, Math.min(FIRST, source.size)));
    this.source = source;
  }

  override requestDataRange(begin: number, end: number): void {
    this.onDataRange(begin, bytesOf(this.source, begin, Math.min(end, this.source.size)));
  }

  override abort(): void {}
}

function bytesOf(source: ByteSource, begin: number, end: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, end - begin));
  for (let at = 0; at < bytes.length; ) {
    const got = source.read(bytes, at, bytes.length - at, begin + at);
    if (got <= 0) break;
    at += got;
  }
  return bytes;
}

/**
 * The text inside every page as its fonts spell it, whatever its colour or size: in the order in which it is written,
 * and again in the order in which it is seen. Nothing is drawn and no script is run.
 *
 * @param letters gets the letters of each page, without the white space between them; of pages without any, an empty text
 * @returns whether the file could be opened
 */
export async function readPages(
  source: ByteSource,
  sink: Sink,
  where: Place = 'text',
  letters: Map<number, string> = new Map(),
): Promise<boolean> {
  const loading = getDocument({
    range: new Ranges(source),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    sink.pages(pdf.numPages);
    const mute: number[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      try {
        const proxy = await pdf.getPage(page);
        const { items } = await proxy.getTextContent({ includeMarkedContent: false });
        const found = items.flatMap((item) => ('str' in item ? [itemOf(item)] : []));
        const told = tell(sink, page, where, found);
        letters.set(page, told);
        if (isMute(told)) mute.push(page);
        proxy.cleanup();
      } catch {
        // What it shows is searched by its content all the same.
        sink.unsearched(`the text of page ${page} could not be read by its lines`);
      }
      sink.page(page);
    }
    if (mute.length > 0) sink.unsearched(`letters on ${pagesInWords(mute)} whose font does not say what they are`);
    return true;
  } catch {
    return false;
  } finally {
    await loading.destroy();
  }
}

function itemOf(item: { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }): Item {
  const [, , , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height, endsLine: item.hasEOL };
}

/** @returns the letters of the page in the order in which they are written */
function tell(sink: Sink, page: number, where: Place, items: Item[]): string {
  if (items.length === 0) return '';
  const written = items.map(({ text, endsLine }) => text + (endsLine ? '\n' : '')).join('');
  sink.piece({ where, page, text: written.slice(0, MOST_OF_PAGE) });
  const seen = asSeen(items.filter(({ text }) => text.trim() !== ''));
  // In the same order it only has other white space, and that divides no name.
  const letters = lettersOf(written);
  if (lettersOf(seen) !== letters) sink.piece({ where, page, text: seen.slice(0, MOST_OF_PAGE) });
  return letters;
}

/** A text without its white space. */
export const lettersOf = (text: string) => text.replace(/\s+/g, '');

/** Lines from top to bottom, each from left to right: a name whose words were drawn far apart in time stands together. */
function asSeen(items: Item[]): string {
  const lines: Item[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const near = line && Math.abs(line[0]!.y - item.y) <= Math.max(2, (line[0]!.height || 8) * 0.4);
    if (near) line.push(item);
    else lines.push([item]);
  }
  return lines
    .map((line) => {
      let out = '';
      let end = Number.NEGATIVE_INFINITY;
      for (const item of line.sort((a, b) => a.x - b.x)) {
        const gap = item.x - end;
        out += out !== '' && gap > Math.max(0.6, (item.height || 8) * 0.12) ? ` ${item.text}` : item.text;
        end = item.x + item.width;
      }
      return out;
    })
    .join('\n');
}

/** What stands for a glyph of which its font says nothing. */
const NOTHING_SAID = /[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g;
const MOST_MUTE = 0.1;
/** A sign or two of a font may say nothing, and no name is written with them. */
const FEW_SIGNS = 2;

function isMute(letters: string): boolean {
  const found = letters.match(NOTHING_SAID) ?? [];
  return found.length > letters.length * MOST_MUTE && new Set(found).size > FEW_SIGNS;
}

/** "pages 3 to 5 and 9". */
export function pagesInWords(pages: number[]): string {
  const runs = runsOf(pages);
  const shown = runs.slice(0, 12).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  const more = runs.length > 12 ? ', and others' : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${more}`;
}
