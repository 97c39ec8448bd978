import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { wordFile } from './docx/render.ts';
import { svgPages } from './svg.ts';
import { forgetPages, type PdfOptions, typesetPdf, typesetSvg } from './typst.ts';

export type { PdfOptions };

/** A Word file of the document; the same document gives the same bytes. */
export async function renderDocx(doc: BlockDocument): Promise<Uint8Array> {
  return wordFile(doc);
}

/** The document typeset as a PDF; the same document and options give the same bytes. */
export async function renderPdf(doc: BlockDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  return typesetPdf(doc, options);
}

/** The document's pages as SVG for the live preview: shapes only, links as `g.doc-link[data-target]`. */
export async function renderSvgPages(doc: BlockDocument): Promise<string[]> {
  return svgPages(typesetSvg(doc));
}

/** Drops what the typesetter remembers of documents: for when the vault is locked. */
export function forgetDocuments(): void {
  forgetPages();
}
