import { assemble } from '#main/bundles/assembler/assemble.ts';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';

/** Most pages of one file that are kept to be shown, and most bytes of each and of all. */
const MOST_PAGES = 24;
const MOST_OF_PAGE = 8 * 1024 * 1024;
const MOST_OF_ALL = 48 * 1024 * 1024;

/** A page of a file as a PDF of its own. */
export interface PagePreview {
  /** From 1. */
  page: number;
  bytes: Uint8Array;
}

/** The pages on which something was found, each as a PDF of its own, to be shown before the file leaves. */
export function pagePreviews(handle: SourceHandle, pages: readonly number[]): PagePreview[] {
  const previews: PagePreview[] = [];
  let total = 0;
  for (const page of [...new Set(pages)].slice(0, MOST_PAGES)) {
    const chunks: Buffer[] = [];
    let size = 0;
    const sink = {
      write(bytes: Uint8Array) {
        size += bytes.length;
        if (size <= MOST_OF_PAGE) chunks.push(Buffer.from(bytes));
      },
    };
    const item = { id: 'page', kind: 'document' as const, keepOutline: false, open: () => openHandle(handle) };
    assemble({ items: [{ ...item, pages: [page - 1] }] }, sink);
    total += size;
    if (size <= MOST_OF_PAGE && total <= MOST_OF_ALL) previews.push({ page, bytes: Buffer.concat(chunks) });
  }
  return previews;
}
