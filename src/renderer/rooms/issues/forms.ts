import type { T } from '#renderer/app/i18n.ts';
import { choices } from '#renderer/forms/choices.ts';
import type { FormSection } from '#renderer/forms/fields.ts';
import { ISSUE_KINDS, STANCES } from '#shared/contract/issues.ts';

export function issueForm(t: T, term: T): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('field.title'), hint: t('hint.title'), required: true },
        {
          name: 'kind',
          kind: 'choice',
          label: t('field.kind'),
          items: choices(term, 'issueKind', ISSUE_KINDS),
          required: true,
        },
        { name: 'notes', kind: 'text', lines: 3, label: t('field.notes') },
      ],
    },
  ];
}

export const NEW_ISSUE = { kind: 'allegation' };

export function pointForm(t: T, term: T): FormSection[] {
  return [
    {
      fields: [
        {
          name: 'title',
          kind: 'text',
          label: t('point.title'),
          hint: t('point.titleHint'),
          required: true,
          half: true,
        },
        {
          name: 'stance',
          kind: 'choice',
          label: t('point.stance'),
          items: choices(term, 'stance', STANCES),
          required: true,
          half: true,
        },
        { name: 'ours', kind: 'text', lines: 6, label: t('point.ours'), half: true },
        { name: 'theirs', kind: 'text', lines: 6, label: t('point.theirs'), half: true },
        {
          name: 'oursSource',
          kind: 'text',
          label: t('point.source'),
          hint: t('point.sourceHint'),
          half: true,
        },
        { name: 'theirsSource', kind: 'text', label: t('point.source'), half: true },
      ],
    },
  ];
}

export const NEW_POINT = { stance: 'silent' };
