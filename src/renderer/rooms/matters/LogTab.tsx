import { formatInstant } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Tab.module.css';

type Entry = Output<'log.list'>[number];

/** Everything that was done in one matter, newest first. */
export default function LogTab({ matter }: { matter: Output<'matters.get'> }) {
  const t = useT('matters');
  const { data: entries } = useCall('log.list', { matterId: matter.id, limit: 200 });
  return (
    <div className={styles.page}>
      <Table
        label={t('tab.log')}
        columns={[
          { id: 'at', heading: t('log.at'), width: 180, cell: ({ at }: Entry) => formatInstant(at) },
          { id: 'action', heading: t('log.action'), cell: ({ action }: Entry) => action },
          { id: 'what', heading: t('log.what'), cell: ({ detail }: Entry) => sumUp(detail) },
          { id: 'actor', heading: t('log.actor'), width: 120, cell: ({ actor }: Entry) => actor },
        ]}
        rows={entries ?? []}
        keyOf={({ seq }) => String(seq)}
        empty={t('log.none')}
      />
    </div>
  );
}

/** Counts by kind of change: "2 update hearing"; a hash where something left the vault. */
function sumUp(detail: string | null): string {
  if (detail === null) return '';
  try {
    const entries = Object.entries(JSON.parse(detail) as Record<string, unknown>);
    return entries
      .map(([what, n]) =>
        typeof n === 'number' ? `${n} ${what.replaceAll('_', ' ')}` : `${what} ${String(n).slice(0, 16)}`,
      )
      .join(', ');
  } catch {
    return detail;
  }
}
