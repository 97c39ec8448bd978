import { type OpenedSource, openSource } from '#main/bundles/assembler/open.ts';
import { type ByteSource, SourceFailure } from '#main/bundles/assembler/types.ts';
import type { Place, Sink } from '../piece.ts';
import { readContents } from './pdf-contents.ts';
import { readObjects } from './pdf-objects.ts';
import { readPages } from './pdf-pages.ts';
import { isHole, readableRuns } from './strings.ts';

/** Most earlier revisions that are read page by page; the objects of all are searched. */
const MOST_REVISIONS = 12;
const BLOCK = 1024 * 1024;
/** A file larger than this whose objects are in no order is not read page by page: it would have to be held whole. */
const MOST_IN_DISORDER = 64 * 1024 * 1024;
/** How far after a revision's end a new one still has to begin. */
const LEAST_UPDATE = 64;

/**
 * Searches a PDF: the text of its pages, every object in the file whatever refers to it, the pages of earlier revisions,
 * and what lies outside of all objects.
 */
export async function readPdfFile(source: ByteSource, sink: Sink, left: { bytes: number }): Promise<void> {
  const opened = openedOf(source, sink);
  const letters = new Map<number, string>();
  const isReadable = opened !== 'locked' && (opened !== null || source.size <= MOST_IN_DISORDER);
  const isRead = isReadable && (await readPages(source, sink, 'text', letters));
  if (opened === 'locked') {
    sink.unread('it asks for a password');
    return;
  }
  if (opened !== null) {
    readContents(opened, sink, left, letters);
    await readObjects(opened, sink, left);
  }
  if (!isRead) sink.unread('its pages could not be read');
  for (const end of revisionsOf(source)) {
    const earlier: ByteSource = {
      size: end,
      read: (into, offset, length, at) => source.read(into, offset, Math.max(0, Math.min(length, end - at)), at),
    };
    await readPages(earlier, quiet(sink), 'earlier-revision');
  }
  readOutside(source, sink);
}

function openedOf(source: ByteSource, sink: Sink): OpenedSource | 'locked' | null {
  try {
    return openSource(source, undefined, () => {});
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    if (error.reason === 'needs-password' || error.reason === 'wrong-password') return 'locked';
    sink.unread(`its objects could not be read: ${error.message}`);
    return null;
  }
}

/** Of an earlier revision it is no matter what could not be read, nor how many pages it had. */
const quiet = (sink: Sink): Sink => ({ ...sink, unread() {}, unsearched() {}, pages() {}, page() {} });

/** Where earlier revisions of the file end: after each %%EOF that more objects follow. */
function revisionsOf(source: ByteSource): number[] {
  const ends: number[] = [];
  let isLinearised = false;
  for (let start = 0; start < source.size; start += BLOCK) {
    const bytes = blockAt(source, start, BLOCK + 8);
    if (start === 0) isLinearised = bytes.toString('latin1', 0, 1024).includes('/Linearized');
    for (let at = bytes.indexOf('%%EOF'); at >= 0 && at < BLOCK; at = bytes.indexOf('%%EOF', at + 5)) {
      const end = start + at + 5;
      if (source.size - end > LEAST_UPDATE) ends.push(end);
    }
  }
  // In a linearised file the first one ends the part for the first page.
  return ends.slice(isLinearised ? 1 : 0).slice(-MOST_REVISIONS);
}

/** Comments and whatever else was put between the objects, before the header or after the end. */
function readOutside(source: ByteSource, sink: Sink): void {
  const tell = (bytes: Buffer, where: Place) => {
    const runs = readableRuns(bytes);
    if (runs.length > 0) sink.piece({ where, text: runs.join('\n') });
  };
  tell(blockAt(source, 0, 2048), 'bytes');
  let isInside = false;
  for (let start = 0; start < source.size; start += BLOCK) {
    const block = blockAt(source, start, BLOCK);
    if (isHole(block)) continue;
    const text = block.toString('latin1');
    let outside = '';
    let at = 0;
    while (at < text.length) {
      const next = text.indexOf(isInside ? 'endobj' : ' obj', at);
      const to = next < 0 ? text.length : next + (isInside ? 6 : 4);
      if (!isInside) outside += `${text.slice(at, to)}\n`;
      if (next >= 0) isInside = !isInside;
      at = to;
    }
    const said = outside.replace(/^\d{10} \d{5} [nf]\s*$/gm, '');
    if (said.trim() !== '') tell(Buffer.from(said, 'latin1'), 'bytes');
  }
}

function blockAt(source: ByteSource, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, source.size - start)));
  let at = 0;
  while (at < bytes.length) {
    const got = source.read(bytes, at, bytes.length - at, start + at);
    if (got <= 0) break;
    at += got;
  }
  return bytes.subarray(0, at);
}
