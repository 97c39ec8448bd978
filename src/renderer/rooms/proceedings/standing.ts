import type { Basis, ResultTone } from '#renderer/ui/StatusChip.tsx';
import type { Output } from '#shared/contract/index.ts';

type Order = Output<'proceedings.map'>['orders'][number];

/** How a proceeding stands: colour is the result, pattern the basis. */
export interface Standing {
  result: ResultTone;
  basis: Basis;
  /** The order that ended it; where none did, the interim one under which it stands. */
  order: Order | null;
  isEnded: boolean;
}

const BY_CONSENT = new Set(['withdrawn', 'settled']);

/** What an order says of the result, and on what footing. Only a disposal on the merits counts as decided. */
export function markOf(order: Order): { result: ResultTone; basis: Basis } {
  if (order.kind !== 'disposal') return { result: 'pending', basis: 'open' };
  if (order.disposal !== null && BY_CONSENT.has(order.disposal)) return { result: 'ended', basis: 'consent' };
  const result = order.favours === 'us' ? 'for' : order.favours === 'them' ? 'against' : 'ended';
  return { result, basis: order.merits === 'yes' ? 'merits' : 'technical' };
}

/**
 * How a proceeding stands after its orders.
 * @param orders of that proceeding alone, oldest first
 */
export function standingOf(orders: readonly Order[]): Standing {
  const ending = orders.findLast(({ kind }) => kind === 'disposal');
  if (ending) return { ...markOf(ending), order: ending, isEnded: true };
  return { result: 'pending', basis: 'open', order: interimOf(orders), isEnded: false };
}

/** Interim orders under which a proceeding stands, for as long as they are in force; a mere direction is not one. */
const STANDS_UNDER = new Set(['leave-granted', 'stayed', 'restraint']);

function interimOf(orders: readonly Order[]): Order | null {
  const isLifted = (order: Order) =>
    order.interimKind === 'stayed' &&
    orders.some(({ interimKind, date }) => interimKind === 'stay-lifted' && date >= order.date);
  return (
    orders.findLast(
      (order) =>
        order.interimKind !== null &&
        STANDS_UNDER.has(order.interimKind) &&
        order.interimEndedOn === null &&
        !isLifted(order),
    ) ?? null
  );
}
