import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { deadlinesBetween } from './deadline-list.ts';
import { hearingsBetween } from './hearings.ts';

/** Everything of some days: hearings with their clashes, open deadlines, tasks. */
export async function between({ db }: Query, { from, to }: Given<'diary.between'>): Promise<Result<'diary.between'>> {
  const tasks = await sql<Result<'diary.between'>['tasks'][number]>`
    SELECT t.id, t.matter_id AS "matterId", m.title AS "matterTitle", t.proceeding_id AS "proceedingId", t.title, t.due_on AS "on",
      t.done_on AS "doneOn"
    FROM task t JOIN matter m ON m.id = t.matter_id
    WHERE t.deleted_at IS NULL AND m.deleted_at IS NULL AND t.due_on BETWEEN ${from} AND ${to} ORDER BY t.due_on`.execute(
    db as never,
  );
  return {
    hearings: await hearingsBetween(db, from, to),
    deadlines: await deadlinesBetween(db, from, to),
    tasks: tasks.rows,
  };
}

export async function load({ db }: Query, { from, to }: Given<'diary.load'>): Promise<Result<'diary.load'>> {
  const { rows } = await sql<Result<'diary.load'>[number]>`
    SELECT date, sum(hearings) AS hearings, sum(deadlines) AS deadlines FROM (
      SELECT date, 1 AS hearings, 0 AS deadlines FROM hearing WHERE deleted_at IS NULL AND date BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT coalesce(override_on, due_on), 0, 1 FROM deadline
        WHERE deleted_at IS NULL AND state = 'open' AND coalesce(override_on, due_on) BETWEEN ${from} AND ${to}
    ) GROUP BY date ORDER BY date`.execute(db as never);
  return rows;
}

/** What is ahead for one matter. */
export async function ofMatter(
  { db, clock }: Query,
  { matterId }: Given<'diary.ofMatter'>,
): Promise<Result<'diary.ofMatter'>> {
  const today = clock.today();
  const own = <T extends 'deadline' | 'task' | 'payment'>(table: T) =>
    db
      .selectFrom(table as 'task')
      .selectAll()
      .where('matterId', '=', matterId)
      .where('deletedAt', 'is', null);
  return {
    hearings: await hearingsBetween(db, today, '9999-12-31', matterId),
    deadlines: (await own('deadline').orderBy('dueOn').execute()) as never,
    tasks: (await own('task').where('doneOn', 'is', null).orderBy('dueOn').execute()) as never,
    payments: (await own('payment')
      .orderBy('paidOn' as never)
      .execute()) as never,
  };
}
