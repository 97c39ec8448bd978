import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { useLogWords } from '#renderer/rooms/settings/log-words.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Tab.module.css';

type Entry = Output<'log.list'>[number];

/** Everything that was done in one matter, newest first, in the words of the vault's whole log. */
export default function LogTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('matters');
  const words = useLogWords();
  const { data: entries, problem } = useCall('log.list', { matterId: matter.id, limit: 200 });
  return (
    <div className={styles.page}>
      {problem && (
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
      {!entries && <Reading />}
      <Table
        label={t('tab.log')}
        columns={[
          { id: 'at', heading: t('log.at'), width: 180, cell: ({ at }: Entry) => formatInstant(at) },
          {
            id: 'action',
            heading: t('log.action'),
            width: '32%',
            cell: (entry: Entry) => <span className={styles.what}>{words.what(entry)}</span>,
          },
          {
            id: 'what',
            heading: t('log.what'),
            cell: (entry: Entry) => <span className={styles.detail}>{words.detail(entry)}</span>,
          },
          { id: 'actor', heading: t('log.actor'), width: 120, cell: ({ actor }: Entry) => <bdi>{actor}</bdi> },
        ]}
        rows={entries ?? []}
        keyOf={({ seq }) => String(seq)}
        empty={entries && t('log.none')}
      />
    </div>
  );
}
