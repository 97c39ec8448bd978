import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { CopyMoves } from './deadlines/FormMoves.tsx';
import { copyForm } from './forms/filing.ts';
import type { PartProps } from './part-props.ts';
import { useOrderWords } from './words.ts';

/** Certified copies of the orders: applied for, ready, collected. The days between may be left out of account. */
export function Copies({ whole }: PartProps) {
  const t = useT('proceedings');
  const { resultOf } = useOrderWords();
  const orders = [...whole.orders].reverse();
  const dayCell = (day: string | null) => (day ? formatDay(day) : '–');
  return (
    <RecordSection
      id="copies"
      words={{
        title: t('copy.title'),
        add: t('copy.add'),
        edit: t('copy.edit'),
        added: t('copy.added'),
        edited: t('copy.edited'),
        removed: t('copy.removed'),
        none: orders.length === 0 ? t('copy.noOrder') : t('copy.none'),
      }}
      calls={{ add: 'copies.add', edit: 'copies.edit', remove: 'copies.remove' }}
      rows={whole.copies}
      canAdd={orders.length > 0}
      nameOf={({ document }) => document}
      columns={[
        { id: 'document', heading: t('copy.document'), width: '34%', cell: ({ document }) => <bdi>{document}</bdi> },
        { id: 'applied', heading: t('copy.appliedOn'), cell: ({ appliedOn }) => dayCell(appliedOn) },
        { id: 'ready', heading: t('copy.readyOn'), cell: ({ readyOn }) => dayCell(readyOn) },
        { id: 'collected', heading: t('copy.collectedOn'), cell: ({ collectedOn }) => dayCell(collectedOn) },
      ]}
      form={(record) =>
        copyForm(
          t,
          orders.map((order) => ({ id: order.id, label: `${formatDay(order.date)}: ${resultOf(order)}` })),
          record === null,
        )
      }
      given={{
        orderId: orders[0]?.id ?? null,
        document: orders[0] ? t('copy.ofOrder', { day: formatDay(orders[0].date) }) : null,
      }}
      fixed={{}}
      formNote={(copy) => (values) => <CopyMoves copy={copy} values={values} />}
    />
  );
}
