import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates/days.ts';

type DiaryHearing = Result<'diary.between'>['hearings'][number];

/** How long a matter may lie without anything done before it counts as forgotten. */
const QUIET_DAYS = 60;

/** Everything of some days: hearings with their clashes, open deadlines, tasks. */
export async function between({ db }: Query, { from, to }: Given<'diary.between'>): Promise<Result<'diary.between'>> {
  const deadlines = await sql<Result<'diary.between'>['deadlines'][number]>`
    SELECT d.id, d.matter_id AS "matterId", m.title AS "matterTitle", d.proceeding_id AS "proceedingId", p.number_text AS "numberText",
      d.title, coalesce(d.override_on, d.due_on) AS "on", d.safe_on AS "safeOn", d.citation, d.confidence, d.state
    FROM deadline d JOIN matter m ON m.id = d.matter_id LEFT JOIN proceeding p ON p.id = d.proceeding_id
    WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL AND d.state != 'waived'
      AND coalesce(d.override_on, d.due_on) BETWEEN ${from} AND ${to}
    ORDER BY "on", m.title`.execute(db as never);
  const tasks = await sql<Result<'diary.between'>['tasks'][number]>`
    SELECT t.id, t.matter_id AS "matterId", m.title AS "matterTitle", t.proceeding_id AS "proceedingId", t.title, t.due_on AS "on",
      t.done_on AS "doneOn"
    FROM task t JOIN matter m ON m.id = t.matter_id
    WHERE t.deleted_at IS NULL AND m.deleted_at IS NULL AND t.due_on BETWEEN ${from} AND ${to} ORDER BY t.due_on`.execute(
    db as never,
  );
  return { hearings: withClashes(await hearingsBetween(db, from, to)), deadlines: deadlines.rows, tasks: tasks.rows };
}

type BareHearing = Omit<DiaryHearing, 'clashes'>;

async function hearingsBetween(
  db: ReadDb,
  from: string,
  to: string,
  matterId: string | null = null,
): Promise<BareHearing[]> {
  const { rows } = await sql<BareHearing>`
    SELECT h.id, h.matter_id AS "matterId", m.title AS "matterTitle", h.proceeding_id AS "proceedingId", p.forum, p.forum_name AS "forumName",
      p.seat, p.number_text AS "numberText", h.date, h.time, h.room, coalesce(h.bench, p.bench) AS bench, h.purpose, h.outcome,
      h.adjourned_by AS "adjournedBy", h.what_happened AS "whatHappened", h.next_on AS "nextOn"
    FROM hearing h JOIN proceeding p ON p.id = h.proceeding_id JOIN matter m ON m.id = h.matter_id
    WHERE h.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL AND h.date BETWEEN ${from} AND ${to}
      AND (${matterId} IS NULL OR h.matter_id = ${matterId})
    ORDER BY h.date, h.time IS NULL, h.time, p.forum_name`.execute(db as never);
  return rows;
}

