import type { Command, Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

export async function listProceedings({ db }: Query, { matterId }: Given<'proceedings.list'>) {
  return typed<Result<'proceedings.list'>>(await proceedingsOf(db, matterId));
}

export async function getProceeding(
  { db }: Query,
  { id }: Given<'proceedings.get'>,
): Promise<Result<'proceedings.get'>> {
  const proceeding = await find(db, 'proceeding', id);
  const own = (table: 'hearing' | 'courtOrder' | 'filing' | 'service') =>
    db.selectFrom(table).selectAll().where('proceedingId', '=', id).where('deletedAt', 'is', null);
  return typed({
    proceeding,
    links: await db
      .selectFrom('proceedingLink')
      .selectAll()
      .where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]))
      .execute(),
    parties: await db
      .selectFrom('proceedingParty')
      .innerJoin('party', 'party.id', 'proceedingParty.partyId')
      .select(['proceedingParty.id', 'proceedingParty.partyId', 'proceedingParty.role', 'party.name', 'party.isClient'])
      .where('proceedingParty.proceedingId', '=', id)
      .where('party.deletedAt', 'is', null)
      .orderBy('proceedingParty.position')
      .execute(),
    hearings: await own('hearing')
      .orderBy('date' as never)
      .orderBy('time' as never)
      .execute(),
    orders: await own('courtOrder')
      .orderBy('date' as never)
      .execute(),
    filings: await own('filing')
      .orderBy('filedOn' as never)
      .execute(),
    objections: await db
      .selectFrom('objection')
      .innerJoin('filing', 'filing.id', 'objection.filingId')
      .selectAll('objection')
      .where('filing.proceedingId', '=', id)
      .where('objection.deletedAt', 'is', null)
      .orderBy('objection.raisedOn')
      .execute(),
    services: await own('service')
      .orderBy('servedOn' as never)
      .execute(),
    copies: await db
      .selectFrom('certifiedCopy')
      .innerJoin('courtOrder', 'courtOrder.id', 'certifiedCopy.orderId')
      .selectAll('certifiedCopy')
      .where('courtOrder.proceedingId', '=', id)
      .where('certifiedCopy.deletedAt', 'is', null)
      .orderBy('certifiedCopy.appliedOn')
      .execute(),
  });
}

export async function proceedingMap(
  { db }: Query,
  { matterId }: Given<'proceedings.map'>,
): Promise<Result<'proceedings.map'>> {
  const proceedings = await proceedingsOf(db, matterId);
  const present = new Set(proceedings.map(({ id }) => id));
  const links = await db.selectFrom('proceedingLink').selectAll().where('matterId', '=', matterId).execute();
  const orders = await ordersOf(db, matterId);
  const hearings = await db
    .selectFrom('hearing')
    .select(['id', 'proceedingId', 'date', 'purpose'])
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .execute();
  return typed({
    proceedings,
    links: links.filter(({ fromId, toId }) => present.has(fromId) && present.has(toId)),
    orders: orders.filter(({ proceedingId }) => present.has(proceedingId)),
    hearings: hearings.filter(({ proceedingId }) => present.has(proceedingId)),
  });
}

export async function addProceeding(context: Command, { links, ...fields }: Given<'proceedings.add'>) {
  await find(context.db, 'matter', fields.matterId);
  const last = await context.db
    .selectFrom('proceeding')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('matterId', '=', fields.matterId)
    .executeTakeFirst();
  const id = await create(context, 'proceeding', { ...fields, position: (last?.position ?? 0) + 1 });
  for (const link of links) await linkProceedings(context, { fromId: id, ...link });
  return { id };
}

export async function editProceeding(context: Command, { id, ...fields }: Given<'proceedings.edit'>) {
  await change(context, 'proceeding', id, fields);
  return null;
}

export async function removeProceeding(context: Command, { id }: Given<'proceedings.remove'>) {
  await bin(context, 'proceeding', id);
  return null;
}

/** Links two proceedings of one matter; the later one is *from*: it is an appeal from, a writ against, … the other. */
export async function linkProceedings({ db, newId }: Command, link: Given<'proceedings.link'>) {
  const from = await find(db, 'proceeding', link.fromId);
  const to = await find(db, 'proceeding', link.toId);
  if (from.id === to.id) throw problem('self-link', 'A proceeding cannot be linked to itself.', { field: 'toId' });
  if (from.matterId !== to.matterId) {
    throw problem('other-matter', 'Only proceedings of the same matter can be linked.', { field: 'toId' });
  }
  const same = await db
    .selectFrom('proceedingLink')
    .select('id')
    .where('fromId', '=', from.id)
    .where('toId', '=', to.id)
    .where('kind', '=', link.kind)
    .executeTakeFirst();
  if (same) return { id: same.id };
  const id = newId();
  await db
    .insertInto('proceedingLink')
    .values({ id, matterId: from.matterId, ...link })
    .execute();
  return { id };
}

export async function unlinkProceedings({ db }: Command, { id }: Given<'proceedings.unlink'>) {
  await db.deleteFrom('proceedingLink').where('id', '=', id).execute();
  return null;
}

export async function setParties({ db, newId }: Command, { proceedingId, parties }: Given<'proceedings.setParties'>) {
  const { matterId } = await find(db, 'proceeding', proceedingId);
  await db.deleteFrom('proceedingParty').where('proceedingId', '=', proceedingId).execute();
  for (const [position, { partyId, role }] of parties.entries()) {
    const party = await find(db, 'party', partyId);
    if (party.matterId !== matterId)
      throw problem('other-matter', 'This party belongs to another matter.', { field: 'parties' });
    await db
      .insertInto('proceedingParty')
      .values({ id: newId(), matterId, proceedingId, partyId, role, position })
      .execute();
  }
  return null;
}

function proceedingsOf(db: ReadDb, matterId: string) {
  return db
    .selectFrom('proceeding')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('filedOn')
    .orderBy('position')
    .execute();
}

/** All orders of a matter that are not in the bin, oldest first. */
export function ordersOf(db: ReadDb, matterId: string) {
  return db
    .selectFrom('courtOrder')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute();
}
