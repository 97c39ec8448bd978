import { choices } from '#renderer/forms/choices.ts';
import type { Choice, FormSection } from '#renderer/forms/fields.ts';
import { BROUGHT_BY } from '#shared/contract/filings.ts';

type Translate = (key: string) => string;

/** The fields of what was filed. */
export function filingForm(t: Translate, term: Translate, drafts: readonly Choice[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('filing.name'), required: true },
        { name: 'filedOn', kind: 'date', label: t('filing.filedOn'), half: true },
        {
          name: 'bySide',
          kind: 'choice',
          label: t('filing.bySide'),
          items: choices(term, 'broughtBy', BROUGHT_BY),
          required: true,
          half: true,
        },
        { name: 'diaryNumber', kind: 'text', label: t('filing.diaryNumber'), half: true },
        { name: 'copies', kind: 'number', label: t('filing.copies'), min: 0, max: 1000, half: true },
        { name: 'courtFeeMinor', kind: 'money', label: t('filing.courtFee'), half: true },
        { name: 'feeReceipt', kind: 'text', label: t('filing.feeReceipt'), half: true },
        { name: 'draftId', kind: 'choice', label: t('filing.draft'), items: drafts, none: '–' },
        { name: 'notes', kind: 'text', lines: 2, label: t('notes') },
      ],
    },
  ];
}

/** An objection of the registry, with its cure. */
export function objectionForm(t: Translate): FormSection[] {
  return [
    {
      fields: [
        { name: 'text', kind: 'text', lines: 3, label: t('filing.objection'), required: true },
        { name: 'raisedOn', kind: 'date', label: t('filing.raisedOn'), half: true },
        { name: 'cureBy', kind: 'date', label: t('filing.cureBy'), half: true },
        { name: 'cure', kind: 'text', lines: 2, label: t('filing.cure') },
        { name: 'curedOn', kind: 'date', label: t('filing.curedOn'), half: true },
      ],
    },
  ];
}

/** Service: on whom, how, when, and how it is proven. */
export function serviceForm(t: Translate, parties: readonly Choice[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'document', kind: 'text', label: t('service.document'), required: true },
        {
          name: 'onWhom',
          kind: 'text',
          label: t('service.onWhom'),
          suggestions: parties.map(({ label }) => label),
          required: true,
          half: true,
        },
        { name: 'partyId', kind: 'choice', label: t('service.party'), items: parties, none: '–', half: true },
        {
          name: 'method',
          kind: 'text',
          label: t('service.method'),
          suggestions: t('service.methods').split('; '),
          required: true,
          half: true,
        },
        { name: 'servedOn', kind: 'date', label: t('service.servedOn'), half: true },
        { name: 'proof', kind: 'text', label: t('service.proof') },
        { name: 'notes', kind: 'text', lines: 2, label: t('notes') },
      ],
    },
  ];
}

/** A certified copy: the days between applying and its being ready may be left out of account. */
export function copyForm(t: Translate, orders: readonly Choice[], isNew: boolean): FormSection[] {
  return [
    {
      fields: [
        ...(isNew
          ? ([{ name: 'orderId', kind: 'choice', label: t('copy.order'), items: orders, required: true }] as const)
          : []),
        { name: 'document', kind: 'text', label: t('copy.document'), required: true },
        { name: 'appliedOn', kind: 'date', label: t('copy.appliedOn'), hint: t('copy.hint'), half: true },
        { name: 'readyOn', kind: 'date', label: t('copy.readyOn'), half: true },
        { name: 'collectedOn', kind: 'date', label: t('copy.collectedOn'), half: true },
        { name: 'feeMinor', kind: 'money', label: t('copy.fee'), half: true },
        { name: 'notes', kind: 'text', lines: 2, label: t('notes') },
      ],
    },
  ];
}
