import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { PaperShelf } from '#renderer/papers/PaperShelf.tsx';
import type { Output } from '#shared/contract/index.ts';
import { bundleForm } from './forms.ts';

type Row = Output<'bundles.list'>[number];

/** Every bundle of a matter, by its profile, audience and versions. */
export function BundleList({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('bundles');
  const term = useT('terms');
  const { data: rows } = useCall('bundles.list', { matterId: matter.id });
  const { data: profiles } = useCall('bundles.profiles', {});
  const { data: proceedings } = useCall('proceedings.list', { matterId: matter.id });
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const remove = useAct('bundles.remove', { done: t('removed') });
  const open = (id: string) => go({ room: 'matters', matterId: matter.id, tab: 'bundles', itemId: id });
  if (!rows || !profiles || !proceedings) return <Reading />;
  const columns = [
    {
      id: 'profile',
      heading: t('column.profile'),
      cell: (row: Row) => profiles.find(({ id }) => id === row.profile)?.title ?? row.profile,
    },
    { id: 'for', heading: t('column.audience'), width: 100, cell: (row: Row) => term(`audience.${row.audience}`) },
    {
      id: 'hearing',
      heading: t('column.hearing'),
      width: 110,
      cell: (row: Row) => (row.hearingOn ? <bdi>{formatDay(row.hearingOn)}</bdi> : '–'),
    },
    { id: 'items', heading: t('column.items'), width: 64, numeric: true, cell: (row: Row) => row.items },
  ];
  return (
    <PaperShelf<Row>
      room="bundles"
      t={t}
      rows={rows}
      proceedings={proceedings}
      columns={columns}
      onNew={() => setEditing('new')}
      onOpen={open}
      onEdit={setEditing}
      onRemove={(id) => void remove.run({ id })}
    >
      {editing !== null && (
        <RecordEditor
          title={editing === 'new' ? t('newTitle') : editing.title}
          sections={bundleForm(t, term, profiles, proceedings)}
          record={editing === 'new' ? null : editing}
          add="bundles.add"
          edit="bundles.edit"
          given={{ profile: profiles[0]?.id, audience: 'court', proceedingId: proceedings[0]?.id ?? null }}
          fixed={{ matterId: matter.id }}
          done={editing === 'new' ? t('begun') : t('edited')}
          onDone={(made) => editing === 'new' && open((made as { id: string }).id)}
          onClose={() => setEditing(null)}
        />
      )}
    </PaperShelf>
  );
}
