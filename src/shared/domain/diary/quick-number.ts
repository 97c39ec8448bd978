import { Line, latinDigits, MONTH_WORDS, WEEKDAY_WORDS } from './quick-words.ts';

/** The number of a case in its parts, read loosely: as somebody would say it, not as a registry prints it. */
export interface CaseNumber {
  /** As it was typed. */
  text: string;
  at: number;
  /** "W.P.", as typed; null where only the figures were. */
  series: string | null;
  /** The running number: "12345". */
  serial: string;
  /** The letter of a registry or branch, in capitals: L of "123-L/2020", D of "C.P. D-123/2020". */
  branch: string | null;
  year: number | null;
}

const SERIAL = '((?:\\p{Lu}{1,2}-)?\\d{1,7}(?:-\\p{Lu}{1,3})?)';
const WORDS = new Set(
  [
    'no nos number case suit appeal petition writ complaint comp representation revision review reference application misc',
    'miscellaneous execution bail contempt claim civil criminal crl cr const constitutional regular first second intra-court',
    'intra court org original diary fir slp cpla ica rfa fao wp cp ca cma crp the',
    'نمبر رٹ پٹیشن دعویٰ دعوی شکایت اپیل درخواست نگرانی مقدمہ آئینی متفرق فوجداری دیوانی آئی سی اے کیس عرضداشت',
  ]
    .join(' ')
    .split(' '),
);
/** A word of a series by its look: "W.P.", "Crl.Misc.", "W.P.(C)", "FIR". */
const LOOKS = /^(?:(?:\p{L}{1,6}\.)+\p{L}{0,4}\.?(?:\(\p{L}{1,4}\))?|\p{Lu}{2,6}(?:\(\p{L}{1,4}\))?)$/u;
const CALENDAR = new RegExp(`^(?:${MONTH_WORDS}|${WEEKDAY_WORDS})\\.?$`, 'iu');

/** Takes the numbers of cases that have a year, and the 16 signs of an Indian CNR. */
export function takeNumbers(line: Line): CaseNumber[] {
  const full = line.takeAll(
    new RegExp(`(?<![\\p{N}/:.])${SERIAL}\\s*(?:/|\\s+of\\s+|\\s+بابت\\s+)\\s*((?:19|20)\\d{2})(?![\\d/])`, 'giu'),
    ([, serial, year]) => ({ ...parts(serial!), year: Number(year) }),
  );
  const cnr = line.takeAll(/(?<![\p{L}\p{N}])([A-Z]{4}\d{8})(\d{4})(?!\p{N})/giu, ([, serial, year]) => ({
    serial: serial!.toUpperCase(),
    branch: null,
    year: Number(year),
  }));
  return [...full, ...cnr].map((number) => withSeries(line, number));
}

/** Takes numbers that only their series makes one: "Suit 455/25", "W.P. 20417"; and long figures alone. */
export function takeShortNumbers(line: Line): CaseNumber[] {
  const short = line.takeAll(
    new RegExp(`(?<![\\p{N}/:.])${SERIAL}(?:/(\\d{2}))?(?![\\d/:.]|\\s*(?:${MONTH_WORDS}))`, 'giu'),
    (match) => {
      const [, serial, year] = match;
      const series = seriesBefore(line.before(match.index));
      if (series === null && (year !== undefined || !/^\d{5,7}$/.test(serial!))) return null;
      return { ...parts(serial!), year: year === undefined ? null : fullYear(Number(year)) };
    },
  );
  return short.map((number) => withSeries(line, number));
}

function parts(serial: string): { serial: string; branch: string | null } {
  const [, before, digits, behind] = /^(?:(\p{L}+)-)?(\d+)(?:-(\p{L}+))?$/u.exec(serial)!;
  return { serial: digits!.replace(/^0+(?=\d)/, ''), branch: (before ?? behind)?.toUpperCase() ?? null };
}

/** "25" is 2025, "98" is 1998. */
const fullYear = (year: number) => year + (year > 50 ? 1900 : 2000);

/** The words before a number that name its series. */
function seriesBefore(before: string): string | null {
  const words = /(?:\S+\s*){0,5}$/u.exec(before)?.[0].trim().split(/\s+/) ?? [];
  const taken: string[] = [];
  for (const word of words.reverse()) {
    if (word === '' || CALENDAR.test(word)) break;
    const isOne = WORDS.has(word.toLowerCase().replace(/[.,]$/, '')) || LOOKS.test(word);
    if (!isOne) break;
    taken.unshift(word);
  }
  while (taken[0]?.toLowerCase() === 'the') taken.shift();
  return taken.length > 0 ? taken.join(' ') : null;
}

function withSeries(line: Line, number: Omit<CaseNumber, 'series'>): CaseNumber {
  const before = line.before(number.at);
  const series = seriesBefore(before);
  if (series === null) return { ...number, series };
  const at = number.at - before.length + before.lastIndexOf(series.split(' ')[0]!, before.length - compact(series));
  line.take(at, number.at - at);
  return { ...number, series, at, text: line.text.slice(at, number.at + number.text.length) };
}

/** No series is shorter in the text than its words. */
const compact = (series: string) => series.replaceAll(' ', '').length;

const LOOSE = /\bno\b|number|نمبر|[^\p{L}]/giu;
const sameSeries = (series: string) => latinDigits(series).replace(LOOSE, '').toLowerCase();

/** Reads the number that a record has. */
export function readNumber(numberText: string): CaseNumber | null {
  const line = new Line(numberText);
  return takeNumbers(line)[0] ?? takeShortNumbers(line)[0] ?? null;
}

/**
 * How well a record's number is the one that was typed.
 * @returns 0 where it is another; 1 where serial and year fit; 2 where the series does too
 */
export function fits(typed: CaseNumber, known: CaseNumber): 0 | 1 | 2 {
  if (typed.serial !== known.serial) return 0;
  if (typed.year !== null && known.year !== null && typed.year !== known.year) return 0;
  if (typed.branch !== null && known.branch !== null && typed.branch !== known.branch) return 0;
  if (typed.series === null || known.series === null) return 1;
  return sameSeries(typed.series) === sameSeries(known.series) ? 2 : 1;
}
