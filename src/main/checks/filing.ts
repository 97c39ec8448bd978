import { buildDraft, formOf, snapshotOf } from '#main/drafts/service.ts';
import type { Query } from '#main/services.ts';
import type { ReadDb, Row } from '#main/store/database.ts';
import { find } from '#main/store/rows.ts';

import { matchNames } from '#shared/domain/conflicts/match.ts';
import type { Filing, FilingDraft, ImpugnedOrder, OtherProceeding } from '#shared/domain/filing-check/filing.ts';
import { textOf } from '#shared/domain/filing-check/text-of.ts';
import { getPack } from '#shared/packs/library.ts';

/** The filing of a proceeding as the check sees it: the given draft, or the latest that is not filed yet. */
export async function filingOf(context: Query, proceedingId: string, draftId?: string): Promise<Filing> {
  const { db, clock, services } = context;
  const proceeding = await find(db, 'proceeding', proceedingId);
  const matter = await find(db, 'matter', proceeding.matterId);
  const draft = draftId === undefined ? await latestDraft(db, proceedingId) : await find(db, 'draft', draftId);
  const snapshot = draft ? await snapshotOf(context, draft) : null;
  const parties = await db
    .selectFrom('party')
    .selectAll()
    .where('matterId', '=', matter.id)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute();
  const joined = await partyIdsOf(db, proceedingId);
  const impugned = await impugnedOrder(db, proceedingId);
  const filings = await own(db, 'filing', proceedingId);
  const facts = await db
    .selectFrom('fact')
    .selectAll()
    .where('matterId', '=', matter.id)
    .where('isIncident', '=', 1)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .execute();
  const text = draft ? textOf((await buildDraft(context, draft.id)).document) : '';
  return {
    pack: getPack(services.packs, matter.pack),
    today: clock.today(),
    filingOn: proceeding.filedOn ?? draft?.filedOn ?? clock.today(),
    incidentOn: matter.incidentFrom ?? facts[0]?.date ?? null,
    proceeding,
    draft: draft && (await draftOf(context, draft, text)),
    parties: parties.map((party) => ({ ...party, isClient: party.isClient === 1 })),
    joined,
    organisation: snapshot?.organisation?.name ?? matter.organisation,
    incidents: facts.map(({ text: act, ...fact }) => ({ ...fact, act })),
    annexures: (snapshot?.annexures ?? []).map((annexure) => ({
      id: annexure.id,
      mark: annexure.mark,
      title: annexure.title,
      orderId: (annexure as { orderId?: string | null }).orderId ?? null,
      pages: annexure.pages,
    })),
    impugned,
    limitation: await limitationOf(db, proceedingId),
    others: await othersOf(db, matter.id, proceedingId),
    filings: filings.map(({ courtFeeMinor, feeReceipt, copies }) => ({
      feeMinor: courtFeeMinor,
      receipt: feeReceipt,
      copies,
    })),
    activity: await activityOf(db, matter.id),
    lastHearing: (await own(db, 'hearing', proceedingId)).sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1) ?? null,
    namesShown: draft ? namesIn(text, draft.audience, parties) : [],
  };
}

async function latestDraft(db: ReadDb, proceedingId: string): Promise<Row<'draft'> | null> {
  const draft = await db
    .selectFrom('draft')
    .selectAll()
    .where('proceedingId', '=', proceedingId)
    .where('deletedAt', 'is', null)
    .orderBy('filedOn', (order) => order.asc().nullsFirst())
    .orderBy('updatedAt', 'desc')
    .executeTakeFirst();
  return draft ?? null;
}

async function draftOf(context: Query, draft: Row<'draft'>, text: string): Promise<FilingDraft> {
  const form = formOf(draft);
  const { blanks, dangling } = await buildDraft(context, draft.id);
  return {
    id: draft.id,
    title: draft.title,
    template: draft.template,
    audience: draft.audience,
    state: draft.state,
    signedOn: draft.signedOn,
    changedOn: draft.updatedAt.slice(0, 10),
    blanks: blanks.map(({ id, label }) => ({ id, label })),
    dangling,
    standing: form.standing,
    delay: form.delay,
    prayers: form.prayers,
    verification: form.verification,
    counsel: form.counsel,
    answers: form.answers,
    text,
  };
}

function own<T extends 'filing' | 'hearing'>(db: ReadDb, table: T, proceedingId: string): Promise<Row<T>[]> {
  return db
    .selectFrom(table as 'filing')
    .selectAll()
    .where('proceedingId', '=', proceedingId)
    .where('deletedAt', 'is', null)
    .execute() as unknown as Promise<Row<T>[]>;
}

async function partyIdsOf(db: ReadDb, proceedingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('proceedingParty')
    .select('partyId')
    .where('proceedingId', '=', proceedingId)
    .execute();
  return rows.map(({ partyId }) => partyId);
}

