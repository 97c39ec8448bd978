import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { formatMoney } from '#renderer/forms/money.ts';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { paymentForm } from '../forms/work.ts';
import styles from '../ProceedingView.module.css';
import type { PartProps } from '../part-props.ts';
import { useCurrency } from '../words.ts';

/** Fees and costs of this proceeding, with what was paid in all. */
export function Payments({ matter, whole }: PartProps) {
  const t = useT('proceedings');
  const term = useT('terms');
  const currency = useCurrency(matter.pack);
  const { data } = useCall('diary.ofMatter', { matterId: matter.id });
  const rows = (data?.payments ?? []).filter(({ proceedingId }) => proceedingId === whole.proceeding.id);
  return (
    <RecordSection
      id="payments"
      words={{
        title: t('payment.title'),
        add: t('payment.add'),
        edit: t('payment.edit'),
        added: t('payment.added'),
        edited: t('payment.edited'),
        removed: t('payment.removed'),
        none: t('payment.none'),
      }}
      calls={{ add: 'payments.add', edit: 'payments.edit', remove: 'payments.remove' }}
      rows={rows}
      note={rows.length > 0 && t('payment.total', { amount: totals(rows).join(', ') })}
      nameOf={({ title }) => title}
      columns={[
        {
          id: 'what',
          heading: t('payment.name'),
          cell: ({ title, kind, paidOn }) => (
            <>
              <bdi>{title}</bdi>
              <span className={styles.second}>
                {[term(`payment.${kind}`), paidOn ? formatDay(paidOn) : t('payment.unpaid')].join(', ')}
              </span>
            </>
          ),
        },
        {
          id: 'amount',
          heading: t('payment.amount'),
          numeric: true,
          width: 112,
          cell: (row) => <span className={styles.nowrap}>{formatMoney(row.amountMinor, row.currency)}</span>,
        },
      ]}
      form={() => paymentForm(t, term)}
      given={{ kind: 'court-fee', currency }}
      fixed={{ matterId: matter.id, proceedingId: whole.proceeding.id }}
    />
  );
}

/** What was paid, by currency; what was received does not reduce it. */
function totals(rows: readonly { kind: string; amountMinor: number; currency: string; paidOn: string | null }[]) {
  const sums = new Map<string, number>();
  for (const { kind, amountMinor, currency, paidOn } of rows) {
    if (kind === 'costs-received' || paidOn === null) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums].map(([currency, sum]) => formatMoney(sum, currency));
}
