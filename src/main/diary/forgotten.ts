import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { Result } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates/days.ts';

/** How long a matter may lie without anything done before it counts as forgotten. */
const QUIET_DAYS = 60;
/** What was entered so soon after the matter came in with it, in days: ten minutes. */
const WITH_THE_FILE = 10 / 1440;

type Forgotten = Result<'diary.forgotten'>[number];

/** What nobody would think of by looking at a calendar, because it isn't in it. */
export async function forgotten({ db, clock }: Query): Promise<Forgotten[]> {
  const today = clock.today();
  const { rows } = await sql<Forgotten>`
    WITH live AS MATERIALIZED (
      SELECT p.id, p.matter_id, p.number_text, m.title FROM proceeding p JOIN matter m ON m.id = p.matter_id
      WHERE p.deleted_at IS NULL AND m.deleted_at IS NULL AND m.closed_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM court_order o WHERE o.proceeding_id = p.id AND o.kind = 'disposal' AND o.deleted_at IS NULL)
    ),
    -- The hearings are by far the most rows: they are gone through once.
    heard AS MATERIALIZED (
      SELECT matter_id, proceeding_id, max(CASE WHEN date <= ${today} THEN date END) AS last,
        min(CASE WHEN date >= ${today} THEN date END) AS next, max(updated_at) AS worked_at,
        sum(date < ${today} AND outcome IS NULL) AS waiting
      FROM hearing WHERE deleted_at IS NULL GROUP BY proceeding_id
    ),
    ahead AS MATERIALIZED (SELECT DISTINCT matter_id FROM heard WHERE next IS NOT NULL),
    open_matter AS MATERIALIZED (
      SELECT * FROM matter WHERE deleted_at IS NULL AND closed_on IS NULL AND id NOT IN (SELECT matter_id FROM ahead)
    ),
    -- What happened in the case, and what was worked on later than with the file itself: to bring an old file in is no work on it.
    happened AS (
      SELECT matter_id, last AS day FROM heard
      UNION ALL SELECT matter_id, date FROM court_order WHERE deleted_at IS NULL AND date <= ${today}
      UNION ALL SELECT matter_id, filed_on FROM filing WHERE deleted_at IS NULL AND filed_on <= ${today}
      UNION ALL SELECT matter_id, done_on FROM task WHERE deleted_at IS NULL AND done_on <= ${today}
      UNION ALL SELECT w.matter_id, substr(w.at, 1, 10) FROM (
        SELECT id AS matter_id, updated_at AS at FROM open_matter UNION ALL SELECT matter_id, worked_at FROM heard
        UNION ALL SELECT matter_id, updated_at FROM fact UNION ALL SELECT matter_id, updated_at FROM exhibit
        UNION ALL SELECT matter_id, updated_at FROM draft UNION ALL SELECT matter_id, updated_at FROM task
        UNION ALL SELECT matter_id, updated_at FROM deadline
      ) w JOIN open_matter f ON f.id = w.matter_id WHERE julianday(w.at) - julianday(f.created_at) > ${WITH_THE_FILE}
    ),
    lately AS MATERIALIZED (SELECT matter_id, max(day) AS day FROM happened GROUP BY matter_id)
    SELECT 'no-next-date' AS kind, live.matter_id AS "matterId", live.title AS "matterTitle", live.id AS "proceedingId",
      live.number_text AS "numberText", heard.last AS since, NULL AS detail
    FROM live LEFT JOIN heard ON heard.proceeding_id = live.id WHERE heard.next IS NULL
    UNION ALL
    SELECT 'outcome-missing', h.matter_id, m.title, h.proceeding_id, p.number_text, h.date, h.purpose
    FROM heard JOIN hearing h ON h.proceeding_id = heard.proceeding_id JOIN proceeding p ON p.id = h.proceeding_id
      JOIN matter m ON m.id = h.matter_id
    WHERE heard.waiting > 0 AND h.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL AND h.date < ${today}
      AND h.outcome IS NULL
    UNION ALL
    SELECT 'no-deadline', m.id, m.title, NULL, NULL, NULL, NULL FROM open_matter m
    WHERE NOT EXISTS (SELECT 1 FROM deadline d WHERE d.matter_id = m.id AND d.deleted_at IS NULL AND d.state = 'open')
    UNION ALL
    SELECT 'quiet', m.id, m.title, NULL, NULL, max(m.opened_on, coalesce(l.day, '')), NULL
    FROM open_matter m LEFT JOIN lately l ON l.matter_id = m.id
    WHERE max(m.opened_on, coalesce(l.day, '')) < ${addDays(today, -QUIET_DAYS)}
    UNION ALL
    SELECT 'interim-lapses', o.matter_id, m.title, o.proceeding_id, p.number_text, o.interim_until, o.summary
    FROM court_order o JOIN proceeding p ON p.id = o.proceeding_id JOIN matter m ON m.id = o.matter_id
      LEFT JOIN heard n ON n.proceeding_id = o.proceeding_id
    WHERE o.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL AND o.kind = 'interim' AND o.interim_ended_on IS NULL
      AND o.interim_until >= ${today} AND (n.next IS NULL OR n.next > o.interim_until)
    ORDER BY kind, "matterTitle"`.execute(db as never);
  return rows;
}
