import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import type { ByteSource } from '#main/bundles/assembler/types.ts';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import { recognise } from '#main/evidence/kinds.ts';
import type { JobProgress } from '#main/store/context.ts';
import { LeakFinder, type LeakKind, type TextLeak } from '#shared/domain/leakcheck/find.ts';
import type { SecretList } from '#shared/domain/leakcheck/secrets.ts';
import type { Piece, Place, Sink } from './piece.ts';
import { type PagePreview, pagePreviews } from './previews.ts';
import { readImage } from './readers/image.ts';
import { readPdfFile } from './readers/pdf.ts';
import { readableRuns, unescaped } from './readers/strings.ts';
import { readText } from './readers/text.ts';
import { readZipFile, ZIP_TOTAL } from './readers/zip.ts';

/** A file that is to be searched. */
export interface ScanFile {
  /** As the user calls it; its last part is searched as well. */
  name: string;
  handle: SourceHandle;
}

export interface ScanInput {
  files: ScanFile[];
  list: SecretList;
  /** Text that may be read: a quotation of it is none of a privileged paper. */
  known: string[];
  /** Whether the pages with hits are wanted, to be shown. */
  previews?: boolean;
}

export interface Leak {
  kind: LeakKind;
  where: Place;
  page: number | null;
  /** The part of a container that it is in. */
  inside: string | null;
  party: string;
  term: string;
  context: string;
  start: number;
  end: number;
}

export interface ScanReport {
  sha256: string;
  bytes: number;
  pages: number | null;
  hits: Leak[];
  /** How many more there are than are listed. */
  more: number;
  /** What could not be searched. */
  unread: string[];
  /** False where a part that should have been searched could not be. */
  isWhole: boolean;
  previews: PagePreview[];
}

/** The most hits that are listed. */
const MOST_HITS = 500;
/** The same leak in the same place is told so many times at most. */
const MOST_ALIKE = 3;
const MOST_UNREAD = 50;
/** How deep files may lie in files. */
const MOST_DEEP = 4;
/** The most of a file without structure that is read at once. */
const MOST_WHOLE = 256 * 1024 * 1024;
const BLOCK = 8 * 1024 * 1024;
const OVERLAP = 4096;

/** Searches finished files for everything that is secret. Reads them only; runs in a worker. */
export async function scanFiles(
  { files, list, known, previews = false }: ScanInput,
  report: (progress: JobProgress) => void,
): Promise<ScanReport[]> {
  const finder = new LeakFinder(list, known);
  const reports: ScanReport[] = [];
  for (const file of files) {
    const found = await scanFile(file, finder, report);
    const pages = found.hits.flatMap(({ page }) => page ?? []);
    reports.push({ ...found, previews: previews && pages.length > 0 ? pagePreviews(file.handle, pages) : [] });
  }
  return reports;
}

async function scanFile(
  file: ScanFile,
  finder: LeakFinder,
  report: (progress: JobProgress) => void,
): Promise<Omit<ScanReport, 'previews'>> {
  const name = baseName(file.name);
  const source = openHandle(file.handle);
  try {
    const found = new Found(finder);
    const sha256 = hashOf(source);
    const paper = finder.paperOf(sha256);
    if (paper !== null) found.paper(paper);
    found.piece({ where: 'file-name', text: unescaped(name) });
    let total: number | null = null;
    const sink = sinkFor(found, { bytes: ZIP_TOTAL }, 0, {
      pages: (count) => {
        total ??= count;
      },
      page: (done) => report({ unit: 'pages', done, total, item: name }),
    });
    try {
      await read(source, file.name, sink);
    } catch {
      // Whatever its makers thought of, it is not called clean.
      sink.unread('it is damaged in a way that kept it from being read to its end');
    }
    return {
      sha256,
      bytes: source.size,
      pages: total,
      ...found.listed(),
      unread: found.unread,
      isWhole: found.isWhole,
    };
  } finally {
    source.close?.();
  }
}

const baseName = (name: string) => name.replace(/^.*[/\\]/, '');

export function hashOf(source: ByteSource): string {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(1024 * 1024);
  for (let at = 0; at < source.size; ) {
    const got = source.read(block, 0, block.length, at);
    if (got <= 0) break;
    hash.update(block.subarray(0, got));
    at += got;
  }
  return hash.digest('hex');
}

/** What was found so far, each once. */
class Found {
  readonly unread: string[] = [];
  isWhole = true;
  private readonly finder: LeakFinder;
  private readonly hits: Leak[] = [];
  private readonly seen = new Set<string>();
  private readonly alike = new Map<string, number>();
  private more = 0;

  constructor(finder: LeakFinder) {
    this.finder = finder;
  }

  missed(what: string): void {
    if (this.unread.length < MOST_UNREAD) this.unread.push(what);
  }

  piece(piece: Piece): void {
    for (const leak of this.finder.find(piece.text)) this.add(piece, leak);
  }

  paper(label: string): void {
    const context = 'The file itself is this paper.';
    this.add(
      { where: 'bytes', text: '' },
      { kind: 'privileged', party: label, at: 0, term: label, context, start: 0, end: 0 },
    );
  }

  paperOf(sha256: string): string | null {
    return this.finder.paperOf(sha256);
  }

