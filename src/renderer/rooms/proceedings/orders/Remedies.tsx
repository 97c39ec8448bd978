import { useState } from 'react';
import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { PartProps } from '../part-props.ts';
import { look } from '../place.ts';
import { Citation, ConfidenceLegend } from '../trace/Citation.tsx';
import { Count } from '../trace/Count.tsx';
import styles from './OrderPage.module.css';
import { RemedyFile } from './RemedyFile.tsx';

type Offer = Output<'remedies.list'>[number];

/** What can still be done against an order, by when, and what it takes; what does not lie stays, struck through. */
export function Remedies({ matter, whole, today, order }: PartProps & { order: PartProps['whole']['orders'][number] }) {
  const t = useT('proceedings');
  const { data: offers, problem } = useCall('remedies.list', { orderId: order.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useAct('remedies.choose', { done: t('remedy.taken') });
  const selected = offers?.find(({ id }) => id === chosen) ?? offers?.find(({ lies }) => lies);
  const take = ({ id }: Offer) =>
    void choose.run({ orderId: order.id, remedy: id }).then(({ proceedingId }) => look(matter.id, proceedingId));
  const name = `${whole.proceeding.numberText ?? whole.proceeding.forumName}`;
  return (
    <div className={styles.remedies}>
      <Section
        title={t('order.remedies')}
        note={t('remedy.rules', { pack: matter.pack, day: formatDay(order.date) })}
        actions={<ConfidenceLegend />}
      >
        {problem && <Badge tone="danger">{problem.message}</Badge>}
        {!offers && !problem && <Reading />}
        {offers?.length === 0 && <p className={styles.quiet}>{t('remedy.none')}</p>}
        {offers && offers.length > 0 && (
          <Table
            label={t('remedy.title', { title: name, day: formatDay(order.date) })}
            columns={[
              {
                id: 'remedy',
                heading: t('remedy.remedy'),
                width: '21%',
                cell: (offer: Offer) => <What offer={offer} />,
              },
              {
                id: 'forum',
                heading: t('remedy.forum'),
                width: '14%',
                cell: ({ forumTitle, lies }: Offer) => (
                  <span className={lies ? undefined : styles.quiet}>
                    <bdi>{forumTitle}</bdi>
                  </span>
                ),
              },
              { id: 'due', heading: t('remedy.due'), width: '17%', cell: (offer: Offer) => <Dates offer={offer} /> },
              {
                id: 'left',
                heading: t('remedy.left'),
                width: '12%',
                cell: (offer: Offer) => <Left offer={offer} today={today} />,
              },
              { id: 'show', heading: t('remedy.mustShow'), cell: (offer: Offer) => <Shows offer={offer} /> },
              {
                id: 'take',
                heading: '',
                width: 104,
                align: 'end',
                cell: (offer: Offer) =>
                  offer.chosen !== null ? (
                    <Button size="small" icon="check" onPress={() => look(matter.id, offer.chosen!)}>
                      {t('remedy.open')}
                    </Button>
                  ) : offer.lies ? (
                    <Button
                      size="small"
                      variant={offer.id === selected?.id ? 'primary' : 'plain'}
                      isBusy={choose.busy}
                      onPress={() => take(offer)}
                    >
                      {t('remedy.take')}
                    </Button>
                  ) : null,
              },
            ]}
            rows={offers}
            keyOf={({ id }) => id}
            selected={selected?.id}
            onSelect={setChosen}
          />
        )}
      </Section>
      {selected && (
        <div className={styles.detail}>
          {selected.deadline && (
            <Section
              title={
                selected.due
                  ? t('deadline.countOf', { day: formatDay(selected.due) })
                  : t('deadline.countTitle', { title: selected.title })
              }
              note={selected.title}
              actions={
                selected.deadlineId !== null && (
                  <Button
                    variant="quiet"
                    size="small"
                    onPress={() => look(matter.id, whole.proceeding.id, 'deadline', selected.deadlineId!)}
                  >
                    {t('deadline.open')}
                  </Button>
                )
              }
            >
              <Count count={selected.deadline} today={today} />
            </Section>
          )}
          <RemedyFile
            offer={selected}
            onDraft={(draftId) => go({ room: 'matters', matterId: matter.id, tab: 'drafts', itemId: draftId })}
            matterId={matter.id}
            proceedingId={selected.chosen}
          />
        </div>
      )}
    </div>
  );
}

function What({ offer: { title, titleNative, lies, citation, confidence } }: { offer: Offer }) {
  return (
    <>
      <span className={lies ? styles.name : styles.shut}>
        <bdi>{title}</bdi>
      </span>
      {titleNative && lies && (
        <span className={styles.second}>
          <bdi lang="ur">{titleNative}</bdi>
        </span>
      )}
      <span className={styles.second}>
        <Citation citation={citation} confidence={confidence} />
      </span>
    </>
  );
}

function Dates({ offer }: { offer: Offer }) {
  const t = useT('proceedings');
  const { lies, due, safe, latest, reviewOn, noPeriod } = offer;
  if (!lies) return <span className={styles.quiet}>{t('remedy.doesNotLie')}</span>;
  if (due === null) {
    return (
      <>
        {t('remedy.noPeriod')}
        <span className={styles.second}>{reviewOn ? t('remedy.watch', { day: formatDay(reviewOn) }) : noPeriod}</span>
      </>
    );
  }
  return (
    <>
      <b className={styles.strong}>{formatDayWithWeekday(due)}</b>
      {safe && <span className={styles.second}>{t('remedy.workTo', { day: formatDayWithWeekday(safe) })}</span>}
      {latest && <span className={styles.second}>{t('remedy.latest', { day: formatDay(latest) })}</span>}
    </>
  );
}

function Left({ offer, today }: { offer: Offer; today: string }) {
  const t = useT('proceedings');
  const { lies, due, reviewOn, safeDaysLeft } = offer;
  if (!lies) return <Mark name="waived" label={t('remedy.doesNotLie')} />;
  const on = due ?? reviewOn;
  if (on === null) return <Badge tone="later">{t('remedy.isOpen')}</Badge>;
  return (
    <>
      <Urgency on={on} today={today} />
      {due !== null && safeDaysLeft !== null && safeDaysLeft >= 0 && (
        <span className={styles.second}>{t('remedy.safeLeft', { count: safeDaysLeft })}</span>
      )}
    </>
  );
}

/** What must be shown, and the traps; of a remedy that does not lie, why. */
function Shows({ offer: { lies, reason, mustShow, warnings, deadline } }: { offer: Offer }) {
  if (!lies) return <span className={styles.quiet}>{reason}</span>;
  return (
    <ul className={styles.list}>
      {mustShow.map((each) => (
        <li key={each}>{each}</li>
      ))}
      {warnings
        // What is to be known of the count stands under the count.
        .filter((warning) => !deadline?.warnings.includes(warning))
        .map((warning) => (
          <li key={warning} className={styles.trap}>
            <Mark name="objection" />
            <span>{warning}</span>
          </li>
        ))}
    </ul>
  );
}
