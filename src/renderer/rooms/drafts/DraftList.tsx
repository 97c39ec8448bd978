import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { PaperShelf } from '#renderer/papers/PaperShelf.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/Badge.tsx';
import type { Output } from '#shared/contract/index.ts';
import { draftSettingsForm, newDraftForm } from './forms.ts';

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
  if (!rows || !templates || !proceedings) return <Reading />;
  const kind = ({ template }: Row) => templates.find(({ id }) => id === template)?.title ?? template;
  const columns = [
    { id: 'kind', heading: t('column.template'), cell: kind },
    { id: 'state', heading: t('column.state'), width: 190, cell: (row: Row) => <StateBadge draft={row} /> },
  ];
  return (
    <PaperShelf<Row>
      room="drafts"
      t={t}
      rows={rows}
      proceedings={proceedings}
      columns={columns}
      canEdit={({ state }) => state === 'draft'}
      onNew={() => setEditing('new')}
      onOpen={open}
      onEdit={setEditing}
      onRemove={(id) => void remove.run({ id })}
    >
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
    </PaperShelf>
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
