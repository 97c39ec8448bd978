import type { Span } from '../../packs/schema-rules.ts';
import { addMonths } from '../dates/days.ts';

/** +1 counts forward, -1 backward. */
export type Direction = 1 | -1;

/**
 * The last day of a length of time counted from a day, before anything is excluded and before any roll. The day itself
 * is not counted, except where the period begins with it. Hours are counted by the caller, to the minute.
 *
 * Months and years end on the corresponding day, clipped to the month's end. "Beginning with" is read both ways (a day
 * back from the corresponding day; the corresponding day of the day before) and the earlier taken: they part at month
 * ends. Clear days leave out both ends.
 * @param counts whether a day counts, for working days
 */
export function spanEnd(from: number, span: Span, direction: Direction, counts: (day: number) => boolean): number {
  const extra = (span.clear ? 1 : 0) - (span.lessADay ? 1 : 0);
  switch (span.unit) {
    case 'days':
      return from + direction * (span.amount + extra);
    case 'weeks':
      return from + direction * (span.amount * 7 + extra);
    case 'working-days':
      return workingEnd(from, span.amount + extra, direction, counts);
    case 'months':
    case 'years': {
      const months = direction * span.amount * (span.unit === 'years' ? 12 : 1);
      if (span.lessADay) return Math.min(...lessADay(from, months, direction));
      return addMonths(from, months) + direction * extra;
    }
    case 'hours':
      return from;
  }
}

/** The two readings of a period of months that begins with a day: a day back at the end, or at the start. */
export function lessADay(from: number, months: number, direction: Direction = 1): [number, number] {
  return [addMonths(from, months) - direction, addMonths(from - direction, months)];
}

function workingEnd(from: number, amount: number, direction: Direction, counts: (day: number) => boolean): number {
  let day = from;
  // Where a calendar closes every day the count would never end.
  for (let left = amount, steps = amount * 10 + 400; left > 0 && steps > 0; steps--) {
    day += direction;
    if (counts(day)) left--;
  }
  return day;
}

const NAMES = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'working-days': ['working day', 'working days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
} as const;

/** "30 days", "14 clear days", "3 months beginning with the day". */
export function spanText({ amount, unit, clear, lessADay: begins }: Span): string {
  const [one, many] = NAMES[unit];
  return `${amount} ${clear ? 'clear ' : ''}${amount === 1 ? one : many}${begins ? ' beginning with the day' : ''}`;
}
