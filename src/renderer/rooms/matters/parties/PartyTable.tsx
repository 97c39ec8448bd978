import { useT } from '#renderer/app/i18n.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './PartiesTab.module.css';

type Party = Output<'parties.list'>[number];

/** The parties of one group: names with their other spellings, roles, and what each audience reads. */
export function PartyTable({
  label,
  parties,
  selected,
  onSelect,
  onOpen,
  onRemove,
}: {
  label: string;
  parties: readonly Party[];
  selected: string | null;
  onSelect(id: string): void;
  onOpen(party: Party): void;
  onRemove(party: Party): void;
}) {
  const t = useT('matters');
  const term = useT('terms');
  return (
    <section aria-label={label}>
      <h3 className={styles.group}>{label}</h3>
      <Table
        label={label}
        columns={[
          {
            id: 'name',
            heading: t('party.nameAndSpellings'),
            width: '28%',
            cell: (party: Party) => <Name party={party} />,
          },
          {
            id: 'role',
            heading: t('party.role'),
            width: '16%',
            cell: ({ role, side, isClient }: Party) => (
              <>
                {term(`role.${role}`)}
                <span className={styles.second}>{isClient ? t('party.isClient') : term(`side.${side}`)}</span>
              </>
            ),
          },
          {
            id: 'counsel',
            heading: t('party.counsel'),
            width: '13%',
            cell: ({ counsel }: Party) => <bdi>{counsel ?? '–'}</bdi>,
          },
          {
            id: 'court',
            heading: t('party.courtSees'),
            width: '13%',
            cell: (party: Party) => <Reads party={party} what={party.courtSees} />,
          },
          {
            id: 'other',
            heading: t('party.otherSideSees'),
            width: '13%',
            cell: (party: Party) => <Reads party={party} what={party.otherSideSees} />,
          },
          {
            id: 'public',
            heading: t('party.publicSees'),
            width: '13%',
            cell: (party: Party) => <Reads party={party} what={party.publicSees} />,
          },
          {
            id: 'actions',
            heading: '',
            width: 44,
            align: 'end',
            cell: (party: Party) => (
              <Menu
                label={t('party.actions', { name: party.name })}
                items={[
                  { id: 'edit', label: t('edit'), icon: 'edit' },
                  { id: 'remove', label: t('party.remove'), icon: 'trash', danger: true },
                ]}
                onAction={(action) => (action === 'edit' ? onOpen(party) : onRemove(party))}
              />
            ),
          },
        ]}
        rows={parties}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </section>
  );
}

function Name({ party }: { party: Party }) {
  const t = useT('matters');
  const others = party.protected
    ? t('party.spellings', { count: party.aliases.length + 1 + (party.nameNative ? 1 : 0) })
    : party.aliases.join(', ');
  return (
    <>
      <span className={styles.name}>
        {party.protected && <Icon name="shield" size={14} />}
        <bdi>{party.name}</bdi>
      </span>
      <span className={styles.second}>
        {party.nameNative && <bdi lang="ur">{party.nameNative}</bdi>}
        {party.nameNative && others && ', '}
        {others}
      </span>
    </>
  );
}

function Reads({ party, what }: { party: Party; what: Party['courtSees'] }) {
  const t = useT('matters');
  // The same as isHiddenFrom: a pseudonym that was given counts without the protection of an order.
  const hasStandIn = party.protected || (party.pseudonym ?? '').trim() !== '';
  if (what === 'name' || !hasStandIn) return <>{t('party.readsName')}</>;
  return (
    <span className={styles.pseudonym}>
      <Icon name="shield" size={12} />
      {party.pseudonym ?? t('party.noPseudonym')}
    </span>
  );
}
