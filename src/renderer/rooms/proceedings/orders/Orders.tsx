import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusChip } from '#renderer/ui/StatusChip.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import styles from '../ProceedingView.module.css';
import type { PartProps } from '../part-props.ts';
import { look } from '../place.ts';
import { markOf } from '../standing.ts';
import { useGrounds, useOrderWords } from '../words.ts';
import { OrderEditor } from './OrderEditor.tsx';

type Order = PartProps['whole']['orders'][number];

/** The orders by their facts: result and basis in one mark, and the hatch for merits that were not reached. */
export function Orders(part: PartProps) {
  const { matter, whole } = part;
  const t = useT('proceedings');
  const term = useT('terms');
  const { whatOf } = useOrderWords();
  const groundOf = useGrounds(matter.pack);
  const [editing, setEditing] = useState<Order | 'new' | null>(null);
  const remove = useAct('orders.remove', { done: t('order.removed') });
  const rows = [...whole.orders].reverse();
  const open = ({ id }: Order) => look(matter.id, whole.proceeding.id, 'order', id);
  useActions('proceedings', [
    { id: 'orders.add', label: t('order.add'), icon: 'gavel', shortcut: 'O', run: () => setEditing('new') },
    {
      id: 'orders.open-last',
      label: t('order.remedies'),
      icon: 'scales',
      shortcut: 'R',
      isDisabled: rows.length === 0,
      run: () => rows[0] && open(rows[0]),
    },
  ]);
  return (
    <Section
      title={t('order.title')}
      count={rows.length || undefined}
      actions={
        <Button variant="quiet" size="small" icon="plus" shortcut="O" onPress={() => setEditing('new')}>
          {t('order.add')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className={styles.none}>{t('order.none')}</p>
      ) : (
        <Table
          label={t('order.title')}
          columns={[
            {
              id: 'date',
              heading: t('order.date'),
              width: 100,
              cell: ({ date }: Order) => <span className={styles.nowrap}>{formatDay(date)}</span>,
            },
            {
              id: 'result',
              heading: t('order.result'),
              width: '26%',
              cell: (order: Order) => (
                <StatusChip {...markOf(order)}>
                  <b>{whatOf(order)}</b>
                </StatusChip>
              ),
            },
            {
              id: 'ground',
              heading: t('order.groundShort'),
              cell: ({ ground, detail, kind, summary }: Order) =>
                kind === 'other'
                  ? '–'
                  : [groundOf(ground), detail].filter(Boolean).join(': ') || (kind === 'interim' && summary) || '–',
            },
            {
              id: 'merits',
              heading: t('order.meritsShort'),
              width: 96,
              cell: ({ kind, merits }: Order) =>
                kind === 'disposal' ? term(`meritsShort.${merits ?? 'unsaid'}`) : '–',
            },
            {
              id: 'finality',
              heading: t('order.finality'),
              width: 104,
              cell: ({ kind, finality }: Order) =>
                kind === 'disposal' ? (finality ? term(`finality.${finality}`) : '–') : term(`orderKind.${kind}`),
            },
            {
              id: 'menu',
              heading: '',
              width: 40,
              align: 'end',
              cell: (order: Order) => (
                <Menu
                  label={t('order.actions', { day: formatDay(order.date) })}
                  items={[
                    {
                      id: 'open',
                      label: order.kind === 'disposal' ? t('order.remedies') : t('order.open'),
                      icon: 'scales',
                    },
                    { id: 'edit', label: t('order.edit'), icon: 'edit' },
                    { id: 'remove', label: t('remove'), icon: 'trash', danger: true },
                  ]}
                  onAction={(action) => {
                    if (action === 'open') open(order);
                    else if (action === 'edit') setEditing(order);
                    else void remove.run({ id: order.id });
                  }}
                />
              ),
            },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          onOpen={open}
        />
      )}
      {editing !== null && (
        <OrderEditor
          {...part}
          order={editing === 'new' ? null : editing}
          onDone={(id) => look(matter.id, whole.proceeding.id, 'order', id)}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
