import { listed, runsOf } from '../page-runs.ts';
import type { CourtRecords, CourtRules, FileFound, FinishedBundle, FoundFile, PageFound } from './finished.ts';

/** What is found of a rule; `ok` is null where a program can't tell and somebody has to look. */
export interface Answer {
  ok: boolean | null;
  detail: string | null;
}

export interface Asked {
  court: CourtRules;
  files: readonly FoundFile[];
  /** null for a bundle that is of no proceeding in a vault. */
  records: CourtRecords | null;
}

export type Ask = (asked: Asked) => Answer;

export const said = (ok: boolean | null, detail: string | null = null): Answer => ({ ok, detail });
export const see =
  (detail: string | null = null): Ask =>
  () =>
    said(null, detail);
/** The rule holds where it holds of every file. */
export const each =
  (holds: (file: FoundFile) => boolean): Ask =>
  ({ files }) =>
    said(files.every(holds));
export const of = (holds: (found: FinishedBundle) => boolean): Ask => each(({ found }) => holds(found));

/** Looks at the pages of all files; without that look nothing is claimed. */
export function pages(bad: (page: PageFound) => boolean, what: string): Ask {
  return ({ files }) => {
    if (files.some(({ look }) => look === null)) return said(null, 'The pages were not looked at.');
    const named = files.flatMap(({ look, found }) => {
      const numbers = look!.pages.flatMap((page, i) => (bad(page) ? [i] : []));
      return runsOf(numbers).map(([from, to]) => {
        const [first, last] = [from, to].map((i) => found.labels[i] ?? String(i + 1));
        return from === to ? first! : `${first}–${last}`;
      });
    });
    return named.length === 0 ? said(true) : said(false, `${what}: ${listed(named, MOST_RUNS)}`);
  };
}

/** More stretches of pages than these fill a report and help nobody. */
const MOST_RUNS = 60;

export function looked(holds: (look: FileFound) => boolean, detail: string | null = null): Ask {
  return ({ files }) => {
    if (files.some(({ look }) => look === null)) return said(null, 'The file was not looked at.');
    const ok = files.every(({ look }) => holds(look!));
    return said(ok, ok ? null : detail);
  };
}

/** All that can be tested holds, and the rest is to be seen; what fails, fails. */
export function partly(asks: readonly Ask[], rest: string): Ask {
  return (asked) => {
    const answers = asks.map((ask) => ask(asked));
    return answers.find(({ ok }) => ok === false) ?? said(null, rest);
  };
}

/** All hold. The first that does not is told, and then what could not be tested. */
export function all(...asks: readonly Ask[]): Ask {
  return (asked) => {
    const answers = asks.map((ask) => ask(asked));
    return answers.find(({ ok }) => ok === false) ?? answers.find(({ ok }) => ok === null) ?? said(true);
  };
}
