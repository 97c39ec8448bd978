import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PickDialog } from '#renderer/ui/PickDialog.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './DraftFields.module.css';
import type { PartProps } from './part-props.ts';

type Annexure = Output<'drafts.get'>['annexures'][number];

/** What is annexed, lettered in this order; the letters in the text follow. */
export function Annexures({ matter, data, writing, dangling }: PartProps & { dangling: number }) {
  const t = useT('drafts');
  const { annexures, draft } = data;
  const [isAdding, setAdding] = useState(false);
  const set = useAct('drafts.setAnnexures', { done: t('annexure.changed') });
  const kept = ({ id, exhibitId, orderId, title }: Annexure) => ({
    id,
    exhibitId,
    orderId,
    title: exhibitId === null && orderId === null ? title : null,
  });
  const save = (next: Parameters<typeof set.run>[0]['annexures']) =>
    void writing.flush().then(() => set.run({ id: draft.id, annexures: next }));
  const move = (from: number, to: number) => {
    const next = annexures.map(kept);
    next.splice(to, 0, ...next.splice(from, 1));
    save(next);
  };
  return (
    <Section
      title={t('annexure.title')}
      note={t('annexure.note')}
      actions={
        <Button icon="plus" size="small" onPress={() => setAdding(true)}>
          {t('annexure.add')}
        </Button>
      }
    >
      {annexures.length === 0 && <p className={styles.none}>{t('annexure.none')}</p>}
      <ol data-where="annexures">
        {annexures.map((each, i) => (
          <li key={each.id} className={styles.row}>
            <span className={styles.mark}>{each.mark}</span>
            <span className={styles.label}>
              <bdi>{each.title}</bdi>
              <span className={styles.quiet}>
                , {each.date ? <bdi>{formatDay(each.date)}</bdi> : t('annexure.undated')}
              </span>
            </span>
            {each.pages !== null && <span className={styles.size}>{t('annexure.pages', { count: each.pages })}</span>}
            <span className={styles.moves}>
              <IconButton
                icon="arrow-up"
                label={t('annexure.up', each)}
                isDisabled={i === 0}
                onPress={() => move(i, i - 1)}
              />
              <IconButton
                icon="arrow-down"
                label={t('annexure.down', each)}
                isDisabled={i === annexures.length - 1}
                onPress={() => move(i, i + 1)}
              />
              <IconButton
                icon="close"
                label={t('annexure.remove', each)}
                onPress={() => save(annexures.filter((_, at) => at !== i).map(kept))}
              />
            </span>
          </li>
        ))}
      </ol>
      {dangling > 0 && (
        <div className={styles.bad}>
          <Notice tone="danger" title={t('annexure.dangling', { count: dangling })}>
            {t('annexure.danglingText')}
          </Notice>
        </div>
      )}
      {isAdding && (
        <AddAnnexures
          matterId={matter.id}
          present={annexures}
          onAdd={(more) => {
            setAdding(false);
            save([...annexures.map(kept), ...more]);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}

interface New {
  exhibitId: string | null;
  orderId: string | null;
  title: string | null;
}

function AddAnnexures({
  matterId,
  present,
  onAdd,
  onClose,
}: {
  matterId: string;
  present: readonly Annexure[];
  onAdd(more: New[]): void;
  onClose(): void;
}) {
  const t = useT('drafts');
  const { data: exhibits } = useCall('exhibits.list', { matterId });
  const { data: map } = useCall('proceedings.map', { matterId });
  if (!exhibits || !map) return null;
  const orders = map.orders.map((order) => {
    const forum = map.proceedings.find(({ id }) => id === order.proceedingId)?.forumName ?? '';
    return { id: `order:${order.id}`, label: `${t('annexure.order')}, ${forum}`, note: formatDay(order.date) };
  });
  const choices = [
    ...exhibits.map((exhibit) => ({
      id: `exhibit:${exhibit.id}`,
      label: exhibit.title,
      note: t('annexure.exhibit', { number: exhibit.number }),
    })),
    ...orders,
  ];
  const there = new Set(
    present.map(({ exhibitId, orderId }) => (exhibitId ? `exhibit:${exhibitId}` : `order:${orderId}`)),
  );
  return (
    <PickDialog
      title={t('annexure.addTitle')}
      filterLabel={t('annexure.filter')}
      empty={t('annexure.nothing')}
      choices={choices.filter(({ id }) => !there.has(id))}
      submitLabel={(count) => t('annexure.chosen', { count })}
      onPick={(ids) =>
        onAdd(
          ids.map((each) => {
            const id = each.slice(each.indexOf(':') + 1);
            return each.startsWith('exhibit:')
              ? { exhibitId: id, orderId: null, title: null }
              : { exhibitId: null, orderId: id, title: null };
          }),
        )
      }
      onClose={onClose}
    />
  );
}
