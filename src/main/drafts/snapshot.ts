import type { Query } from '#main/services.ts';
import type { ReadDb, Row } from '#main/store/database.ts';
import { find } from '#main/store/rows.ts';
import { AUDIENCES, type DraftForm, draftForm } from '#shared/contract/drafts.ts';
import { sectionLetter } from '#shared/domain/bundles/labels.ts';
import { disposalInWords } from '#shared/domain/disposals/words.ts';
import type {
  DraftSnapshot,
  SnapshotAnnexure,
  SnapshotOrder,
  SnapshotParty,
} from '#shared/domain/drafting/snapshot.ts';
import { ruleFor, templateOf } from '#shared/domain/drafting/templates.ts';
import { definitionFor } from '#shared/domain/filing-check/definitions.ts';
import { isHiddenFrom } from '#shared/domain/leakcheck/audience.ts';
import { limitationOf } from './limitation.ts';

/** The advocate's own part of a draft. */
export function formOf(draft: Row<'draft'>): DraftForm {
  return draftForm.parse(JSON.parse(draft.form));
}

/** Everything that a template may say, as the records are now. */
export async function snapshotOf({ db, clock, services }: Query, draft: Row<'draft'>): Promise<DraftSnapshot> {
  const matter = await find(db, 'matter', draft.matterId);
  const proceeding = draft.proceedingId === null ? null : await find(db, 'proceeding', draft.proceedingId);
  const form = formOf(draft);
  const parties = await partiesOf(db, draft);
  const annexures = await annexuresOf(db, draft.id);
  // What came after the document was made, or is dated, has no place in it.
  const until = form.verification.date ?? proceeding?.filedOn ?? null;
  const isBefore = (date: string | null) => until === null || date === null || date <= until;
  const facts = await factsOf(db, matter.id);
  const marked = new Map(
    annexures.flatMap(({ exhibitId, orderId, id }) => [[exhibitId ?? orderId ?? id, id] as const]),
  );
  const shownBy = (factId: string) =>
    facts.sources
      .filter((source) => source.factId === factId)
      .flatMap(({ exhibitId, orderId }) => marked.get(exhibitId ?? orderId ?? '') ?? []);
  const pack = services.packs.packs.get(matter.pack);
  const impugned = form.impugnedOrderId === null ? null : await impugnedOrder(db, form.impugnedOrderId, annexures);
  const rule = ruleFor(templateOf(draft.template), proceeding?.forum ?? '');
  const organisation = parties.find(({ role }) => role === 'organisation');
  return {
    today: clock.today(),
    audience: draft.audience as DraftSnapshot['audience'],
    matter: { id: matter.id, title: matter.title, reference: matter.reference },
    pack: { id: matter.pack, name: pack?.title ?? matter.pack },
    forum: { kind: proceeding?.forum ?? '', name: proceeding?.forumName ?? '', place: proceeding?.seat ?? null },
    proceeding: {
      id: proceeding?.id ?? '',
      numberText: proceeding?.numberText ?? null,
      year: proceeding?.year ?? null,
      type: proceeding?.type ?? null,
      filedOn: proceeding?.filedOn ?? null,
    },
    parties: parties.map(snapshotParty),
    inCause: await causeOf(db, draft.proceedingId),
    organisation: organisation
      ? { name: organisation.name, address: organisation.address, employer: organisation.notes }
      : matter.organisation === null
        ? null
        : { name: matter.organisation, address: null, employer: null },
    standing: { ...form.standing, definition: pack ? definitionFor(pack, matter.incidentFrom) : null },
    incidents: facts.rows
      .filter(({ isIncident }) => isIncident)
      .map((fact) => ({
        id: fact.id,
        date: fact.date,
        precision: fact.precision as 'day',
        dateTo: fact.dateTo,
        time: fact.time,
        place: fact.place,
        act: fact.text,
        words: null,
        witnessIds: parties
          .filter(({ role, name }) => role === 'witness' && fact.witnesses?.includes(name))
          .map(({ id }) => id),
        otherWitnesses: fact.witnesses,
        effect: fact.effect,
        annexures: shownBy(fact.id),
      })),
    continuing: form.continuing,
    reporting: form.reporting.map((entry) => ({ ...entry, annexures: [] })),
    facts: facts.rows
      .filter(({ isIncident, state, date }) => !isIncident && state !== 'disputed' && isBefore(date))
      .map((fact) => ({
        date: fact.date,
        precision: fact.precision as 'day',
        text: fact.text,
        annexures: shownBy(fact.id),
      })),
    witnesses: parties.filter(({ role }) => role === 'witness').map(({ id, notes }) => ({ partyId: id, about: notes })),
    annexures,
    prayers: form.prayers,
    parallel: (await parallelOf(db, matter.id, draft.proceedingId)).filter(({ filedOn }) => isBefore(filedOn)),
    delay: form.delay,
    confidentiality: form.confidentiality,
    verification: form.verification,
    counsel: form.counsel,
    impugned,
    limitation:
      impugned && pack && rule !== null && pack.rules.has(rule)
        ? limitationOf(pack, rule, impugned, form.verification.date, clock.today())
        : null,
    grounds: form.grounds,
    answers: form.answers,
  };
}

