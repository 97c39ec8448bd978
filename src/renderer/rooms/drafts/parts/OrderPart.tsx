import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { CitedField } from './CitedField.tsx';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

/** The order that the draft is against. */
export function OrderPart({ matter, writing: { form, change } }: PartProps) {
  const t = useT('drafts');
  const { data: map } = useCall('proceedings.map', { matterId: matter.id });
  if (!map) return null;
  const items = map.orders
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map((order) => {
      const proceeding = map.proceedings.find(({ id }) => id === order.proceedingId);
      const values = {
        day: formatDay(order.date),
        forum: proceeding?.forumName ?? '',
        number: proceeding?.numberText ?? proceeding?.title ?? '',
      };
      return { id: order.id, label: t('order.label', values), hint: order.detail ?? undefined };
    });
  return (
    <Section
      title={t('order.title')}
      actions={
        <Button size="small" onPress={() => go({ room: 'matters', matterId: matter.id, tab: 'proceedings' })}>
          {t('order.toProceedings')}
        </Button>
      }
    >
      <div className={styles.fields} data-where="impugned">
        {items.length === 0 ? (
          <p className={styles.none}>{t('order.none')}</p>
        ) : (
          <Select
            label={t('order.pick')}
            items={items}
            value={form.impugnedOrderId}
            onChange={(impugnedOrderId) => change({ impugnedOrderId })}
            hint={t('order.copy')}
          />
        )}
      </div>
    </Section>
  );
}

/** The last day, and why it is late where it is. */
export function LimitationPart({ writing: { form, change }, data, preview }: PartProps) {
  const t = useT('drafts');
  const time = preview?.limitation;
  return (
    <Section title={t('limitation.title')}>
      <div className={styles.fields}>
        {time ? (
          <Facts
            items={[
              { term: t('limitation.due'), value: time.due ? formatDay(time.due) : t('limitation.noDay') },
              { term: t('limitation.rule'), value: time.rule },
              { term: t('limitation.source'), value: time.citation },
            ]}
          />
        ) : (
          <p className={styles.none}>{t('limitation.none')}</p>
        )}
        <CitedField
          label={t('limitation.delay')}
          hint={t('limitation.delayHint')}
          value={form.delay}
          onChange={(delay) => change({ delay })}
          annexures={data.annexures}
          where="delay"
        />
      </div>
    </Section>
  );
}
