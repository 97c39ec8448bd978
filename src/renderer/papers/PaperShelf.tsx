import type { ReactNode } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatInstant } from '#renderer/app/dates.ts';
import type { T } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Papers.module.css';
import { proceedingLabel } from './proceedings.ts';

/** What a matter's drafts and bundles have in common: they are listed, begun, opened and put into the bin. */
type Room = 'drafts' | 'bundles';
const ICON = { drafts: 'draft', bundles: 'bundle' } as const;

interface Paper {
  id: string;
  title: string;
  proceedingId: string | null;
  versions: number;
  updatedAt: string;
}

/** The papers of one kind in a table, or what to do where there is none. `t` has the words of their room. */
export function PaperShelf<R extends Paper>({
  room,
  t,
  rows,
  proceedings,
  columns: own,
  canEdit = () => true,
  onNew,
  onOpen,
  onEdit,
  onRemove,
  children,
}: {
  room: Room;
  t: T;
  rows: readonly R[];
  /** Those of the matter. */
  proceedings: Output<'proceedings.list'>;
  /** What is said of this kind alone. */
  columns: readonly Column<R>[];
  canEdit?(row: R): boolean;
  onNew(): void;
  onOpen(id: string): void;
  onEdit(row: R): void;
  onRemove(id: string): void;
  /** The form in which one is begun or changed. */
  children?: ReactNode;
}) {
  useActions(room, [{ id: `${room}.new`, label: t('new'), icon: 'plus', shortcut: 'Ctrl+N', run: onNew }]);
  const begin = (
    <Button variant={rows.length === 0 ? 'primary' : 'plain'} icon="plus" onPress={onNew}>
      {t('new')}
    </Button>
  );
  const before = ({ proceedingId }: R) => {
    const found = proceedings.find(({ id }) => id === proceedingId);
    return found ? proceedingLabel(found) : '–';
  };
  const columns: Column<R>[] = [
    { id: 'title', heading: t('column.title'), cell: (row) => <b>{row.title}</b> },
    { id: 'proceeding', heading: t('column.proceeding'), cell: (row) => <bdi>{before(row)}</bdi> },
    ...own,
    { id: 'versions', heading: t('column.versions'), width: 80, numeric: true, cell: (row) => row.versions },
    { id: 'at', heading: t('column.changed'), width: 155, cell: (row) => <bdi>{formatInstant(row.updatedAt)}</bdi> },
  ];
  const actions: Column<R> = {
    id: 'actions',
    heading: '',
    width: 48,
    cell: (row) => (
      <Menu
        label={t('actions', { title: row.title })}
        items={[
          { id: 'open', label: t('open'), icon: ICON[room] },
          { id: 'edit', label: t('edit'), icon: 'edit', isDisabled: !canEdit(row) },
          { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
        ]}
        onAction={(action) => {
          if (action === 'open') onOpen(row.id);
          else if (action === 'edit') onEdit(row);
          else onRemove(row.id);
        }}
      />
    ),
  };
  return (
    <div className={styles.page}>
      {rows.length === 0 ? (
        <EmptyState icon={ICON[room]} title={t('empty.title')} text={t('empty.text')} action={begin} />
      ) : (
        <>
          <div className={styles.head}>{begin}</div>
          <Table
            label={t('title')}
            columns={[...columns, actions]}
            rows={rows}
            keyOf={({ id }) => id}
            onOpen={({ id }) => onOpen(id)}
            empty={t('empty.title')}
          />
        </>
      )}
      {children}
    </div>
  );
}
