import type { Pack } from '../../packs/pack.ts';
import type { CalendarYear, ClosedDay } from '../../packs/schema-rules.ts';
import type { ForumId } from '../../packs/vocabulary.ts';
import { dayNumber, formatDay, parseDay, weekday } from '../dates/days.ts';

/** A run of days that the user knows of: a holiday that was notified, a strike, a closed registry. */
export interface ExtraClosure {
  from: string;
  to: string;
  name?: string | undefined;
  /** Closed only for periods that run forward, as state holidays are under FRCP 6(a). */
  forwardOnly?: boolean | undefined;
}
export interface CalendarOptions {
  region?: string | undefined;
  closures?: readonly ExtraClosure[] | undefined;
  /** Days that are open whatever the calendar says, `YYYY-MM-DD`. */
  openDays?: readonly string[] | undefined;
  /** Weekly days off in place of the pack's; 0 is Sunday. */
  weeklyOff?: readonly number[] | undefined;
}

const WEEKLY = 1;
const SATURDAY = 2;
const FIXED = 4;
const UNSURE = 8;
const MARGIN = 16;
const FORWARD = 32;
const OPENED = 64;
const CLOSED = WEEKLY | SATURDAY | FIXED | UNSURE;

/** Which days one forum is closed, as a table of flags, so that asking is one look-up. */
export interface Calendar {
  readonly base: number;
  readonly table: Uint8Array;
  /** Flags of the days of the week, Sunday first. */
  readonly week: readonly number[];
  /** What closed days are called. */
  readonly names: ReadonlyMap<number, string>;
  readonly years: ReadonlyMap<number, readonly CalendarYear[]>;
  /** Whether Saturday is closed only because nobody said otherwise. */
  readonly saturdayAssumed: boolean;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const plain = new WeakMap<Pack, Map<string, Calendar>>();

/** The calendar of one forum. Without options it is made once for each pack. */
export function calendarOf(pack: Pack, forum: ForumId, options: CalendarOptions = {}): Calendar {
  const special = options.region || options.closures?.length || options.openDays?.length || options.weeklyOff;
  if (special) return build(pack, forum, options);
  let known = plain.get(pack);
  if (!known) {
    known = new Map();
    plain.set(pack, known);
  }
  let calendar = known.get(forum);
  if (!calendar) {
    calendar = build(pack, forum, options);
    known.set(forum, calendar);
  }
  return calendar;
}

function build(pack: Pack, forum: ForumId, options: CalendarOptions): Calendar {
  const marks: { day: number; flag: number; name: string }[] = [];
  const mark = (from: number, to: number, flag: number, name: string) => {
    for (let day = from; day <= to; day++) marks.push({ day, flag, name });
  };
  const region = options.region ?? pack.region ?? undefined;
  for (const years of pack.calendars.values()) {
    for (const row of years.flatMap((year) => year.days)) {
      if (row.forums && !row.forums.includes(forum)) continue;
      if (row.region && row.region !== region) continue;
      markRow(row, mark);
    }
  }
  for (const { from, to, name, forwardOnly } of options.closures ?? []) {
    mark(must(from), must(to), FIXED | (forwardOnly ? FORWARD : 0), name ?? 'closed (entered by the user)');
  }
  for (const day of options.openDays ?? []) mark(must(day), must(day), OPENED, '');
  const days = marks.map(({ day }) => day);
  const base = days.length > 0 ? min(days) : dayNumber(2025, 1, 1);
  const table = new Uint8Array(days.length > 0 ? max(days) - base + 1 : 0);
  const names = new Map<number, string>();
  for (const { day, flag, name } of marks) {
    table[day - base] = (table[day - base] ?? 0) | flag;
    if (!name || flag === MARGIN) continue;
    const other = names.get(day);
    names.set(day, other && other !== name ? `${other}, ${name}` : name);
  }
  const { week, saturdayAssumed } = weekOf(pack, forum, options.weeklyOff);
  return { base, table, week, names, years: pack.calendars, saturdayAssumed };
}

function markRow(row: ClosedDay, mark: (from: number, to: number, flag: number, name: string) => void) {
  const from = must(row.date ?? row.from ?? '');
  const to = must(row.date ?? row.to ?? '');
  const forward = row.forwardOnly ? FORWARD : 0;
  mark(from, to, (row.certainty === 'fixed' ? FIXED : UNSURE) | forward, row.name);
  if (row.margin) {
    mark(from - row.margin, from - 1, MARGIN, row.name);
    mark(to + 1, to + row.margin, MARGIN, row.name);
  }
}

function weekOf(pack: Pack, forum: ForumId, given: readonly number[] | undefined) {
  const own = pack.forums.find(({ id }) => id === forum)?.weeklyOff;
  const off = given ?? (own ?? pack.closing.weeklyOff).map((name) => WEEKDAYS.indexOf(name));
  const saturdayAssumed = !given && !own && pack.closing.saturday === 'assumed' && off.includes(6);
  const week = WEEKDAYS.map((_, day) => {
    if (!off.includes(day)) return 0;
    return day === 6 && saturdayAssumed ? SATURDAY : WEEKLY;
  });
  return { week, saturdayAssumed };
}

const min = (days: readonly number[]) => days.reduce((a, b) => Math.min(a, b));
const max = (days: readonly number[]) => days.reduce((a, b) => Math.max(a, b));

function must(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`not a date: ${text}`);
  return day;
}

