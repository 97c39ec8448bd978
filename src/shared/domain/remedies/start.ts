import type { Rule } from '../../packs/pack.ts';
import type { OrderAgainst } from './order.ts';

/** Events that are the order itself, whatever a rule calls it. */
const THE_ORDER = new Set(['order', 'decision', 'dismissal', 'sentence', 'entry', 'recommendations', 'objection']);
/** Sent or received with the order, as a rule on the same day. */
const SENT = ['receipt', 'record-sent', 'reasons-sent', 'certificate-refused'] as const;
/** Events that are the order coming to a party's notice. */
const ITS_NOTICE = new Set(['decision-communicated', ...SENT]);

interface Start {
  /** `YYYY-MM-DD`; null where the day is not recorded: then there is no date. */
  on: string | null;
  /** Said where another day had to stand for the event. */
  warning?: string;
}

/**
 * The day from which a remedy's time runs. A fact of the event's own name wins (`decision-communicated` or, as it is
 * easier to type, `decisionCommunicated`); then what the order itself shows.
 */
export function startOf(rule: Rule, order: OrderAgainst): Start {
  const { trigger } = rule;
  const given = order.facts[trigger] ?? order.facts[camel(trigger)];
  if (given !== undefined && given !== '') return { on: given };
  if (THE_ORDER.has(trigger)) return { on: order.date };
  if (ITS_NOTICE.has(trigger)) {
    const told = order.communicatedOn ?? order.facts.communicated;
    if (told !== undefined && told !== null) return { on: told };
    if (!(SENT as readonly string[]).includes(trigger)) return { on: null };
    return {
      on: order.date,
      warning:
        'When the order was sent or received is not recorded: counted from its own date, which is the cautious reading.',
    };
  }
  if (trigger === 'copy-provided') return { on: order.copies.find(({ readyOn }) => readyOn !== null)?.readyOn ?? null };
  return { on: null };
}

const camel = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
