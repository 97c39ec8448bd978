import { type T, useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import type { FormField } from '#renderer/forms/fields.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import type { Output } from '#shared/contract/index.ts';

/** Blanks that are filled in with a record of the matter and not with the draft. */
export function filledElsewhere(where: string): boolean {
  return /^(parties|incidents)\.[^.]+\.|^organisation\./.test(where);
}

/** Asks for what is missing of one record, all of it at once: of a party, of an incident, of the organisation. */
export function FillDialog({
  where,
  blanks,
  matter,
  draft,
  onClose,
}: {
  where: string;
  blanks: Output<'drafts.preview'>['blanks'];
  matter: Output<'matters.get'>;
  draft: Output<'drafts.get'>['draft'];
  onClose(): void;
}) {
  const t = useT('drafts');
  const word = useT('matters');
  const [kind, id = ''] = where.split('.');
  const { data: parties } = useCall('parties.list', { matterId: draft.matterId });
  const { data: facts } = useCall('facts.list', { matterId: draft.matterId });
  if (!parties || !facts) return null;
  if (kind === 'incidents') {
    const fact = facts.find((each) => each.id === id);
    return (
      fact && (
        <RecordEditor
          title={t('incidents.title')}
          sections={[{ fields: incidentFields(t) }]}
          record={fact}
          add="facts.add"
          edit="facts.edit"
          done={t('incidents.changed')}
          onClose={onClose}
        />
      )
    );
  }
  if (kind === 'organisation') {
    const organisation = parties.find(({ role }) => role === 'organisation') ?? null;
    return (
      <RecordEditor
        title={t('parties.organisation')}
        sections={[{ fields: organisationFields(t) }]}
        record={organisation}
        add="parties.add"
        edit="parties.edit"
        given={{ name: matter.organisation }}
        fixed={{ ...NEW_ORGANISATION, matterId: draft.matterId }}
        done={organisation ? t('parties.changed') : t('parties.added')}
        onClose={onClose}
      />
    );
  }
  const party = parties.find((each) => each.id === id);
  const missing = blanks.flatMap(({ where: at }) => (at?.startsWith(`parties.${id}.`) ? (at.split('.')[2] ?? []) : []));
  return (
    party && (
      <RecordEditor
        title={t('parties.fill', { name: party.name })}
        sections={[
          { fields: partyFields(word).filter(({ name }) => missing.includes(name === 'idNumber' ? 'cnic' : name)) },
        ]}
        record={party}
        add="parties.add"
        edit="parties.edit"
        done={t('parties.changed')}
        onClose={onClose}
      />
    )
  );
}

function partyFields(word: T): FormField[] {
  return [
    { name: 'parentage', kind: 'text', label: word('party.parentage') },
    { name: 'idNumber', kind: 'text', label: word('party.idNumber') },
    { name: 'occupation', kind: 'text', label: word('party.occupation') },
    { name: 'address', kind: 'text', lines: 2, label: word('party.address') },
  ];
}

function organisationFields(t: T): FormField[] {
  return [
    { name: 'name', kind: 'text', label: t('parties.organisation'), required: true },
    { name: 'address', kind: 'text', lines: 2, label: t('signing.address') },
    { name: 'notes', kind: 'text', label: t('parties.employer') },
  ];
}

function incidentFields(t: T): FormField[] {
  return [
    { name: 'date', kind: 'date', label: t('incidents.date'), half: true },
    { name: 'time', kind: 'time', label: t('incidents.time'), half: true },
    { name: 'place', kind: 'text', label: t('incidents.place') },
    { name: 'text', kind: 'text', lines: 3, label: t('incidents.act'), required: true },
    { name: 'witnesses', kind: 'text', label: t('incidents.witnesses') },
    { name: 'effect', kind: 'text', lines: 2, label: t('incidents.effect') },
  ];
}

/** An organisation that a draft names and the matter has no party for. */
const NEW_ORGANISATION = {
  nameNative: null,
  role: 'organisation',
  side: 'neutral',
  kind: 'organisation',
  isClient: false,
  parentage: null,
  idNumber: null,
  occupation: null,
  status: null,
  organisation: null,
  counsel: null,
  phone: null,
  email: null,
  protected: false,
  pseudonym: null,
  courtSees: 'name',
  otherSideSees: 'name',
  publicSees: 'name',
  diedOn: null,
  aliases: [],
};
