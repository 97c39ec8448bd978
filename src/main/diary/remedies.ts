import { addProceeding, setParties } from '#main/proceedings/service.ts';
import type { Command, Query } from '#main/services.ts';
import { change, create, find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { TEMPLATES } from '#shared/domain/drafting/templates.ts';
import type { RemedyOffer } from '#shared/domain/remedies/list.ts';
import type { Pack } from '#shared/packs/pack.ts';
import { problem } from '#shared/problem.ts';
import { clockFields, offersAgainst } from './offers.ts';

/** What lies against an order, in order, with days left; and after it what does not, with the reason. */
export async function list(
  context: Query,
  { orderId, exclusions, facts }: Given<'remedies.list'>,
): Promise<Result<'remedies.list'>> {
  const { db, clock } = context;
  const order = await find(db, 'courtOrder', orderId);
  const { pack, offers } = await offersAgainst(context, order, {
    today: clock.today(),
    exclusions: exclusions?.map(({ evidence, ...span }) => ({ ...span, ...(evidence ? { evidence } : {}) })),
    facts: facts ?? {},
    trace: true,
  });
  const deadlines = await db
    .selectFrom('deadline')
    .select(['id', 'remedy', 'proceedingId'])
    .where('orderId', '=', orderId)
    .where('deletedAt', 'is', null)
    .execute();
  const links = await db
    .selectFrom('proceedingLink')
    .innerJoin('proceeding', 'proceeding.id', 'proceedingLink.fromId')
    .select(['proceedingLink.fromId', 'proceedingLink.kind', 'proceeding.forum'])
    .where('proceedingLink.toId', '=', order.proceedingId)
    .where('proceeding.deletedAt', 'is', null)
    .execute();
  return offers.map((offer) => ({
    ...shown(pack, offer),
    chosen: links.find(({ kind, forum }) => kind === offer.link && forum === offer.forum)?.fromId ?? null,
    deadlineId: deadlines.find(({ remedy }) => remedy === offer.id)?.id ?? null,
  }));
}

function shown(pack: Pack, offer: RemedyOffer): Omit<Result<'remedies.list'>[number], 'chosen' | 'deadlineId'> {
  const { deadline, checklist } = offer;
  const day = (value: string | null | undefined) => value?.slice(0, 10) ?? null;
  return {
    id: offer.id,
    remedy: offer.remedy,
    title: offer.title,
    titleNative: offer.titleNative,
    forum: offer.forum,
    forumTitle: pack.forums.find(({ id }) => id === offer.forum)?.title ?? offer.forum,
    opens: pack.types.find(({ id }) => id === offer.type)?.title ?? null,
    lies: offer.lies,
    reason: offer.reason,
    due: day(deadline?.due),
    safe: day(deadline?.safe),
    latest: day(deadline?.latest),
    reviewOn: day(deadline?.reviewOn),
    noPeriod: offer.noPeriod,
    daysLeft: offer.daysLeft,
    safeDaysLeft: offer.safeDaysLeft,
    rule: deadline?.rule ?? null,
    pack: deadline ? pack.id : null,
    citation: offer.citation,
    confidence: offer.confidence,
    lastChecked: offer.lastChecked,
    mustShow: [...offer.mustShow],
    warnings: [...offer.warnings],
    draft: offer.draft,
    hasTemplate: TEMPLATES.some(({ id }) => id === offer.draft),
    checklist: checklist && {
      id: checklist.id,
      title: checklist.title,
      citation: checklist.citation,
      items: checklist.items.map(({ citation = null, ...item }) => ({ ...item, citation })),
    },
    deadline,
  };
}

/**
 * Takes a remedy: the new proceeding with the parties of the old one, linked to the order, and its deadline, which is
 * moved to it where the order had already opened its clock.
 * @throws ProblemError `no-such-remedy`, `remedy-barred`
 */
export async function choose(context: Command, { orderId, remedy }: Given<'remedies.choose'>) {
  const { db, clock } = context;
  const order = await find(db, 'courtOrder', orderId);
  const old = await find(db, 'proceeding', order.proceedingId);
  const { pack, offers } = await offersAgainst(context, order, { today: clock.today() });
  const offer = offers.find(({ id }) => id === remedy) ?? offers.find((each) => each.remedy === remedy && each.lies);
  if (!offer) throw problem('no-such-remedy', 'No such remedy is offered against this order.', { field: 'remedy' });
  if (!offer.lies) {
    throw problem('remedy-barred', `${offer.title} does not lie: ${offer.reason}`, {
      field: 'remedy',
      hint: 'Where you are of another view, add the proceeding yourself and link it to this one.',
    });
  }
  const forum = pack.forums.find(({ id }) => id === offer.forum);
  const { id: proceedingId } = await addProceeding(context, {
    matterId: order.matterId,
    forum: offer.forum,
    forumName: offer.forum === old.forum ? old.forumName : (forum?.title ?? offer.forum),
    seat: offer.forum === old.forum ? old.seat : null,
    type: offer.type ?? old.type,
    numberText: null,
    year: null,
    side: order.favours === 'us' ? 'theirs' : 'ours',
    ourRole: old.ourRole as never,
    title: old.title,
    stage: 'to be filed',
    bench: null,
    provision: null,
    filedOn: null,
    relief: null,
    notes: null,
    links: [{ toId: old.id, kind: offer.link, orderId }],
  });
  const parties = await db
    .selectFrom('proceedingParty')
    .select(['partyId', 'role'])
    .where('proceedingId', '=', old.id)
    .orderBy('position')
    .execute();
  if (parties.length > 0) await setParties(context, { proceedingId, parties });
  return { proceedingId, deadlineId: await deadlineOf(context, pack, offer, order.matterId, orderId, proceedingId) };
}

/** The remedy's deadline in the new proceeding; null where the law fixes no day. */
async function deadlineOf(
  context: Command,
  pack: Pack,
  { id: remedy, title, deadline }: RemedyOffer,
  matterId: string,
  orderId: string,
  proceedingId: string,
): Promise<string | null> {
  const open = await context.db
    .selectFrom('deadline')
    .select('id')
    .where('orderId', '=', orderId)
    .where('remedy', '=', remedy)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (open) {
    await change(context, 'deadline', open.id, { proceedingId });
    return open.id;
  }
  const due = deadline?.due ?? deadline?.reviewOn;
  if (!deadline || !due) return null;
  return create(context, 'deadline', {
    matterId,
    proceedingId,
    orderId,
    title,
    remedy,
    ...clockFields(pack, deadline, due.slice(0, 10)),
    dueOn: due.slice(0, 10),
  });
}
