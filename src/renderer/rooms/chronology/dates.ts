import { formatDay } from '#renderer/app/dates.ts';
import { intlLocale, type T } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';

export type Fact = Output<'facts.list'>[number];

const month = (day: string, style: 'short' | 'long') =>
  new Intl.DateTimeFormat(intlLocale(), { month: style, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The date of a fact as exactly as it is known, without the word "about". */
export function dateOf(t: T, { date, dateTo, time, precision }: Fact): string {
  if (date === null) return t('undated');
  const one = (day: string) =>
    precision === 'month' ? month(day, 'short') : precision === 'year' ? day.slice(0, 4) : formatDay(day);
  const whole = dateTo === null || dateTo === date ? one(date) : t('range', { from: one(date), to: one(dateTo) });
  return time === null ? whole : `${whole}, ${time}`;
}

/** Under which heading a fact stands: its month, or the undated. */
export const groupOf = (t: T, { date }: Fact): string => (date === null ? t('undated') : month(date, 'long'));