/** A person cannot stand in two courts at one hour. */
function withClashes(hearings: BareHearing[]): DiaryHearing[] {
  const byHour = Map.groupBy(hearings, ({ date, time }) => `${date} ${time}`);
  return hearings.map((hearing) => {
    const same = hearing.time === null ? [] : (byHour.get(`${hearing.date} ${hearing.time}`) ?? []);
    const place = ({ forumName, seat, room }: BareHearing) => `${forumName}/${seat}/${room}`;
    return { ...hearing, clashes: same.filter((other) => place(other) !== place(hearing)).map(({ id }) => id) };
  });
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

type Forgotten = Result<'diary.forgotten'>[number];

/** What nobody would think of by looking at a calendar, because it isn't in it. */
export async function forgotten({ db, clock }: Query): Promise<Forgotten[]> {
  const today = clock.today();
  const { rows } = await sql<Forgotten>`
    WITH live AS (
      SELECT p.id, p.matter_id, p.number_text, m.title FROM proceeding p JOIN matter m ON m.id = p.matter_id
      WHERE p.deleted_at IS NULL AND m.deleted_at IS NULL AND m.closed_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM court_order o WHERE o.proceeding_id = p.id AND o.kind = 'disposal' AND o.deleted_at IS NULL)
    ),
    next_hearing AS (
      SELECT proceeding_id, min(date) AS date FROM hearing WHERE deleted_at IS NULL AND date >= ${today} GROUP BY proceeding_id
    )
    SELECT 'no-next-date' AS kind, live.matter_id AS "matterId", live.title AS "matterTitle", live.id AS "proceedingId",
      live.number_text AS "numberText", (SELECT max(date) FROM hearing h WHERE h.proceeding_id = live.id AND h.deleted_at IS NULL) AS since,
      NULL AS detail
    FROM live LEFT JOIN next_hearing n ON n.proceeding_id = live.id WHERE n.date IS NULL
    UNION ALL
    SELECT 'outcome-missing', h.matter_id, m.title, h.proceeding_id, p.number_text, h.date, h.purpose
    FROM hearing h JOIN proceeding p ON p.id = h.proceeding_id JOIN matter m ON m.id = h.matter_id
    WHERE h.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL AND h.date < ${today} AND h.outcome IS NULL
    UNION ALL
    SELECT 'no-deadline', m.id, m.title, NULL, NULL, NULL, NULL FROM matter m
    WHERE m.deleted_at IS NULL AND m.closed_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.matter_id = m.id AND d.deleted_at IS NULL AND d.state = 'open')
      AND NOT EXISTS (SELECT 1 FROM hearing h WHERE h.matter_id = m.id AND h.deleted_at IS NULL AND h.date >= ${today})
    UNION ALL
    SELECT 'quiet', m.id, m.title, NULL, NULL, substr(max(last.at), 1, 10), NULL
    FROM matter m JOIN (
      SELECT id AS matter_id, updated_at AS at FROM matter
      UNION ALL SELECT matter_id, updated_at FROM hearing UNION ALL SELECT matter_id, updated_at FROM court_order
      UNION ALL SELECT matter_id, updated_at FROM fact UNION ALL SELECT matter_id, updated_at FROM exhibit
      UNION ALL SELECT matter_id, updated_at FROM draft UNION ALL SELECT matter_id, updated_at FROM task
    ) last ON last.matter_id = m.id
    WHERE m.deleted_at IS NULL AND m.closed_on IS NULL GROUP BY m.id HAVING substr(max(last.at), 1, 10) < ${addDays(today, -QUIET_DAYS)}
    UNION ALL
    SELECT 'interim-lapses', o.matter_id, m.title, o.proceeding_id, p.number_text, o.interim_until, o.summary
    FROM court_order o JOIN proceeding p ON p.id = o.proceeding_id JOIN matter m ON m.id = o.matter_id
      LEFT JOIN next_hearing n ON n.proceeding_id = o.proceeding_id
    WHERE o.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL AND o.kind = 'interim' AND o.interim_ended_on IS NULL
      AND o.interim_until >= ${today} AND (n.date IS NULL OR n.date > o.interim_until)
    ORDER BY kind, "matterTitle"`.execute(db as never);
  return rows;
}

/** What is ahead for one matter, and what changed in it since its last hearing. */
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
  const last = await db
    .selectFrom('hearing')
    .select(({ fn }) => fn.max('date').as('date'))
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .where('date', '<', today)
    .executeTakeFirst();
  const lastHearingOn = last?.date ?? null;
  return {
    hearings: withClashes(await hearingsBetween(db, today, '9999-12-31', matterId)),
    deadlines: (await own('deadline').orderBy('dueOn').execute()) as never,
    tasks: (await own('task').where('doneOn', 'is', null).orderBy('dueOn').execute()) as never,
    payments: (await own('payment')
      .orderBy('paidOn' as never)
      .execute()) as never,
    sinceLastHearing: await since(db, matterId, lastHearingOn),
    lastHearingOn,
  };
}

/** What was entered since a day, newest first. */
async function since(
  db: ReadDb,
  matterId: string,
  day: string | null,
): Promise<Result<'diary.ofMatter'>['sinceLastHearing']> {
  if (day === null) return [];
  const { rows } = await sql<Result<'diary.ofMatter'>['sinceLastHearing'][number]>`
    SELECT at, what, "table", id FROM (
      SELECT created_at AS at, coalesce(summary, disposal, interim_kind, kind) AS what, 'court_order' AS "table", id, deleted_at, matter_id FROM court_order
      UNION ALL SELECT created_at, title, 'exhibit', id, deleted_at, matter_id FROM exhibit
      UNION ALL SELECT created_at, text, 'fact', id, deleted_at, matter_id FROM fact
      UNION ALL SELECT created_at, title, 'filing', id, deleted_at, matter_id FROM filing
      UNION ALL SELECT updated_at, title, 'deadline', id, deleted_at, matter_id FROM deadline
    ) WHERE matter_id = ${matterId} AND deleted_at IS NULL AND at > ${`${day}T23:59:59.999Z`} ORDER BY at DESC LIMIT 50`.execute(
    db as never,
  );
  return rows;
}
