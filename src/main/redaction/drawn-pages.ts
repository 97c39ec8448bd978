import path from 'node:path';
import type { SourceHandle } from '#main/bundles/handles.ts';
import { makePageImages } from '#main/page-images/make.ts';
import type { Seal } from '#main/sealed-file.ts';
import type { JobProgress } from '#main/store/context.ts';
import { listed } from '#shared/domain/bundles/asking.ts';
import type { Mark } from './engine/redact.ts';

const DPI = 200;

/** A document that can't be taken apart, as pictures of its pages, with what is to be told of it. */
export interface DrawnPages {
  source: { handle: SourceHandle; password: undefined };
  note: string;
}

/**
 * Draws the pages of a document that can't be taken apart, each with its text laid where it is drawn; null where another
 * reader can't draw them all, or where marks would no longer lie where they were set.
 */
export async function drawnPages(
  input: { handle: SourceHandle; password?: string | undefined; scratch: string; seal: Seal; marks: readonly Mark[] },
  report: (progress: JobProgress) => void,
): Promise<DrawnPages | null> {
  const { handle, password, scratch, seal, marks } = input;
  const into = path.join(scratch, 'drawn.pdf');
  const asked = { handle, name: 'document', password, dpi: DPI, into, seal, beyond: 0 };
  const outcome = await makePageImages(asked, { onProgress: report });
  if (!('made' in outcome)) return null;
  const { pages, shrunk, unfinished } = outcome.made;
  if (marks.some(({ page }) => shrunk.includes(page))) return null;
  const lost = unfinished.length > 0 ? ` Not whole, or lost: page ${listed(unfinished.map(String), 20)}.` : '';
  return {
    source: { handle: { kind: 'path', file: into, seal }, password: undefined },
    note: `The document can’t be taken apart. Its ${pages} ${pages === 1 ? 'page was' : 'pages were'} drawn as pictures of ${DPI} dpi, from which the places are gone.${lost} Terms were looked for as another reader reads its text: look at every page.`,
  };
}
