import type { CSV_FIELDS } from '#shared/contract/intake.ts';
import type { ForumId } from '#shared/packs/vocabulary.ts';

export type CsvField = (typeof CSV_FIELDS)[number] | 'ignore';
export type DateOrder = 'day-month' | 'month-day';

/** Headings that advocates' registers use, in English and Roman Urdu. The first that matches wins. */
const HEADINGS: [RegExp, CsvField][] = [
  [/^(our |file |office )?(ref|reference|file)( ?(no|number|#))?\.?$/i, 'reference'],
  [
    /^(next|n\.?d\.?o\.?h|next date|next hearing|date of hearing|hearing date|peshi|tareekh|agli tareekh)|next.*date/i,
    'nextOn',
  ],
  [/(filed|filing|institut|date of filing)/i, 'filedOn'],
  [/^(case|suit|petition|cause|matter)?\.? ?(title|name|parties)( of (the )?case)?$/i, 'title'],
  [/^(petitioner|plaintiff|appellant|complainant|applicant)/i, 'petitioner'],
  [/^(respondent|defendant|accused|opposite|opponent|versus|vs?)/i, 'respondent'],
  [/^(case|suit|w\.?p\.?|diary|petition)?\.? ?(no|number|#)\.?( ?& ?year)?$|case.*(no|number)/i, 'number'],
  [/^year/i, 'year'],
  [/(court|forum|bench|tribunal|before)/i, 'forum'],
  [/^time/i, 'time'],
  [/(purpose|for|proceedings)$/i, 'purpose'],
  [/(stage|status)/i, 'stage'],
  [/^client/i, 'client'],
  [/(note|remark|comment)/i, 'notes'],
];

export function fieldOf(heading: string): CsvField {
  return HEADINGS.find(([pattern]) => pattern.test(heading.trim()))?.[1] ?? 'ignore';
}

/** Names of courts, from the particular to the general. */
const COURTS: [RegExp, ForumId][] = [
  [/constitutional court/i, 'fcc'],
  [/supreme court/i, 'supreme-court'],
  [/high court|\blhc\b|\bihc\b|\bshc\b|\bphc\b|\bbhc\b/i, 'high-court'],
  [/ombuds|mohtasib|fospah/i, 'ombudsperson'],
  [/governor/i, 'governor'],
  [/president/i, 'president'],
  [/employment appeal/i, 'eat'],
  [/employment tribunal/i, 'employment-tribunal'],
  [/internal committee|\bicc?\b/i, 'internal-committee'],
  [/local committee/i, 'local-committee'],
  [/committee/i, 'committee'],
  [/magistrate|jmic/i, 'magistrate'],
  [/police|\bfia\b|nccia|\bp\.?s\.? /i, 'police'],
  [/eeoc/i, 'eeoc'],
  [/court of appeals|circuit/i, 'court-of-appeals'],
  [/u\.?s\.? district|district court for the/i, 'us-district-court'],
  [/district|sessions|\badj\b|\basj\b|\bdsj\b/i, 'district-court'],
  [/civil|senior civil|family|rent|court/i, 'civil-court'],
];

export function forumOf(name: string): ForumId | null {
  return COURTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** How the dates of a column are ordered, if one of them can only be read one way. */
export function orderOf(cells: string[]): DateOrder | null {
  for (const cell of cells) {
    const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(cell);
    if (!parts) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12 && second <= 12) return 'day-month';
    if (second > 12 && first <= 12) return 'month-day';
  }
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A written date as `YYYY-MM-DD`; null where it is none. */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = latinDigits(cell);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (numbers) {
    const [a, b] = [Number(numbers[1]), Number(numbers[2])];
    return order === 'day-month' ? dateOf(fullYear(numbers[3]!), b, a) : dateOf(fullYear(numbers[3]!), a, b);
  }
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{2}|\d{4})$/.exec(text) ?? swapped(text);
  if (!words) return null;
  return dateOf(fullYear(words[3]!), MONTHS.indexOf(words[2]!.slice(0, 3).toLowerCase()) + 1, Number(words[1]));
}

function swapped(text: string): string[] | null {
  const parts = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{2}|\d{4})$/.exec(text);
  return parts && ['', parts[2]!, parts[1]!, parts[3]!];
}

const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** Arabic-Indic and Urdu digits as ASCII. */
function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** A time of day as `HH:MM`; null where it is none. */
export function readTime(cell: string): string | null {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})? ?([ap])?\.?m?\.?$/i.exec(latinDigits(cell));
  if (!parts) return null;
  const half = parts[3]?.toLowerCase();
  const hour = (Number(parts[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0);
  const minute = Number(parts[2] ?? 0);
  return minute > 59 || Number(parts[1]) > 24
    ? null
    : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
