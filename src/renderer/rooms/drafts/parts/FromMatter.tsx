import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { proceedingChoices } from '#renderer/papers/proceedings.ts';
import { NEW_PARTY, partyForm } from '#renderer/rooms/matters/forms.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { AUDIENCES } from '#shared/contract/drafts.ts';
import type { Output } from '#shared/contract/index.ts';
import { CitedField } from './CitedField.tsx';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

type Party = Output<'parties.list'>[number];

/** What the draft takes from the records as they are: the cause and its parties. */
export function PartiesPart({ matter, data }: PartProps) {
  const t = useT('drafts');
  const term = useT('terms');
  const { data: proceedings = [] } = useCall('proceedings.list', { matterId: matter.id });
  const edit = useAct('drafts.edit', { done: t('edited') });
  const { draft } = data;
  return (
    <>
      <Section title={t('parties.setting')}>
        <div className={styles.fields} data-where="forum.name">
          <Select
            label={t('field.proceeding')}
            items={[{ id: '', label: t('noProceeding') }, ...proceedingChoices(proceedings)]}
            value={draft.proceedingId ?? ''}
            onChange={(id) => void edit.run({ id: draft.id, proceedingId: id === '' ? null : id })}
          />
          <Select
            label={t('field.audience')}
            hint={t('field.audienceHint')}
            items={AUDIENCES.map((id) => ({ id, label: term(`audience.${id}`) }))}
            value={draft.audience}
            onChange={(audience) => void edit.run({ id: draft.id, audience: audience as (typeof AUDIENCES)[number] })}
          />
        </div>
      </Section>
      <PartyRows matter={matter} title={t('parties.title')} note={t('parties.note')} where="parties" />
    </>
  );
}

/** The witnesses among the parties, and what they will speak to. */
export function WitnessesPart({ matter }: PartProps) {
  const t = useT('drafts');
  return <PartyRows matter={matter} title={t('witnesses.title')} note={t('witnesses.note')} where="witnesses" />;
}

function PartyRows({
  matter,
  title,
  note,
  where,
}: {
  matter: Output<'matters.get'>;
  title: string;
  note: string;
  where: 'parties' | 'witnesses';
}) {
  const t = useT('drafts');
  const word = useT('matters');
  const term = useT('terms');
  const [editing, setEditing] = useState<Party | 'new' | null>(null);
  const { data: parties = [] } = useCall('parties.list', { matterId: matter.id });
  const isWitness = where === 'witnesses';
  const shown = parties.filter(({ role }) => (role === 'witness') === isWitness);
  const about = (party: Party) => (isWitness ? (party.notes ?? '') : term(`role.${party.role}`));
  return (
    <Section title={title} note={note}>
      {isWitness && shown.length === 0 && <p className={styles.none}>{t('witnesses.none')}</p>}
      {shown.map((party) => (
        <div key={party.id} className={styles.row}>
          <span className={styles.label}>
            <bdi>{party.name}</bdi>{' '}
            <span className={styles.quiet}>
              {party.protected && party.pseudonym ? `${party.pseudonym}, ` : ''}
              {about(party)}
            </span>
          </span>
          <Button variant="quiet" size="small" onPress={() => setEditing(party)}>
            <span aria-hidden="true">{t('parties.editShort')}</span>
            <span className={styles.spoken}>{t('parties.edit', { name: party.name })}</span>
          </Button>
        </div>
      ))}
      <div className={styles.foot} data-where={where}>
        <Button icon="plus" size="small" onPress={() => setEditing('new')}>
          {t(isWitness ? 'witnesses.add' : 'parties.add')}
        </Button>
      </div>
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? t('parties.add') : editing.name}
          sections={partyForm(word, term)}
          record={editing === 'new' ? null : editing}
          add="parties.add"
          edit="parties.edit"
          given={
            isWitness
              ? NEW_PARTY
              : { ...NEW_PARTY, role: 'complainant', side: 'ours', otherSideSees: 'name', publicSees: 'name' }
          }
          fixed={{ matterId: matter.id }}
          size="large"
          done={editing === 'new' ? t('parties.added') : t('parties.changed')}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

/** The incidents of the chronology, what is missing of each, and whether they are one series. */
export function IncidentsPart({ matter, data, writing: { form, change }, preview, onFill }: PartProps) {
  const t = useT('drafts');
  const { data: facts = [] } = useCall('facts.list', { matterId: matter.id });
  const incidents = facts.filter(({ isIncident }) => isIncident);
  const others = facts.filter(({ isIncident, state }) => !isIncident && state !== 'disputed').length;
  const missing = (id: string) => preview?.blanks.filter(({ where }) => where?.startsWith(`incidents.${id}.`)) ?? [];
  return (
    <Section
      title={t('incidents.title')}
      note={others > 0 ? t('incidents.facts', { count: others }) : undefined}
      actions={
        <Button size="small" onPress={() => go({ room: 'matters', matterId: matter.id, tab: 'chronology' })}>
          {t('incidents.toChronology')}
        </Button>
      }
    >
      {incidents.length === 0 && <p className={styles.none}>{t('incidents.none')}</p>}
      {incidents.map((fact) => {
        const lacks = missing(fact.id);
        return (
          <div key={fact.id} className={styles.row}>
            <span className={styles.label}>
              {fact.date && <b>{formatDay(fact.date)}</b>} <bdi>{fact.text}</bdi>
              {lacks.length > 0 && (
                <span className={styles.missing}>
                  {' '}
                  {t('incidents.missing', { what: lacks.map(({ label }) => label).join(', ') })}
                </span>
              )}
            </span>
            <Button variant="quiet" size="small" onPress={() => onFill(`incidents.${fact.id}.`)}>
              {t('incidents.edit')}
            </Button>
          </div>
        );
      })}
      <div className={styles.bad}>
        <CitedField
          label={t('incidents.continuing')}
          hint={t('incidents.continuingHint')}
          value={form.continuing}
          onChange={(continuing) => change({ continuing })}
          annexures={data.annexures}
          where="continuing"
        />
      </div>
    </Section>
  );
}
