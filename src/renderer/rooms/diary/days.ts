import { addMonths, civil, dayNumber, daysInMonth, formatDay, parseDay, weekday } from '#shared/domain/dates/days.ts';

/** The spans of days that the diary shows, as `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

export const VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof VIEWS)[number];

/** How many days the agenda shows at once. */
const AGENDA_DAYS = 14;

const monday = (day: number) => day - ((weekday(day) + 6) % 7);
const number = (day: string) => parseDay(day)!;

/** The days that a view shows around a day. Weeks run from Monday; a month has its whole weeks. */
export function spanOf(view: View, day: string): Span {
  const at = number(day);
  switch (view) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: formatDay(monday(at)), to: formatDay(monday(at) + 6) };
    case 'month': {
      const { year, month } = civil(at);
      const first = dayNumber(year, month, 1);
      const last = first + daysInMonth(year, month) - 1;
      return { from: formatDay(monday(first)), to: formatDay(monday(last) + 6) };
    }
    case 'agenda':
      return { from: day, to: formatDay(at + AGENDA_DAYS - 1) };
  }
}

/** The day to look at one step earlier (-1) or later (1). */
export function stepped(view: View, day: string, by: 1 | -1): string {
  const at = number(day);
  if (view === 'month') return formatDay(addMonths(at, by));
  return formatDay(at + by * (view === 'day' ? 1 : view === 'week' ? 7 : AGENDA_DAYS));
}

/** Every day of a span. */
export function daysOf({ from, to }: Span): string[] {
  const days: string[] = [];
  for (let day = number(from); day <= number(to); day++) days.push(formatDay(day));
  return days;
}

export const isWeekend = (day: string) => [0, 6].includes(weekday(number(day)));
export const monthOf = (day: string) => day.slice(0, 7);
