import { createHash } from 'node:crypto';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { SourceFailure } from '#main/bundles/assembler/types.ts';
import { Malformed } from '#main/bundles/assembler/values.ts';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import type { JobProgress } from '#main/store/context.ts';
import { listed, runsOf } from '#shared/domain/bundles/asking.ts';
import { readTerms, type Term } from '#shared/domain/redaction/terms.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import type { Area } from './engine/find.ts';
import { leftoversIn } from './engine/leftovers.ts';
import { type Mark, type Redacted, redact } from './engine/redact.ts';
import type { Removed } from './engine/removed.ts';
import { secondReading } from './engine/second-reading.ts';
import type { Unsearched } from './engine/unsearched.ts';

/** What is to be made of a document, in a form that can be handed to another thread. */
export interface RedactionInput {
  handle: SourceHandle;
  /** One a line. */
  terms: string;
  marks: Mark[];
  /** Printed in the boxes over terms. */
  reason: string | null;
}

/** The redacted copy with the report on it. */
export interface RedactionOutput {
  bytes: Uint8Array;
  sha256: string;
  pages: number;
  redactions: { page: number; term: string | null; count: number }[];
  removed: Removed;
  problems: string[];
  /** Pages that show what could not be searched for the terms; `problems` says the same in words. */
  unsearched: number[];
}

// Each page is worked on twice: once to take out what goes, and once to read what is left.

/** How often a place that only the second reader sees is taken out and the whole read again. */
const ROUNDS = 3;

/**
 * Makes a redacted copy and proves it: the result is opened again, read by two readers, and its objects are searched for
 * the terms. Nothing is given out of which a term was not proven gone. Runs in a worker.
 *
 * @throws ProblemError `needs-password`, `not-a-pdf`, `unreadable`, … where it can't be opened; `no-terms`;
 *   `redaction-not-proven` where a term is left, with its place
 */
export async function makeRedacted(
  input: RedactionInput,
  report: (progress: JobProgress) => void,
): Promise<RedactionOutput> {
  const { terms, unusable } = readTerms(input.terms);
  if (terms.length === 0 && input.marks.length === 0)
    throw problem('no-terms', 'There is nothing to be redacted: no term and no mark. Nothing was written.', {
      hint: 'Give at least one term with letters or figures, one a line, or draw a mark.',
    });
  const further = new Map<number, readonly Area[]>();
  let from = input;
  let first: Redacted | undefined;
  for (let round = 1; ; round++) {
    const { bytes, result } = await readable(() => written(from, terms, further, report));
    if (from === input) first = result;
    const second = await readable(() =>
      secondReading(bytes, terms, input.reason, (done, total) =>
        report({ unit: 'pages', done: total + done, total: total * 2 }),
      ),
    );
    const left = await readable(async () => leftoversIn(bytesSource(bytes), terms));
    if (second.length === 0 && left.length === 0) return reported(bytes, first ?? result, terms, unusable);
    if (round === ROUNDS || left.some(({ page }) => page === null)) throw notProven(second, left);
    for (const { page, areas } of second) further.set(page, [...(further.get(page) ?? []), ...areas]);
    // What was left of words may have come together over a gap to make the term anew: the copy is redacted in turn.
    if (left.length > 0) from = { ...input, handle: { kind: 'bytes', bytes }, marks: [] };
  }
}

function reported(bytes: Buffer, result: Redacted, terms: readonly Term[], unusable: string[]): RedactionOutput {
  const found = new Set(result.redactions.map(({ term }) => term));
  const absent = terms.filter(({ text }) => !found.has(text));
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pages: result.pages,
    redactions: [...result.redactions],
    removed: result.removed,
    unsearched: result.unsearched.map(({ page }) => page),
    problems: [
      ...unsearchedInWords(result.unsearched),
      ...unusable.map((text) => `“${text}” has neither letters nor figures and was not looked for.`),
      ...absent.map(({ text }) => `“${text}” does not occur in the text of this file.`),
      ...result.notes,
    ],
  };
}

const UNSEARCHED: Readonly<Record<Unsearched, string>> = {
  picture: 'a picture without a text layer',
  drawn: 'drawn lines that may be letters',
  mute: 'letters whose font does not say what they are',
};

/** What an eye has to look at, since no search could. */
function unsearchedInWords(found: Redacted['unsearched']): string[] {
  return Object.entries(UNSEARCHED).flatMap(([why, what]) => {
    const pages = found.filter((each) => each.why === why).map(({ page }) => page);
    if (pages.length === 0) return [];
    const named = listed(runsOf(pages).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)));
    return `Page${pages.length === 1 ? '' : 's'} ${named}: ${what}. The terms could not be looked for there: look at it, and draw marks over what has to go.`;
  });
}

async function written(
  { handle, marks, reason }: RedactionInput,
  terms: readonly Term[],
  further: ReadonlyMap<number, readonly Area[]>,
  report: (progress: JobProgress) => void,
): Promise<{ bytes: Buffer; result: Redacted }> {
  const source = openHandle(handle);
  const parts: Buffer[] = [];
  try {
    const result = await redact(
      {
        source,
        terms,
        marks,
        reason,
        further,
        onPage: (done, total) => report({ unit: 'pages', done, total: total * 2 }),
      },
      // The writer uses its buffer again.
      { write: (bytes) => void parts.push(Buffer.from(bytes)) },
    );
    return { bytes: Buffer.concat(parts), result };
  } finally {
    source.close?.();
  }
}

/** What can't be read, as what the user can understand. */
export async function readable<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof SourceFailure)
      throw problem(
        error.reason,
        `${error.message} Nothing was written.`,
        { hint: HINTS[error.reason] ?? ANOTHER },
        error,
      );
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw problem('no-such-file', 'There is no such file.', {}, error);
    if (code === 'EISDIR') throw problem('folder-given', 'That is a folder, not a file.', {}, error);
    if (code === 'EACCES') throw problem('cannot-read', 'That file may not be read.', {}, error);
    const detail = error instanceof Malformed ? `: ${error.message}` : '';
    throw problem(
      'redaction-unreadable',
      `A page of this document can't be read well enough to be redacted safely${detail}. Nothing was written.`,
      { hint: ANOTHER },
      error,
    );
  }
}

const ANOTHER = 'Open it in a PDF program, print it to a new PDF, and redact that.';
const HINTS: Readonly<Record<string, string>> = {
  'needs-password': 'Open it with its password in a PDF program, save a copy without one, and redact that.',
  'not-a-pdf': 'Only PDF documents can be redacted.',
};

function notProven(
  second: readonly { page: number; term: string }[],
  left: readonly { term: string; page: number | null; where: string }[],
): ProblemError {
  const places = [
    ...left.map(({ term, page, where }) => `“${term}” in ${where}${page === null ? '' : ` ${page}`}`),
    ...second.map(({ term, page }) => `“${term}” on page ${page}`),
  ];
  const shown = [...new Set(places)].slice(0, 5).join('; ');
  return problem(
    'redaction-not-proven',
    `The copy was made but something is left in it: ${shown}. It was thrown away.`,
    { hint: 'Draw a mark over the place and try again, or print the page to a new PDF first.' },
  );
}
