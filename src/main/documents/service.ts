import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { forgetTypesetter, typeset } from './typesetter.ts';
import type { PdfOptions } from './typst.ts';

export type { PdfOptions };

/** A Word file of the document; the same document gives the same bytes. */
export async function renderDocx(doc: BlockDocument): Promise<Uint8Array> {
  // Loaded when a Word file is wanted: what only typesets starts without it.
  const { wordFile } = await import('./docx/render.ts');
  return wordFile(doc);
}

/** The document typeset as a PDF; the same document and options give the same bytes. */
export async function renderPdf(doc: BlockDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  return typeset('pdf', doc, options);
}

/** The document's pages as SVG for the live preview: shapes only, links as `g.doc-link[data-target]`. */
export async function renderSvgPages(doc: BlockDocument): Promise<string[]> {
  return typeset('svgPages', doc);
}

/** A picture as one page of PDF. @throws ProblemError `picture-unreadable`, `picture-too-large` */
export async function imagePages(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return typeset('imagePages', bytes, name);
}

/** A text as pages of PDF; `name` stands in their head. @throws ProblemError `text-too-long` */
export async function textPages(content: string | Uint8Array, name: string): Promise<Uint8Array> {
  return typeset('textPages', content, name);
}

/** A mail as pages of PDF: head, words, what hung on it. @throws ProblemError `mail-unreadable` */
export async function mailPages(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return typeset('mailPages', bytes, name);
}

/**
 * A Word file of others as pages of PDF, marked as not Word's layout.
 * @throws ProblemError `docx-unreadable`, `docx-encrypted`, `docx-too-large`
 */
export async function docxPages(bytes: Uint8Array, name = 'Word file'): Promise<Uint8Array> {
  return typeset('docxPages', bytes, name);
}

/** Drops what the typesetter remembers of documents: for when the vault is locked. */
export function forgetDocuments(): void {
  forgetTypesetter();
}
