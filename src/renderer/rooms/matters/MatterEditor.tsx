import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import type { Output } from '#shared/contract/index.ts';
import { matterForm } from './forms.ts';

/** Opens a new matter, or changes one. */
export function MatterEditor({ matter, onClose }: { matter: Output<'matters.get'> | null; onClose(): void }) {
  const t = useT('matters');
  const term = useT('terms');
  const { data: packs } = useCall('packs.list', {});
  const { data: reference } = useCall('matters.nextReference', {});
  const { data: state } = useCall('vault.state', {});
  if (!packs || reference === undefined || !state) return null;
  return (
    <RecordEditor
      title={matter ? t('editTitle') : t('newTitle')}
      sections={matterForm(t, term, packs)}
      record={matter}
      add="matters.open"
      edit="matters.edit"
      size="large"
      given={{ reference, pack: 'pk-punjab', clientRole: 'complainant', openedOn: state.today }}
      fixed={{ parties: [], closedOn: null }}
      done={matter ? t('done.edited') : t('done.opened')}
      onDone={(made) => {
        const id = (made as { id?: string } | null)?.id;
        if (id) go({ room: 'matters', matterId: id, tab: 'parties' });
      }}
      onClose={onClose}
    />
  );
}
