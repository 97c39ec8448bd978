import type { T } from '#renderer/app/i18n.ts';
import { choices } from '#renderer/forms/choices.ts';
import type { FormSection } from '#renderer/forms/fields.ts';
import { PRECISIONS, PRIVILEGES } from '#shared/contract/evidence.ts';

/** The particulars of an exhibit. */
export function exhibitForm(t: T, term: T): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('field.title'), required: true },
        { name: 'description', kind: 'text', lines: 2, label: t('field.description') },
        { name: 'madeOn', kind: 'date', label: t('field.madeOn'), half: true },
        {
          name: 'madePrecision',
          kind: 'choice',
          label: t('field.madePrecision'),
          items: choices(term, 'precision', PRECISIONS),
          none: t('field.noPrecision'),
          half: true,
        },
        {
          name: 'privilege',
          kind: 'choice',
          label: t('field.privilege'),
          hint: t('field.privilegeHint'),
          items: choices(term, 'privilege', PRIVILEGES),
          required: true,
        },
      ],
    },
    {
      title: t('field.origin'),
      fields: [
        { name: 'source', kind: 'text', label: t('field.source'), half: true },
        { name: 'custodian', kind: 'text', label: t('field.custodian'), half: true },
        { name: 'acquiredOn', kind: 'date', label: t('field.acquiredOn'), half: true },
      ],
    },
    {
      title: t('field.capture'),
      fields: [
        { name: 'account', kind: 'text', label: t('field.account'), half: true },
        { name: 'capturedAt', kind: 'text', label: t('field.capturedAt'), half: true },
        { name: 'url', kind: 'text', label: t('field.url') },
        { name: 'transcript', kind: 'text', lines: 4, label: t('field.transcript') },
        { name: 'notes', kind: 'text', lines: 2, label: t('field.notes') },
      ],
    },
  ];
}

export const NEW_EXHIBIT = { privilege: 'none' };
