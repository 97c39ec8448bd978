import type { JobProgress } from '#main/store/context.ts';
import type { FileFound, PageFound, Wanted } from '#shared/domain/bundles/finished.ts';
import { assemble } from '../assembler/assemble.ts';
import type { PdfFile } from '../assembler/file.ts';
import { openFileSource } from '../assembler/file-source.ts';
import { openSource } from '../assembler/open.ts';
import type { PageEntry } from '../assembler/page-tree.ts';
import { isDict, type PdfDict, type PdfValue } from '../assembler/values.ts';
import { coveredReader } from './covered.ts';
import { lookAtContent } from './look.ts';
import { readWords } from './words.ts';

/** Which finished files are to be looked at. */
export interface ExamineInput {
  files: { path: string; frontPages: number }[];
  /** What is looked at beside, for rules that ask for it. */
  wanted?: Wanted;
}

/** Reads the words of a PDF's pages, from 1. */
export type ReadText = (bytes: Uint8Array) => Promise<{ text: { page: number; text: string }[] }>;

/** Opens finished files again and looks at every page of them. Runs in a worker. */
export async function examineFiles(
  { files, wanted = { words: false, covered: false } }: ExamineInput,
  report: (progress: JobProgress) => void,
  readText: ReadText,
): Promise<FileFound[]> {
  const found: FileFound[] = [];
  for (const { path, frontPages } of files) {
    const words = await frontTextOf(path, frontPages, readText);
    const { pages, ...file } = examineFile(path, wanted, report);
    const set = wanted.words ? await wordsOf(path, report) : null;
    found.push({
      ...file,
      pages: set === null ? pages : pages.map((page, i) => ({ ...page, words: set[i] ?? null })),
      frontText: words,
    });
  }
  return found;
}

async function wordsOf(path: string, report: (progress: JobProgress) => void) {
  const source = openFileSource(path);
  try {
    return await readWords(source, (done, total) => report({ unit: 'pages', done, total }));
  } finally {
    source.close?.();
  }
}

function examineFile(
  path: string,
  { covered }: Wanted,
  report: (progress: JobProgress) => void,
): Omit<FileFound, 'frontText'> {
  const source = openFileSource(path);
  try {
    const { file, pages } = openSource(source, undefined, () => {});
    const { catalog } = file;
    const names = file.entry(catalog ?? undefined, 'Names');
    const opening = file.entry(catalog ?? undefined, 'OpenAction');
    const head = Buffer.alloc(1024);
    source.read(head, 0, Math.min(1024, source.size), 0);
    const info = file.deref(file.trailer.get('Info'));
    const beneath = covered ? coveredReader(file) : null;
    const found = pages.map((page, i) => {
      if (i % 50 === 0) report({ unit: 'pages', done: i, total: pages.length });
      const look = lookAtPage(file, page);
      return beneath === null ? look : { ...look, covered: beneath(page) };
    });
    return {
      pages: found,
      isPdf: head.includes('%PDF-'),
      isLinearised: head.includes('/Linearized'),
      said: isDict(info) ? [...info.keys()] : [],
      hasMetadata: catalog?.has('Metadata') ?? false,
      hasScripts: isDict(file.entry(names, 'JavaScript')) || acts(file, opening) || (catalog?.has('AA') ?? false),
      hasEmbeddedFiles: isDict(file.entry(names, 'EmbeddedFiles')) || (catalog?.has('AF') ?? false),
      hasForm: isDict(file.entry(catalog ?? undefined, 'AcroForm')),
    };
  } finally {
    source.close?.();
  }
}

const COMMENTS = new Set(
  'Text FreeText Highlight Underline Squiggly StrikeOut Ink Caret Popup FileAttachment Line Square Circle Polygon PolyLine'.split(
    ' ',
  ),
);
/** A picture that takes less of the page is a seal or a rule. */
const SOME_SIZE = 0.02;
/** Fewer bytes of text beside a picture that fills the page are a scanner's mark. */
const FEW_BYTES = 16;

function lookAtPage(file: PdfFile, { num }: PageEntry): PageFound {
  const dict = file.get(num);
  const page: PdfDict | undefined = isDict(dict) ? dict : undefined;
  const [left, bottom, right, top] = boxOf(file, page);
  const turn = numberOf(file.entry(page, 'Rotate'), 0);
  const unit = numberOf(file.entry(page, 'UserUnit'), 1);
  const [width, height] = [(right - left) * unit, (top - bottom) * unit];
  const turned = ((turn % 360) + 360) % 360;
  const isOnSide = turned % 180 !== 0;
  // The number that we print is the last of the page's content.
  const said = file.entry(page, 'Contents');
  const contents = Array.isArray(said) ? said.slice(0, -1) : [];
  const look = lookAtContent(
    file,
    contents,
    file.entry(page, 'Resources'),
    Math.max(1, (right - left) * (top - bottom)),
  );
  const bytes = look.text.reduce((sum, each) => sum + each, 0);
  // Turning the page clockwise turns what ran to the right so that it runs down.
  const seen = (way: number) => look.text[(way + turned / 90) % 4]!;
  const fills = look.pictures.some(({ share }) => share > 0.4);
  const sized = look.pictures.filter(({ share }) => share >= SOME_SIZE).map(({ dpi }) => dpi / unit);
  const annotations = annotationsOf(file, page);
  return {
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    isUpsideDown: bytes === 0 ? null : seen(2) > bytes / 2,
    isSideways: seen(1) + seen(3) > bytes / 2,
    lacksText: (fills && bytes < FEW_BYTES) || (look.pictures.length > 0 && bytes === 0),
    dpi: sized.length === 0 ? null : { least: Math.round(Math.min(...sized)), most: Math.round(Math.max(...sized)) },
    comments: annotations.filter((kind) => COMMENTS.has(kind)).length,
    fields: annotations.filter((kind) => kind === 'Widget').length,
  };
}

/** Something happens on opening but a jump to a page. */
const acts = (file: PdfFile, opening: PdfValue) => isDict(opening) && file.entry(opening, 'S') !== 'GoTo';

function boxOf(file: PdfFile, page: PdfDict | undefined): [number, number, number, number] {
  const said = file.entry(page, 'CropBox') ?? file.entry(page, 'MediaBox');
  const [a, b, c, d] = Array.isArray(said) ? said.map((each) => numberOf(file.deref(each), 0)) : [0, 0, 595, 842];
  return [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)];
}

const numberOf = (value: PdfValue, otherwise: number) => (typeof value === 'number' ? value : otherwise);

function annotationsOf(file: PdfFile, page: PdfDict | undefined): string[] {
  const said = file.entry(page, 'Annots');
  return (Array.isArray(said) ? said : []).flatMap((each) => {
    const kind = file.entry(file.deref(each), 'Subtype');
    return typeof kind === 'string' ? [kind] : [];
  });
}

/** The words of the first pages, as another reader finds them: they are taken out of the file into one of their own. */
async function frontTextOf(path: string, frontPages: number, readText: ReadText): Promise<string[]> {
  const chunks: Buffer[] = [];
  const pages = Array.from({ length: frontPages }, (_, page) => page);
  assemble(
    { items: [{ id: 'front', kind: 'document', open: () => openFileSource(path), pages }] },
    { write: (bytes) => void chunks.push(Buffer.from(bytes)) },
  );
  const { text } = await readText(Buffer.concat(chunks));
  return pages.map((page) => (text.find((each) => each.page === page + 1)?.text ?? '').replace(/\s+/g, ' '));
}
