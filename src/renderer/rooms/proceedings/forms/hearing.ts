import { choices } from '#renderer/forms/choices.ts';
import type { FormSection, FormValues } from '#renderer/forms/fields.ts';
import { ADJOURNED_BY, HEARING_OUTCOMES } from '#shared/contract/proceedings.ts';

type Translate = (key: string) => string;

const wasPutOff = ({ adjournedBy, outcome }: FormValues) =>
  outcome === 'adjourned' || (adjournedBy !== null && adjournedBy !== 'none');

/** What is asked of what happened: after court, and in the form of the whole hearing. */
function outcomeFields(t: Translate, term: Translate, isRequired: boolean) {
  return [
    {
      name: 'outcome',
      kind: 'choice',
      label: t('hearing.outcome'),
      items: choices(term, 'outcome', HEARING_OUTCOMES),
      ...(isRequired ? { required: true } : { none: t('hearing.toCome') }),
      half: true,
    },
    {
      name: 'adjournedBy',
      kind: 'choice',
      label: t('hearing.adjournedBy'),
      items: choices(term, 'adjournedBy', ADJOURNED_BY),
      none: '–',
      half: true,
    },
    { name: 'adjournmentReason', kind: 'text', label: t('hearing.reason'), when: wasPutOff },
    { name: 'whatHappened', kind: 'text', lines: 3, label: t('hearing.whatHappened') },
    { name: 'nextOn', kind: 'date', label: t('hearing.nextOn'), half: true },
  ] as const;
}

const purpose = (t: Translate, name: string, label: string) =>
  ({ name, kind: 'text', label: t(label), suggestions: t('hearing.purposes').split('; '), half: true }) as const;

/** The fields of a hearing, before it and after it. */
export function hearingForm(t: Translate, term: Translate): FormSection[] {
  return [
    {
      fields: [
        { name: 'date', kind: 'date', label: t('hearing.date'), required: true, half: true },
        { name: 'time', kind: 'time', label: t('hearing.time'), half: true },
        purpose(t, 'purpose', 'hearing.purpose'),
        { name: 'room', kind: 'text', label: t('hearing.room'), half: true },
        { name: 'bench', kind: 'text', label: t('hearing.bench') },
      ],
    },
    {
      title: t('hearing.after'),
      fields: [...outcomeFields(t, term, false), purpose(t, 'nextPurpose', 'hearing.nextPurpose')],
    },
  ];
}

/** After court: what happened, who put it off, and the next date, which is listed with it. */
export function outcomeForm(t: Translate, term: Translate): FormSection[] {
  return [
    {
      fields: [
        ...outcomeFields(t, term, true),
        { name: 'nextTime', kind: 'time', label: t('hearing.nextTime'), half: true },
        purpose(t, 'nextPurpose', 'hearing.nextPurpose'),
      ],
    },
  ];
}
