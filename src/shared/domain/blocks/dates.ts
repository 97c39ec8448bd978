const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const NARROW = '\u00A0';

/** "6 September 2026", bound by no-break spaces, from `2026-09-06`. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}${NARROW}${MONTHS[Number(month) - 1]}${NARROW}${year}`;
}

/** "6 Sep 2026", as the window writes it, from `2026-09-06`. */
export function shortDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** "6 Sep", from `09-06`. */
export const dayOfYear = (monthDay: string): string => shortDate(`2024-${monthDay}`).replace(/ \d+$/, '');

/** Every date in a sentence as a reader has it, and not as a file does. */
export const spokenDates = (text: string): string =>
  text.replace(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g, (date) => shortDate(date));

/** "06.09.2026", as indexes and orders write it. */
export function dottedDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** "September 2026". */
export function monthOf(date: string): string {
  const [year, month] = date.split('-');
  return `${MONTHS[Number(month) - 1]}${NARROW}${year}`;
}
