import type { Disposal, Effect, Merits } from '../disposals/facts.ts';
import { STATUS_FACTS } from './fact-words.ts';
import { STATUS_WORDS, type StatusLanguage } from './languages.ts';
import type { ProceedingState } from './state.ts';

/** One of the five facts of a disposal, with the record that it rests on. */
export interface FactLine {
  fact: 'disposal' | 'ground' | 'merits' | 'finality' | 'effect';
  label: string;
  value: string;
  /** Why it is said: the order, the challenge, the rule. */
  basis: string | null;
  sourceId: string | null;
}

/** The five facts of the order that ended a proceeding; none for one that goes on. */
export function fiveFacts(state: ProceedingState, language: StatusLanguage): FactLine[] {
  const { disposal: order, proceeding } = state;
  if (order === null) return [];
  const words = STATUS_FACTS[language];
  const { finish } = STATUS_WORDS[language];
  const ofOrder = words.order(order, proceeding);
  const line = (fact: FactLine['fact'], value: string, basis: string | null, sourceId: string | null): FactLine => ({
    fact,
    label: words.labels[fact],
    value: finish(value),
    basis: basis === null ? null : finish(basis),
    sourceId,
  });
  const stands = words.finality(state);
  return [
    line('disposal', words.disposal(order.disposal as Disposal), ofOrder, order.id),
    line('ground', words.ground(order), order.detail?.trim() || null, order.id),
    line('merits', words.merits(order.merits as Merits | null), ofOrder, order.id),
    line('finality', stands.value, stands.basis, stands.sourceId),
    line('effect', words.effect(order.effect as Effect | null), null, order.id),
  ];
}