function flags(calendar: Calendar, day: number): number {
  const own = calendar.table[day - calendar.base] ?? 0;
  if (own & OPENED) return OPENED;
  return own | calendar.week[weekday(day)]!;
}

/** Whether the forum is closed, as the pack's calendar has it: what the due day is counted by. */
export function isClosed(calendar: Calendar, day: number, backward = false): boolean {
  const own = flags(calendar, day);
  if (backward && own & FORWARD && !(own & (WEEKLY | SATURDAY))) return false;
  return (own & CLOSED) !== 0;
}

/** Whether it might be open after all: an assumed Saturday, a moon day, a day that differs between courts. */
export function mayBeOpen(calendar: Calendar, day: number): boolean {
  return (flags(calendar, day) & (WEEKLY | FIXED)) === 0;
}

/** Whether nothing that is known or expected closes it. */
export function isSurelyOpen(calendar: Calendar, day: number): boolean {
  return (flags(calendar, day) & (CLOSED | MARGIN)) === 0;
}

/** Why a day is closed, in words; undefined where it is open. */
export function whyClosed(calendar: Calendar, day: number): string | undefined {
  const own = flags(calendar, day);
  if ((own & CLOSED) === 0) return undefined;
  const name = calendar.names.get(day);
  const unsure = own & UNSURE && !(own & FIXED) ? ', expected' : '';
  if (name) return `${name}${unsure}`;
  return weekday(day) === 0 ? 'Sunday' : weekday(day) === 6 ? 'Saturday' : 'weekly day off';
}

/** How many days may pass until a day fits; longer than any run of closed days. */
const FAR = 400;

/** The first day from this one on, in steps of `by`, for which `fits`; the day itself where none does. */
export function seek(day: number, by: 1 | -1, fits: (day: number) => boolean): number {
  for (let at = day, left = FAR; left > 0; at += by, left--) if (fits(at)) return at;
  return day;
}

/** What is to be said of the calendars of the years from one day to another. */
export function calendarGaps(calendar: Calendar, from: number, to: number): string[] {
  const said: string[] = [];
  const last = Number(formatDay(to).slice(0, 4));
  for (let year = Number(formatDay(from).slice(0, 4)); year <= last; year++) {
    const rows = calendar.years.get(year);
    if (!rows)
      said.push(`There is no calendar of ${year} in this pack: only the weekly days off were taken as closed.`);
    else if (rows.some((row) => !row.notified)) {
      said.push(
        `The holidays of ${year} are not notified yet: expected days were used, and the safe day takes them as open.`,
      );
    }
  }
  return said;
}