/** The order that the proceeding is linked to, or the last one that ended the proceeding that it is linked to. */
async function impugnedOrder(db: ReadDb, proceedingId: string): Promise<ImpugnedOrder | null> {
  const link = await db
    .selectFrom('proceedingLink')
    .selectAll()
    .where('fromId', '=', proceedingId)
    .where('kind', 'not in', ['counter-to', 'parallel-to', 'remanded-to', 'transferred-to'])
    .executeTakeFirst();
  if (!link) return null;
  const order =
    link.orderId !== null
      ? await db.selectFrom('courtOrder').selectAll().where('id', '=', link.orderId).executeTakeFirst()
      : await db
          .selectFrom('courtOrder')
          .selectAll()
          .where('proceedingId', '=', link.toId)
          .where('kind', '=', 'disposal')
          .where('deletedAt', 'is', null)
          .orderBy('date', 'desc')
          .executeTakeFirst();
  if (!order) return null;
  const below = await find(db, 'proceeding', order.proceedingId);
  const copy = await db
    .selectFrom('certifiedCopy')
    .select('id')
    .where('orderId', '=', order.id)
    .where('readyOn', 'is not', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return {
    id: order.id,
    date: order.date,
    forum: below.forum,
    forumName: below.forumName,
    type: below.type,
    disposal: order.disposal,
    certified: copy !== undefined,
    partyIds: await partyIdsOf(db, below.id),
  };
}

/** The open clock of the filing, or the one that its remedy was chosen with. */
async function limitationOf(db: ReadDb, proceedingId: string): Promise<Filing['limitation']> {
  const clock = await db
    .selectFrom('deadline')
    .select(['dueOn', 'overrideOn', 'safeOn', 'rule', 'citation'])
    .where('proceedingId', '=', proceedingId)
    .where('remedy', 'is not', null)
    .where('deletedAt', 'is', null)
    .orderBy('dueOn')
    .executeTakeFirst();
  return clock
    ? { due: clock.overrideOn ?? clock.dueOn, safe: clock.safeOn, rule: clock.rule, citation: clock.citation }
    : null;
}

async function othersOf(db: ReadDb, matterId: string, proceedingId: string): Promise<OtherProceeding[]> {
  const rows = await db
    .selectFrom('proceeding')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('id', '!=', proceedingId)
    .where('deletedAt', 'is', null)
    .execute();
  const links = await db.selectFrom('proceedingLink').selectAll().where('matterId', '=', matterId).execute();
  const orders = await db
    .selectFrom('courtOrder')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('kind', '=', 'disposal')
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .execute();
  const others: OtherProceeding[] = [];
  for (const { id, numberText, type, forum, filedOn } of rows) {
    const last = orders.findLast((order) => order.proceedingId === id);
    others.push({
      id,
      name: numberText ?? type,
      type,
      forum,
      filedOn,
      pending: last === undefined,
      disposal: last?.disposal ?? null,
      ground: last?.ground ?? null,
      merits: last?.merits ?? null,
      summary: last?.summary ?? null,
      partyIds: await partyIdsOf(db, id),
      linked: inLine(id, proceedingId, links),
      beside: !inLine(id, proceedingId, links),
    });
  }
  return others;
}

/** Whether two proceedings stand in one line of orders and challenges. */
function inLine(id: string, other: string, links: readonly Row<'proceedingLink'>[]): boolean {
  const seen = new Set([other]);
  const line = links.filter(({ kind }) => kind !== 'counter-to' && kind !== 'parallel-to');
  for (let grew = true; grew; ) {
    grew = false;
    for (const { fromId, toId } of line) {
      if (seen.has(fromId) === seen.has(toId)) continue;
      seen.add(fromId).add(toId);
      grew = true;
    }
  }
  return seen.has(id);
}

/** Days on which the matter moved: filings, hearings and copies, for gaps that need a reason. */
async function activityOf(db: ReadDb, matterId: string): Promise<string[]> {
  const filed = await db.selectFrom('filing').select('filedOn as on').where('matterId', '=', matterId).execute();
  const heard = await db.selectFrom('hearing').select('date as on').where('matterId', '=', matterId).execute();
  const copied = await db
    .selectFrom('certifiedCopy')
    .select('readyOn as on')
    .where('matterId', '=', matterId)
    .execute();
  return [...filed, ...heard, ...copied].flatMap(({ on }) => on ?? []).sort();
}

/** Protected names that this document's readers are not to see, and that stand in it. */
function namesIn(text: string, audience: string, parties: readonly Row<'party'>[]) {
  const column = { court: 'courtSees', 'other-side': 'otherSideSees', public: 'publicSees' }[audience] ?? 'publicSees';
  const words = text.split(/\s+/);
  return parties
    .filter((party) => party.protected === 1 && party[column as 'publicSees'] === 'pseudonym')
    .filter(({ name }) => {
      const length = name.trim().split(/\s+/).length;
      return words.some(
        (_, at) => matchNames(name, words.slice(at, at + length).join(' '))?.likeness === 'very-likely',
      );
    })
    .map(({ name, pseudonym }) => ({ name, pseudonym }));
}
