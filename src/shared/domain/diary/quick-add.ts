import { type DateOrder, type DayReading, settleDay, takeDays, takeLooseDays } from './quick-date.ts';
import { type CaseNumber, takeNumbers, takeShortNumbers } from './quick-number.ts';
import { settleTime, type TimeReading, takeLooseTimes, takeTimes } from './quick-time.ts';
import { Line, whole } from './quick-words.ts';

/** What a line that was typed into the diary says, part by part. What is open has several options, or a doubt. */
export interface QuickEntry {
  kind: 'hearing' | 'task';
  /** More than one where the line names several cases. */
  numbers: CaseNumber[];
  day: DayReading | null;
  time: TimeReading | null;
  /** "Court 7". */
  room: string | null;
  purpose: string | null;
  /** What looks like a day or an hour and is none: 31/2/2027, 25:00. */
  unread: string[];
}

const TASK = /^\s*(?:task|to-?do|کام)(?:\s*[:،-]\s*|\s+)/iu;
const ROOM = whole(
  '(?:court(?:\\s*room)?|room|bench)\\s*(?:no\\.?\\s*)?(?:\\d{1,3}\\p{Lu}?)|(?:کمرہ\\s*)?عدالت\\s*(?:نمبر\\s*)?\\d{1,3}',
);
/** Words that only hold the parts of a line together. */
const FILLER =
  /^(?:[\s,;:–—-]|(?:for|at|on|in|is|re|the|to|date|dated|next|fixed|by|برائے|کو|بتاریخ|بوقت|تاریخ|میں|پر|کے|لیے|لئے|ko|ke|liye|me)(?=[\s,;:]|$))+/iu;
const TRAILING =
  /(?:[\s,;:–—-]|(?<=^|[\s,;:])(?:for|at|on|in|is|re|the|to|date|dated|next|fixed|by|برائے|کو|بتاریخ|بوقت|تاریخ|میں|پر|ko|me))+$/iu;

/**
 * Reads "W.P. 12345/2019 12 Dec 10am arguments". Nothing is guessed: a part that can be read in more than one way comes
 * with its readings, the likeliest first. A day of no year is the next such day.
 *
 * @param today `YYYY-MM-DD`
 * @param order how dates are written where the cases are
 */
export function readQuickAdd(text: string, today: string, order: DateOrder = 'dmy'): QuickEntry {
  const task = TASK.exec(text);
  const line = new Line(text);
  if (task) line.take(0, task[0].length);
  const dates = takeDays(line, today, order);
  const hours = takeTimes(line);
  const numbers = takeNumbers(line);
  const room = line.takeAll(ROOM, () => ({}))[0]?.text ?? null;
  const short = numbers.length > 0 ? [] : takeShortNumbers(line);
  const loose = takeLooseDays(line, today, order);
  const looseHours = takeLooseTimes(line);
  const purpose = line
    .rest()
    .map((piece) => piece.replace(FILLER, '').replace(TRAILING, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    kind: task ? 'task' : 'hearing',
    numbers: [...numbers, ...short],
    day: settleDay([...dates.days, ...loose.days]),
    time: settleTime([...hours.times, ...looseHours]),
    room,
    purpose: purpose || null,
    unread: [...dates.unread, ...hours.unread, ...loose.unread],
  };
}
