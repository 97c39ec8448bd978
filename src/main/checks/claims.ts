import { statusRecords } from '#main/proceedings/service.ts';
import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { compareClaim } from '#shared/domain/claims/compare.ts';

/** Public claims of a matter, each beside what the record showed on that day; oldest first. */
export async function list(context: Query, { matterId }: Given<'claims.list'>): Promise<Result<'claims.list'>> {
  const rows = await context.db
    .selectFrom('publicClaim')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('saidOn')
    .execute();
  const today = context.clock.today();
  const compared: Result<'claims.list'> = [];
  for (const row of rows) {
    const records = await statusRecords(context, matterId, row.saidOn);
    compared.push({ claim: typed(row), ...compareClaim(row, records, today) });
  }
  return compared;
}

export async function add(context: Command, fields: Given<'claims.add'>) {
  await find(context.db, 'matter', fields.matterId);
  return { id: await create(context, 'publicClaim', fields) };
}

export async function edit(context: Command, { id, ...fields }: Given<'claims.edit'>) {
  await change(context, 'publicClaim', id, fields);
  return null;
}

export async function remove(context: Command, { id }: Given<'claims.remove'>) {
  await bin(context, 'publicClaim', id);
  return null;
}
