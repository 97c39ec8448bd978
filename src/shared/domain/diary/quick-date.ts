import { addMonths, civil, dayNumber, daysInMonth, formatDay, parseDay, weekday } from '../dates/days.ts';
import { type Line, MONTH_WORDS, monthOfWord, WEEKDAY_WORDS, weekdayOfWord, whole } from './quick-words.ts';

/** In what order a place writes the parts of a date; `unknown` where a vault holds cases of both. */
export type DateOrder = 'dmy' | 'mdy' | 'unknown';

/** Why a reading is asked about and not taken. */
export type DayDoubt =
  /** 5/12 may be the 5th of December or the 12th of May. */
  | 'order'
  /** The only reading there is goes against the order of the place. */
  | 'against-order'
  /** "Mon 12 Dec" is a Saturday. */
  | 'weekday'
  /** "Monday" on a Monday, "next Friday". */
  | 'which-week'
  /** 20 Nov, typed on the 23rd: three days ago, or in a year? */
  | 'passed'
  /** The 12th, of no month. */
  | 'no-month'
  /** 10.12 may be the hour. */
  | 'maybe-time'
  /** کل is tomorrow and yesterday. */
  | 'kal'
  /** The line has more than one day. */
  | 'several';

export interface DayReading {
  /** As it was typed. */
  text: string;
  at: number;
  /** `YYYY-MM-DD`, the likeliest first; more than one are asked about. */
  options: string[];
  doubt: DayDoubt | null;
}

interface Dated {
  options: number[];
  doubt: DayDoubt | null;
}
type Found = Dated & { text: string; at: number };

/** How long after a day of no year that day is still asked about, in days. */
const LATELY = 14;
const SUFFIX = '(?:st|nd|rd|th)?';

/**
 * Takes the days out of a line.
 * @param today `YYYY-MM-DD`
 * @returns what was read, and what looks like a day and is none: 31/2/2027
 */
export function takeDays(line: Line, today: string, order: DateOrder): { days: DayReading[]; unread: string[] } {
  const now = parseDay(today)!;
  const unread: string[] = [];
  const or = (dated: Dated | null): Dated | null => dated ?? { options: [], doubt: null };
  const all: Found[] = [
    ...line.takeAll(/(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-]*\d)/gu, ([, y, m, d]) =>
      or(exact(y!, m!, d!)),
    ),
    ...line.takeAll(/(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?![\d/.-]*\d)/gu, ([, a, b, y]) =>
      or(ordered(order, a!, b!, (m, d) => exact(y!, String(m), String(d)))),
    ),
    ...line.takeAll(
      named(
        `(\\d{1,2})${SUFFIX}(?:\\s+of)?[\\s\\-./,]{0,3}(${MONTH_WORDS})\\.?(?:[\\s,.]{1,3}(\\d{4})|[-/'’ ]{1,2}['’](\\d{2})|[-/](\\d{2,4}))?`,
      ),
      ([, d, m, y, y2, y3]) => or(ofMonth(monthOfWord(m!), Number(d), y ?? y2 ?? y3, now)),
    ),
    ...line.takeAll(named(`(${MONTH_WORDS})\\.?\\s{0,2}(\\d{1,2})${SUFFIX}(?:,?\\s+(\\d{4}))?`), ([, m, d, y]) =>
      or(ofMonth(monthOfWord(m!), Number(d), y, now)),
    ),
  ];
  for (const none of all.filter(({ options }) => options.length === 0)) unread.push(none.text);
  const days = all.filter(({ options }) => options.length > 0);
  return { days: days.map(told), unread };
}

/** Takes days that are told by fewer signs, once numbers of cases are out of the way: 12/12, Monday, tomorrow. */
export function takeLooseDays(line: Line, today: string, order: DateOrder): { days: DayReading[]; unread: string[] } {
  const now = parseDay(today)!;
  const short = line.takeAll(
    /(?<![\p{L}\d/.:-])(\d{1,2})([/.-])(\d{1,2})(?![\d/.:-]*\d)/gu,
    ([, a, sign, b]): Dated | null => {
      // "10.30" is an hour.
      if (sign === '.' && (Number(b) > 12 || b === '00')) return null;
      const dated = ordered(order, a!, b!, (m, d) => ofMonth(m, d, undefined, now));
      if (dated && sign === '.') return { ...dated, doubt: dated.doubt ?? 'maybe-time' };
      return dated ?? { options: [], doubt: null };
    },
  );
  const relative = [
    ...line.takeAll(whole('day after tomorrow|پرسوں|parson'), () => sure(now + 2)),
    ...line.takeAll(whole('today|آج|aaj'), () => sure(now)),
    ...line.takeAll(whole('tomorrow|tmrw'), () => sure(now + 1)),
    ...line.takeAll(whole('yesterday'), () => sure(now - 1)),
    ...line.takeAll(whole('کل|kal'), (): Dated => ({ options: [now + 1, now - 1], doubt: 'kal' })),
    ...line.takeAll(whole('(?:in|after)\\s+(\\d{1,3})\\s+(days?|weeks?|months?)'), ([, n, unit]) =>
      sure(later(now, Number(n), unit!)),
    ),
    ...line.takeAll(whole('(\\d{1,3})\\s+(دن|ہفتے|ہفتوں|ماہ)\\s+بعد'), ([, n, unit]) =>
      sure(later(now, Number(n), unit!)),
    ),
  ];
  const found = [...short, ...relative];
  const words = line.takeAll(
    whole(`(?:(next|this|coming|آئندہ|اگلے|اس)\\s+)?(${WEEKDAY_WORDS})\\.?`),
    ([, which, word]) => ({
      day: weekdayOfWord(word!),
      isNext: which !== undefined && /next|آئندہ|اگلے/i.test(which),
      ...sure(now),
    }),
  );
  const weekdays = words.map(
    (word): Found => ({ text: word.text, at: word.at, ...ofWeekday(word.day, word.isNext, now) }),
  );
  const bare = line.takeAll(whole('(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)'), ([, d]): Dated | null => {
    const day = nextOfMonth(Number(d), now);
    return day === null ? null : { options: [day], doubt: 'no-month' };
  });
  const all: Found[] = [...found, ...bare, ...weekdays];
  return {
    days: all.filter(({ options }) => options.length > 0).map(told),
    unread: all.filter(({ options }) => options.length === 0).map(({ text }) => text),
  };
}

