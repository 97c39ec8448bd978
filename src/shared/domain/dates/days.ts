/**
 * Plain dates as integers: day 0 is 1970-01-01. Dates are counted in these, because a date object per step is too slow
 * for the tens of thousands of dates that are recomputed at once. The proleptic Gregorian calendar throughout.
 */

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export interface Civil {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!;
}

/** Days since 1970-01-01 of a date in the calendar (Hinnant's `days_from_civil`). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civil(number: number): Civil {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

const digit = (text: string, at: number) => text.charCodeAt(at) - 48;

/**
 * Reads `YYYY-MM-DD`.
 * @returns the day's number, or undefined where the text is no date of the years 1000 to 9999
 */
export function parseDay(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue;
    const value = digit(text, at);
    if (!(value >= 0 && value <= 9)) return undefined;
  }
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

export const isDay = (text: string) => parseDay(text) !== undefined;

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** Texts of days that were asked for: the same dates come back thousands of times. */
const texts: string[] = [];

/** `YYYY-MM-DD`. */
export function formatDay(number: number): string {
  const known = texts[number];
  if (known !== undefined) return known;
  const { year, month, day } = civil(number);
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  // Only days from 1970 to 2108 are kept, so that the array stays dense and small.
  if (number >= 0 && number < 50_500) texts[number] = text;
  return text;
}

/** 0 is Sunday. */
export const weekday = (number: number) => (((number + 4) % 7) + 7) % 7;

/** The corresponding day so many months later (or earlier), clipped to the month's end; never into the month after. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civil(number);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)));
}

/** `YYYY-MM-DD`, so many days later. @throws RangeError where the text is no date */
export function addDays(text: string, days: number): string {
  const number = parseDay(text);
  if (number === undefined) throw new RangeError(`not a date: ${text}`);
  return formatDay(number + days);
}
