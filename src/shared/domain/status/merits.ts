import type { MeritsVerdict } from './clauses.ts';
import type { StatusRecords } from './records.ts';
import type { ProceedingState } from './state.ts';

const DECIDING = new Set(['for', 'against', 'partly']);
/** Matters that are about allegations of fact, in which "on the merits" means these. */
const OF_ALLEGATIONS = /harass|criminal|assault|discriminat/i;

/**
 * What the forums of these proceedings have said of the merits. An order that was set aside counts no longer; a finding
 * on an allegation counts even where the order itself was entered without one.
 */
export function meritsOf(states: readonly ProceedingState[], records: StatusRecords): MeritsVerdict {
  const allegations =
    OF_ALLEGATIONS.test(records.matter.kind ?? '') || records.findings.some((one) => one.onAllegation);
  const ended = states.flatMap(({ proceeding, disposal, finality }) =>
    disposal !== null && finality?.kind !== 'reversed' ? [{ proceeding, order: disposal }] : [],
  );
  const found = new Set(
    records.findings.filter((one) => one.onAllegation && DECIDING.has(one.result)).map(({ orderId }) => orderId),
  );
  const by = ended.filter(({ order }) => order.merits === 'yes' || found.has(order.id));
  const inPassing = ended.filter(({ order }) => order.merits === 'obiter' && !by.some((one) => one.order === order));
  if (by.length > 0) return { reached: 'decided', allegations, by, inPassing };
  if (ended.length === 0) return { reached: 'undecided', allegations, by, inPassing };
  const unknown = ended.some(({ order }) => order.merits === null);
  return { reached: unknown ? 'unknown' : 'none', allegations, by, inPassing };
}
