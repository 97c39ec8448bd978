import { formatDay, formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './ResultDialog.module.css';

type Version = Output<'bundles.versions'>[number];

/** What was frozen of a bundle, with its hash. */
export function VersionsDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT('bundles');
  const { data: versions } = useCall('bundles.versions', { id });
  const columns = [
    { id: 'number', heading: t('version.number'), width: 48, numeric: true, cell: ({ number }: Version) => number },
    { id: 'at', heading: t('version.at'), width: 150, cell: ({ at }: Version) => formatInstant(at) },
    {
      id: 'served',
      heading: t('version.served'),
      width: 110,
      cell: ({ servedOn }: Version) => (servedOn ? formatDay(servedOn) : '–'),
    },
    { id: 'pages', heading: t('version.pages'), width: 64, numeric: true, cell: ({ pages }: Version) => pages },
    { id: 'note', heading: t('version.note'), cell: ({ note }: Version) => <bdi>{note}</bdi> },
    {
      id: 'hash',
      heading: t('version.hash'),
      cell: ({ sha256 }: Version) => <code className={styles.hash}>{inFours(sha256)}</code>,
    },
  ];
  return (
    <Dialog title={t('version.title')} isOpen onClose={onClose} size="large">
      {versions && (
        <Table
          label={t('version.title')}
          columns={columns}
          rows={versions}
          keyOf={(version) => version.id}
          empty={t('version.none')}
        />
      )}
    </Dialog>
  );
}

/** A hash as it can be read aloud. */
export const inFours = (hash: string) => hash.replace(/(.{4})(?=.)/g, '$1 ');
