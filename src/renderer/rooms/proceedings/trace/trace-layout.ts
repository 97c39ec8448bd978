import type { Output } from '#shared/contract/index.ts';

type Computed = Output<'deadlines.compute'>;
type DrawnDay = NonNullable<Computed['days']>[number];
type Step = NonNullable<Computed['trace']>[number];

/** One cell of the drawn line: a day, or whole weeks of plain days folded into one. */
export interface Cell {
  from: string;
  to: string;
  /** How many days it stands for. */
  days: number;
  kind: string;
  /** The how-manieth day of the period; of a folded cell, its last. */
  count: number | null;
  note: string | null;
  /** Its width, in days that are drawn singly. */
  span: 1 | 2;
  isWeekend: boolean;
  isToday: boolean;
  isSafe: boolean;
  isTarget: boolean;
  startsMonth: boolean;
}

/** The days that are never folded away, beside those that are not plainly counted. */
export interface Landmarks {
  today: string;
  safe: string | null;
  target: string | null;
}

const WEEK = 7;
/** Days on both sides of a landmark that stay single. */
const AROUND = 1;

const dayOfWeek = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const plainDay = (date: string | null) => date?.slice(0, 10) ?? null;

/**
 * The cells of a count. Where it has more days than `most`, whole weeks of days that say nothing of their own fold into
 * one cell.
 */
export function cellsOf(days: readonly DrawnDay[], landmarks: Landmarks, most: number): Cell[] {
  const safe = plainDay(landmarks.safe);
  const target = plainDay(landmarks.target);
  const isMark = (day: DrawnDay) => [landmarks.today, safe, target].includes(day.date);
  const single = (day: DrawnDay): Cell => ({
    from: day.date,
    to: day.date,
    days: 1,
    kind: day.kind,
    count: day.count ?? null,
    note: day.note ?? null,
    span: 1,
    isWeekend: [0, 6].includes(dayOfWeek(day.date)),
    isToday: day.date === landmarks.today,
    isSafe: day.date === safe,
    isTarget: day.date === target,
    startsMonth: day.date.endsWith('-01'),
  });
  if (days.length <= most) return days.map(single);
  const isKept = days.map((day) => !FOLDS.has(day.kind) || isMark(day));
  const stays = days.map((_, at) => isKept.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(Boolean));
  const cells: Cell[] = [];
  for (let at = 0; at < days.length; ) {
    const end = runEnd(days, stays, at);
    const folded = stays[at] ? 0 : Math.floor((end - at) / WEEK) * WEEK;
    const first = end - folded;
    for (const day of days.slice(at, first)) cells.push(single(day));
    if (folded > 0) cells.push(fold(single(days[first]!), days[end - 1]!, folded));
    at = end;
  }
  return cells;
}

const FOLDS = new Set(['counted', 'excluded', 'closed']);

/** Where the run of days of one kind that begins at `at` ends; a day that stays is a run of its own. */
function runEnd(days: readonly DrawnDay[], stays: readonly boolean[], at: number): number {
  if (stays[at]) return at + 1;
  let end = at + 1;
  while (end < days.length && !stays[end] && days[end]!.kind === days[at]!.kind) end += 1;
  return end;
}

const fold = (first: Cell, last: DrawnDay, days: number): Cell => ({
  ...first,
  to: last.date,
  days,
  count: last.count ?? null,
  note: null,
  span: 2,
  isWeekend: false,
  startsMonth: false,
});

/** A flag over the line: where time runs from, today, the day that is worked to, the last day. */
export interface Flag {
  kind: 'start' | 'today' | 'safe' | 'due';
  date: string;
  /** Of the middle of its cell, in cells. */
  at: number;
  /** Its number in the list of steps. */
  number: number | null;
}

