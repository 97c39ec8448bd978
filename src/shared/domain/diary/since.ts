import type { Moved } from './moves.ts';

interface Made {
  id: string;
  on: string;
  text: string;
}

/** What changed since a hearing, as the diary finds it. */
export interface Since {
  orders: readonly Made[];
  filings: readonly Made[];
  deadlines: readonly Moved[];
  facts: readonly Made[];
  exhibits: readonly Made[];
  tasks: readonly { id: string; on: string | null; text: string; done: boolean }[];
}

/** One change: what it concerns, and its day, `YYYY-MM-DD`; of a deadline the day that holds now, else the one that fell away. */
export type Change = { id: string; on: string | null; text: string } & (
  | { part: 'orders' | 'filings' | 'facts' | 'exhibits' }
  | { part: 'deadlines'; moved: Moved }
  | { part: 'tasks'; done: boolean }
);

/** Every change, in the order in which it is told: on the printed half page, in the diary and on a matter's first page. */
export function changesSince({ orders, filings, deadlines, facts, exhibits, tasks }: Since): Change[] {
  const made = (part: 'orders' | 'filings' | 'facts' | 'exhibits', rows: readonly Made[]) =>
    rows.map(({ id, on, text }): Change => ({ part, id, on, text }));
  return [
    ...made('orders', orders),
    ...made('filings', filings),
    ...deadlines.map(
      (moved): Change => ({ part: 'deadlines', id: moved.id, on: moved.is ?? moved.was, text: moved.title, moved }),
    ),
    ...made('facts', facts),
    ...made('exhibits', exhibits),
    ...tasks.map(({ id, on, text, done }): Change => ({ part: 'tasks', id, on, text, done })),
  ];
}
