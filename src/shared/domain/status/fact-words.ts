import type { GroundCode } from '../../packs/vocabulary.ts';
import { longDate } from '../blocks/dates.ts';
import type { Disposal, Effect, Merits } from '../disposals/facts.ts';
import { DISPOSED, DISPOSED_UR, ON_GROUND, ON_GROUND_UR } from '../disposals/phrases.ts';
import { forumOf, nameOf } from './english.ts';
import type { StatusLanguage } from './languages.ts';
import type { StatusOrder, StatusProceeding } from './records.ts';
import type { ProceedingState } from './state.ts';
import { urduDate, urduForum, urduName } from './urdu.ts';

interface Standing {
  value: string;
  basis: string | null;
  sourceId: string | null;
}

interface FactWords {
  labels: Record<'disposal' | 'ground' | 'merits' | 'finality' | 'effect', string>;
  order(order: StatusOrder, proceeding: StatusProceeding): string;
  disposal(disposal: Disposal): string;
  ground(order: StatusOrder): string;
  merits(merits: Merits | null): string;
  effect(effect: Effect | null): string;
  finality(state: ProceedingState): Standing;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const EFFECT: Record<Effect, string> = {
  open: 'A fresh action is open',
  conditions: 'A fresh action is open on conditions',
  barred: 'A fresh action is barred',
  disputed: 'Disputed',
};
const EFFECT_UR: Record<Effect, string> = {
  open: 'نئی کارروائی ممکن ہے',
  conditions: 'نئی کارروائی شرائط کے ساتھ ممکن ہے',
  barred: 'نئی کارروائی ممنوع ہے',
  disputed: 'متنازع',
};
const MERITS: Record<Merits, string> = { yes: 'Yes', no: 'No', obiter: 'Only in passing' };
const MERITS_UR: Record<Merits, string> = { yes: 'جی ہاں', no: 'نہیں', obiter: 'محض ضمناً' };

/** The five facts in words, with how an order stands as of the day. */
export const STATUS_FACTS: Record<StatusLanguage, FactWords> = {
  en: {
    labels: {
      disposal: 'Disposal',
      ground: 'Ground',
      merits: 'Were the merits reached?',
      finality: 'Finality',
      effect: 'Effect on a fresh action',
    },
    order: (order, proceeding) => `order of ${longDate(order.date)}, ${forumOf(proceeding)}`,
    disposal: (disposal) => capital(DISPOSED[disposal] ?? disposal),
    ground: ({ ground }) =>
      ground ? `${capital(ON_GROUND[ground as GroundCode] ?? ground)} (${ground})` : 'Not recorded',
    merits: (merits) => (merits ? MERITS[merits] : 'Not recorded'),
    effect: (effect) => (effect ? EFFECT[effect] : 'Not recorded'),
    finality({ finality }) {
      switch (finality?.kind) {
        case 'under-challenge': {
          const { proceeding, leave } = finality.by;
          const at = `${nameOf(proceeding)}, ${forumOf(proceeding)}`;
          return {
            value: 'Under challenge',
            basis: leave ? `${at}; leave granted ${longDate(leave.date)}` : at,
            sourceId: proceeding.id,
          };
        }
        case 'reversed':
          return standing('Set aside or varied', this.order(finality.order, finality.by.proceeding), finality.order.id);
        case 'upheld':
          return standing(
            'Upheld; no further challenge is recorded',
            this.order(finality.order, finality.by.proceeding),
            finality.order.id,
          );
        case 'open': {
          const [way] = finality.ways;
          return standing(
            `Open to challenge until ${longDate(latest(finality.ways))}`,
            way ? `${way.title}, ${way.citation}` : null,
            null,
          );
        }
        case 'final':
          return standing('Recorded as final', null, null);
        default:
          return standing('Not recorded', null, null);
      }
    },
  },
  ur: {
    labels: {
      disposal: 'کیا حکم ہوا',
      ground: 'بنیاد',
      merits: 'کیا میرٹ پر فیصلہ ہوا؟',
      finality: 'حتمی حیثیت',
      effect: 'نئی کارروائی پر اثر',
    },
    order: (order, proceeding) => `حکم مورخہ ${urduDate(order.date)}، ${urduForum(proceeding)}`,
    disposal: (disposal) => DISPOSED_UR[disposal] ?? disposal,
    ground: ({ ground }) => (ground ? (ON_GROUND_UR[ground as GroundCode] ?? ground) : 'درج نہیں'),
    merits: (merits) => (merits ? MERITS_UR[merits] : 'درج نہیں'),
    effect: (effect) => (effect ? EFFECT_UR[effect] : 'درج نہیں'),
    finality({ finality }) {
      switch (finality?.kind) {
        case 'under-challenge': {
          const { proceeding } = finality.by;
          return standing('زیرِ چارہ جوئی', `${urduName(proceeding)}، ${urduForum(proceeding)}`, proceeding.id);
        }
        case 'reversed':
          return standing('کالعدم یا تبدیل', this.order(finality.order, finality.by.proceeding), finality.order.id);
        case 'upheld':
          return standing(
            'برقرار؛ مزید چارہ جوئی درج نہیں',
            this.order(finality.order, finality.by.proceeding),
            finality.order.id,
          );
        case 'open': {
          const [way] = finality.ways;
          return standing(`${urduDate(latest(finality.ways))} تک چارہ جوئی ممکن`, way?.citation ?? null, null);
        }
        case 'final':
          return standing('حتمی درج ہے', null, null);
        default:
          return standing('درج نہیں', null, null);
      }
    },
  },
};

function standing(value: string, basis: string | null, sourceId: string | null): Standing {
  return { value, basis, sourceId };
}

const latest = (ways: readonly { due: string }[]) =>
  ways
    .map(({ due }) => due)
    .sort()
    .at(-1)!;