  private add({ where, page, inside }: Piece, leak: TextLeak): void {
    const what = `${leak.kind} ${leak.party} ${leak.term.toLowerCase().replace(/\s+/g, ' ')}`;
    // One place of a text is met in several ways: in the order of writing and of seeing, and in the object that holds it.
    const key = `${what} ${where} ${page ?? ''} ${inside ?? ''} ${leak.context.replace(/\s+/g, '')}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const place = `${what} ${where} ${page ?? ''} ${inside ?? ''}`;
    const count = (this.alike.get(place) ?? 0) + 1;
    this.alike.set(place, count);
    if (count > MOST_ALIKE || this.hits.length >= MOST_HITS) {
      this.more++;
      return;
    }
    const { at: _, ...told } = leak;
    this.hits.push({ ...told, where, page: page ?? null, inside: inside ?? null });
  }

  /** A stray object that only says what a page says is not told beside it, nor a page's content beside its text. */
  listed(): { hits: Leak[]; more: number } {
    const plain = ({ kind, party, term }: Leak) => `${kind} ${party} ${term.toLowerCase().replace(/[\s-]+/g, '')}`;
    const inText = this.hits.filter(({ where }) => where === 'text');
    const anywhere = new Set(inText.map(plain));
    const onPages = new Set(inText.map((hit) => `${plain(hit)} ${hit.page}`));
    const hits = this.hits.filter((hit) => {
      if (hit.where === 'outside-page') return !onPages.has(`${plain(hit)} ${hit.page}`);
      return !ECHOES.has(hit.where) || !anywhere.has(plain(hit));
    });
    return { hits, more: this.more };
  }
}

const ECHOES = new Set<Place>(['hidden-object', 'earlier-revision', 'bytes']);

/** A sink for one file; a file inside it gets one of its own that counts against the same limits. */
function sinkFor(
  found: Found,
  left: { bytes: number },
  depth: number,
  progress: Pick<Sink, 'pages' | 'page'>,
  within?: { name: string; where: Place },
): Sink & { left: { bytes: number } } {
  const prefix = within ? `${within.name}: ` : '';
  return {
    left,
    ...progress,
    piece: (piece) => {
      // In a file inside a file the page is none of this file's.
      const { page, ...rest } = piece;
      found.piece(within ? { ...rest, where: within.where, inside: within.name } : page === undefined ? rest : piece);
    },
    unread: (what) => {
      found.isWhole = false;
      found.missed(prefix + what);
    },
    unsearched: (what) => found.missed(prefix + what),
    async inner(name, bytes, where) {
      found.piece({ where: 'file-name', text: unescaped(name), inside: name });
      const paper = createHash('sha256').update(bytes).digest('hex');
      const label = found.paperOf(paper);
      if (label !== null) found.paper(label);
      if (depth >= MOST_DEEP || left.bytes <= 0) {
        found.isWhole = false;
        found.missed(`${prefix}${name} lies too deep, or is too much, to be searched`);
        return;
      }
      const own = { name: within ? `${within.name} › ${name}` : name, where };
      await read(bytesSource(bytes), name, sinkFor(found, left, depth + 1, { pages() {}, page() {} }, own));
    },
  };
}

/** Reads a file by what it is. */
async function read(source: ByteSource, name: string, sink: Sink & { left: { bytes: number } }): Promise<void> {
  const head = part(source, 0, 4096);
  const { kind } = recognise(head, name);
  if (kind === 'pdf') return readPdfFile(source, sink, sink.left);
  if (source.size > MOST_WHOLE) return readBlocks(source, sink);
  const bytes = part(source, 0, source.size);
  if (head[0] === 0x1f && head[1] === 0x8b) return readGzip(bytes, name, sink);
  if (head.toString('latin1', 0, 2) === 'PK') return readZipFile(bytes, sink, sink.left);
  if (kind === 'image') return readImage(bytes, sink);
  if (kind === 'text' || kind === 'mail' || isText(bytes)) return readText(bytes, sink);
  return readBlocks(source, sink);
}

const isText = (bytes: Buffer) => {
  const head = bytes.subarray(0, 4096);
  return head.length > 0 && head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
};

async function readGzip(bytes: Buffer, name: string, sink: Sink & { left: { bytes: number } }): Promise<void> {
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: Math.max(1, Math.min(sink.left.bytes, MOST_WHOLE)) });
    sink.left.bytes -= plain.length;
    await sink.inner(name.replace(/\.gz$/i, ''), plain, 'attachment');
  } catch {
    sink.unread('it is damaged, or unpacks to too much');
  }
}

/** A file of an unknown kind: all that can be read in its bytes, in pieces that overlap. */
function readBlocks(source: ByteSource, sink: Sink): void {
  for (let start = 0; start < source.size; start += BLOCK) {
    const runs = readableRuns(part(source, Math.max(0, start - OVERLAP), BLOCK + OVERLAP));
    if (runs.length > 0) sink.piece({ where: 'bytes', text: runs.join('\n') });
  }
}

function part(source: ByteSource, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, source.size - start)));
  let at = 0;
  while (at < bytes.length) {
    const got = source.read(bytes, at, bytes.length - at, start + at);
    if (got <= 0) break;
    at += got;
  }
  return bytes.subarray(0, at);
}
