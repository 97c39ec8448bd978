/**
 * The day that a pasted text names, as `YYYY-MM-DD`, or null: `2026-11-23`, `23/11/2026`, `23.11.2026`, `23-11-2026`,
 * `23 Nov 2026`. Days come before months, as in every court these files go to.
 */
export function typedDate(text: string): string | null {
  const words = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const plain = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(words);
  if (plain) return day(plain[3], plain[2], plain[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/.exec(words);
  if (!named) return null;
  const month = MONTHS.findIndex((name) => name.startsWith(named[2]!)) + 1;
  return month === 0 ? null : day(named[3], String(month), named[1]);
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function day(year = '', month = '', date = ''): string | null {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(year) < 1600 || Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > last)
    return null;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
