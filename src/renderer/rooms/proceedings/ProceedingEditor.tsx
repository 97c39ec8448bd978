import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import type { Output } from '#shared/contract/index.ts';
import { derivedIn, proceedingForm } from './forms/proceeding.ts';

/** Enters a proceeding, or changes one. */
export function ProceedingEditor({
  matter,
  proceeding,
  onDone,
  onClose,
}: {
  matter: Output<'matters.get'>;
  proceeding: Output<'proceedings.list'>[number] | null;
  onDone?: (id: string) => void;
  onClose(): void;
}) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { data: packs } = useCall('packs.list', {});
  if (!packs) return null;
  const pack = packs.find(({ id }) => id === matter.pack);
  return (
    <RecordEditor
      title={proceeding ? t('edit') : t('add')}
      sections={proceedingForm(t, term, pack)}
      record={proceeding}
      add="proceedings.add"
      edit="proceedings.edit"
      given={{ side: 'ours', ourRole: matter.clientRole }}
      fixed={{ matterId: matter.id, links: [] }}
      derive={(values, changed) => derivedIn(pack, values, changed)}
      size="large"
      done={proceeding ? t('done.edited') : t('done.added')}
      onDone={(made) => {
        const id = (made as { id?: string } | null)?.id;
        if (id) onDone?.(id);
      }}
      onClose={onClose}
    />
  );
}
