import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { URGENCIES } from '#shared/contract/diary.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates/days.ts';
import { NOW_WITHIN, SOON_WITHIN, urgencyOf } from '#shared/domain/diary/urgency.ts';

type DiaryDeadline = Result<'diary.between'>['deadlines'][number];

/** Columns and joins of a deadline in the diary; the day is the one that it is worked to. */
const DEADLINE = sql`
  SELECT d.id, d.matter_id AS "matterId", m.title AS "matterTitle", d.proceeding_id AS "proceedingId",
    p.number_text AS "numberText", d.title, coalesce(d.override_on, d.due_on) AS "on", d.safe_on AS "safeOn", d.citation,
    d.confidence, d.state
  FROM deadline d JOIN matter m ON m.id = d.matter_id LEFT JOIN proceeding p ON p.id = d.proceeding_id
  WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL AND p.deleted_at IS NULL`;

/** The deadlines that fall on some days, also those that were met; not what was waived. */
export async function deadlinesBetween(db: ReadDb, from: string, to: string): Promise<DiaryDeadline[]> {
  const { rows } = await sql<DiaryDeadline>`${DEADLINE} AND d.state != 'waived'
    AND coalesce(d.override_on, d.due_on) BETWEEN ${from} AND ${to} ORDER BY "on", m.title`.execute(db as never);
  return rows;
}

/** The open deadlines of one proceeding. */
export async function deadlinesOf(db: ReadDb, proceedingId: string): Promise<DiaryDeadline[]> {
  const { rows } = await sql<DiaryDeadline>`${DEADLINE} AND d.state = 'open' AND d.proceeding_id = ${proceedingId}
    AND coalesce(d.override_on, d.due_on) IS NOT NULL ORDER BY "on"`.execute(db as never);
  return rows;
}

/** Open deadlines by how near they are. */
export async function deadlines(
  { db, clock }: Query,
  { most }: Given<'diary.deadlines'>,
): Promise<Result<'diary.deadlines'>> {
  const today = clock.today();
  const [now, soon] = [addDays(today, NOW_WITHIN), addDays(today, SOON_WITHIN)];
  const { rows } = await sql<DiaryDeadline & { count: number }>`
    SELECT * FROM (
      SELECT *, count(*) OVER (PARTITION BY grade) AS count, row_number() OVER (PARTITION BY grade ORDER BY "on", id) AS place FROM (
        SELECT *, CASE WHEN "on" < ${today} THEN 0 WHEN "on" <= ${now} THEN 1 WHEN "on" <= ${soon} THEN 2 ELSE 3 END AS grade
        FROM (${DEADLINE} AND d.state = 'open' AND coalesce(d.override_on, d.due_on) IS NOT NULL)
      )
    ) WHERE place <= ${most} ORDER BY "on", "matterTitle"`.execute(db as never);
  return URGENCIES.map((urgency) => {
    const own = rows.filter(({ on }) => urgencyOf(on, today) === urgency);
    return { urgency, count: own[0]?.count ?? 0, deadlines: own };
  });
}
