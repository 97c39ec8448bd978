import { type Line, whole } from './quick-words.ts';

export interface TimeReading {
  /** As it was typed. */
  text: string;
  at: number;
  /** `HH:MM`, the likeliest first; more than one are asked about. */
  options: string[];
  /** `half`: of the morning or of the afternoon. `several`: the line has more than one. */
  doubt: 'half' | 'several' | null;
}

interface Hour {
  options: string[];
  doubt: TimeReading['doubt'];
}

const MORNING = 'صبح|subah|morning';
const NOON = 'دوپہر|dopahar|dopehar|afternoon';
const EVENING = 'شام|sham|evening|رات|raat|night';
const CLOCK = '(\\d{1,2})(?:[:.](\\d{2}))?';
const BAJE = "(?:بجے|baje|bajay|o['’]?clock|hours|hrs)";

/** Takes the hours out of a line. @returns what was read, and what looks like an hour and is none: 25:00 */
export function takeTimes(line: Line): { times: TimeReading[]; unread: string[] } {
  const unread: string[] = [];
  const times: TimeReading[] = [
    ...line.takeAll(
      new RegExp(`(?<![\\p{L}\\d/:.])(?:at\\s+)?${CLOCK}\\s*([ap])\\.?\\s?m\\b\\.?(?!\\p{L})`, 'giu'),
      ([, h, m, half]) => or(of12(h!, m, half!.toLowerCase() === 'p')),
    ),
    ...line.takeAll(
      new RegExp(
        `(?<![\\p{L}\\d])(?:at\\s+|بوقت\\s+)?(${MORNING}|${NOON}|${EVENING})\\s+${CLOCK}(?:\\s*${BAJE})?(?![\\d/:])`,
        'giu',
      ),
      ([, part, h, m]) => or(of12(h!, m, isLate(part!, Number(h)))),
    ),
    ...line.takeAll(
      new RegExp(
        `(?<![\\p{L}\\d/:.])${CLOCK}\\s*${BAJE}?\\s+(?:in the\\s+)?(${MORNING}|${NOON}|${EVENING})(?!\\p{L})`,
        'giu',
      ),
      ([, h, m, part]) => or(of12(h!, m, isLate(part!, Number(h)))),
    ),
    ...line.takeAll(/(?<![\p{L}\d/:.])([01]\d|2[0-3])([0-5]\d)\s*(?:hrs|hours|h)(?!\p{L})/giu, ([, h, m]) =>
      or(of24(h!, m)),
    ),
    ...line.takeAll(
      new RegExp(`(?<![\\p{L}\\d/:.])(?:at\\s+|بوقت\\s+)?${CLOCK}\\s*${BAJE}(?!\\p{L})`, 'giu'),
      ([, h, m]) => or(bare(h!, m)),
    ),
    ...line.takeAll(/(?<![\p{L}\d/:.])(?:at\s+|بوقت\s+)?(\d{1,2}):(\d{2})(?![\d:])/giu, ([, h, m]) =>
      or(h!.length === 2 && h!.startsWith('0') ? of24(h!, m) : bare(h!, m)),
    ),
    ...line.takeAll(whole('(?:at\\s+)?noon'), (): Hour => ({ options: ['12:00'], doubt: null })),
  ];
  for (const none of times.filter(({ options }) => options.length === 0)) unread.push(none.text);
  return { times: times.filter(({ options }) => options.length > 0), unread };
}

/** Takes hours that are told by fewer signs, once days and numbers are out of the way: "at 2", "10.30". */
export function takeLooseTimes(line: Line): TimeReading[] {
  return [
    ...line.takeAll(/(?<![\p{L}\d/:.])(?:at\s+)?(\d{1,2})\.(\d{2})(?![\d:./])/giu, ([, h, m]) => bare(h!, m)),
    ...line.takeAll(/(?<![\p{L}\d])(?:at|@|بوقت)\s*(\d{1,2})(?![\d:./-])/giu, ([, h]) => bare(h!, undefined)),
  ];
}

/** The one hour that a line means. */
export function settleTime(times: readonly TimeReading[]): TimeReading | null {
  const sorted = [...times].sort((a, b) => a.at - b.at);
  const first = sorted[0];
  if (sorted.length < 2) return first ?? null;
  const options = [...new Set(sorted.flatMap((time) => time.options))];
  if (options.length === 1) return first!;
  return { text: sorted.map(({ text }) => text).join(', '), at: first!.at, options, doubt: 'several' };
}

const or = (hour: Hour | null): Hour => hour ?? { options: [], doubt: null };
const isLate = (part: string, hour: number) =>
  new RegExp(`^(?:${EVENING})$`, 'iu').test(part) || (new RegExp(`^(?:${NOON})$`, 'iu').test(part) && hour !== 11);

function of12(hour: string, minute: string | undefined, late: boolean): Hour | null {
  const h = Number(hour);
  if (h > 12) return of24(hour, minute);
  if (h === 0) return late ? null : of24(hour, minute);
  return of24(String((h % 12) + (late ? 12 : 0)), minute);
}

function of24(hour: string, minute: string | undefined): Hour | null {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 23 || m > 59) return null;
  return { options: [`${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`], doubt: null };
}

/** An hour of no half of the day. Courts sit from seven; "at 2" is most likely the afternoon, and is asked about. */
function bare(hour: string, minute: string | undefined): Hour | null {
  const h = Number(hour);
  const early = of24(hour, minute);
  if (!early || h < 1 || h > 6) return early;
  return { options: [...of24(String(h + 12), minute)!.options, ...early.options], doubt: 'half' };
}
