import mammoth from 'mammoth';
import { pagesFrom } from '#main/documents/pages-from.ts';
import { decoded } from '#main/documents/sources/text.ts';
import { openBlob } from '#main/vault/blob-reader.ts';
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
    const pdf = await pagesFrom(bytes, mime, name);
    const { pages, text } = await readPdf(pdf);
    if (kind === 'image') return { pages, text: [], problems: [] };
    const source = kind === 'word' ? (await mammoth.extractRawText({ buffer: bytes })).value : decoded(bytes);
    return { pages, text: textByPage(source, text), problems: [] };
  } catch (error) {
    const said =
      error instanceof ProblemError
        ? [error.problem.message, error.problem.hint].filter(Boolean).join(' ')
        : 'Its content could not be read. It is kept as it is.';
    return { pages: null, text: [], problems: [said] };
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
