import type { GroundCode } from '../../packs/vocabulary.ts';
import type { Disposal, InterimKind, Merits } from './facts.ts';
import { DISPOSED, INTERIM, ON_GROUND, SAYS_ITS_GROUND } from './phrases.ts';

/** The facts of an order that its words are made from, as they are stored. */
export interface OrderFacts {
  kind: string;
  disposal: string | null;
  /** A code of the taxonomy. */
  ground: string | null;
  merits: string | null;
  detail: string | null;
  interimKind: string | null;
}

/**
 * What was done and why: "not entertained for want of jurisdiction". A ground that is not recorded is said to be
 * missing, so that "dismissed" never stands alone.
 */
export function disposalWithGround(disposal: string, ground: string | null): string {
  const done = DISPOSED[disposal as Disposal] ?? disposal;
  if (ground !== null && SAYS_ITS_GROUND[disposal as Disposal] === ground) return done;
  if (ground === null) return `${done} (the ground is not recorded)`;
  return `${done} ${ON_GROUND[ground as GroundCode] ?? `on the ground ${ground}`}`;
}

const REACHED: Record<Merits, string> = {
  yes: 'the merits being decided',
  no: 'without the merits being reached',
  obiter: 'the merits being touched on only in passing',
};

/**
 * The order in one phrase, with its ground, what was held and whether the merits were reached; null for an order that
 * neither ended anything nor is interim.
 */
export function disposalInWords(order: OrderFacts): string | null {
  if (order.kind === 'interim') return INTERIM[(order.interimKind ?? 'other') as InterimKind] ?? INTERIM.other;
  if (order.kind !== 'disposal' || order.disposal === null) return null;
  const held = order.detail?.trim() ? ` (${order.detail.trim()})` : '';
  const reached = REACHED[order.merits as Merits] ?? 'whether the merits were reached not being recorded';
  const tail = order.ground === 'MERITS' && order.merits === 'yes' ? '' : `, ${reached}`;
  return `${disposalWithGround(order.disposal, order.ground)}${held}${tail}`;
}
