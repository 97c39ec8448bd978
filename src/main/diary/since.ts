import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { type Moved, movesOf } from '#shared/domain/diary/moves.ts';

/**
 * What changed since the last hearing, of one proceeding or of the whole matter. Orders and filings count by their own
 * day, so that one of the hearing's day that was entered in the evening is among them; the rest by when it was entered,
 * leaving out what came in with the matter itself.
 */
export async function since(
  { db, clock }: Query,
  { matterId, proceedingId }: Given<'diary.since'>,
): Promise<Result<'diary.since'>> {
  const matter = await find(db, 'matter', matterId);
  const proceeding = proceedingId === null ? null : await find(db, 'proceeding', proceedingId);
  const hearings = await db
    .selectFrom('hearing')
    .select(['id', 'date', 'time', 'purpose', 'outcome'])
    .where('deletedAt', 'is', null)
    .where('proceedingId', 'in', (own) =>
      own
        .selectFrom('proceeding')
        .select('id')
        .where('matterId', '=', matterId)
        .$if(proceedingId !== null, (one) => one.where('id', '=', proceedingId!)),
    )
    .orderBy('date')
    .orderBy('time')
    .execute();
  const today = clock.today();
  // Today's hearing is the last one when its outcome is known, and the next one before that.
  const isPast = (hearing: { date: string; outcome: string | null }) =>
    hearing.date < today || (hearing.date === today && hearing.outcome !== null);
  const last = hearings.filter(isPast).at(-1) ?? null;
  const next = hearings.find((hearing) => !isPast(hearing)) ?? null;
  const base = {
    matterTitle: matter.title,
    numberText: proceeding?.numberText ?? null,
    last: last && { id: last.id, date: last.date, purpose: last.purpose, outcome: last.outcome as never },
    next: next && { date: next.date, time: next.time, purpose: next.purpose },
  };
  if (!last) return { ...base, orders: [], filings: [], facts: [], exhibits: [], tasks: [], deadlines: [] };
  const scope = { matterId, proceedingId, day: last.date, opened: matter.createdAt };
  return { ...base, ...(await records(db, scope)), deadlines: await movedDeadlines(db, scope) };
}

interface Scope {
  matterId: string;
  proceedingId: string | null;
  /** The day of the last hearing. */
  day: string;
  /** When the matter came into the vault. */
  opened: string;
}

const MOST = 60;
/** What was entered this soon after the matter, in days, came in with it. */
const WITH_THE_FILE = 10 / 1440;

async function records(db: ReadDb, { matterId, proceedingId, day, opened }: Scope) {
  const of = proceedingId === null ? sql`1` : sql`proceeding_id = ${proceedingId}`;
  const entered = sql`substr(created_at, 1, 10) >= ${day} AND julianday(created_at) - julianday(${opened}) > ${WITH_THE_FILE}`;
  const read = async (query: ReturnType<typeof sql>) =>
    (await query.execute(db as never)).rows as { id: string; on: string; text: string }[];
  const own = sql`matter_id = ${matterId} AND deleted_at IS NULL`;
  const tasks = await sql<{ id: string; on: string | null; text: string; done: number }>`
    SELECT id, coalesce(done_on, due_on) AS "on", title AS text, done_on IS NOT NULL AS done FROM task
    WHERE ${own} AND ${of} AND (done_on >= ${day} OR (done_on IS NULL AND ${entered})) ORDER BY done, "on" LIMIT ${MOST}`.execute(
    db as never,
  );
  return {
    orders: await read(sql`SELECT id, date AS "on", coalesce(summary, detail, disposal, interim_kind, kind) AS text
      FROM court_order WHERE ${own} AND ${of} AND date >= ${day} ORDER BY date LIMIT ${MOST}`),
    filings: await read(sql`SELECT id, coalesce(filed_on, substr(created_at, 1, 10)) AS "on", title AS text
      FROM filing WHERE ${own} AND ${of} AND (filed_on >= ${day} OR (filed_on IS NULL AND ${entered})) ORDER BY 2 LIMIT ${MOST}`),
    // Facts and exhibits belong to the matter, whichever proceeding is looked at.
    facts: await read(sql`SELECT id, coalesce(date, substr(created_at, 1, 10)) AS "on", text
      FROM fact WHERE ${own} AND ${entered} ORDER BY created_at LIMIT ${MOST}`),
    exhibits: await read(sql`SELECT id, substr(created_at, 1, 10) AS "on", title AS text
      FROM exhibit WHERE ${own} AND ${entered} ORDER BY created_at LIMIT ${MOST}`),
    tasks: tasks.rows.map(({ done, ...task }) => ({ ...task, done: done === 1 })),
  };
}

/** Deadlines that were set or moved, out of what undo remembers of each change. */
async function movedDeadlines(db: ReadDb, { matterId, proceedingId, day, opened }: Scope): Promise<Moved[]> {
  const { rows } = await sql<{ id: string; before: string | null; after: string | null }>`
    SELECT c.row_id AS id, c.before, c.after FROM change c JOIN command k ON k.id = c.command_id
    WHERE c.tbl = 'deadline' AND substr(k.at, 1, 10) >= ${day} AND julianday(k.at) - julianday(${opened}) > ${WITH_THE_FILE}
      AND c.row_id IN (SELECT id FROM deadline WHERE matter_id = ${matterId}
        ${proceedingId === null ? sql`` : sql`AND proceeding_id = ${proceedingId}`})
    ORDER BY c.id`.execute(db as never);
  return movesOf(rows);
}
