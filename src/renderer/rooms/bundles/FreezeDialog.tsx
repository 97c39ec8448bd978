import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { toast } from '#renderer/ui/toast.ts';

/** Keeps the bundle as it is served. */
export function FreezeDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT('bundles');
  const { data: vault } = useCall('vault.state', {});
  const freeze = useAct('bundles.freeze');
  if (!vault) return null;
  return (
    <RecordDialog
      title={t('freezeTitle')}
      size="small"
      sections={[
        {
          fields: [
            { name: 'servedOn', kind: 'date', label: t('freezeOn') },
            { name: 'note', kind: 'text', label: t('freezeNote') },
          ],
        },
      ]}
      initial={{ servedOn: vault.today, note: null }}
      submitLabel={t('freeze')}
      busy={freeze.busy}
      problem={freeze.problem}
      note={() => <Notice tone="info">{t('freezeText')}</Notice>}
      onSave={({ servedOn, note }) =>
        void freeze.run({ id, servedOn: servedOn as string | null, note: note as string | null }).then(
          ({ number, pages, sha256 }) => {
            toast.show({ message: t('frozen', { number, pages, hash: sha256.slice(0, 16) }), tone: 'ok' });
            onClose();
          },
          () => {},
        )
      }
      onClose={onClose}
    />
  );
}
