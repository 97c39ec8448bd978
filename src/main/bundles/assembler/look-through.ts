import { type Inspection, startInspection } from './inspect.ts';
import { openSource } from './open.ts';
import { type ByteSource, SourceFailure } from './types.ts';
import { type Expected, startVerification } from './verify.ts';

/** What came of a look through a finished bundle; `inspection` is null where it can't be opened at all. */
export interface LookedThrough {
  readonly problems: readonly string[];
  readonly inspection: Inspection | null;
}

/**
 * Opens a finished bundle again and goes through its pages once: is it what was planned, and what will its readers see of
 * it? Closes the source.
 *
 * @param linksOn pages, from 0, whose links are looked at: the front matter
 */
export function lookThrough(source: ByteSource, expected: Expected, linksOn: readonly number[]): LookedThrough {
  const problems: string[] = [];
  try {
    const { file, pages } = openSource(source, undefined, (code, detail) => problems.push(detail ?? code));
    const verification = startVerification(file, pages, expected, problems);
    const inspection = startInspection(file, pages);
    for (const [i, { num }] of pages.entries()) {
      const dict = file.get(num);
      verification.page(i, dict);
      inspection.page(dict);
    }
    verification.end();
    const seen = inspection.end(linksOn);
    file.windows.release();
    return { problems, inspection: seen };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { problems: [...problems, error.message], inspection: null };
  } finally {
    source.close?.();
  }
}
