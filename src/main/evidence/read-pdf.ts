import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reading } from './reading.ts';

/** The most characters that are kept of one page: more is no page that anybody reads. */
const MOST_OF_PAGE = 200_000;

const LOCKED =
  'It asks for a password, so its pages are not counted and its text is not searched. It is kept as it is; add a copy that was saved without the password.';
const DAMAGED =
  'It is damaged: its pages can’t be read. It is kept as it is; ask for another copy, or open it in a PDF program and save it again.';

/** The pages of a PDF and the text of each. Nothing of it is drawn, and no script in it is run. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    const text: Reading['text'] = [];
    const problems: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      try {
        const content = await (await pdf.getPage(page)).getTextContent();
        const words = content.items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
          .join('')
          .trim();
        if (words !== '') text.push({ page, text: words.slice(0, MOST_OF_PAGE) });
      } catch {
        problems.push(`The text of page ${page} could not be read.`);
      }
    }
    return { pages: pdf.numPages, text, problems };
  } catch (error) {
    const locked = error instanceof PasswordException;
    return {
      pages: null,
      text: [],
      problems: [locked ? LOCKED : DAMAGED],
    };
  } finally {
    await loading.destroy();
  }
}