/** The flags of the days that matter, in the order of the line. */
export function flagsOf(cells: readonly Cell[], numbers: ReadonlyMap<string, number>): Flag[] {
  const flags: Flag[] = [];
  let at = 0;
  for (const cell of cells) {
    const kind = flagKind(cell);
    if (kind) flags.push({ kind, date: cell.to, at: at + cell.span / 2, number: numbers.get(cell.to) ?? null });
    at += cell.span;
  }
  return flags;
}

function flagKind(cell: Cell): Flag['kind'] | null {
  if (cell.kind === 'day0') return 'start';
  if (cell.kind === 'due') return 'due';
  if (cell.isSafe) return 'safe';
  return cell.isToday ? 'today' : null;
}

/** Where the words of a flag stand: in which row over the line, and on which side of their stem. */
export interface Place {
  row: number;
  side: 'after' | 'before';
}

const GAP = 10;
const ROWS = 4;

interface Taken extends Place {
  x: number;
  from: number;
  to: number;
}

/**
 * Places the words of the flags so that none covers another and no stem runs through one. The last day comes first: it
 * is what one looks for, and stands highest.
 *
 * @param flags the middle of each stem and the width of its words, in pixels from the start edge
 * @param width of the line
 */
export function placeFlags(flags: readonly { x: number; width: number }[], width: number): Place[] {
  const taken: Taken[] = [];
  const places = flags.toReversed().map(({ x, width: wide }) => {
    const found = candidates(x, wide).find((each) => isFree(each, taken, width));
    const place = found ?? { x, row: ROWS, side: 'before' as const, from: x - wide, to: x };
    taken.push(place);
    return { row: place.row, side: place.side };
  });
  return places.reverse();
}

function candidates(x: number, wide: number): Taken[] {
  return Array.from({ length: ROWS }, (_, row) => [
    { x, row, side: 'after' as const, from: x, to: x + wide },
    { x, row, side: 'before' as const, from: x - wide, to: x },
  ]).flat();
}

/** Stems run from their row down to the line: through the rows below theirs. */
function isFree({ x, row, from, to }: Taken, taken: readonly Taken[], width: number): boolean {
  if (from < -GAP || to > width + GAP) return false;
  return taken.every((other) => {
    if (other.row === row) return other.to + GAP <= from || to + GAP <= other.from;
    return other.row < row ? other.x < from || other.x > to : x < other.from || x > other.to;
  });
}

export interface NumberedStep extends Step {
  number: number;
}

/** The steps by their days, the days numbered: the same numbers stand on the flags. */
export function numberSteps(steps: readonly Step[]): { steps: NumberedStep[]; numbers: Map<string, number> } {
  const dates = [...new Set(steps.map(({ date }) => date.slice(0, 10)))].sort();
  const numbers = new Map(dates.map((date, at) => [date, at + 1]));
  const numbered = steps
    .map((step) => ({ ...step, number: numbers.get(step.date.slice(0, 10)) ?? 0 }))
    .sort((a, b) => a.number - b.number);
  return { steps: numbered, numbers };
}

/** A span under the line: the days that were counted, and each run that was left out. */
export interface Bracket {
  kind: 'counted' | 'excluded';
  from: number;
  to: number;
  days: number;
}

/** The brackets of a count. */
export function bracketsOf(cells: readonly Cell[]): Bracket[] {
  const left: Bracket[] = [];
  const counted: Bracket = { kind: 'counted', from: Number.NaN, to: 0, days: 0 };
  let at = 0;
  for (const cell of cells) {
    const end = at + cell.span;
    const last = left.at(-1);
    if (cell.kind === 'excluded' && last?.to === at) Object.assign(last, { to: end, days: last.days + cell.days });
    else if (cell.kind === 'excluded') left.push({ kind: 'excluded', from: at, to: end, days: cell.days });
    else if (cell.count !== null) {
      if (Number.isNaN(counted.from)) counted.from = at;
      counted.to = end;
      counted.days = Math.max(counted.days, cell.count);
    }
    at = end;
  }
  return counted.days > 0 ? [...left, counted] : left;
}
