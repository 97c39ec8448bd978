import type { ReactNode } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import type { T } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import type { Problem } from '#shared/problem.ts';
import styles from './Papers.module.css';
import tab from './Tab.module.css';

/** What a matter's drafts and bundles have in common: they are listed, begun, opened and put into the bin. */
type Room = 'drafts' | 'bundles';
const ICON = { drafts: 'draft', bundles: 'bundle' } as const;

/** The papers of one kind in a table, or what to do where there is none. `t` has the words of their room. */
export function PaperShelf<R extends { id: string; title: string }>({
  room,
  t,
  rows,
  columns,
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
    <div className={tab.page}>
      {rows.length === 0 ? (
        <EmptyState icon={ICON[room]} title={t('empty.title')} text={t('empty.text')} action={begin} />
      ) : (
        <>
          <div className={tab.head}>
            <span />
            {begin}
          </div>
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

/** A paper that can't be opened: why, and the way back. */
export function LostPaper({ t, problem, onBack }: { t: T; problem: Problem; onBack(): void }) {
  return (
    <Notice tone="danger" title={problem.message} action={<Button onPress={onBack}>{t('back')}</Button>}>
      {problem.hint ?? ''}
    </Notice>
  );
}

/** The title of a paper on its workbench, after the way back. */
export function PaperTitle({ t, title, onBack }: { t: T; title: string; onBack(): void }) {
  return (
    <span className={styles.title}>
      <IconButton icon="back" label={t('back')} onPress={onBack} />
      <bdi>{title}</bdi>
    </span>
  );
}
