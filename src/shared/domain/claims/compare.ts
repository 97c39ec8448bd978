import { longDate } from '../blocks/dates.ts';
import { disposalWithGround } from '../disposals/words.ts';
import { meritsOf } from '../status/merits.ts';
import type { StatusRecords } from '../status/records.ts';
import { type ProceedingState, statesOn, stillPending } from '../status/state.ts';
import { statusStatement } from '../status/statement.ts';

/** What somebody said of a case in public. */
export interface PublicClaim {
  saidBy: string;
  place: string;
  /** `YYYY-MM-DD`. */
  saidOn: string;
  words: string;
  /** The proceeding that it is about; null for the matter as a whole. */
  proceedingId: string | null;
}

export interface ClaimComparison {
  verdict: 'matches' | 'does-not-match' | 'not-tested';
  reasons: string[];
  /** The status as of the day of the claim. */
  record: string;
  /** Both in one neutral paragraph. */
  beside: string;
  sourceIds: string[];
}

/** What a claim may assert, by the words in which it usually does; English and Urdu. */
const ASSERTS = {
  decided:
    /\b(clear(?:ed|s)|exonerat\w*|vindicat\w*|innocent|absolv\w*|proven? false|proved (?:false|wrong)|baseless|false (?:allegations?|accusations?)|clean chit|not guilty|acquit\w*|allegations? (?:were |was |are )?(?:rejected|dismissed|thrown out))\b|بری|بے گناہ|جھوٹ(?:ا|ی|ے)? (?:ثابت|الزام)|کلین چٹ/i,
  proved:
    /\b(found guilty|convict\w*|guilty|proved (?:true|guilty)|proven (?:true|guilty)|held (?:liable|responsible))\b|مجرم|سزا/i,
  ended:
    /\b(dismiss\w*|reject\w*|throw[ns]? out|thrown out|quash\w*|fail(?:ed|s)|lost (?:the|her|his) (?:case|plea|petition))\b|خارج|مسترد/i,
  final:
    /\b(finally|case (?:is )?closed|for good|once and for all|final verdict|matter (?:is )?over|ends? here)\b|حتمی/i,
  pending: /\b(pending|under appeal|sub judice|awaits?|awaiting|leave (?:to appeal )?granted)\b|زیرِ سماعت|زیر سماعت/i,
  basis:
    /\b(jurisdiction\w*|technical\w*|not an? .?employee|maintainab\w*|locus|standing|time[- ]?barred|limitation|default|non-prosecution|without (?:going into|deciding|reaching) the (?:merits|allegations))\b|دائرۂ اختیار|تکنیکی/i,
} as const;

/**
 * A public claim beside what the record showed on that day. It tests the words that usually say more than an order does
 * ("cleared", "dismissed" alone, "case closed"); a claim without any of them is shown and not judged.
 */
export function compareClaim(claim: PublicClaim, records: StatusRecords, today: string): ClaimComparison {
  const { saidOn, words, proceedingId } = claim;
  const states = statesOn(records, saidOn, today).filter((state) => within(state, proceedingId, records));
  const scope = proceedingId ?? undefined;
  const known = scope !== undefined && states.some(({ proceeding }) => proceeding.id === scope);
  const record = statusStatement(records, { asOf: saidOn, today, ...(known ? { proceedingId: scope } : {}) }).text;
  const says = (what: keyof typeof ASSERTS) => ASSERTS[what].test(words);
  const merits = meritsOf(states, records);
  const ended = states.filter(({ disposal }) => disposal !== null);
  const pending = states.filter(stillPending);
  const wrong: string[] = [];
  const right: string[] = [];
  if (says('decided') || says('proved')) {
    if (merits.reached === 'none' || merits.reached === 'undecided') {
      wrong.push(
        'It says or implies that the allegations were decided; by that day no forum had decided them on their merits.',
      );
    } else if (merits.reached === 'decided')
      right.push('By that day a forum had decided the merits; compare what it held.');
  }
  if (says('ended')) {
    if (ended.length === 0) wrong.push('It says that the case was ended; by that day no order had ended it.');
    else if (merits.reached === 'none' && !says('basis')) {
      wrong.push(`It leaves out the ground: the case was ${groundsOf(ended)}, and the merits were not reached.`);
    } else right.push(`By that day the case was ${groundsOf(ended)}.`);
  }
  if (says('final') && pending.length > 0) {
    wrong.push('It says that the matter was over; on that day a proceeding was pending.');
  }
  if (says('pending')) {
    if (pending.length > 0) right.push('A proceeding was pending on that day.');
    else wrong.push('It says that something was pending; the record shows nothing pending on that day.');
  }
  const verdict = wrong.length > 0 ? 'does-not-match' : right.length > 0 ? 'matches' : 'not-tested';
  return {
    verdict,
    reasons: wrong.length > 0 ? wrong : right,
    record,
    beside: `Reported as “${words.trim()}” by ${claim.saidBy}, ${claim.place}, ${longDate(saidOn)}. On that day the record showed: ${record}`,
    sourceIds: ended.map(({ disposal }) => disposal!.id),
  };
}

const groundsOf = (ended: readonly ProceedingState[]) =>
  [...new Set(ended.map(({ disposal }) => disposalWithGround(disposal!.disposal!, disposal!.ground)))].join('; ');

/** The proceeding itself and what challenges it, or everything. */
function within(state: ProceedingState, proceedingId: string | null, records: StatusRecords): boolean {
  if (proceedingId === null || state.proceeding.id === proceedingId) return true;
  const seen = new Set([proceedingId]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { fromId, toId } of records.links) {
      if (!seen.has(toId) || seen.has(fromId)) continue;
      seen.add(fromId);
      grew = true;
    }
  }
  return seen.has(state.proceeding.id);
}
