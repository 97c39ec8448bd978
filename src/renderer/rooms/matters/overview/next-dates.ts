import type { Output } from '#shared/contract/index.ts';

type Around = Output<'diary.ofMatter'>;

/** What is ahead in a matter: a hearing, a deadline, something to do. */
export interface NextDate {
  id: string;
  kind: 'hearing' | 'deadline' | 'task';
  on: string;
  what: string;
  detail: string;
  proceedingId: string | null;
}

/**
 * What is ahead, the nearest first; deadlines and tasks also when their day has passed.
 * @param today `YYYY-MM-DD`
 */
export function nextDates(around: Around, today: string): NextDate[] {
  const hearings = around.hearings
    .filter(({ date, outcome }) => date >= today && outcome === null)
    .map(
      ({ id, date, numberText, forumName, time, room, purpose, proceedingId }): NextDate => ({
        id,
        kind: 'hearing',
        on: date,
        what: numberText ?? forumName,
        detail: [time, room, purpose].filter(Boolean).join(', '),
        proceedingId,
      }),
    );
  const deadlines = around.deadlines.flatMap(
    ({ id, state, overrideOn, dueOn, title, citation, proceedingId }): NextDate[] => {
      const on = overrideOn ?? dueOn;
      if (state !== 'open' || on === null) return [];
      return [{ id, kind: 'deadline', on, what: title, detail: citation ?? '', proceedingId }];
    },
  );
  const tasks = around.tasks.flatMap(({ id, doneOn, dueOn, title, proceedingId }): NextDate[] =>
    doneOn === null && dueOn !== null ? [{ id, kind: 'task', on: dueOn, what: title, detail: '', proceedingId }] : [],
  );
  return [...hearings, ...deadlines, ...tasks].sort((a, b) => a.on.localeCompare(b.on));
}
