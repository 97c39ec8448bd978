import path from 'node:path';
import type { SourceHandle } from '#main/bundles/handles.ts';
import { makePageImages } from '#main/page-images/make.ts';
import type { Seal } from '#main/sealed-file.ts';
import type { JobProgress } from '#main/store/context.ts';
import { listed } from '#shared/domain/page-runs.ts';
import { ProblemError } from '#shared/problem.ts';
import type { Mark } from './engine/redact.ts';

const DPI = 200;

/** Why a document may still be drawn: not for want of a password, nor of what it lies on. */
const NOT_TAKEN_APART = new Set(['no-pages', 'unreadable', 'encryption-unsupported', 'redaction-unreadable']);
export const isNotTakenApart = (error: unknown) =>
  error instanceof ProblemError && NOT_TAKEN_APART.has(error.problem.code);

/** A document that can't be taken apart, as pictures of its pages, with what is to be told of it. */
export interface DrawnPages {
  source: { handle: SourceHandle; password: undefined };
  note: string;
  /** Pages on which not all could be searched for terms. */
  untold: number[];
}

/**
 * Draws the pages of a document that can't be taken apart, each with its text laid where it is drawn; null where another
 * reader can't draw any, has no more than `beyond`, or where marks would no longer lie where they were set.
 */
export async function drawnPages(
  input: { handle: SourceHandle; password?: string | undefined; scratch: string; seal: Seal; marks: readonly Mark[] },
  beyond: number,
  report: (progress: JobProgress) => void,
): Promise<DrawnPages | null> {
  const { handle, password, scratch, seal, marks } = input;
  const into = path.join(scratch, 'drawn.pdf');
  const asked = { handle, name: 'document', password, dpi: DPI, into, seal, beyond };
  const outcome = await makePageImages(asked, { onProgress: report });
  if (!('made' in outcome)) return null;
  const { pages, shrunk, unfinished, untold } = outcome.made;
  if (marks.some(({ page }) => shrunk.includes(page))) return null;
  const lost = unfinished.length > 0 ? ` Not whole, or lost: page ${listed(unfinished.map(String), 20)}.` : '';
  return {
    untold,
    source: { handle: { kind: 'path', file: into, seal }, password: undefined },
    note: `The document can’t be taken apart, or not whole. Its ${pages} ${pages === 1 ? 'page was' : 'pages were'} drawn as pictures of ${DPI} dpi, from which the places are gone.${lost} Terms were looked for as another reader reads its text: look at every page.`,
  };
}