async function partiesOf(db: ReadDb, draft: Row<'draft'>) {
  const parties = await db
    .selectFrom('party')
    .selectAll()
    .where('matterId', '=', draft.matterId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute();
  const aliases = await db
    .selectFrom('partyAlias')
    .select(['partyId', 'name'])
    .where('matterId', '=', draft.matterId)
    .execute();
  return parties.map((party) => ({
    ...party,
    aliases: aliases.filter(({ partyId }) => partyId === party.id).map(({ name }) => name),
  }));
}

async function causeOf(db: ReadDb, proceedingId: string | null): Promise<string[]> {
  if (proceedingId === null) return [];
  const rows = await db
    .selectFrom('proceedingParty')
    .select('partyId')
    .where('proceedingId', '=', proceedingId)
    .orderBy('position')
    .execute();
  return rows.map(({ partyId }) => partyId);
}

function snapshotParty(party: Row<'party'> & { aliases: string[] }): SnapshotParty {
  const visibility = { ...party, isProtected: party.protected === 1 };
  return {
    id: party.id,
    role: party.role,
    side: party.side as SnapshotParty['side'],
    kind: party.kind as SnapshotParty['kind'],
    name: party.name,
    nameNative: party.nameNative,
    aliases: party.aliases,
    isClient: party.isClient === 1,
    isProtected: party.protected === 1,
    pseudonym: party.pseudonym,
    pseudonymFor: AUDIENCES.filter((audience) => isHiddenFrom(visibility, audience)),
    parentage: party.parentage,
    cnic: party.idNumber,
    occupation: party.occupation,
    address: party.address,
  };
}

async function factsOf(db: ReadDb, matterId: string) {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('time')
    .execute();
  const sources = await db.selectFrom('factSource').selectAll().where('matterId', '=', matterId).execute();
  return { rows, sources };
}

/** The annexures of a draft, marked A, B, C … in their order: the mark is never stored, so it renumbers by itself. */
export async function annexuresOf(
  db: ReadDb,
  draftId: string,
): Promise<(SnapshotAnnexure & { exhibitId: string | null; orderId: string | null })[]> {
  const rows = await db
    .selectFrom('annexure')
    .leftJoin('exhibit', 'exhibit.id', 'annexure.exhibitId')
    .leftJoin('courtOrder', 'courtOrder.id', 'annexure.orderId')
    .leftJoin('proceeding', 'proceeding.id', 'courtOrder.proceedingId')
    .select([
      'annexure.id',
      'annexure.exhibitId',
      'annexure.orderId',
      'annexure.title',
      'exhibit.title as exhibitTitle',
      'exhibit.madeOn',
      'exhibit.deletedAt as exhibitGone',
      'courtOrder.date as orderDate',
      'proceeding.forumName',
    ])
    .select(({ selectFrom }) => [
      selectFrom('exhibitFile')
        .select(({ fn }) => fn.sum<number>('exhibitFile.pages').as('n'))
        .whereRef('exhibitFile.exhibitId', '=', 'annexure.exhibitId')
        .as('pages'),
    ])
    .where('draftId', '=', draftId)
    .orderBy('annexure.position')
    .execute();
  return rows.map((row, i) => ({
    id: row.id,
    exhibitId: row.exhibitId,
    orderId: row.orderId,
    mark: sectionLetter(i),
    title: row.title ?? row.exhibitTitle ?? (row.orderDate ? `Order of ${row.forumName}` : ''),
    date: row.madeOn ?? row.orderDate ?? null,
    pages: row.pages ?? null,
    form: null,
  }));
}

async function parallelOf(db: ReadDb, matterId: string, except: string | null) {
  const rows = await db
    .selectFrom('proceeding')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('filedOn')
    .execute();
  return rows
    .filter(({ id }) => id !== except)
    .map((row) => ({
      title: row.title ?? row.type,
      filedOn: row.filedOn,
      forum: row.forumName,
      numberText: row.numberText,
      status: row.stage ?? 'pending',
    }));
}

async function impugnedOrder(
  db: ReadDb,
  orderId: string,
  annexures: { orderId: string | null; id: string }[],
): Promise<SnapshotOrder> {
  const order = await find(db, 'courtOrder', orderId);
  const proceeding = await find(db, 'proceeding', order.proceedingId);
  const copy = await db
    .selectFrom('certifiedCopy')
    .selectAll()
    .where('orderId', '=', orderId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return {
    date: order.date,
    forumName: proceeding.forumName,
    proceedingText: proceeding.numberText,
    disposalText: disposalInWords(order),
    communicatedOn: order.communicatedOn,
    copy: copy ? { appliedOn: copy.appliedOn, readyOn: copy.readyOn, collectedOn: copy.collectedOn } : null,
    annexure: annexures.find((annexure) => annexure.orderId === orderId)?.id ?? null,
  };
}
