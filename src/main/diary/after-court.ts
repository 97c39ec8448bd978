import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { deadlinesOf } from './deadline-list.ts';
import { hearingsBetween, withoutOutcome } from './hearings.ts';

/** How many of those that were left from before are shown at once: they are worked off one by one. */
const MOST_LEFT = 200;

/** What the evening asks about: today's hearings, and those before that nobody has said the outcome of. */
export async function afterCourt({ db, clock }: Query): Promise<Result<'diary.afterCourt'>> {
  const today = clock.today();
  const before = await withoutOutcome(db, today, MOST_LEFT);
  return { today: await hearingsBetween(db, today, today), before: before.hearings, beforeCount: before.count };
}

/** What a result of a hearing rests on and touches. */
export async function aroundHearing(
  { db, clock }: Query,
  { id }: Given<'diary.aroundHearing'>,
): Promise<Result<'diary.aroundHearing'>> {
  const { proceedingId } = await find(db, 'hearing', id);
  const counts = await db
    .selectFrom('hearing')
    .select(['adjournedBy', ({ fn }) => fn.countAll<number>().as('n')])
    .where('proceedingId', '=', proceedingId)
    .where('deletedAt', 'is', null)
    .where('outcome', '=', 'adjourned')
    .groupBy('adjournedBy')
    .execute();
  const by = (who: string) => counts.find(({ adjournedBy }) => (adjournedBy ?? 'none') === who)?.n ?? 0;
  const interim = await sql<{ id: string; summary: string | null; until: string | null }>`
    SELECT id, coalesce(summary, interim_kind) AS summary, interim_until AS until FROM court_order
    WHERE proceeding_id = ${proceedingId} AND deleted_at IS NULL AND kind = 'interim' AND interim_ended_on IS NULL
      AND (interim_until IS NULL OR interim_until >= ${clock.today()}) ORDER BY interim_until`.execute(db as never);
  return {
    adjournments: { us: by('us'), 'other-side': by('other-side'), court: by('court'), none: by('none') },
    deadlines: await deadlinesOf(db, proceedingId),
    interim: interim.rows,
  };
}
