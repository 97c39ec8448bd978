import type { Block, BlockDocument } from '../blocks/blocks.ts';
import { bold, heading, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { Moved } from '../diary/moves.ts';
import { type Change, changesSince, type Since } from '../diary/since.ts';

/** What changed since a hearing, as it is printed. */
export interface SinceSheet extends Since {
  matterTitle: string;
  numberText: string | null;
  last: { date: string; purpose: string | null } | null;
  next: { date: string; time: string | null; purpose: string | null } | null;
}

const TITLES: Record<Change['part'], string> = {
  orders: 'Orders',
  filings: 'Filings',
  deadlines: 'Deadlines',
  facts: 'Facts',
  exhibits: 'Exhibits',
  tasks: 'Tasks',
};

/** Half a page holds so many lines of each kind; the rest is counted. */
const MOST = 4;
const LONGEST = 150;

/** "Since last hearing" on half a page: for the brief, on the way to court. */
export function sinceDocument(sheet: SinceSheet): BlockDocument {
  const name = [sheet.numberText, sheet.matterTitle].filter(Boolean).join(', ');
  const last = sheet.last ? `Last hearing ${longDate(sheet.last.date)}${of(sheet.last.purpose)}` : 'No hearing yet';
  const next = sheet.next
    ? `next ${longDate(sheet.next.date)}${sheet.next.time ? ` at ${sheet.next.time}` : ''}${of(sheet.next.purpose)}`
    : 'no next date';
  const parts = [...Map.groupBy(changesSince(sheet), ({ part }) => part)].flatMap(([part, changes]) =>
    section(TITLES[part], changes.map(lineOf)),
  );
  return {
    meta: printMeta('Since the last hearing', name, { size: 10 }),
    blocks: [
      heading(1, name, { align: 'start' }),
      para(quiet(`${last}; ${next}.`)),
      { kind: 'space', lines: 0, rule: true },
      ...(parts.length > 0
        ? parts
        : [para(sheet.last ? 'Nothing was entered since.' : 'There is nothing to compare with.')]),
    ],
  };
}

const of = (purpose: string | null) => (purpose ? ` (${purpose})` : '');

function lineOf(change: Change): string {
  const { on, text } = change;
  if (change.part === 'deadlines') return moved(change.moved);
  if (change.part === 'tasks') return `${change.done ? '☑' : '☐'} ${cut(text)}${on ? `, ${longDate(on)}` : ''}`;
  return on ? `${longDate(on)}: ${cut(text)}` : cut(text);
}

function moved({ title, was, is, why }: Moved): string {
  const days =
    was !== null && is !== null && was !== is
      ? `${longDate(was)} → ${longDate(is)}`
      : is !== null
        ? longDate(is)
        : was !== null
          ? `was ${longDate(was)}`
          : 'no day';
  return `${cut(title)}: ${days} (${why})`;
}

function cut(text: string): string {
  const [first = ''] = text.trim().split('\n');
  const signs = [...first];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('').trimEnd()}…` : first;
}

function section(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST;
  return lines
    .slice(0, MOST)
    .map((line, at) => para(at === 0 ? [bold(`${title}: `), line] : line, { tight: true }))
    .concat(more > 0 ? [para(quiet(`and ${more} more`), { tight: true })] : []);
}
