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

/**
 * The place of a Word file. @throws ProblemError `wrong-use` where the name says that it is something else
 */
export function readWordTarget(text: string): string {
  if (/\.(pdf|doc|odt|rtf|txt|md|html?|json|csv|ics)$/i.test(text)) {
    throw problem(
      'wrong-use',
      `--out: what is written is a Word file, and ${path.basename(text)} is no name for one.`,
      {
        hint: 'Let the name end in .docx.',
      },
    );
  }
  return path.resolve(text);
}
