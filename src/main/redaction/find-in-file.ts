import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import { readTerms } from '#shared/domain/redaction/terms.ts';
import { type FoundPlace, findInDocument } from './engine/redact.ts';
import { readable } from './make.ts';

/** What is looked for, in a form that can be handed to another thread. */
export interface FindInput {
  handle: SourceHandle;
  /** One a line. */
  terms: string;
}

/** Where terms stand in a document, from the first page to the last. Runs in a worker. */
export async function findInFile({ handle, terms }: FindInput): Promise<{ pages: number; places: FoundPlace[] }> {
  const source = openHandle(handle);
  try {
    return await readable(async () => findInDocument(source, readTerms(terms).terms));
  } finally {
    source.close?.();
  }
}
