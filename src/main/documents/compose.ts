import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { ProblemError } from '#shared/problem.ts';
import { foreignDocx, lostPicture } from './sources/docx.ts';
import { imageDocument } from './sources/image.ts';
import { textFileDocument } from './sources/text.ts';
import { svgPages } from './svg.ts';
import { countPages, forgetPages, type PdfOptions, typesetPdf, typesetSvg } from './typst.ts';

/**
 * Everything that is typeset, done in the thread that asks. The program asks by `service.ts`, which has a thread of its
 * own for it; the threads that bind and read files are already apart and come here.
 */
export const compositions = {
  pdf: (doc: BlockDocument, options: PdfOptions) => typesetPdf(doc, options),
  svgPages: (doc: BlockDocument) => svgPages(typesetSvg(doc)),
  imagePages: (bytes: Uint8Array, name: string) => typesetPdf(imageDocument(bytes, name), { tagged: false }),
  textPages: (content: string | Uint8Array, name: string) =>
    typesetPdf(textFileDocument(content, name), { tagged: false }),
  mailPages: async (bytes: Uint8Array, name: string) => {
    const { mailFileDocument } = await import('./sources/mail.ts');
    return typesetPdf(await mailFileDocument(bytes, name), { tagged: false });
  },
  docxPages,
};

async function docxPages(bytes: Uint8Array, name: string): Promise<Uint8Array> {
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

export { forgetPages };
