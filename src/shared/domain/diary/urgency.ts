import { parseDay } from '../dates/days.ts';

/** How near a day is: passed, within 3 days, within 21 days, later. */
export type Urgency = 'over' | 'now' | 'soon' | 'later';

export const NOW_WITHIN = 3;
export const SOON_WITHIN = 21;

/** Whole days from one `YYYY-MM-DD` to another; negative where it has passed. */
export function daysBetween(from: string, to: string): number {
  return (parseDay(to) ?? Number.NaN) - (parseDay(from) ?? Number.NaN);
}

export function urgencyOf(on: string, today: string): Urgency {
  const days = daysBetween(today, on);
  if (days < 0) return 'over';
  if (days <= NOW_WITHIN) return 'now';
  return days <= SOON_WITHIN ? 'soon' : 'later';
}
