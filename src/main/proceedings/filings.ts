import { recountClocks } from '#main/diary/service.ts';
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

type Kept = 'filing' | 'objection' | 'service';

/** The edit of one kind of record. */
export const editOf =
  (table: Kept) =>
  async (context: Command, { id, ...fields }: { id: string }): Promise<null> => {
    await change(context, table, id, fields);
    return null;
  };

/** The removal of one kind of record, into the bin. */
export const removeOf =
  (table: Kept) =>
  async (context: Command, { id }: { id: string }): Promise<null> => {
    await bin(context, table, id);
    return null;
  };
