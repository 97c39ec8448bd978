import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import type { Output } from '#shared/contract/index.ts';
import { matterForm } from './forms.ts';

/** Changes a matter. */
export function MatterEditor({ matter, onClose }: { matter: Output<'matters.get'>; onClose(): void }) {
  const t = useT('matters');
  const term = useT('terms');
  const { data: packs } = useCall('packs.list', {});
  if (!packs) return null;
  return (
    <RecordEditor
      title={t('editTitle')}
      sections={matterForm(t, term, packs)}
      record={matter}
      add="matters.open"
      edit="matters.edit"
      size="large"
      done={t('done.edited')}
      onClose={onClose}
    />
  );
}
