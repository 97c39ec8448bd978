import { parseDay } from '../dates/days.ts';
import type { NoDate, Working } from './working.ts';

const FIRST = parseDay('1000-01-01')!;
const LAST = parseDay('9999-12-31')!;

/**
 * Holds a count against the years in which days are written here, 1000 to 9999. A day beyond them could be counted but
 * not written, kept or read back; it comes of a slip in a year far more often than of a case.
 * @returns why there is no date, or undefined where every day of the count can be written
 */
export function beyondReach(working: Working, target: number): NoDate | undefined {
  const { start, spans, nominal, rolled, served, due, safe, latest, others } = working;
  const days = [
    ...[start, nominal, rolled, served ?? due, due, safe, target],
    ...[latest?.day ?? safe, latest?.outermost ?? safe],
    ...spans.map(({ end }) => end),
    ...others.map((other) => other.due),
  ];
  const early = Math.min(...days) < FIRST;
  if (!early && Math.max(...days) <= LAST) return undefined;
  return {
    none: 'beyond-reach',
    text: `The period runs ${early ? 'back before the year 1000' : 'beyond the year 9999'}, where no days are counted: look at the year of the start and at the length.`,
    reviewOn: undefined,
  };
}

/** The same for a period that the law does not fix: a day for looking at it again only where it can be written. */
export function reviewWithin(none: NoDate): NoDate {
  return (none.reviewOn ?? FIRST) > LAST ? { ...none, reviewOn: undefined } : none;
}
