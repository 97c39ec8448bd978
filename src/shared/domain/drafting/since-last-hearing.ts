import type { Block, BlockDocument } from '../blocks/blocks.ts';
import { bold, heading, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { Moved } from '../diary/moves.ts';

interface Made {
  on: string;
  text: string;
}

/** What changed since a hearing, as it is printed. */
export interface SinceSheet {
  matterTitle: string;
  numberText: string | null;
  last: { date: string; purpose: string | null } | null;
  next: { date: string; time: string | null; purpose: string | null } | null;
  orders: readonly Made[];
  filings: readonly Made[];
  facts: readonly Made[];
  exhibits: readonly Made[];
  tasks: readonly { on: string | null; text: string; done: boolean }[];
  deadlines: readonly Moved[];
}

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
  const parts = [
    ...part('Orders', sheet.orders.map(dated)),
    ...part('Filings', sheet.filings.map(dated)),
    ...part('Deadlines', sheet.deadlines.map(moved)),
    ...part('Facts', sheet.facts.map(dated)),
    ...part('Exhibits', sheet.exhibits.map(dated)),
    ...part(
      'Tasks',
      sheet.tasks.map(({ on, text, done }) => `${done ? '☑' : '☐'} ${cut(text)}${on ? `, ${longDate(on)}` : ''}`),
    ),
  ];
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
const dated = ({ on, text }: Made) => `${longDate(on)}: ${cut(text)}`;

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

function part(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST;
  return lines
    .slice(0, MOST)
    .map((line, at) => para(at === 0 ? [bold(`${title}: `), line] : line, { tight: true }))
    .concat(more > 0 ? [para(quiet(`and ${more} more`), { tight: true })] : []);
}
