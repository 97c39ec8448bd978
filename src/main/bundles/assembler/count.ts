import { Notes } from './notes.ts';
import { openSource } from './open.ts';
import type { ByteSource, SourceProblem } from './types.ts';

/**
 * How many pages a source gives, found by walking its tree of pages and not by what it says; with what was noted on the
 * way. Reads structure only.
 * @throws SourceFailure when it can't be taken
 */
export function countPages(
  source: ByteSource,
  password?: string,
): { pages: number; problems: readonly SourceProblem[] } {
  const notes = new Notes();
  const { pages } = openSource(source, password, notes.problem);
  return { pages: pages.length, problems: notes.problems };
}
