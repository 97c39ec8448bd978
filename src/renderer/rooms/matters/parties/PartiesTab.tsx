import { useEffect, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { useT } from '#renderer/app/i18n.ts';
import { usePlace } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Output } from '#shared/contract/index.ts';
import { NEW_PARTY, partyForm } from '../forms.ts';
import { Conflicts } from './Conflicts.tsx';
import { grouped } from './groups.ts';
import styles from './PartiesTab.module.css';
import { PartyTable } from './PartyTable.tsx';

type Party = Output<'parties.list'>[number];

/** Everybody in the matter with what each audience reads, and beside them whom the chosen one is like elsewhere. */
export default function PartiesTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('matters');
  const term = useT('terms');
  const { itemId } = usePlace();
  const { data: parties } = useCall('parties.list', { matterId: matter.id });
  const [editing, setEditing] = useState<Party | 'new' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const remove = useAct('parties.remove', { done: t('party.removed') });
  // A place may name one of them: a search result, or the fix of a finding.
  const wanted = parties?.find(({ id }) => id === itemId);
  useEffect(() => {
    if (wanted) setEditing(wanted);
  }, [wanted]);
  useActions('matters', [
    { id: 'parties.add', label: t('party.add'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setEditing('new') },
  ]);
  if (!parties) return <Reading inPage />;
  const selected = parties.find(({ id }) => id === chosen) ?? parties[0];
  const add = (
    <Button icon="plus" shortcut="Ctrl+N" onPress={() => setEditing('new')}>
      {t('party.add')}
    </Button>
  );
  return (
    <div className={styles.tab}>
      <div className={styles.main}>
        {parties.length === 0 ? (
          <EmptyState icon="users" title={t('party.emptyTitle')} text={t('party.emptyText')} action={add} />
        ) : (
          <>
            <div className={styles.head}>
              <h2 className={styles.title}>{t('tab.parties')}</h2>
              <span className={styles.quiet}>{t('party.mayRead')}</span>
              <div className={styles.end}>{add}</div>
            </div>
            {grouped(parties).map((group) => (
              <PartyTable
                key={group.id}
                label={t(`party.group.${group.id}`)}
                parties={group.parties}
                selected={selected?.id ?? null}
                onSelect={setChosen}
                onOpen={setEditing}
                onRemove={({ id }) => void remove.run({ id })}
              />
            ))}
            <p className={styles.quiet}>{t('party.pseudonymNote')}</p>
          </>
        )}
      </div>
      {selected && (
        <aside className={styles.side}>
          <h2 className={styles.title}>
            {t('conflict.title')}{' '}
            <span className={styles.quiet}>
              <bdi>{selected.name}</bdi>
            </span>
          </h2>
          <Conflicts
            key={selected.id}
            names={[selected.name, selected.nameNative ?? '', ...selected.aliases]}
            idNumber={selected.idNumber}
            kind={selected.kind}
            matterId={matter.id}
            party={selected}
          />
        </aside>
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
          noteAfter={0}
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
