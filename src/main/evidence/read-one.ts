import mammoth from 'mammoth';
import { pagesFrom } from '#main/documents/pages-from.ts';
import { readMail } from '#main/documents/sources/mail.ts';
import { decoded } from '#main/documents/sources/text.ts';
import { openBlob } from '#main/vault/blob-reader.ts';
import { mailWords } from '#shared/domain/drafting/mail-pages.ts';
import { ProblemError } from '#shared/problem.ts';
import { textByPage } from './by-page.ts';
import { readPdf } from './read-pdf.ts';
import type { Reading, ReadingTask } from './reading.ts';

/** The most that is read whole for its text: what is larger is kept, and not searched. */
const MOST = 256 * 1024 * 1024;

/** Counts the pages of one file and takes out its text; what goes wrong is one of its problems, never thrown. */
export async function readOne(task: ReadingTask): Promise<Reading> {
  const { kind, mime, name } = task;
  if (kind === 'audio' || kind === 'video' || kind === 'other') return { pages: null, text: [], problems: [] };
  try {
    const bytes = contentOf(task);
    if (bytes === null)
      return {
        pages: null,
        text: [],
        problems: ['It is too large to be read for its text (more than 256 MB). It is kept, and not searched.'],
      };
    if (kind === 'pdf') return await readPdf(bytes);
    const source = await sourceOf(task, bytes);
    try {
      const { pages, text } = await readPdf(await pagesFrom(bytes, mime, name));
      return { pages, text: source === null ? [] : textByPage(source, text), problems: [] };
    } catch (error) {
      // What can't be typeset can still be searched.
      return { pages: null, text: source?.trim() ? [{ page: 1, text: source }] : [], problems: [saidOf(error)] };
    }
  } catch (error) {
    return { pages: null, text: [], problems: [saidOf(error)] };
  }
}

const saidOf = (error: unknown) =>
  error instanceof ProblemError
    ? [error.problem.message, error.problem.hint].filter(Boolean).join(' ')
    : 'Its content could not be read. It is kept as it is.';

/** The most characters of one file that are searched: about 2,000 pages. */
const MOST_TEXT = 5_000_000;

/** The words of a file as they stand in it; null for a picture, which has none, and '' where they can't be read. */
async function sourceOf({ kind, name }: ReadingTask, bytes: Buffer): Promise<string | null> {
  if (kind === 'image') return null;
  if (kind === 'mail') return mailWords(await readMail(bytes, name)).slice(0, MOST_TEXT);
  if (kind !== 'word') return decoded(bytes).slice(0, MOST_TEXT);
  try {
    return (await mammoth.extractRawText({ buffer: bytes })).value.slice(0, MOST_TEXT);
  } catch {
    // Why it can't be read is said by who makes its pages.
    return '';
  }
}

function contentOf({ handle }: ReadingTask): Buffer | null {
  const reader = openBlob(handle);
  try {
    if (reader.size > MOST) return null;
    const bytes = Buffer.allocUnsafe(reader.size);
    reader.read(bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    reader.close();
  }
}
