import type { Remedy } from '../../packs/pack.ts';
import { inForceOn } from '../../packs/pack.ts';

/** The order that something is to be done about. */
export interface OrderAgainst {
  /** The forum that made it. */
  forum: string;
  /** The type of its proceeding; null where it is not known. */
  type: string | null;
  /** `YYYY-MM-DD`. */
  date: string;
  communicatedOn: string | null;
  disposal: string | null;
  interim: string | null;
  ground: string | null;
  /** Certified copies: applied for and ready. */
  copies: readonly { appliedOn: string | null; readyOn: string | null }[];
  /** Answers to the facts that remedies and rules ask for, by key; events that are dates may be among them. */
  facts: Readonly<Record<string, string>>;
}

export interface Fit {
  fits: boolean;
  /** Facts that it depends on and that are not given. */
  missing: string[];
}

const within = (allowed: readonly string[] | undefined, value: string | null) =>
  allowed === undefined || (value !== null && allowed.includes(value));

/** Whether a remedy is one against an order of this kind; what is not known of the order does not shut it out. */
export function fitsOrder(remedy: Remedy, order: OrderAgainst): Fit {
  const { forums, types, disposals, interim, grounds, notGrounds, facts = {}, from, to } = remedy.against;
  const missing = Object.keys(facts).filter((key) => order.facts[key] === undefined);
  const fits =
    within(forums, order.forum) &&
    (order.type === null || within(types, order.type)) &&
    endsAlike(disposals, interim, order) &&
    (grounds === undefined || (order.ground !== null && (grounds as readonly string[]).includes(order.ground))) &&
    !(order.ground !== null && (notGrounds as readonly string[] | undefined)?.includes(order.ground)) &&
    Object.entries(facts).every(
      ([key, allowed]) => order.facts[key] === undefined || within(allowed, order.facts[key]),
    ) &&
    (from === undefined || from <= order.date) &&
    (to === undefined || order.date <= to) &&
    inForceOn(remedy, order.date);
  return { fits, missing };
}

/** A remedy against ends does not lie against interim orders, and the other way round. */
function endsAlike(
  disposals: readonly string[] | undefined,
  interim: readonly string[] | undefined,
  order: OrderAgainst,
): boolean {
  if (order.interim !== null) return within(interim ?? [], order.interim);
  if (interim !== undefined && disposals === undefined) return false;
  return order.disposal === null || within(disposals, order.disposal);
}
