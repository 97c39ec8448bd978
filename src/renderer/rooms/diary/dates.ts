import { intlLocale } from '#renderer/app/i18n.ts';
import type { Span, View } from './days.ts';

const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const write = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(intlLocale(), { timeZone: 'UTC', ...options }).format(asDate(day));

/** "23 November". */
export const dayAndMonth = (day: string) => write(day, { day: 'numeric', month: 'long' });

/** "Monday 23 November". */
export const longDay = (day: string) => write(day, { weekday: 'long', day: 'numeric', month: 'long' });

/** "Mon 7 Dec". */
export const shortDay = (day: string) => write(day, { weekday: 'short', day: 'numeric', month: 'short' });

/** "Mon 7 Dec", and "Mon 4 Jan 2027" where it is not the year of `today`. */
export const dayWithYear = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4)
    ? shortDay(day)
    : write(day, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** "December 2026". */
export const monthName = (day: string) => write(day, { month: 'long', year: 'numeric' });

/** The title of a view: "23 – 29 November 2026". */
export function spanTitle(view: View, day: string, { from, to }: Span): string {
  if (view === 'month') return monthName(day);
  if (from === to) return write(from, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const range = new Intl.DateTimeFormat(intlLocale(), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return range.formatRange(asDate(from), asDate(to));
}
