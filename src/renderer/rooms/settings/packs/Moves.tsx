import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Packs.module.css';

type Move = Output<'packs.moves'>[number];

/** Which open deadlines would move, old beside new. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const t = useT('packs');
  const day = (value: string | null) => (value ? formatDay(value) : t('noDay'));
  if (moves.length === 0) return <p className={styles.about}>{t('noMoves')}</p>;
  return (
    <>
      <p className={styles.count}>{t('moves', { count: moves.length })}</p>
      <Table
        label={t('moves', { count: moves.length })}
        columns={[
          { id: 'matter', heading: t('matter'), width: 110, cell: ({ matter }: Move) => <bdi>{matter}</bdi> },
          { id: 'title', heading: t('deadline'), cell: ({ title }: Move) => <bdi>{title}</bdi> },
          { id: 'from', heading: t('before'), width: 110, cell: ({ from }: Move) => day(from) },
          {
            id: 'to',
            heading: t('after'),
            width: 180,
            cell: ({ to, kept }: Move) => (kept ? `${day(to)}; ${t('kept', { day: formatDay(kept) })}` : day(to)),
          },
        ]}
        rows={moves}
        keyOf={({ deadlineId }) => deadlineId}
      />
    </>
  );
}
