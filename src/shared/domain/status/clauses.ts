import type { OpenWay, StatusOrder, StatusProceeding } from './records.ts';
import { type Finality, type ProceedingState, stillPending } from './state.ts';

/** What one part of a statement says, before any language: the two catalogues put it into words. */
export type Clause =
  | { say: 'ended'; proceeding: StatusProceeding; order: StatusOrder; merits: boolean }
  | { say: 'upheld'; proceeding: StatusProceeding; order: StatusOrder; sameGround: boolean; refusal: boolean }
  | { say: 'reversed'; proceeding: StatusProceeding; order: StatusOrder }
  | { say: 'leave'; proceeding: StatusProceeding; order: StatusOrder; stage: string | null }
  | { say: 'pending'; proceeding: StatusProceeding; stage: string | null; as: 'first' | 'again' | 'challenge' | 'anew' }
  | { say: 'interim'; order: StatusOrder }
  | { say: 'stay-ended'; stayed: StatusOrder }
  | { say: 'open'; ways: readonly OpenWay[] }
  | { say: 'final' }
  | { say: 'not-recorded' }
  | { say: 'next'; hearing: NonNullable<ProceedingState['nextHearing']> }
  | { say: 'merits'; verdict: MeritsVerdict }
  | { say: 'nothing' };

export type Sentence = Clause[];

/** What forums have said of the allegations or claims themselves. */
export type MeritsVerdict = {
  /** `undecided`: no forum has ended anything yet. */
  reached: 'none' | 'decided' | 'unknown' | 'undecided';
  /** Whether the matter is of allegations, or of claims. */
  allegations: boolean;
  /** Who decided, or touched on, the merits. */
  by: readonly { proceeding: StatusProceeding; order: StatusOrder }[];
  inPassing: readonly { proceeding: StatusProceeding; order: StatusOrder }[];
};

const REFUSALS = new Set(['dismissed', 'rejected', 'refused', 'not-entertained', 'returned']);

/**
 * One proceeding with all that came of it, as sentences: how it ended, what each forum above said, and where it stands.
 * @param current whether the statement is for today, so that stages and next dates may be said
 */
export function lineOf(state: ProceedingState, current: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  walk(state, current, sentences, new Set());
  return sentences.filter((sentence) => sentence.length > 0);
}

function walk(state: ProceedingState, current: boolean, out: Sentence[], seen: Set<ProceedingState>) {
  seen.add(state);
  const { proceeding, disposal } = state;
  const stage = current ? proceeding.stage : null;
  if (disposal) out.push([{ say: 'ended', proceeding, order: disposal, merits: false }]);
  else out.push([{ say: 'pending', proceeding, stage, as: 'first' }]);
  const first = out.at(-1)!;
  if (disposal === null) addCourse(state, first);
  const after = follow(state, disposal, current, out, seen);
  if (disposal && stillPending(state) && after === 'reversed') {
    const again: Sentence = [{ say: 'pending', proceeding, stage, as: 'again' }];
    addCourse(state, again);
    out.push(again);
  }
  const last = state.finality;
  if (last?.kind === 'open') first.push({ say: 'open', ways: last.ways });
  if (last?.kind === 'final') first.push({ say: 'final' });
  if (last?.kind === 'unknown') first.push({ say: 'not-recorded' });
}

/** What the challenges of an order came to; clauses of the same sentence where a forum upheld it. */
function follow(
  state: ProceedingState,
  ended: StatusOrder | null,
  current: boolean,
  out: Sentence[],
  seen: Set<ProceedingState>,
): Finality['kind'] | null {
  for (const { state: by, kind } of state.challengedBy) {
    if (seen.has(by)) continue;
    seen.add(by);
    const { proceeding, disposal, leave } = by;
    const anew = kind === 're-presented-after' || kind === 'fresh-after';
    if (anew) {
      const sentences = lineOf(by, current);
      const begin = sentences[0]?.[0];
      if (begin?.say === 'pending') begin.as = 'anew';
      out.push(...sentences);
      continue;
    }
    const here = out.at(-1)!;
    if (disposal && REFUSALS.has(disposal.disposal!) && ended) {
      here.push({
        say: 'upheld',
        proceeding,
        order: disposal,
        sameGround: disposal.ground !== null && disposal.ground === ended.ground,
        refusal: REFUSALS.has(ended.disposal!),
      });
    } else if (disposal && ended && ['allowed', 'partly-allowed', 'remanded', 'quashed'].includes(disposal.disposal!)) {
      here.push({ say: 'reversed', proceeding, order: disposal });
    } else if (disposal) {
      here.push({ say: 'ended', proceeding, order: disposal, merits: false });
    }
    if (leave && !disposal) out.push(leaveSentence(by, leave, current));
    else if (!disposal) {
      const pending: Sentence = [
        { say: 'pending', proceeding, stage: current ? proceeding.stage : null, as: 'challenge' },
      ];
      addCourse(by, pending);
      out.push(pending);
    }
    follow(by, disposal ?? ended, current, out, seen);
    if (by.finality?.kind === 'open') out.at(-1)!.push({ say: 'open', ways: by.finality.ways });
    if (by.finality?.kind === 'final') out.at(-1)!.push({ say: 'final' });
    if (by.finality?.kind === 'unknown') out.at(-1)!.push({ say: 'not-recorded' });
  }
  return state.finality?.kind ?? null;
}

function leaveSentence({ proceeding, nextHearing }: ProceedingState, order: StatusOrder, current: boolean): Sentence {
  const said: Sentence = [{ say: 'leave', proceeding, order, stage: current ? proceeding.stage : null }];
  if (nextHearing) said.push({ say: 'next', hearing: nextHearing });
  return said;
}

/** Interim orders in force, a stay that ended, and the next date of a proceeding that goes on. */
function addCourse({ interim, stayEnded, nextHearing }: ProceedingState, sentence: Sentence) {
  if (stayEnded) sentence.push({ say: 'stay-ended', stayed: stayEnded });
  for (const order of interim) sentence.push({ say: 'interim', order });
  if (nextHearing) sentence.push({ say: 'next', hearing: nextHearing });
}
