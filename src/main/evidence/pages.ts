import { pagesFrom } from '#main/documents/pages-from.ts';
import type { Query } from '#main/services.ts';
import type { Given } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { fileRow } from './exhibits.ts';

/** What is larger is not typeset while somebody waits for its first page. */
const MOST = 48 * 1024 * 1024;

/**
 * The pages that a bundle would make of a file that is no PDF, as a PDF.
 * @throws ProblemError `too-large`, `no-pages`, `blob-damaged` and those of the reader of its kind
 */
export async function pagesOf({ db, services }: Query, { fileId }: Given<'exhibits.pages'>) {
  const file = await fileRow(db, fileId);
  if (file.size > MOST) {
    throw problem('too-large', `${file.name} is too large to be shown as pages.`, {
      hint: 'Save a copy and open it in its own program.',
    });
  }
  const bytes = await pagesFrom(await services.blobs.readAll(file.blobId), file.mime, file.name);
  return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
}
