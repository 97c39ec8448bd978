import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';

export async function listParties({ db }: Query, { matterId }: Given<'parties.list'>): Promise<Result<'parties.list'>> {
  const parties = await db
    .selectFrom('party')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const aliases = await db
    .selectFrom('partyAlias')
    .selectAll()
    .where('matterId', '=', matterId)
    .orderBy('id')
    .execute();
  return typed(
    parties.map((party) => ({
      ...party,
      aliases: aliases.filter((alias) => alias.partyId === party.id).map((alias) => alias.name),
    })),
  );
}

export async function addParty(context: Command, { aliases, ...fields }: Given<'parties.add'>) {
  const last = await context.db
    .selectFrom('party')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('matterId', '=', fields.matterId)
    .executeTakeFirst();
  const id = await create(context, 'party', { ...fields, position: (last?.position ?? 0) + 1 } as never);
  await setAliases(context, fields.matterId, id, aliases);
  return { id };
}

export async function editParty(context: Command, { id, aliases, ...fields }: Given<'parties.edit'>) {
  const { matterId } = await find(context.db, 'party', id);
  await change(context, 'party', id, fields);
  if (aliases) await setAliases(context, matterId, id, aliases);
  return null;
}

export async function removeParty(context: Command, { id }: Given<'parties.remove'>) {
  await bin(context, 'party', id);
  return null;
}

async function setAliases({ db, newId }: Command, matterId: string, partyId: string, names: string[]) {
  await db.deleteFrom('partyAlias').where('partyId', '=', partyId).execute();
  for (const name of names)
    await db.insertInto('partyAlias').values({ id: newId(), matterId, partyId, name }).execute();
}