/**
 * The one day that a line means. A weekday beside a date confirms it or puts it in doubt; several dates are asked about.
 */
export function settleDay(days: readonly DayReading[]): DayReading | null {
  const sorted = [...days].sort((a, b) => a.at - b.at);
  const isWord = ({ text }: DayReading) => weekdayIn(text) !== null;
  const dates = sorted.filter((day) => !isWord(day));
  const words = sorted.filter(isWord);
  const [first] = dates;
  if (dates.length === 1 && words.length === 1 && first) {
    const wanted = weekdayIn(words[0]!.text)!;
    const fitting = first.options.filter((option) => weekday(parseDay(option)!) === wanted);
    const text = [words[0]!, first]
      .sort((a, b) => a.at - b.at)
      .map((part) => part.text)
      .join(' ');
    if (fitting.length === 1) return { ...first, text, options: fitting, doubt: null };
    return { ...first, text, options: [...first.options, ...nearest(first.options[0]!, wanted)], doubt: 'weekday' };
  }
  const all = dates.length > 0 ? dates : words;
  if (all.length < 2) return all[0] ?? null;
  const options = [...new Set(all.flatMap((day) => day.options))];
  return {
    text: all.map(({ text }) => text).join(', '),
    at: all[0]!.at,
    options,
    doubt: options.length > 1 ? 'several' : all[0]!.doubt,
  };
}

function weekdayIn(text: string): number | null {
  const match = whole(WEEKDAY_WORDS).exec(text);
  return match && !/\d/.test(text) ? weekdayOfWord(match[0]) : null;
}

/** The days of that weekday before and after a date. */
function nearest(date: string, wanted: number): string[] {
  const day = parseDay(date)!;
  const back = (weekday(day) - wanted + 7) % 7;
  return [formatDay(day - back), formatDay(day - back + 7)];
}

const told = ({ text, at, options, doubt }: Found): DayReading => ({
  text: text.replace(/[\s,.]+$/, ''),
  at,
  options: options.map(formatDay),
  doubt,
});
const sure = (day: number): Dated => ({ options: [day], doubt: null });
const named = (pattern: string) => new RegExp(`(?<![\\p{L}\\d/.-])(?:${pattern})(?![\\p{L}\\d/:])`, 'giu');

function exact(year: string, month: string, day: string): Dated | null {
  const y = year.length === 2 ? 2000 + Number(year) : Number(year);
  const [m, d] = [Number(month), Number(day)];
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
  return sure(dayNumber(y, m, d));
}

/** Both readings of two numbers, and which of them the place would write. */
function ordered(
  order: DateOrder,
  a: string,
  b: string,
  read: (month: number, day: number) => Dated | null,
): Dated | null {
  const dayFirst = read(Number(b), Number(a));
  const monthFirst = read(Number(a), Number(b));
  if (!dayFirst || !monthFirst) {
    const only = dayFirst ?? monthFirst;
    const isUsual = order === 'unknown' || (order === 'dmy') === (only === dayFirst);
    return only && !isUsual ? { ...only, doubt: 'against-order' } : only;
  }
  if (order === 'dmy' || a === b) return dayFirst;
  if (order === 'mdy') return monthFirst;
  return { options: [...dayFirst.options.slice(0, 1), ...monthFirst.options.slice(0, 1)], doubt: 'order' };
}

function ofMonth(month: number, day: number, year: string | undefined, now: number): Dated | null {
  if (year !== undefined) return exact(year, String(month), String(day));
  if (month < 1 || month > 12 || day < 1) return null;
  const thisYear = civil(now).year;
  // The 29th of February may be eight years away, around 2100.
  for (let y = thisYear; y <= thisYear + 8; y++) {
    if (day > daysInMonth(y, month)) continue;
    const found = dayNumber(y, month, day);
    if (found < now) continue;
    const before = day <= daysInMonth(y - 1, month) ? dayNumber(y - 1, month, day) : null;
    if (before !== null && now - before <= LATELY) return { options: [found, before], doubt: 'passed' };
    return sure(found);
  }
  return null;
}

function ofWeekday(wanted: number, isNext: boolean, now: number): Dated {
  const ahead = (wanted - weekday(now) + 7) % 7;
  if (ahead === 0) return isNext ? sure(now + 7) : { options: [now, now + 7], doubt: 'which-week' };
  // Weeks run from Monday: on a Monday, "next Friday" may be in four days or in eleven.
  const isThisWeek = (weekday(now) + 6) % 7 < (wanted + 6) % 7;
  if (isNext && isThisWeek) return { options: [now + ahead + 7, now + ahead], doubt: 'which-week' };
  return sure(now + ahead);
}

function nextOfMonth(day: number, now: number): number | null {
  if (day < 1 || day > 31) return null;
  for (let at = now; at < now + 62; at++) if (civil(at).day === day) return at;
  return null;
}

function later(now: number, count: number, unit: string): number {
  if (/^month|ماہ/.test(unit)) return addMonths(now, count);
  return now + count * (/^week|ہفت/.test(unit) ? 7 : 1);
}
