import { offersAgainst } from '#main/diary/service.ts';
import type { Query } from '#main/services.ts';
import type { ReadDb, Row } from '#main/store/database.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { proposeEffect } from '#shared/domain/disposals/effect.ts';
import type { OpenWay, StatusRecords } from '#shared/domain/status/records.ts';
import { statusStatement } from '#shared/domain/status/statement.ts';
import { getPack } from '#shared/packs/library.ts';
import type { Pack } from '#shared/packs/pack.ts';
import { ordersOf } from './proceedings.ts';

/** The status of a matter, or of one proceeding, as of a day. */
export async function statusOf(
  context: Query,
  { matterId, proceedingId, asOf, language }: Given<'proceedings.status'>,
): Promise<Result<'proceedings.status'>> {
  if (proceedingId !== undefined) await find(context.db, 'proceeding', proceedingId);
  const today = context.clock.today();
  const day = asOf ?? today;
  const records = await statusRecords(context, matterId, day);
  const statement = statusStatement(records, { asOf: day, today, language, proceedingId });
  const byId = new Map(records.proceedings.map((each) => [each.id, each]));
  return {
    ...statement,
    proceedings: statement.proceedings.map((each) => {
      const { forum, forumName, numberText, type } = byId.get(each.proceedingId)!;
      return { ...each, forum, forumName, numberText, title: type };
    }),
  };
}

/** The status of every matter in which a party of this name, or this alias, is our client. */
export async function statusOfClient(
  context: Query,
  { client, asOf, language }: Given<'proceedings.statusOfClient'>,
): Promise<Result<'proceedings.statusOfClient'>> {
  const { db, clock } = context;
  const wanted = client.trim().toLowerCase();
  const parties = await db
    .selectFrom('party')
    .leftJoin('partyAlias', 'partyAlias.partyId', 'party.id')
    .innerJoin('matter', 'matter.id', 'party.matterId')
    .select(['party.matterId', 'party.name', 'party.nameNative', 'partyAlias.name as alias'])
    .select(['matter.reference', 'matter.title'])
    .where('party.isClient', '=', 1)
    .where('party.deletedAt', 'is', null)
    .where('matter.deletedAt', 'is', null)
    .orderBy('matter.openedOn')
    .execute();
  const same = (name: string | null) => name?.trim().toLowerCase() === wanted;
  const found = parties.filter(({ name, nameNative, alias }) => same(name) || same(nameNative) || same(alias));
  const matters = new Map(found.map((party) => [party.matterId, party]));
  const day = asOf ?? clock.today();
  const statements: Result<'proceedings.statusOfClient'>['matters'] = [];
  for (const { matterId, reference, title } of matters.values()) {
    statements.push({ matterId, reference, title, status: await statusOf(context, { matterId, asOf: day, language }) });
  }
  return { asOf: day, client, matters: statements };
}

/** What usually follows from a ground, out of the matter's pack. */
export async function proposal(
  { db, services }: Query,
  { proceedingId, ground }: Given<'orders.proposal'>,
): Promise<Result<'orders.proposal'>> {
  const { matterId } = await find(db, 'proceeding', proceedingId);
  const { pack } = await find(db, 'matter', matterId);
  const proposed = proposeEffect(getPack(services.packs, pack), ground);
  return { ...proposed, disposals: [...proposed.disposals], warnings: [...proposed.warnings] };
}

/** The records of one matter that its status rests on. */
export async function statusRecords(context: Query, matterId: string, asOf: string): Promise<StatusRecords> {
  const { db, services } = context;
  const matter = await find(db, 'matter', matterId);
  const pack = services.packs.packs.get(matter.pack) ?? null;
  const proceedings = await db
    .selectFrom('proceeding')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .execute();
  const orders = await ordersOf(db, matterId);
  const copies = await db
    .selectFrom('certifiedCopy')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .execute();
  return {
    matter: { id: matter.id, title: matter.title, kind: matter.kind },
    proceedings: proceedings.map((each) => withNames(pack, each)),
    links: await db.selectFrom('proceedingLink').selectAll().where('matterId', '=', matterId).execute(),
    orders: orders.map((order) => ({ ...order, shownBy: shownBy(order, copies) })),
    hearings: await db
      .selectFrom('hearing')
      .select(['id', 'proceedingId', 'date', 'purpose'])
      .where('matterId', '=', matterId)
      .where('deletedAt', 'is', null)
      .execute(),
    findings: await findingsOf(db, matterId),
    ways: pack ? await openWays(context, orders, asOf) : [],
  };
}

function withNames(pack: Pack | null, proceeding: Row<'proceeding'>): StatusRecords['proceedings'][number] {
  const forum = pack?.forums.find(({ id }) => id === proceeding.forum);
  const type = pack?.types.find(({ id }) => id === proceeding.type);
  return {
    ...proceeding,
    forumNative: forum?.titleNative ?? null,
    type: type?.title ?? proceeding.type,
    typeNative: type?.titleNative ?? null,
  };
}

function shownBy(
  order: Row<'courtOrder'>,
  copies: readonly Row<'certifiedCopy'>[],
): StatusRecords['orders'][number]['shownBy'] {
  const ready = copies.find(({ orderId, readyOn }) => orderId === order.id && readyOn !== null);
  if (ready) return { kind: 'certified-copy', readyOn: ready.readyOn! };
  return order.exhibitId === null ? null : { kind: 'exhibit' };
}

async function findingsOf(db: ReadDb, matterId: string): Promise<StatusRecords['findings']> {
  const rows = await db
    .selectFrom('issueFinding')
    .innerJoin('issue', 'issue.id', 'issueFinding.issueId')
    .select([
      'issueFinding.id',
      'issueFinding.proceedingId',
      'issueFinding.orderId',
      'issueFinding.result',
      'issue.kind',
    ])
    .where('issueFinding.matterId', '=', matterId)
    .where('issue.deletedAt', 'is', null)
    .execute();
  return rows.map(({ kind, ...finding }) => ({ ...finding, onAllegation: kind === 'allegation' }));
}

/** The ways that were still open on the day against the last order of each proceeding. */
async function openWays(context: Query, orders: readonly Row<'courtOrder'>[], asOf: string): Promise<OpenWay[]> {
  const last = new Map<string, Row<'courtOrder'>>();
  for (const order of orders) if (order.kind === 'disposal' && order.date <= asOf) last.set(order.proceedingId, order);
  const ways: OpenWay[] = [];
  for (const order of last.values()) {
    const { offers } = await offersAgainst(context, order, { today: asOf });
    for (const { lies, title, titleNative, deadline } of offers) {
      const due = deadline?.sense === 'by' ? deadline.due?.slice(0, 10) : undefined;
      if (!lies || !deadline || due === undefined || due < asOf) continue;
      ways.push({ orderId: order.id, title, titleNative, due, citation: deadline.citation });
    }
  }
  return ways;
}
