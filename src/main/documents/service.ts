import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { ProblemError } from '#shared/problem.ts';
import { wordFile } from './docx/render.ts';
import { foreignDocx, lostPicture } from './sources/docx.ts';
import { imageDocument } from './sources/image.ts';
import { textFileDocument } from './sources/text.ts';
import { svgPages } from './svg.ts';
import { countPages, forgetPages, type PdfOptions, typesetPdf, typesetSvg } from './typst.ts';

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

/** A picture as one page of PDF. @throws ProblemError `picture-unreadable`, `picture-too-large` */
export async function imagePages(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return typesetPdf(imageDocument(bytes, name), { tagged: false });
}

/** A text as pages of PDF; `name` stands in their head. @throws ProblemError `text-too-long` */
export async function textPages(content: string | Uint8Array, name: string): Promise<Uint8Array> {
  return typesetPdf(textFileDocument(content, name), { tagged: false });
}

/**
 * A Word file of others as pages of PDF, marked as not Word's layout.
 * @throws ProblemError `docx-unreadable`, `docx-encrypted`, `docx-too-large`
 */
export async function docxPages(bytes: Uint8Array, name = 'Word file'): Promise<Uint8Array> {
  const doc = await foreignDocx(bytes, name);
  try {
    return typesetPdf(doc, { tagged: false });
  } catch (error) {
    if (!isPictureProblem(error)) throw error;
    // One picture that can't be decoded does not take the words with it.
    const blocks = doc.blocks.map((block) =>
      block.kind === 'picture' && !canTypeset({ meta: doc.meta, blocks: [block] }) ? lostPicture(block.alt) : block,
    );
    return typesetPdf({ meta: doc.meta, blocks }, { tagged: false });
  }
}

function canTypeset(doc: BlockDocument): boolean {
  try {
    return countPages(doc) > 0;
  } catch (error) {
    if (isPictureProblem(error)) return false;
    throw error;
  }
}

const isPictureProblem = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'picture-unreadable';

/** Drops what the typesetter remembers of documents: for when the vault is locked. */
export function forgetDocuments(): void {
  forgetPages();
}
