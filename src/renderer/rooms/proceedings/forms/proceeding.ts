import { choices } from '#renderer/forms/choices.ts';
import type { FormSection, FormValues } from '#renderer/forms/fields.ts';
import { BROUGHT_BY } from '#shared/contract/filings.ts';
import type { Output } from '#shared/contract/index.ts';
import { PARTY_ROLES } from '#shared/contract/matters.ts';
import { FORUM_IDS } from '#shared/packs/vocabulary.ts';

type Translate = (key: string) => string;
type Pack = Output<'packs.list'>[number];

/**
 * The fields of a proceeding. The forums of the matter's own pack come first; kinds of case are those of the forum that
 * was chosen.
 */
export function proceedingForm(t: Translate, term: Translate, pack: Pack | undefined): FormSection[] {
  const own = new Map(pack?.forums.map(({ id, title }) => [id, title]));
  const forums = [...FORUM_IDS]
    .sort((a, b) => Number(own.has(b)) - Number(own.has(a)))
    .map((id) => ({ id, label: own.get(id) ?? term(`forum.${id}`) }));
  return [
    {
      fields: [
        { name: 'forum', kind: 'choice', label: t('field.forum'), items: forums, required: true, half: true },
        {
          name: 'forumName',
          kind: 'text',
          label: t('field.forumName'),
          suggestions: ({ forum }) => pack?.forums.find(({ id }) => id === forum)?.names ?? [],
          required: true,
          half: true,
        },
        {
          name: 'type',
          kind: 'text',
          label: t('field.type'),
          suggestions: (values) => typesFor(pack, values),
          required: true,
          half: true,
        },
        { name: 'seat', kind: 'text', label: t('field.seat'), half: true },
        {
          name: 'numberText',
          kind: 'text',
          label: t('field.numberText'),
          hint: t('hint.numberText'),
          half: true,
        },
        { name: 'year', kind: 'number', label: t('field.year'), min: 1800, max: 2200, half: true },
        {
          name: 'side',
          kind: 'choice',
          label: t('field.side'),
          items: choices(term, 'broughtBy', BROUGHT_BY),
          required: true,
          half: true,
        },
        {
          name: 'ourRole',
          kind: 'choice',
          label: t('field.ourRole'),
          items: choices(term, 'role', PARTY_ROLES),
          none: '–',
          half: true,
        },
        { name: 'title', kind: 'text', label: t('field.title') },
        { name: 'filedOn', kind: 'date', label: t('field.filedOn'), half: true },
        { name: 'stage', kind: 'text', label: t('field.stage'), half: true },
        { name: 'bench', kind: 'text', label: t('field.bench'), half: true },
        { name: 'provision', kind: 'text', label: t('field.provision'), hint: t('hint.provision'), half: true },
        { name: 'relief', kind: 'text', lines: 3, label: t('field.relief') },
        { name: 'notes', kind: 'text', lines: 2, label: t('field.notes') },
      ],
    },
  ];
}

/** The kinds of case that a forum hears, by the pack. */
export function typesFor(pack: Pack | undefined, { forum }: FormValues) {
  const types = pack?.types ?? [];
  const fitting = types.filter(({ forums }) => forums.includes(String(forum)));
  return (fitting.length > 0 ? fitting : types).map(({ id, title }) => ({ id, label: title }));
}

/** What follows when a field is changed: the name of the forum, the kind that it hears most, the year of the number. */
export function derivedIn(pack: Pack | undefined, values: FormValues, changed: string): FormValues {
  if (changed === 'forum') {
    const forum = pack?.forums.find(({ id }) => id === values.forum);
    const types = typesFor(pack, values);
    return {
      ...(forum && { forumName: forum.names[0] ?? forum.title }),
      ...(types[0] && { type: types[0].id }),
    };
  }
  if (changed === 'numberText') {
    const year = /\b((?:18|19|20|21)\d\d)\b(?!.*\b(?:18|19|20|21)\d\d\b)/.exec(String(values.numberText ?? ''))?.[1];
    return year ? { year: Number(year) } : {};
  }
  return {};
}
