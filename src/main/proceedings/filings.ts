import { copiesOf, move, movesOf, movesOfService, shownMoves } from '#main/diary/service.ts';
import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';

/** Filings with the registry's objections, service of papers, and certified copies. */

export async function listFilings({ db }: Query, { proceedingId }: Given<'filings.list'>) {
  const rows = await db
    .selectFrom('filing')
    .selectAll()
    .where('proceedingId', '=', proceedingId)
    .where('deletedAt', 'is', null)
    .orderBy('filedOn')
    .execute();
  return typed<Result<'filings.list'>>(rows);
}

export async function addFiling(context: Command, fields: Given<'filings.add'>) {
  const { matterId } = await find(context.db, 'proceeding', fields.proceedingId);
  return { id: await create(context, 'filing', { matterId, ...fields }) };
}

export async function addObjection(context: Command, fields: Given<'objections.add'>) {
  const { matterId } = await find(context.db, 'filing', fields.filingId);
  return { id: await create(context, 'objection', { matterId, ...fields }) };
}

export async function addService(context: Command, fields: Given<'services.add'>) {
  const { matterId } = await find(context.db, 'proceeding', fields.proceedingId);
  return { id: await create(context, 'service', { matterId, ...fields }) };
}

/** Changes a service; what was counted from its day moves with it in the same step. */
export async function editService(context: Command, { id, ...fields }: Given<'services.edit'>) {
  const before = await find(context.db, 'service', id);
  await change(context, 'service', id, fields);
  if (fields.servedOn !== undefined) await move(context, await movesOfService(context, before, fields.servedOn));
  return null;
}

/** Where deadlines would go if a paper had been served on another day. */
export async function serviceMoves(
  context: Query,
  { id, servedOn }: Given<'services.moves'>,
): Promise<Result<'services.moves'>> {
  return shownMoves(await movesOfService(context, await find(context.db, 'service', id), servedOn));
}

/** Where the clocks of an order would go if a certified copy had these days. */
export async function copyMoves(
  context: Query,
  { id, orderId, appliedOn, readyOn }: Given<'copies.moves'>,
): Promise<Result<'copies.moves'>> {
  const order = await find(context.db, 'courtOrder', orderId);
  const others = (await copiesOf(context.db, orderId)).filter((copy) => copy.id !== id);
  return shownMoves(await movesOf(context, order, order, [...others, { appliedOn, readyOn }]));
}

async function recountClocks(context: Command, orderId: string) {
  const order = await find(context.db, 'courtOrder', orderId);
  await move(context, await movesOf(context, order, order));
}

export async function addCopy(context: Command, fields: Given<'copies.add'>) {
  const { matterId } = await find(context.db, 'courtOrder', fields.orderId);
  const id = await create(context, 'certifiedCopy', { matterId, ...fields });
  await recountClocks(context, fields.orderId);
  return { id };
}

export async function editCopy(context: Command, { id, ...fields }: Given<'copies.edit'>) {
  const { orderId } = await find(context.db, 'certifiedCopy', id);
  await change(context, 'certifiedCopy', id, fields);
  await recountClocks(context, orderId);
  return null;
}

export async function removeCopy(context: Command, { id }: Given<'copies.remove'>) {
  const { orderId } = await find(context.db, 'certifiedCopy', id);
  await bin(context, 'certifiedCopy', id);
  await recountClocks(context, orderId);
  return null;
}

type Kept = 'filing' | 'objection';
type Removed = Kept | 'service';

/** The edit of one kind of record. */
export const editOf =
  (table: Kept) =>
  async (context: Command, { id, ...fields }: { id: string }): Promise<null> => {
    await change(context, table, id, fields);
    return null;
  };

/** The removal of one kind of record, into the bin. */
export const removeOf =
  (table: Removed) =>
  async (context: Command, { id }: { id: string }): Promise<null> => {
    await bin(context, table, id);
    return null;
  };
