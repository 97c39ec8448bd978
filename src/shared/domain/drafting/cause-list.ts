import type { Block, BlockDocument, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import { parseDay, weekday } from '../dates/days.ts';

/** What the diary has between two days, in the order in which each day shall print it. */
export interface CauseList {
  from: string;
  to: string;
  sample?: boolean;
  hearings: readonly ListedHearing[];
  deadlines: readonly { on: string; title: string; matterTitle: string; citation: string | null }[];
  tasks: readonly { on: string; title: string; matterTitle: string; doneOn: string | null }[];
}

export interface ListedHearing {
  date: string;
  time: string | null;
  forumName: string;
  room: string | null;
  numberText: string | null;
  matterTitle: string;
  purpose: string | null;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The hearings of each day by court, with room for the next date, and what falls due: on paper for the morning. */
export function causeListDocument(list: CauseList): BlockDocument {
  const span = list.from === list.to ? longDate(list.from) : `${longDate(list.from)} to ${longDate(list.to)}`;
  const days = [
    ...new Set([
      ...list.hearings.map(({ date }) => date),
      ...list.deadlines.map(({ on }) => on),
      ...list.tasks.map(({ on }) => on),
    ]),
  ].sort();
  return {
    meta: printMeta('Cause list', list.sample ? `${span} · sample` : span),
    blocks: [
      heading(1, `Cause list, ${span}`, { align: 'start' }),
      { kind: 'space', lines: 0, rule: true },
      ...days.flatMap((date) => dayOf(list, date)),
      ...(days.length === 0 ? [para('Nothing is listed or due in these days.')] : []),
    ],
  };
}

function dayOf(list: CauseList, date: string): Block[] {
  const number = parseDay(date);
  const name = number === undefined ? '' : `${DAYS[weekday(number)]}, `;
  const due = list.deadlines.filter(({ on }) => on === date);
  const tasks = list.tasks.filter(({ on, doneOn }) => on === date && doneOn === null);
  return [
    heading(2, `${name}${longDate(date)}`),
    ...due.map((each) => {
      const source = each.citation ? [' ', quiet(`(${each.citation})`)] : [];
      return para([bold('Last day: '), `${each.title}, ${each.matterTitle}`, ...source], {
        tight: true,
        keepNext: true,
      });
    }),
    ...hearings(list.hearings.filter((hearing) => hearing.date === date)),
    ...tasks.map((each) => para(['☐ ', `${each.title}, ${each.matterTitle}`], { tight: true })),
  ];
}

function hearings(list: readonly ListedHearing[]): Block[] {
  if (list.length === 0) return [];
  let serial = 0;
  const row = (hearing: ListedHearing): TableRow => {
    serial += 1;
    const place = [hearing.time, hearing.room].filter(Boolean).join(', ');
    return {
      cells: [
        inline(String(serial)),
        inline(place || '–'),
        inline(hearing.numberText ?? '–'),
        inline(hearing.matterTitle),
        inline(hearing.purpose ?? '–'),
        inline(''),
      ],
    };
  };
  const courts = [...new Set(list.map(({ forumName }) => forumName))];
  const rows = courts.flatMap((forum): TableRow[] => [
    { cells: [inline(forum)], part: true },
    ...list.filter(({ forumName }) => forumName === forum).map(row),
  ]);
  return [
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: 'No.', width: 1.2, align: 'end' },
        { header: 'Time, room', width: 3 },
        { header: 'Case', width: 4 },
        { header: 'Title', width: 6 },
        { header: 'For', width: 3.4 },
        { header: 'Next date', width: 3 },
      ],
      rows,
    },
  ];
}
