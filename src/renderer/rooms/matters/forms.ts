import { choices } from '#renderer/forms/choices.ts';
import type { Choice, FormSection, FormValues } from '#renderer/forms/fields.ts';
import { PARTY_ROLES, SEES, SIDES } from '#shared/contract/matters.ts';
import { STANDINGS } from '#shared/packs/vocabulary.ts';

type Translate = (key: string) => string;

/** The fields of a matter. */
export function matterForm(t: Translate, term: Translate, packs: { id: string; title: string }[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('field.title'), hint: t('hint.title'), required: true },
        { name: 'titleNative', kind: 'text', label: t('field.titleNative'), half: true },
        { name: 'reference', kind: 'text', label: t('field.reference'), required: true, half: true },
        {
          name: 'pack',
          kind: 'choice',
          label: t('field.pack'),
          hint: t('hint.pack'),
          items: packs.map(({ id, title }) => ({ id, label: title })),
          required: true,
          half: true,
        },
        {
          name: 'clientRole',
          kind: 'choice',
          label: t('field.clientRole'),
          items: choices(term, 'role', PARTY_ROLES),
          required: true,
          half: true,
        },
        { name: 'kind', kind: 'text', label: t('field.kind'), suggestions: kindsOf(t), half: true },
        { name: 'organisation', kind: 'text', label: t('field.organisation'), half: true },
        { name: 'incidentFrom', kind: 'date', label: t('field.incidentFrom'), half: true },
        { name: 'incidentTo', kind: 'date', label: t('field.incidentTo'), half: true },
        { name: 'openedOn', kind: 'date', label: t('field.openedOn'), required: true, half: true },
        { name: 'summary', kind: 'text', lines: 4, label: t('field.summary') },
        { name: 'notes', kind: 'text', lines: 3, label: t('field.notes') },
      ],
    },
  ];
}

/** What a matter is usually about. */
export const kindsOf = (t: Translate) => KINDS.map((id) => ({ id, label: t(`kind.${id}`) }));

const KINDS = ['workplace-harassment', 'defamation', 'employment', 'service', 'criminal', 'civil', 'constitutional'];

const isProtected = (values: FormValues) => values.protected === true;
const isPerson = (values: FormValues) => values.kind !== 'organisation';

/** The fields of a party, with what each audience reads in place of the name. */
export function partyForm(t: Translate, term: Translate): FormSection[] {
  const sees = choices(term, 'sees', SEES);
  return [
    {
      fields: [
        { name: 'name', kind: 'text', label: t('party.name'), required: true, half: true },
        { name: 'nameNative', kind: 'text', label: t('party.nameNative'), half: true },
        {
          name: 'role',
          kind: 'choice',
          label: t('party.role'),
          items: choices(term, 'role', PARTY_ROLES),
          required: true,
          half: true,
        },
        {
          name: 'side',
          kind: 'choice',
          label: t('party.side'),
          items: choices(term, 'side', SIDES),
          required: true,
          half: true,
        },
        {
          name: 'kind',
          kind: 'choice',
          label: t('party.kind'),
          items: choices(term, 'partyKind', ['person', 'organisation']),
          required: true,
          half: true,
        },
        { name: 'isClient', kind: 'check', label: t('party.isClient'), half: true },
        { name: 'aliases', kind: 'tags', label: t('party.aliases'), hint: t('party.aliasesHint') },
      ],
    },
    {
      title: t('party.protection'),
      fields: [
        { name: 'protected', kind: 'check', label: t('party.protected'), hint: t('party.protectedHint') },
        { name: 'pseudonym', kind: 'text', label: t('party.pseudonym'), when: isProtected },
        { name: 'courtSees', kind: 'choice', label: t('party.courtSees'), items: sees, half: true, when: isProtected },
        {
          name: 'otherSideSees',
          kind: 'choice',
          label: t('party.otherSideSees'),
          items: sees,
          half: true,
          when: isProtected,
        },
        {
          name: 'publicSees',
          kind: 'choice',
          label: t('party.publicSees'),
          items: sees,
          half: true,
          when: isProtected,
        },
      ],
    },
    {
      title: t('party.particulars'),
      fields: [
        { name: 'parentage', kind: 'text', label: t('party.parentage'), half: true, when: isPerson },
        { name: 'idNumber', kind: 'text', label: t('party.idNumber'), half: true },
        { name: 'occupation', kind: 'text', label: t('party.occupation'), half: true, when: isPerson },
        {
          name: 'status',
          kind: 'text',
          label: t('party.status'),
          hint: t('party.statusHint'),
          suggestions: STANDINGS.map((id) => ({ id, label: term(`standing.${id}`) })),
          half: true,
        },
        { name: 'organisation', kind: 'text', label: t('party.organisation'), half: true },
        { name: 'counsel', kind: 'text', label: t('party.counsel'), half: true },
        { name: 'address', kind: 'text', lines: 2, label: t('party.address') },
        { name: 'phone', kind: 'text', label: t('party.phone'), half: true },
        { name: 'email', kind: 'text', label: t('party.email'), half: true },
        { name: 'diedOn', kind: 'date', label: t('party.diedOn'), half: true, when: isPerson },
        { name: 'notes', kind: 'text', lines: 3, label: t('field.notes') },
      ],
    },
  ];
}

/** What a new party begins with. */
export const NEW_PARTY: FormValues = {
  kind: 'person',
  side: 'neutral',
  role: 'witness',
  courtSees: 'name',
  otherSideSees: 'pseudonym',
  publicSees: 'pseudonym',
};

/** What was said in public: who, where, when, the exact words, and what shows it. */
export function claimForm(t: Translate, proceedings: readonly Choice[], exhibits: readonly Choice[]): FormSection[] {
  return [
    {
      fields: [
        { name: 'words', kind: 'text', lines: 3, label: t('claim.words'), hint: t('claim.wordsHint'), required: true },
        { name: 'saidBy', kind: 'text', label: t('claim.saidBy'), required: true, half: true },
        { name: 'place', kind: 'text', label: t('claim.place'), required: true, half: true },
        { name: 'saidOn', kind: 'date', label: t('claim.saidOn'), required: true, half: true },
        { name: 'proceedingId', kind: 'choice', label: t('claim.about'), items: proceedings, none: '–', half: true },
        { name: 'exhibitId', kind: 'choice', label: t('claim.exhibit'), items: exhibits, none: '–', half: true },
        { name: 'pin', kind: 'text', label: t('claim.pin'), half: true },
        { name: 'notes', kind: 'text', lines: 2, label: t('field.notes') },
      ],
    },
  ];
}
