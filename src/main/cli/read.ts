import path from 'node:path';
import { parseDay } from '#shared/domain/dates/days.ts';
import { problem } from '#shared/problem.ts';

/** A day of an option. @throws ProblemError `wrong-use` */
export function readDay(text: string, option: string): string {
  if (parseDay(text) !== undefined) return text;
  throw problem('wrong-use', `${option}: “${text}” is no date.`, { hint: 'Write it YYYY-MM-DD.' });
}

/** Facts as `KEY=VALUE`; a key may have hyphens, as the names of events do. @throws ProblemError `wrong-use` */
export function readFacts(facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    facts.map((fact) => {
      const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*)=(.*)$/s.exec(fact) ?? [];
      if (key === undefined || value === undefined) {
        throw problem('wrong-use', `--fact: “${fact}” cannot be read.`, { hint: 'Write it KEY=VALUE.' });
      }
      return [key, value];
    }),
  );
}

/** Endings by which a name says what its file holds. */
const TELLING = /\.(pdf|docx?|odt|rtf|txt|md|html?|json|csv|ics|xlsx?|pptx?|zip|png|jpe?g|tiff?)$/i;
const KINDS = { docx: 'a Word file', pdf: 'a PDF' } as const;

/**
 * The place of a file that is written, as an absolute path. A name without an ending that tells of a kind is taken.
 * @throws ProblemError `wrong-use` where the name says that it is something else than what is written
 */
export function readTarget(text: string, kind: keyof typeof KINDS, option = '--out'): string {
  const [, ending] = TELLING.exec(text) ?? [];
  if (ending === undefined || ending.toLowerCase() === kind) return path.resolve(text);
  throw problem(
    'wrong-use',
    `${option}: what is written is ${KINDS[kind]}, and ${path.basename(text)} is no name for one.`,
    { hint: `Let the name end in .${kind}.` },
  );
}
