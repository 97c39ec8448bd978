import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay, formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import tab from '#renderer/rooms/matters/Tab.module.css';
import { Badge, type BadgeTone } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import { draftSettingsForm, newDraftForm, proceedingLabel } from './forms.ts';

type Row = Output<'drafts.list'>[number];

const TONES: Record<Row['state'], BadgeTone> = { draft: 'later', signed: 'read', filed: 'met', served: 'met' };

/** Every draft of a matter, with what became of it. */
export function DraftList({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('drafts');
  const term = useT('terms');
  const { data: rows } = useCall('drafts.list', { matterId: matter.id });
  const { data: templates } = useCall('drafts.templates', {});
  const { data: proceedings } = useCall('proceedings.list', { matterId: matter.id });
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const remove = useAct('drafts.remove', { done: t('removed') });
  const open = (id: string) => go({ room: 'matters', matterId: matter.id, tab: 'drafts', itemId: id });
  useActions('drafts', [
    { id: 'drafts.new', label: t('new'), icon: 'plus', shortcut: 'Ctrl+N', run: () => setEditing('new') },
  ]);
  if (!rows || !templates || !proceedings) return null;
  const kind = ({ template }: Row) => templates.find(({ id }) => id === template)?.title ?? template;
  const before = ({ proceedingId }: Row) => {
    const found = proceedings.find(({ id }) => id === proceedingId);
    return found ? proceedingLabel(found) : '–';
  };
  const columns = [
    { id: 'title', heading: t('column.title'), cell: (row: Row) => <b>{row.title}</b> },
    { id: 'kind', heading: t('column.template'), cell: kind },
    { id: 'proceeding', heading: t('column.proceeding'), cell: (row: Row) => <bdi>{before(row)}</bdi> },
    { id: 'state', heading: t('column.state'), width: 190, cell: (row: Row) => <StateBadge draft={row} /> },
    { id: 'versions', heading: t('column.versions'), width: 80, numeric: true, cell: (row: Row) => row.versions },
    {
      id: 'at',
      heading: t('column.changed'),
      width: 160,
      cell: (row: Row) => <bdi>{formatInstant(row.updatedAt)}</bdi>,
    },
    {
      id: 'actions',
      heading: '',
      width: 48,
      cell: (row: Row) => (
        <Menu
          label={t('actions', { title: row.title })}
          items={[
            { id: 'open', label: t('open'), icon: 'draft' },
            { id: 'edit', label: t('edit'), icon: 'edit', isDisabled: row.state !== 'draft' },
            { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
          ]}
          onAction={(action) => {
            if (action === 'open') open(row.id);
            else if (action === 'edit') setEditing(row);
            else void remove.run({ id: row.id });
          }}
        />
      ),
    },
  ];
  const begin = (
    <Button variant={rows.length === 0 ? 'primary' : 'plain'} icon="plus" onPress={() => setEditing('new')}>
      {t('new')}
    </Button>
  );
  return (
    <div className={tab.page}>
      {rows.length === 0 ? (
        <EmptyState icon="draft" title={t('empty.title')} text={t('empty.text')} action={begin} />
      ) : (
        <>
          <div className={tab.head}>
            <span />
            {begin}
          </div>
          <Table
            label={t('title')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onOpen={({ id }) => open(id)}
            empty={t('empty.title')}
          />
        </>
      )}
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? t('newTitle') : editing.title}
          sections={
            editing === 'new' ? newDraftForm(t, term, templates, proceedings) : draftSettingsForm(t, term, proceedings)
          }
          record={editing === 'new' ? null : editing}
          add="drafts.add"
          edit="drafts.edit"
          given={{ template: templates[0]?.id, proceedingId: proceedings[0]?.id ?? null }}
          fixed={{ matterId: matter.id }}
          done={editing === 'new' ? t('begun') : t('edited')}
          onDone={(made) => editing === 'new' && open((made as { id: string }).id)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

/** "filed on 2 Mar 2021", with the mark of what is done. */
export function StateBadge({ draft }: { draft: Output<'drafts.get'>['draft'] }) {
  const t = useT('drafts');
  const term = useT('terms');
  const state = term(`draftState.${draft.state}`);
  const on = { draft: null, signed: draft.signedOn, filed: draft.filedOn, served: draft.servedOn }[draft.state];
  return <Badge tone={TONES[draft.state]}>{on ? t('stateOn', { state, day: formatDay(on) }) : state}</Badge>;
}
