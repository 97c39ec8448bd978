import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { SourceFailure } from '#main/bundles/assembler/types.ts';
import { Malformed } from '#main/bundles/assembler/values.ts';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import { readSealed, type Seal, sealedWriter } from '#main/sealed-file.ts';
import type { JobProgress } from '#main/store/context.ts';
import { listed, runsOf } from '#shared/domain/page-runs.ts';
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
  /** What opens it, where it is locked: kept in memory only, for this one copy. */
  password?: string | undefined;
  /** A folder to write in, which whoever asks makes and takes away. */
  scratch: string;
  /** Under what the files in it are sealed; null where the copy leaves the vault. */
  seal: Seal;
  /** One a line. */
  terms: string;
  marks: Mark[];
  /** Printed in the boxes over terms. */
  reason: string | null;
}

/** The redacted copy with the report on it. */
export interface RedactionOutput {
  /** Where it lies in the folder that was given, and its bytes. */
  file: string;
  size: number;
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
    const file = path.join(input.scratch, `redacted-${round}.pdf`);
    const result = await readable(() => written(from, file, { terms, further }, report));
    if (from === input) first = result;
    const copy = { kind: 'path', file, seal: input.seal } as const;
    const { second, left } = await readable(() => readAgain(copy, input.reason, terms, report));
    if (second.length === 0 && left.length === 0) return reported(copy, first ?? result, terms, unusable);
    if (round === ROUNDS || left.some(({ page }) => page === null)) throw notProven(second, left);
    for (const { page, areas } of second) further.set(page, [...(further.get(page) ?? []), ...areas]);
    // What was left of words may have come together over a gap to make the term anew: the copy is redacted in turn.
    if (left.length > 0) from = { ...input, handle: copy, password: undefined, marks: [] };
  }
}

/** Reads a copy as a stranger would, twice. */
async function readAgain(
  copy: SourceHandle,
  reason: string | null,
  terms: readonly Term[],
  report: (progress: JobProgress) => void,
) {
  const source = openHandle(copy);
  try {
    const second = await secondReading(source, terms, reason, (done, total) =>
      report({ unit: 'pages', done: total + done, total: total * 2 }),
    );
    return { second, left: leftoversIn(source, terms) };
  } finally {
    source.close?.();
  }
}

async function reported(
  { file, seal }: { file: string; seal: Seal },
  result: Redacted,
  terms: readonly Term[],
  unusable: string[],
): Promise<RedactionOutput> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of readSealed(file, seal)) {
    hash.update(part);
    size += part.length;
  }
  const found = new Set(result.redactions.map(({ term }) => term));
  const absent = terms.filter(({ text }) => !found.has(text));
  return {
    file,
    size,
    sha256: hash.digest('hex'),
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
  { handle, password, marks, reason, seal }: RedactionInput,
  file: string,
  { terms, further }: { terms: readonly Term[]; further: ReadonlyMap<number, readonly Area[]> },
  report: (progress: JobProgress) => void,
): Promise<Redacted> {
  const source = openHandle(handle);
  const fd = openSync(file, 'w', 0o600);
  try {
    const onPage = (done: number, total: number) => report({ unit: 'pages', done, total: total * 2 });
    const plan = { source, password, terms, marks, reason, further, onPage };
    const write = onDisk(() => sealedWriter(fd, seal));
    return await redact(plan, { write: (bytes) => onDisk(() => write(bytes)) });
  } finally {
    closeSync(fd);
    source.close?.();
  }
}

/** @throws ProblemError `disk-full` */
function onDisk<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw problem('disk-full', 'The disk has no room for the copy. Nothing was written.', {}, error);
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
  'needs-password': 'Give its password: it is used for this copy alone, and kept nowhere.',
  'wrong-password': 'Try another one.',
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
