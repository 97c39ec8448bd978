import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import type { Seal } from '#main/sealed-file.ts';
import { readTerms } from '#shared/domain/redaction/terms.ts';
import { drawnPages, isNotTakenApart } from './drawn-pages.ts';
import { type FoundPlace, findInDocument } from './engine/redact.ts';
import { readable } from './make.ts';

/** What is looked for, in a form that can be handed to another thread. */
export interface FindInput {
  handle: SourceHandle;
  /** One a line. */
  terms: string;
  /** What opens it, where it is locked. */
  password?: string | undefined;
  /** A folder to write in, which whoever asks makes and takes away. */
  scratch: string;
  seal: Seal;
}

type Found = { pages: number; places: FoundPlace[] };

/**
 * Where terms stand in a document, from the first page to the last; in one that can't be taken apart, where another reader
 * draws them. Runs in a worker.
 */
export async function findInFile({ terms, ...input }: FindInput): Promise<Found> {
  try {
    return await found(input, terms);
  } catch (error) {
    if (!isNotTakenApart(error)) throw error;
    const drawn = await drawnPages({ ...input, marks: [] }, 0, () => {});
    if (drawn === null) throw error;
    return found(drawn.source, terms);
  }
}

function found({ handle, password }: { handle: SourceHandle; password?: string | undefined }, terms: string) {
  const source = openHandle(handle);
  return readable(async () => findInDocument(source, readTerms(terms).terms, password)).finally(() => source.close?.());
}
