import type { Ground, Pack } from '../../packs/pack.ts';
import type { Disposal, Effect, Merits } from './facts.ts';

/** What usually follows from a ground. It is proposed when an order is entered; the advocate decides. */
export interface EffectProposal {
  merits: Merits | null;
  effect: Effect | null;
  /** It says nothing on the allegation. */
  technical: boolean;
  /** In the words of a court, with what the ground bars. */
  explanation: string;
  /** How a proceeding usually ends on it, most usual first. */
  disposals: readonly Disposal[];
  /** Traps of this ground. */
  warnings: readonly string[];
  citation: string | null;
  confidence: string | null;
}

/** The row of a ground in a pack. */
export function groundOf(pack: Pack, code: string | null): Ground | null {
  return pack.grounds.find((row) => row.code === code) ?? null;
}

const CONSEQUENCE: Record<Ground['prejudice'][number], string> = {
  N: 'it bars no fresh action, time permitting',
  C: 'it can be cured in place',
  T: 'it is fatal by time unless time is saved',
  B: 'it bars a fresh action on the same cause',
  I: 'it binds on the decided point only',
};

/** The effect that a ground usually has, out of the pack's taxonomy; nothing is assumed for a ground it lacks. */
export function proposeEffect(pack: Pack, code: string | null): EffectProposal {
  const ground = groundOf(pack, code);
  if (!ground) {
    return {
      merits: null,
      effect: null,
      technical: false,
      explanation: 'The pack has no such ground: say yourself whether the merits were reached, and what is barred.',
      disposals: [],
      warnings: [],
      citation: null,
      confidence: null,
    };
  }
  const consequences = ground.prejudice.map((letter) => CONSEQUENCE[letter]).join('; ');
  const note = ground.prejudiceNote ? ` (${ground.prejudiceNote})` : '';
  return {
    merits: ground.merits,
    effect: ground.effect,
    technical: ground.technical,
    explanation: `${ground.effectText} In short: ${consequences}${note}.`,
    disposals: ground.disposals,
    warnings: ground.traps ?? [],
    citation: ground.citation,
    confidence: ground.confidence,
  };
}
