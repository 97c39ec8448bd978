import type { Input } from '#shared/contract/index.ts';

/** What is answered of a hearing in the evening. */
export interface Answer {
  outcome: Outcome | null;
  adjournedBy: AdjournedBy | null;
  adjournmentReason: string;
  whatHappened: string;
  nextOn: string | null;
  nextTime: string | null;
  nextPurpose: string;
}
export type Outcome = Input<'hearings.recordOutcome'>['outcome'];
export type AdjournedBy = NonNullable<Input<'hearings.recordOutcome'>['adjournedBy']>;

/** In the order of their keys, 1 to 5. */
export const OUTCOMES: readonly Outcome[] = ['adjourned', 'held', 'disposed', 'reserved', 'not-reached'];
/** By their keys. */
export const ASKED: Readonly<Record<string, AdjournedBy>> = { U: 'us', O: 'other-side', C: 'court', N: 'none' };

export const emptyAnswer = (hearing: { time: string | null; purpose: string | null }): Answer => ({
  outcome: null,
  adjournedBy: null,
  adjournmentReason: '',
  whatHappened: '',
  nextOn: null,
  nextTime: hearing.time,
  nextPurpose: hearing.purpose ?? '',
});

/** A next date makes sense of what goes on; who asked, only of what was put off. */
export const takesNext = (outcome: Outcome | null) => outcome !== null && outcome !== 'disposed';
export const takesAsked = (outcome: Outcome | null) => outcome === 'adjourned' || outcome === 'not-reached';

const orNull = (text: string) => text.trim() || null;

/** The command that saves an answer, one for each hearing; null while what became of it is not said. */
export function commandOf(id: string, answer: Answer): Input<'hearings.recordOutcome'> | null {
  if (answer.outcome === null) return null;
  const hasNext = takesNext(answer.outcome) && answer.nextOn !== null;
  return {
    id,
    outcome: answer.outcome,
    whatHappened: orNull(answer.whatHappened),
    adjournedBy: takesAsked(answer.outcome) ? answer.adjournedBy : null,
    adjournmentReason: takesAsked(answer.outcome) ? orNull(answer.adjournmentReason) : null,
    nextOn: hasNext ? answer.nextOn : null,
    nextTime: hasNext ? answer.nextTime : null,
    nextPurpose: hasNext ? orNull(answer.nextPurpose) : null,
  };
}
