import type { OpenWay, StatusOrder, StatusProceeding, StatusRecords } from './records.ts';

/** Links by which a proceeding attacks, repeats or revives another one. */
const CHALLENGES = new Set([
  'appeal-from',
  'representation-against',
  'revision-of',
  'review-of',
  'restoration-of',
  'writ-against',
  'leave-against',
  're-presented-after',
  'fresh-after',
]);
/** Of these, the ones that leave the first order as it is: the case is brought anew. */
const ANEW = new Set(['re-presented-after', 'fresh-after']);
/** Disposals by which a challenge succeeds. */
const SUCCEEDS = new Set(['allowed', 'partly-allowed', 'remanded', 'quashed', 'decreed']);

/** How an order stands on the day. */
export type Finality =
  | { kind: 'under-challenge'; by: ProceedingState }
  /** Set aside, varied or sent back by a later order. */
  | { kind: 'reversed'; by: ProceedingState; order: StatusOrder }
  | { kind: 'upheld'; by: ProceedingState; order: StatusOrder }
  | { kind: 'open'; ways: OpenWay[] }
  | { kind: 'final' }
  | { kind: 'unknown' };

/** One proceeding as of the day. */
export interface ProceedingState {
  proceeding: StatusProceeding;
  /** The last order that ended it, unless a later one brought it back. */
  disposal: StatusOrder | null;
  /** What became of that order. */
  finality: Finality | null;
  leave: StatusOrder | null;
  /** Interim orders in force, newest last. */
  interim: StatusOrder[];
  /** A stay that has come to an end, for a suit that goes on. */
  stayEnded: StatusOrder | null;
  /** Its challenges as of the day, oldest first. */
  challengedBy: { state: ProceedingState; kind: string }[];
  /** It is itself a challenge of another proceeding that is on the list. */
  challenges: boolean;
  nextHearing: { id: string; date: string; purpose: string | null } | null;
}

/** The states of all proceedings that had begun by the day, in the order in which they began. */
export function statesOn(records: StatusRecords, asOf: string, today: string): ProceedingState[] {
  const begun = records.proceedings
    .filter((proceeding) => beginning(records, proceeding, today) <= asOf)
    .sort((a, b) => compare(beginning(records, a, today), beginning(records, b, today)));
  const states = new Map(begun.map((each) => [each.id, bareState(records, each, asOf, today)]));
  for (const { fromId, toId, kind } of records.links) {
    const from = states.get(fromId);
    const to = states.get(toId);
    if (!from || !to || from === to || !CHALLENGES.has(kind) || attacks(to, from)) continue;
    from.challenges = true;
    to.challengedBy.push({ state: from, kind });
  }
  for (const state of states.values()) {
    state.challengedBy.sort((a, b) => compare(started(records, a.state, today), started(records, b.state, today)));
  }
  // The last word first: how an order stands depends on the orders that came after it.
  for (const state of [...states.values()].reverse()) state.finality = finalityOf(state, records, asOf);
  return [...states.values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const started = (records: StatusRecords, { proceeding }: ProceedingState, today: string) =>
  beginning(records, proceeding, today);

/** The day of filing, else the first thing that is known to have happened in it, else today: a date to come says that it has begun. */
function beginning(records: StatusRecords, { id, filedOn }: StatusProceeding, today: string): string {
  if (filedOn !== null) return filedOn;
  const days = [...records.orders, ...records.hearings].filter(
    (each) => each.proceedingId === id && each.date <= today,
  );
  return days.map(({ date }) => date).sort(compare)[0] ?? today;
}

/** Whether one proceeding is, over others, a challenge of the other: a link back would run in a circle. */
function attacks(upper: ProceedingState, lower: ProceedingState): boolean {
  const seen = new Set<ProceedingState>();
  const open = [lower];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at === upper) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...at.challengedBy.map(({ state }) => state));
  }
  return false;
}

function bareState(records: StatusRecords, proceeding: StatusProceeding, asOf: string, today: string): ProceedingState {
  const orders = records.orders
    .filter((order) => order.proceedingId === proceeding.id && order.date <= asOf)
    .sort((a, b) => compare(a.date, b.date));
  const interims = orders.filter(({ kind }) => kind === 'interim');
  const stays = interims.filter(({ interimKind }) => interimKind === 'stayed');
  const lastStay = stays.at(-1);
  const disposal = orders.findLast(({ kind, disposal }) => kind === 'disposal' && disposal !== null) ?? null;
  const inForce = interims.filter(
    ({ interimKind, interimUntil, interimEndedOn }) =>
      interimKind !== 'leave-granted' &&
      interimKind !== 'stay-lifted' &&
      (interimUntil === null || interimUntil >= asOf) &&
      (interimEndedOn === null || interimEndedOn > asOf),
  );
  const next =
    asOf >= today
      ? records.hearings
          .filter(({ proceedingId, date }) => proceedingId === proceeding.id && date >= asOf)
          .sort((a, b) => compare(a.date, b.date))[0]
      : undefined;
  return {
    proceeding,
    disposal,
    finality: null,
    leave: interims.findLast(({ interimKind }) => interimKind === 'leave-granted') ?? null,
    interim: disposal === null ? inForce.filter(({ interimKind }) => interimKind !== 'direction') : [],
    stayEnded: lastStay && !inForce.includes(lastStay) ? lastStay : null,
    challengedBy: [],
    challenges: false,
    nextHearing: next ?? null,
  };
}

function finalityOf(state: ProceedingState, records: StatusRecords, asOf: string): Finality | null {
  const { disposal, challengedBy } = state;
  if (disposal === null) return null;
  const against = challengedBy.filter(({ kind }) => !ANEW.has(kind)).map(({ state: by }) => by);
  const pending = against.findLast((by) => stillPending(by));
  if (pending) return { kind: 'under-challenge', by: pending };
  const decided = against.filter((by) => by.disposal !== null && by.disposal.date >= disposal.date);
  const turned = decided.findLast((by) => SUCCEEDS.has(by.disposal!.disposal!) && by.finality?.kind !== 'reversed');
  if (turned) return { kind: 'reversed', by: turned, order: turned.disposal! };
  const last = decided.at(-1);
  // Where the challenge failed, this order stands as the order on the challenge does.
  if (last?.finality?.kind === 'under-challenge') return last.finality;
  if (last) return { kind: 'upheld', by: last, order: last.disposal! };
  const ways = records.ways.filter(({ orderId, due }) => orderId === disposal.id && due >= asOf);
  if (ways.length > 0) return { kind: 'open', ways };
  if (disposal.finality === 'final') return { kind: 'final' };
  return { kind: 'unknown' };
}

/** Not ended, or ended and brought back. */
export function stillPending({ disposal, finality }: ProceedingState): boolean {
  return disposal === null || finality?.kind === 'reversed';
}
