import { move, movesOf, openClocks, shownMoves } from '#main/diary/service.ts';
import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { groundOf } from '#shared/domain/disposals/effect.ts';
import { problem } from '#shared/problem.ts';

type OrderFields = Omit<Given<'orders.enter'>, 'proceedingId'>;

/** Enters an order with its facts. What an order of another kind cannot have is left empty. */
export async function enterOrder(context: Command, { proceedingId, ...fields }: Given<'orders.enter'>) {
  const { matterId } = await find(context.db, 'proceeding', proceedingId);
  assertWhole(fields);
  return { id: await create(context, 'courtOrder', { matterId, proceedingId, ...ofItsKind(fields) }) };
}

/**
 * Enters an order and opens the clocks of what lies against it, also those that run from the decision and not from its
 * communication, in the same command; with the traps of its ground.
 */
export async function enterOrderWithClocks(
  context: Command,
  fields: Given<'orders.enter'>,
): Promise<Result<'orders.enter'>> {
  const { id } = await enterOrder(context, fields);
  const order = await find(context.db, 'courtOrder', id);
  if (order.kind === 'other') return { id, clocks: [], warnings: [] };
  const { clocks, warnings } = await openClocks(context, order);
  const { pack } = await find(context.db, 'matter', order.matterId);
  const known = context.services.packs.packs.get(pack);
  const traps = known ? (groundOf(known, order.ground)?.traps ?? []) : [];
  return { id, clocks, warnings: [...new Set([...traps, ...warnings])] };
}

export async function editOrder(context: Command, { id, ...fields }: Given<'orders.edit'>) {
  const now = await find(context.db, 'courtOrder', id);
  const whole: OrderFields = Object.assign({}, now, fields) as never;
  assertWhole(whole);
  await change(context, 'courtOrder', id, { ...fields, ...ofItsKind(pickFacts(whole)) });
  await move(context, await movesOf(context, now, await find(context.db, 'courtOrder', id)));
  return null;
}

/** Where the clocks of an order would go if its days were these: shown before the change is accepted. */
export async function movesBefore(
  context: Query,
  { id, date, communicatedOn }: Given<'orders.moves'>,
): Promise<Result<'orders.moves'>> {
  const now = await find(context.db, 'courtOrder', id);
  const after = {
    ...now,
    date: date ?? now.date,
    communicatedOn: communicatedOn === undefined ? now.communicatedOn : communicatedOn,
  };
  return shownMoves(await movesOf(context, now, after));
}

export async function removeOrder(context: Command, { id }: Given<'orders.remove'>) {
  await bin(context, 'courtOrder', id);
  return null;
}

function assertWhole({ kind, disposal, interimKind, date, communicatedOn }: OrderFields) {
  if (kind === 'disposal' && disposal === null) {
    throw problem(
      'disposal-missing',
      'An order that ends a proceeding needs its disposal: allowed, dismissed, returned …',
      { field: 'disposal' },
    );
  }
  if (kind === 'interim' && interimKind === null) {
    throw problem('interim-kind-missing', 'An interim order needs its kind: leave granted, stayed, restraint …', {
      field: 'interimKind',
    });
  }
  if (communicatedOn !== null && communicatedOn < date) {
    throw problem('communicated-before', 'An order cannot be communicated before it was made. Nothing was saved.', {
      field: 'communicatedOn',
    });
  }
}

const DISPOSAL_FACTS = {
  disposal: null,
  ground: null,
  merits: null,
  finality: null,
  effect: null,
  favours: null,
} as const;
const INTERIM_FACTS = { interimKind: null, interimUntil: null, interimEndedOn: null } as const;

function pickFacts(order: OrderFields) {
  const { kind, disposal, ground, merits, finality, effect, favours, interimKind, interimUntil, interimEndedOn } =
    order;
  return { kind, disposal, ground, merits, finality, effect, favours, interimKind, interimUntil, interimEndedOn };
}

/** Only a disposal has the five facts, and only an interim order has an end: an interim order ends nothing. */
function ofItsKind<T extends { kind: OrderFields['kind'] }>(order: T): T {
  return {
    ...order,
    ...(order.kind === 'disposal' ? {} : DISPOSAL_FACTS),
    ...(order.kind === 'interim' ? {} : INTERIM_FACTS),
  };
}
