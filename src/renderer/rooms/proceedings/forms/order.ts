import { choices } from '#renderer/forms/choices.ts';
import type { Choice, FormSection, FormValues } from '#renderer/forms/fields.ts';
import { ORDER_KINDS } from '#shared/contract/proceedings.ts';
import { DISPOSALS, EFFECTS, FINALITIES, INTERIM_KINDS, MERITS } from '#shared/domain/disposals/facts.ts';

type Translate = (key: string) => string;

const ends = ({ kind }: FormValues) => kind === 'disposal';
const isInterim = ({ kind }: FormValues) => kind === 'interim';

/** An order in the words of a court: what it is, the five facts where it ends the proceeding, its end where it is interim. */
export function orderForm(
  t: Translate,
  term: Translate,
  offered: { grounds: readonly Choice[]; hearings: readonly Choice[]; exhibits: readonly Choice[] },
): FormSection[] {
  return [
    {
      fields: [
        {
          name: 'kind',
          kind: 'choice',
          label: t('order.kind'),
          items: choices(term, 'orderKind', ORDER_KINDS),
          required: true,
          half: true,
        },
        { name: 'date', kind: 'date', label: t('order.date'), required: true, half: true },
        { name: 'summary', kind: 'text', lines: 2, label: t('order.summary') },
      ],
    },
    { title: t('order.facts'), fields: factFields(t, term, offered.grounds) },
    {
      title: t('order.interim'),
      fields: [
        {
          name: 'interimKind',
          kind: 'choice',
          label: t('order.interimKind'),
          items: choices(term, 'interim', INTERIM_KINDS),
          required: true,
          half: true,
          when: isInterim,
        },
        { name: 'interimUntil', kind: 'date', label: t('order.interimUntil'), half: true, when: isInterim },
        { name: 'interimEndedOn', kind: 'date', label: t('order.interimEndedOn'), half: true, when: isInterim },
      ],
    },
    {
      title: t('order.particulars'),
      fields: [
        {
          name: 'communicatedOn',
          kind: 'date',
          label: t('order.communicatedOn'),
          hint: t('order.communicatedHint'),
          half: true,
        },
        { name: 'costsMinor', kind: 'money', label: t('order.costs'), half: true },
        { name: 'judge', kind: 'text', label: t('order.judge'), half: true },
        {
          name: 'hearingId',
          kind: 'choice',
          label: t('order.hearing'),
          items: offered.hearings,
          none: '–',
          half: true,
        },
        { name: 'exhibitId', kind: 'choice', label: t('order.exhibit'), items: offered.exhibits, none: '–' },
      ],
    },
  ];
}

function factFields(t: Translate, term: Translate, grounds: readonly Choice[]): FormSection['fields'] {
  return [
    {
      name: 'disposal',
      kind: 'choice',
      label: t('order.disposal'),
      items: choices(term, 'disposal', DISPOSALS),
      required: true,
      half: true,
      when: ends,
    },
    { name: 'ground', kind: 'choice', label: t('order.ground'), items: grounds, none: '–', half: true, when: ends },
    { name: 'detail', kind: 'text', label: t('order.detail'), hint: t('order.detailHint'), when: ends },
    {
      name: 'merits',
      kind: 'choice',
      label: t('order.merits'),
      items: choices(term, 'merits', MERITS),
      none: t('order.unsaid'),
      half: true,
      when: ends,
    },
    {
      name: 'finality',
      kind: 'choice',
      label: t('order.finality'),
      items: choices(term, 'finality', FINALITIES),
      none: t('order.unsaid'),
      half: true,
      when: ends,
    },
    {
      name: 'effect',
      kind: 'choice',
      label: t('order.effect'),
      items: choices(term, 'effect', EFFECTS),
      none: t('order.unsaid'),
      half: true,
      when: ends,
    },
    {
      name: 'favours',
      kind: 'choice',
      label: t('order.favours'),
      items: choices(term, 'favours', ['us', 'them', 'neither']),
      none: t('order.unsaid'),
      half: true,
      when: ends,
    },
  ];
}
