import { intlLocale, isolate } from './i18n.ts';

const cache = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = intlLocale() + JSON.stringify(options);
  let formatter = cache.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(intlLocale(), options);
    cache.set(key, formatter);
  }
  // A date begins with a number: between words that run the other way it would fall apart.
  return isolate(formatter.format(date));
}

/** A plain date is the same day everywhere: it is read and written in UTC, never in the zone of the computer. */
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

function plain(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = asDate(day);
  return Number.isNaN(date.getTime()) ? day : format(date, options);
}

/** `2026-11-23` as "23 Nov 2026". What is no day comes back as it is. */
export const formatDay = (day: string) => plain(day, DAY);

/** `2026-11-23` as "Mon". */
export const weekday = (day: string) => plain(day, { weekday: 'short', timeZone: 'UTC' });

/** `2026-11-23` as "Mon 23 Nov 2026". */
export const formatDayWithWeekday = (day: string) => isolate(`${weekday(day)} ${formatDay(day)}`);

/** A moment, ISO 8601, in the zone of this computer: "23 Nov 2026, 09:07". What is no moment comes back as it is. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return format(date, { ...DAY, timeZone: undefined, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The hour of a moment, ISO 8601, in the zone of this computer: "09:07". */
export const formatTime = (instant: string) =>
  format(new Date(instant), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A count with the separators of the language. */
export const formatNumber = (count: number) => new Intl.NumberFormat(intlLocale()).format(count);

/** "1.9 MB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const formatted = new Intl.NumberFormat(intlLocale(), {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
  return isolate(formatted);
}
