import type { Command, Query } from '#main/services.ts';
import type { ReadDb, Row } from '#main/store/database.ts';
import { create, find } from '#main/store/rows.ts';
import { type RemedyOffer, remediesAgainst } from '#shared/domain/remedies/list.ts';
import type { OrderAgainst } from '#shared/domain/remedies/order.ts';
import { getPack } from '#shared/packs/library.ts';
import type { Pack } from '#shared/packs/pack.ts';

type CopyDays = Pick<Row<'certifiedCopy'>, 'appliedOn' | 'readyOn'>;

interface OfferOptions {
  today: string;
  /** Certified copies as they would be, in place of those on the file. */
  copies?: readonly CopyDays[] | undefined;
  exclusions?: Parameters<typeof remediesAgainst>[2]['exclusions'];
  facts?: Readonly<Record<string, string>>;
  trace?: boolean;
}

/** What can be done against an order that is on the file. */
export async function offersAgainst(
  { db, services }: Query | Command,
  order: Row<'courtOrder'>,
  options: OfferOptions,
): Promise<{ pack: Pack; offers: RemedyOffer[] }> {
  const matter = await find(db, 'matter', order.matterId);
  const pack = getPack(services.packs, matter.pack);
  const against = await orderFacts(db, order, matter, options);
  return { pack, offers: remediesAgainst(pack, against, options) };
}

/** An order as the remedies see it, with the facts that the records themselves answer. */
async function orderFacts(
  db: ReadDb,
  order: Row<'courtOrder'>,
  matter: Row<'matter'>,
  { facts = {}, copies: instead }: OfferOptions,
): Promise<OrderAgainst> {
  const proceeding = await find(db, 'proceeding', order.proceedingId);
  const copies = instead ?? (await copiesOf(db, order.id));
  // Whether the law of the proceedings below gave a remedy of its own decides on an intra-court appeal.
  const below = await db
    .selectFrom('proceedingLink')
    .innerJoin('proceeding', 'proceeding.id', 'proceedingLink.toId')
    .select('proceeding.forum')
    .where('proceedingLink.fromId', '=', proceeding.id)
    .where('proceedingLink.kind', '=', 'writ-against')
    .execute();
  const statutory = below.some(({ forum }) => ['governor', 'president', 'ombudsperson'].includes(forum));
  const incident = matter.incidentTo ?? matter.incidentFrom;
  return {
    forum: proceeding.forum,
    type: proceeding.type,
    date: order.date,
    communicatedOn: order.communicatedOn,
    disposal: order.disposal,
    interim: order.kind === 'interim' ? (order.interimKind ?? 'other') : null,
    ground: order.ground,
    copies,
    facts: {
      ...(incident === null ? {} : { incident, 'last-incident': incident }),
      ...(proceeding.type === 'writ' ? { article199: 'yes' } : {}),
      ...appellantOf(matter.clientRole, order.favours),
      ...(statutory ? { statutoryRemedy: 'yes' } : {}),
      ...facts,
    },
  };
}

/** The certified copies of an order. */
export function copiesOf(db: ReadDb, orderId: string): Promise<(CopyDays & { id: string })[]> {
  return db
    .selectFrom('certifiedCopy')
    .select(['id', 'appliedOn', 'readyOn'])
    .where('orderId', '=', orderId)
    .where('deletedAt', 'is', null)
    .execute();
}

/** Whose appeal it is, from a Committee: of the party that the order is against. */
function appellantOf(clientRole: string, favours: string | null): { appellant?: string } {
  const other = { complainant: 'accused', accused: 'complainant' }[clientRole];
  if (other === undefined) return {};
  return { appellant: favours === 'us' ? other : clientRole };
}

interface Clock {
  deadlineId: string;
  title: string;
  due: string;
  safe: string | null;
}

/**
 * Puts the clocks of what lies against an order into the diary, in the command that is open. A clock that has run out
 * already is said and not opened; where the order is in our favour the clocks are the other side's, and say so.
 */
export async function openClocks(
  context: Command,
  order: Row<'courtOrder'>,
): Promise<{ clocks: Clock[]; warnings: string[] }> {
  const matter = await find(context.db, 'matter', order.matterId);
  if (!context.services.packs.packs.has(matter.pack)) {
    return { clocks: [], warnings: [`The pack ${matter.pack} is not installed: no clock was opened.`] };
  }
  const { pack, offers } = await offersAgainst(context, order, { today: context.clock.today() });
  const clocks: Clock[] = [];
  const warnings: string[] = [];
  for (const { id, title, lies, deadline, reason, dependsOn, warnings: traps } of offers) {
    if (!lies) {
      warnings.push(`${title}: does not lie. ${reason}`);
      continue;
    }
    warnings.push(...traps.map((trap) => `${title}: ${trap}`));
    const due = (deadline?.due ?? deadline?.reviewOn)?.slice(0, 10);
    if (!deadline || dependsOn.length > 0 || due === undefined || due < context.clock.today()) continue;
    const whose = order.favours === 'us' ? 'Other side: ' : '';
    const watch = deadline.due === null ? ' (no period fixed: explain delay from this day)' : '';
    const named = `${whose}${title}${watch}`;
    const deadlineId = await create(context, 'deadline', {
      matterId: order.matterId,
      proceedingId: order.proceedingId,
      orderId: order.id,
      title: named,
      remedy: id,
      ...clockFields(pack, deadline, order.date),
      dueOn: due,
    });
    clocks.push({ deadlineId, title: named, due, safe: deadline.safe?.slice(0, 10) ?? null });
  }
  return { clocks, warnings: [...new Set(warnings)] };
}

const day = (value: string | null | undefined) => value?.slice(0, 10) ?? null;

/** The columns of a deadline that a remedy's clock fills. */
export function clockFields(pack: Pack, deadline: NonNullable<RemedyOffer['deadline']>, triggerOn: string) {
  const { rule, nominal, due, safe, latest, citation, confidence } = deadline;
  const { trigger, exclusions, facts } = deadline.counted;
  const inputs = { pack: pack.id, rule, triggerOn: trigger ?? triggerOn, exclusions, facts };
  return {
    pack: pack.id,
    rule,
    triggerOn: inputs.triggerOn,
    inputs: JSON.stringify(inputs),
    nominal: day(nominal),
    dueOn: day(due),
    safeOn: day(safe),
    latestOn: day(latest),
    citation,
    confidence,
  };
}
