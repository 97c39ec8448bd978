import type { Command } from '#main/services.ts';
import { bin, change, create, find } from '#main/store/rows.ts';
import type { Given } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

export async function addHearing(context: Command, fields: Given<'hearings.add'>) {
  const { matterId } = await find(context.db, 'proceeding', fields.proceedingId);
  return { id: await create(context, 'hearing', { matterId, ...fields }) };
}

export async function editHearing(context: Command, { id, ...fields }: Given<'hearings.edit'>) {
  await change(context, 'hearing', id, fields);
  return null;
}

export async function removeHearing(context: Command, { id }: Given<'hearings.remove'>) {
  await bin(context, 'hearing', id);
  return null;
}

/**
 * Records what happened at a hearing, and lists the next one in the same step.
 * @throws ProblemError `next-date-before` where the next date is not after the hearing
 */
export async function recordOutcome(context: Command, { id, nextTime, ...outcome }: Given<'hearings.recordOutcome'>) {
  const { db } = context;
  const hearing = await find(db, 'hearing', id);
  if (outcome.nextOn !== null && outcome.nextOn <= hearing.date) {
    throw problem('next-date-before', 'The next date must be after this hearing. Nothing was saved.', {
      field: 'nextOn',
    });
  }
  await change(context, 'hearing', id, outcome);
  if (outcome.nextOn === null) return { nextHearingId: null };
  const listed = await db
    .selectFrom('hearing')
    .select('id')
    .where('proceedingId', '=', hearing.proceedingId)
    .where('date', '=', outcome.nextOn)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (listed) return { nextHearingId: listed.id };
  const { matterId, proceedingId, room, bench } = hearing;
  const next = {
    matterId,
    proceedingId,
    date: outcome.nextOn,
    time: nextTime,
    room,
    bench,
    purpose: outcome.nextPurpose,
  };
  return { nextHearingId: await create(context, 'hearing', next) };
}
