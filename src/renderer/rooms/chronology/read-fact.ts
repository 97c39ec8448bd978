import type { Fact } from './dates.ts';

/** What one typed line says of a fact. */
export interface ReadFact {
  text: string;
  date: string | null;
  time: string | null;
  precision: Fact['precision'];
  state: Fact['state'];
  /** The issue's number, as typed after #. */
  issue: number | null;
  source: { exhibitId: string; pin: string | null } | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ABOUT = /^(?:abt\.?|about|around|circa|c\.|ca\.|~)\s*/i;
/** Figures of Urdu and Arabic keyboards, as the ones that are counted with. */
const western = (text: string) =>
  text
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660));

const two = (n: number) => String(n).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1800 && year <= 2200;
  return isReal ? `${year}-${two(month)}-${two(day)}` : null;
}

interface ReadDate {
  date: string;
  precision: Fact['precision'];
  rest: string;
}

/** A date at the start of a line: day before month, as it is written here; ISO; a month; a year. */
function leadingDate(line: string): ReadDate | null {
  const named = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, 'i').exec(line);
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(line);
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/.exec(line);
  const ofMonth = new RegExp(`^${MONTH},?\\s+(\\d{4})\\b`, 'i').exec(line);
  const ofYear = /^((?:18|19|20|21)\d{2})(?=\s|$)/.exec(line);
  const read = (match: RegExpExecArray, date: string | null, precision: Fact['precision']): ReadDate | null =>
    date === null ? null : { date, precision, rest: line.slice(match[0].length) };
  const monthNumber = (name: string) => MONTHS.indexOf(name.toLowerCase()) + 1;
  if (named) return read(named, dayOf(Number(named[3]), monthNumber(named[2]!), Number(named[1])), 'day');
  if (iso) return read(iso, dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), 'day');
  if (figures) return read(figures, dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1])), 'day');
  if (ofMonth) return read(ofMonth, dayOf(Number(ofMonth[2]), monthNumber(ofMonth[1]!), 1), 'month');
  if (ofYear) return read(ofYear, dayOf(Number(ofYear[1]), 1, 1), 'year');
  return null;
}

/** "19:10", "7.10 pm", "11am" behind a day. */
function leadingTime(text: string): { time: string; rest: string } | null {
  const match = /^[\s,]*(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?(?![\d:./-])\b/i.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const half = match[3]?.toLowerCase();
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  return hour > 23 || minute > 59 ? null : { time: `${two(hour)}:${two(minute)}`, rest: text.slice(match[0].length) };
}

/**
 * Reads "abt 18 Dec 2020 19:10 he leaves the studio #1 P-3 p. 2": date and how exactly it is known, time, words, issue
 * (#), state ("(alleged)" at the end), and a source by its mark with the pin-cite behind it.
 * @param marks the marks of exhibits, with the exhibit that each stands for
 */
export function readFact(typed: string, marks: readonly { mark: string; exhibitId: string }[]): ReadFact {
  let rest = western(typed).trim();
  const about = ABOUT.exec(rest);
  const dated = leadingDate(about ? rest.slice(about[0].length) : rest);
  let time: string | null = null;
  let precision: Fact['precision'] = 'day';
  if (dated) {
    rest = dated.rest;
    precision = about ? 'about' : dated.precision;
    const timed = dated.precision === 'day' ? leadingTime(rest) : null;
    if (timed) {
      ({ time, rest } = timed);
      if (!about) precision = 'minute';
    }
  }
  let issue: number | null = null;
  rest = rest.replace(/(^|\s)#(\d{1,3})(?=\s|$)/g, (_all, before: string, number: string) => {
    issue ??= Number(number);
    return before;
  });
  let state: Fact['state'] = 'known';
  rest = rest.replace(/\s*\((alleged|disputed)\)\s*$/i, (_all, word: string) => {
    state = word.toLowerCase() as Fact['state'];
    return '';
  });
  let source: ReadFact['source'] = null;
  // The longest mark first, so that P-1 does not take the place of P-12.
  for (const { mark, exhibitId } of [...marks].sort((a, b) => b.mark.length - a.mark.length)) {
    const escaped = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = new RegExp(
      `(?:^|\\s)${escaped}(?:,?\\s+((?:pp?|paras?|cl|msgs?|messages?|rows?|s)\\.?\\s*[\\d–, -]+\\d|[\\d:–-]+))?\\s*$`,
      'i',
    ).exec(rest);
    if (!found) continue;
    source = { exhibitId, pin: found[1]?.trim() ?? null };
    rest = rest.slice(0, found.index);
    break;
  }
  const text = rest
    .replace(/^[\s,:–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, date: dated?.date ?? null, time, precision, state, issue, source };
}
