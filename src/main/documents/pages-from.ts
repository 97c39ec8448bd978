import path from 'node:path';
import { problem } from '#shared/problem.ts';
import { docxPages, imagePages, mailPages, textPages } from './service.ts';

/** The most that is read whole to be typeset: an image or a text, never a PDF. */
const MOST = 200 * 1024 * 1024;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes pages of a file that is no PDF. @throws ProblemError `no-pages` for a kind that has none */
export async function pagesFrom(bytes: Uint8Array, mime: string, name: string): Promise<Uint8Array> {
  const title = path.basename(name);
  if (bytes.length > MOST) throw problem('too-large', `${title} is too large to be made into pages.`);
  if (mime.startsWith('image/')) return imagePages(bytes, title);
  if (mime === WORD) return docxPages(bytes, title);
  if (mime === 'message/rfc822') return mailPages(bytes, title);
  if (mime.startsWith('text/')) return textPages(bytes, title);
  throw problem('no-pages', `${title} is of a kind that has no pages.`, { hint: 'Leave it out, or add a PDF of it.' });
}
