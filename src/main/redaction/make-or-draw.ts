import { counted } from '#main/bundles/counting.ts';
import type { SourceHandle } from '#main/bundles/handles.ts';
import type { JobProgress } from '#main/store/context.ts';
import { drawnPages, isNotTakenApart } from './drawn-pages.ts';
import { makeRedacted, type RedactionInput, type RedactionOutput } from './make.ts';

/**
 * Makes a redacted copy; of a document that can't be taken apart, or of which pages would be missing, from pictures of its
 * pages where another reader draws them. Runs in a worker.
 *
 * @throws ProblemError as `makeRedacted` does
 */
export async function makeOrDraw(
  input: RedactionInput,
  report: (progress: JobProgress) => void,
): Promise<RedactionOutput> {
  const draw = async (beyond: number) => {
    const drawn = await drawnPages(input, beyond, report);
    if (drawn === null) return null;
    const made = await makeRedacted({ ...input, ...drawn.source }, report);
    // Signs of which nothing is told are in the picture, where no search for terms meets them.
    const untold = input.terms.trim() === '' ? [] : drawn.untold;
    const unsearched = [...new Set([...made.unsearched, ...untold])].sort((a, b) => a - b);
    return { ...made, unsearched, problems: [drawn.note, ...made.problems] };
  };
  const found = pagesMissed(input);
  const more = found === null ? null : await draw(found);
  if (more !== null) return more;
  try {
    return await makeRedacted(input, report);
  } catch (error) {
    if (!isNotTakenApart(error)) throw error;
    const drawn = await draw(0);
    if (drawn === null) throw error;
    return drawn;
  }
}

/** How many pages are found where there should be more; null where none is missed, or the document can't be opened. */
function pagesMissed({ handle, password }: { handle: SourceHandle; password?: string | undefined }): number | null {
  try {
    const { pages, missed } = counted(handle, password);
    return missed ? pages : null;
  } catch {
    // Why it can't be opened is said when it is to be redacted.
    return null;
  }
}
