import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { para } from '#shared/domain/blocks/build.ts';
import type { FlatBlock } from '#shared/domain/blocks/flat.ts';
import { flatten } from '#shared/domain/blocks/flatten.ts';
import { printable } from '#shared/domain/blocks/text.ts';
import { problem } from '#shared/problem.ts';
import { resourceFolder } from './resources.ts';

export interface PdfOptions {
  /** PDF/A-2b; refused with the characters' names where the fonts lack one. */
  archival?: boolean;
  /** Written into the file; part of what makes the same document the same bytes. `YYYY-MM-DD`. */
  date?: string;
  /** Structure for screen readers; off for pages that go into a bundle, which does not keep it. */
  tagged?: boolean;
}

/** Where no date is given: any fixed day will do, a clock will not. */
const FIXED_DATE = '2000-01-01';

let compiler: NodeCompiler | null = null;
let template = '';

function theCompiler(): NodeCompiler {
  if (compiler) return compiler;
  const resources = resourceFolder();
  template = readFileSync(join(resources, 'templates', 'document.typ'), 'utf8');
  // The workspace is a name only: every file that a document needs is put there in memory.
  compiler = NodeCompiler.create({ workspace: '/misl-pages', fontArgs: [{ fontPaths: [join(resources, 'fonts')] }] });
  return compiler;
}

/** Drops everything that the typesetter remembers of documents: called when the vault is locked. */
export function forgetPages(): void {
  compiler?.resetShadow();
  compiler?.evictCache(0);
  compiler = null;
}

/** Typesets a document into a PDF. The same document and options give the same bytes. */
export function typesetPdf(doc: BlockDocument, options: PdfOptions = {}): Uint8Array {
  return withPages(doc, options.date ?? FIXED_DATE, (made, typst) => {
    try {
      const pdfTags = options.tagged ?? true;
      return Uint8Array.from(typst.pdf(made, options.archival ? { pdfStandard: 'a-2b', pdfTags } : { pdfTags }));
    } catch (cause) {
      throw notArchival(cause);
    }
  });
}

/** Typesets a document and counts its pages. */
export function countPages(doc: BlockDocument): number {
  return withPages(doc, FIXED_DATE, (made) => made.numOfPages);
}

/** Typesets a document into one SVG, its pages one under another, each blank a link; svg.ts cuts it. */
export function typesetSvg(doc: BlockDocument): string {
  return withPages(doc, FIXED_DATE, (made, typst) => typst.plainSvg(made), { linksBlanks: true });
}

interface Look {
  /** Makes each blank a link `misl-blank:<its id>`, for the window. */
  linksBlanks?: boolean;
}

function withPages<T>(
  doc: BlockDocument,
  date: string,
  use: (made: NodeTypstDocument, typst: NodeCompiler) => T,
  look: Look = {},
): T {
  const typst = theCompiler();
  const files = new Map<string, Uint8Array>();
  const input = JSON.stringify(typstInput(doc, date, files, look));
  try {
    for (const [name, bytes] of files) typst.mapShadow(`/misl-pages/${name}`, Buffer.from(bytes));
    const result = typst.compile({ mainFileContent: template, inputs: { doc: input } });
    const made = result.result;
    if (!made || result.hasError()) throw notTypeset(result.takeDiagnostics()?.shortDiagnostics);
    return use(made, typst);
  } finally {
    for (const name of files.keys()) typst.unmapShadow(`/misl-pages/${name}`);
    typst.evictCache(4);
  }
}

/** What the template reads: plain values, with pictures as names of files in memory. */
function typstInput(doc: BlockDocument, date: string, files: Map<string, Uint8Array>, { linksBlanks }: Look) {
  const { meta } = doc;
  const line = (text: string) => flatten({ meta, blocks: [para(text)] })[0];
  return {
    meta: {
      ...meta,
      date,
      title: printable(meta.title),
      header: meta.header && { start: line(meta.header.start), end: line(meta.header.end) },
      footer: { ...meta.footer, note: meta.footer.note === null ? null : line(meta.footer.note) },
    },
    linksBlanks: linksBlanks ?? false,
    blocks: flatten(doc).map((block) => withoutBytes(block, files)),
  };
}

function withoutBytes(block: FlatBlock, files: Map<string, Uint8Array>) {
  if (block.kind !== 'picture') return block;
  const file = `picture-${files.size}.${block.mime.slice('image/'.length)}`;
  files.set(file, block.bytes);
  return { kind: block.kind, file, alt: printable(block.alt), width: block.width };
}

function notTypeset(diagnostics: unknown) {
  const picture = /image|decode|png|jpe?g|gif|webp/i.exec(messagesOf(diagnostics));
  if (picture) {
    return problem('picture-unreadable', 'A picture in this document can’t be read, so no pages were made.', {
      hint: 'Open the picture in another program and save it as PNG or JPEG, or take it out.',
    });
  }
  return problem(
    'pages-not-made',
    'The pages could not be typeset. The draft itself is unchanged.',
    {
      hint: 'Make the Word file instead, and report this with the kind of document it happened in.',
    },
    new Error(messagesOf(diagnostics)),
  );
}

function messagesOf(diagnostics: unknown): string {
  if (!Array.isArray(diagnostics)) return String(diagnostics);
  return diagnostics.map((each: { message?: unknown }) => String(each.message)).join('; ');
}

function notArchival(cause: unknown) {
  const text = cause instanceof Error ? cause.message : String(cause);
  const missing = [...text.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].map((found) => found[1]);
  if (missing.length > 0) {
    return problem(
      'glyph-missing',
      `PDF/A needs every sign in a font, and these are in none: ${missing.slice(0, 8).join(' ')}`,
      {
        hint: 'Make an ordinary PDF, or write these words in another script.',
      },
    );
  }
  return problem('not-archival', 'This document can’t be made as PDF/A.', { hint: 'Make an ordinary PDF.' }, cause);
}
