import { sql } from 'kysely';
import type { ReadDb } from '#main/store/database.ts';
import type { Result } from '#shared/contract/index.ts';
import { clashesOf } from '#shared/domain/diary/clashes.ts';

export type DiaryHearing = Result<'diary.between'>['hearings'][number];
type BareHearing = Omit<DiaryHearing, 'clashes'>;

/** Columns and joins of a hearing in the diary; `h` is the hearing, `p` its proceeding, `m` the matter. */
const HEARING = sql`
  SELECT h.id, h.matter_id AS "matterId", m.title AS "matterTitle", h.proceeding_id AS "proceedingId", p.forum,
    p.forum_name AS "forumName", p.seat, p.number_text AS "numberText", h.date, h.time, h.room, coalesce(h.bench, p.bench) AS bench,
    h.purpose, h.outcome, h.adjourned_by AS "adjournedBy", h.what_happened AS "whatHappened", h.next_on AS "nextOn"
  FROM hearing h JOIN proceeding p ON p.id = h.proceeding_id JOIN matter m ON m.id = h.matter_id
  WHERE h.deleted_at IS NULL AND p.deleted_at IS NULL AND m.deleted_at IS NULL`;

/** The hearings from one day to another, by hour; of one matter, or of all. */
export async function hearingsBetween(db: ReadDb, from: string, to: string, matterId: string | null = null) {
  const { rows } = await sql<BareHearing>`${HEARING} AND h.date BETWEEN ${from} AND ${to}
    ${matterId === null ? sql`` : sql`AND h.proceeding_id IN (SELECT id FROM proceeding WHERE matter_id = ${matterId})`}
    ORDER BY h.date, h.time IS NULL, h.time, p.forum_name, m.title`.execute(db as never);
  return clashesOf(rows);
}

/** The hearings before a day that nobody has said the outcome of, oldest first. @returns the first ones, and how many there are */
export async function withoutOutcome(db: ReadDb, before: string, most: number) {
  const { rows } = await sql<BareHearing & { count: number }>`
    SELECT *, count(*) OVER () AS count FROM (${HEARING} AND h.outcome IS NULL AND h.date < ${before})
    ORDER BY date, time IS NULL, time LIMIT ${most}`.execute(db as never);
  return {
    hearings: rows.map(({ count: _, ...hearing }) => ({ ...hearing, clashes: [] })),
    count: rows[0]?.count ?? 0,
  };
}
