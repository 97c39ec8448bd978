import { useEffect, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { usePlace } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import { NEW_PARTY, partyForm } from '../forms.ts';
import styles from '../Tab.module.css';
import { Conflicts } from './Conflicts.tsx';

type Party = Output<'parties.list'>[number];

/** Everybody in the matter, with what each audience reads in place of the name. */
export default function PartiesTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('matters');
  const term = useT('terms');
  const { data: parties } = useCall('parties.list', { matterId: matter.id });
  const [editing, setEditing] = useState<Party | 'new' | null>(null);
  const remove = useAct('parties.remove', { done: t('party.removed') });
  // A place may name one of them: a search result, or the fix of a finding.
  const { itemId } = usePlace();
  const wanted = parties?.find(({ id }) => id === itemId);
  useEffect(() => {
    if (wanted) setEditing(wanted);
  }, [wanted]);
  useActions('matters', [
    { id: 'parties.add', label: t('party.add'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setEditing('new') },
  ]);
  if (!parties) return null;
  const sees = (party: Party, what: Party['courtSees']) =>
    party.protected && what === 'pseudonym' ? (
      <span className={styles.pseudonym}>{party.pseudonym ?? '–'}</span>
    ) : (
      t('party.readsName')
    );
  return (
    <div className={styles.page}>
      {parties.length === 0 ? (
        <EmptyState
          icon="users"
          title={t('party.emptyTitle')}
          text={t('party.emptyText')}
          action={
            <Button variant="primary" onPress={() => setEditing('new')}>
              {t('party.add')}
            </Button>
          }
        />
      ) : (
        <>
          <div className={styles.head}>
            <span className={styles.quiet}>{t('party.count', { count: parties.length })}</span>
            <Button icon="plus" onPress={() => setEditing('new')}>
              {t('party.add')}
            </Button>
          </div>
          <Table
            label={t('tab.parties')}
            columns={[
              {
                id: 'name',
                heading: t('party.name'),
                cell: (party: Party) => (
                  <>
                    <bdi>{party.name}</bdi> {party.nameNative && <bdi lang="ur">{party.nameNative}</bdi>}{' '}
                    {party.isClient && <Badge tone="info">{t('party.client')}</Badge>}
                  </>
                ),
              },
              {
                id: 'role',
                heading: t('party.role'),
                cell: (party: Party) => `${term(`role.${party.role}`)}, ${term(`side.${party.side}`)}`,
              },
              { id: 'court', heading: t('party.courtSees'), cell: (party: Party) => sees(party, party.courtSees) },
              {
                id: 'other',
                heading: t('party.otherSideSees'),
                cell: (party: Party) => sees(party, party.otherSideSees),
              },
              { id: 'public', heading: t('party.publicSees'), cell: (party: Party) => sees(party, party.publicSees) },
              {
                id: 'actions',
                heading: '',
                width: 48,
                cell: (party: Party) => (
                  <Menu
                    label={t('party.actions', { name: party.name })}
                    icon="more"
                    items={[
                      { id: 'edit', label: t('edit'), icon: 'edit' },
                      { id: 'remove', label: t('party.remove'), icon: 'trash', danger: true },
                    ]}
                    onAction={(action) => (action === 'edit' ? setEditing(party) : void remove.run({ id: party.id }))}
                  />
                ),
              },
            ]}
            rows={parties}
            keyOf={({ id }) => id}
            onOpen={setEditing}
            empty={t('party.emptyTitle')}
          />
        </>
      )}
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? t('party.add') : editing.name}
          sections={partyForm(t, term)}
          record={editing === 'new' ? null : editing}
          add="parties.add"
          edit="parties.edit"
          given={NEW_PARTY}
          fixed={{ matterId: matter.id }}
          size="large"
          note={({ name, nameNative, aliases, idNumber, kind }) => (
            <Conflicts
              names={[name, nameNative, ...(Array.isArray(aliases) ? aliases : [])].filter(
                (each) => typeof each === 'string',
              )}
              idNumber={typeof idNumber === 'string' ? idNumber : null}
              kind={kind === 'organisation' ? 'organisation' : 'person'}
              matterId={matter.id}
            />
          )}
          done={editing === 'new' ? t('party.added') : t('party.edited')}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
