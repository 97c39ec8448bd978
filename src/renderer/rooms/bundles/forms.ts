import { formatDay } from '#renderer/app/dates.ts';
import type { T } from '#renderer/app/i18n.ts';
import { choices } from '#renderer/forms/choices.ts';
import type { FormSection } from '#renderer/forms/fields.ts';
import { proceedingChoices } from '#renderer/papers/proceedings.ts';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';

/** A bundle: what it is called, by whose rules, for whom and for which day. */
export function bundleForm(
  t: T,
  term: T,
  profiles: Output<'bundles.profiles'>,
  proceedings: Output<'proceedings.list'>,
): FormSection[] {
  const profileItems = profiles.map(({ id, title, citation, checkedOn }) => ({
    id,
    label: title,
    ...(citation ? { hint: checkedOn ? t('checkedOn', { citation, day: formatDay(checkedOn) }) : citation } : {}),
  }));
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('field.title'), required: true },
        {
          name: 'proceedingId',
          kind: 'choice',
          label: t('field.proceeding'),
          items: proceedingChoices(proceedings),
          none: t('noProceeding'),
        },
        {
          name: 'profile',
          kind: 'choice',
          label: t('field.profile'),
          hint: t('field.profileHint'),
          items: profileItems,
          required: true,
        },
        {
          name: 'audience',
          kind: 'choice',
          label: t('field.audience'),
          items: choices(term, 'audience', AUDIENCES),
          half: true,
          required: true,
        },
        { name: 'hearingOn', kind: 'date', label: t('field.hearingOn'), half: true },
      ],
    },
  ];
}

/** How one item stands in the bundle. */
export function itemForm(t: T, term: T): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('item.title'), hint: t('item.titleHint') },
        { name: 'date', kind: 'date', label: t('item.date'), half: true },
        { name: 'pages', kind: 'text', label: t('item.pages'), hint: t('item.pagesHint'), half: true },
        {
          name: 'agreed',
          kind: 'choice',
          label: t('item.agreed'),
          items: choices(term, 'agreed', ['agreed', 'not-agreed', 'asked']),
          none: t('item.notAsked'),
          half: true,
        },
      ],
    },
  ];
}
