import { useT } from '#renderer/app/i18n.ts';
import { RecordDialog } from '#renderer/forms/RecordDialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

export interface Volumes {
  volumePages?: number;
  maxMegabytes?: number;
}

/** How large a volume may be: in pages, in megabytes, or both. */
export function VolumesDialog({
  most,
  busy,
  onMake,
  onClose,
}: {
  /** The most pages that the profile allows; null where it says nothing. */
  most: number | null;
  busy: boolean;
  onMake(volumes: Volumes): void;
  onClose(): void;
}) {
  const t = useT('bundles');
  return (
    <RecordDialog
      title={t('volumes.title')}
      size="small"
      sections={[
        {
          fields: [
            { name: 'pages', kind: 'number', label: t('volumes.pages'), min: 10, half: true },
            { name: 'megabytes', kind: 'number', label: t('volumes.megabytes'), min: 1, half: true },
          ],
        },
      ]}
      initial={{ pages: most, megabytes: null }}
      submitLabel={t('volumes.make')}
      busy={busy}
      problem={null}
      note={({ pages, megabytes }) => (
        <Notice tone="info">{t(pages === null && megabytes === null ? 'volumes.none' : 'volumes.text')}</Notice>
      )}
      onSave={({ pages, megabytes }) => {
        if (pages === null && megabytes === null) return;
        onMake({
          ...(pages === null ? {} : { volumePages: pages as number }),
          ...(megabytes === null ? {} : { maxMegabytes: megabytes as number }),
        });
      }}
      onClose={onClose}
    />
  );
}
