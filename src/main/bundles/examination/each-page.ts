import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Ranges } from '#main/leakcheck/readers/pdf-pages.ts';
import type { ByteSource } from '../assembler/types.ts';

/** pdf.js keeps what it has read of a document: after so many bytes it is opened anew. */
const MOST_KEPT = 32 * 1024 * 1024;

/**
 * Shows every page of a document to `visit` as pdf.js opens it, from 1; null for one that it can't open. The source is read
 * in parts, stays open, and is never in memory as a whole.
 * @throws what pdf.js says where it can't open the document
 */
export async function eachPage(
  source: ByteSource,
  visit: (page: PDFPageProxy | null, number: number, total: number) => Promise<void>,
): Promise<void> {
  for (let number = 1, total = 1; number <= total; ) {
    let read = 0;
    const counting: ByteSource = {
      size: source.size,
      read(into, offset, length, position) {
        const got = source.read(into, offset, length, position);
        read += got;
        return got;
      },
    };
    const loading = getDocument({
      range: new Ranges(counting),
      disableAutoFetch: true,
      disableStream: true,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    try {
      const document = await loading.promise;
      total = document.numPages;
      do {
        const page = await document.getPage(number).catch(() => null);
        await visit(page, number, total);
        page?.cleanup();
        number++;
      } while (number <= total && read < MOST_KEPT);
    } finally {
      await loading.destroy();
    }
  }
}
