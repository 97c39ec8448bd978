import type { T } from '#renderer/app/i18n.ts';
import { choices } from '#renderer/forms/choices.ts';
import type { FormField, FormSection } from '#renderer/forms/fields.ts';
import { proceedingChoices } from '#renderer/papers/proceedings.ts';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';

type Proceeding = Output<'proceedings.list'>[number];

function proceedingField(t: T, proceedings: readonly Proceeding[]): FormField {
  return {
    name: 'proceedingId',
    kind: 'choice',
    label: t('field.proceeding'),
    items: proceedingChoices(proceedings),
    none: t('noProceeding'),
  };
}

/** A new draft: what kind of document, for which proceeding. */
export function newDraftForm(
  t: T,
  term: T,
  templates: Output<'drafts.templates'>,
  proceedings: readonly Proceeding[],
): FormSection[] {
  const items = templates.map(({ id, title, forums }) => {
    const before = forums.map((forum) => term(`forum.${forum}`)).join(', ');
    return { id, label: title, ...(before ? { hint: t('before', { forums: before }) } : {}) };
  });
  return [
    {
      fields: [
        { name: 'template', kind: 'choice', label: t('field.template'), items, required: true },
        proceedingField(t, proceedings),
      ],
    },
  ];
}

/** What can be changed of a draft beside its words. */
export function draftSettingsForm(t: T, term: T, proceedings: readonly Proceeding[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('field.title'), required: true },
        proceedingField(t, proceedings),
        {
          name: 'audience',
          kind: 'choice',
          label: t('field.audience'),
          hint: t('field.audienceHint'),
          items: choices(term, 'audience', AUDIENCES),
        },
        { name: 'notes', kind: 'text', lines: 3, label: t('field.notes') },
      ],
    },
  ];
}
