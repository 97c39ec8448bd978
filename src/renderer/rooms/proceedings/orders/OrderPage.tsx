import { type ReactNode, useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { ReadersMenu } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useCopy } from '#renderer/leakcheck/use-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { nameOf } from '../names.ts';
import type { PartProps } from '../part-props.ts';
import { markOf } from '../standing.ts';
import { useGrounds, useOrderWords } from '../words.ts';
import { OrderEditor } from './OrderEditor.tsx';
import styles from './OrderPage.module.css';
import { Remedies } from './Remedies.tsx';

type Order = PartProps['whole']['orders'][number];

interface Fact {
  question: string;
  answer: ReactNode;
  more?: ReactNode;
}

/** An order as a disposal: the five facts on the one side, what can still be done on the other. */
export function OrderPage(part: PartProps & { order: Order; onBack(): void }) {
  const { matter, whole, order, onBack } = part;
  const t = useT('proceedings');
  const [isEditing, setEditing] = useState(false);
  const { data: status } = useCall('proceedings.status', {
    matterId: matter.id,
    proceedingId: whole.proceeding.id,
  });
  const own = status?.proceedings.find(({ proceedingId }) => proceedingId === whole.proceeding.id);
  const said = own ? own.runs.map(({ text }) => text).join('') : status?.text;
  const copy = useCopy(t('order.copied'));
  useActions('proceedings', [
    {
      id: 'order.back',
      label: t('backTo', { title: nameOf(whole.proceeding) }),
      icon: 'back',
      shortcut: 'Backspace',
      run: onBack,
    },
    { id: 'order.edit', label: t('order.edit'), icon: 'edit', shortcut: 'E', run: () => setEditing(true) },
  ]);
  return (
    <div className={styles.page}>
      <section className={styles.order} aria-labelledby="order-title">
        <Button variant="quiet" size="small" icon="back" onPress={onBack}>
          {nameOf(whole.proceeding)}
        </Button>
        <div className={styles.head}>
          <h2 id="order-title" className={styles.title}>
            {t('order.of', { day: formatDay(order.date) })}
          </h2>
          <Button variant="quiet" size="small" icon="edit" shortcut="E" onPress={() => setEditing(true)}>
            {t('order.editShort')}
          </Button>
        </div>
        <p className={styles.meta}>
          {order.judge && <bdi>{order.judge}</bdi>}
          <span>
            {order.communicatedOn
              ? t('order.communicated', { day: formatDay(order.communicatedOn) })
              : t('order.notCommunicated')}
          </span>
          {order.exhibitId !== null && (
            <button
              type="button"
              className={styles.go}
              onClick={() => go({ room: 'matters', matterId: matter.id, tab: 'exhibits', itemId: order.exhibitId! })}
            >
              {t('order.read')}
            </button>
          )}
        </p>
        {order.summary && (
          <p className={styles.summary}>
            <bdi>{order.summary}</bdi>
          </p>
        )}
        <FactList order={order} pack={matter.pack} basis={own?.facts ?? []} />
        {said && (
          <div className={styles.say}>
            <div className={styles.sayHead}>
              <h3>{t('order.say')}</h3>
              <ReadersMenu
                label={t('order.copy')}
                icon="copy"
                isBusy={copy.busy}
                onChoose={(audience) => copy.run({ matterIds: [matter.id], text: said, audience })}
              />
              {copy.dialog}
            </div>
            <p>{said}</p>
          </div>
        )}
      </section>
      <Remedies {...part} order={order} />
      {isEditing && <OrderEditor {...part} order={order} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** The facts, numbered: five of a disposal, and of an interim order what it does and until when. */
function FactList({
  order,
  pack,
  basis: bases,
}: {
  order: Order;
  pack: string;
  /** What finality and effect rest on, as the record has it today. */
  basis: readonly { fact: string; value: string; basis: string | null }[];
}) {
  const t = useT('proceedings');
  const term = useT('terms');
  const { whatOf } = useOrderWords();
  const groundOf = useGrounds(pack);
  const unsaid = <span className={styles.unsaid}>{t('order.unsaid')}</span>;
  const { basis, result } = markOf(order);
  const stands = bases.find(({ fact }) => fact === 'finality');
  const facts: Fact[] =
    order.kind === 'disposal'
      ? [
          { question: t('order.disposal'), answer: whatOf(order) },
          {
            question: t('order.ground'),
            answer: groundOf(order.ground) ?? unsaid,
            more: (
              <>
                <bdi>{order.detail}</bdi> {order.ground && <span className={styles.code}>{order.ground}</span>}
              </>
            ),
          },
          {
            question: t('order.meritsQuestion'),
            answer: order.merits ? (
              <>
                {basis === 'technical' && <i className={`${styles.hatch} ${styles[result]}`} />}
                {term(`meritsAnswer.${order.merits}`)}
              </>
            ) : (
              unsaid
            ),
          },
          {
            question: t('order.finality'),
            answer: order.finality ? term(`finality.${order.finality}`) : unsaid,
            more: stands && [stands.value, stands.basis].filter(Boolean).join('; '),
          },
          {
            question: t('order.effect'),
            answer: order.effect ? term(`effectAnswer.${order.effect}`) : unsaid,
            more: bases.find(({ fact }) => fact === 'effect')?.basis,
          },
        ]
      : [
          { question: t('order.kind'), answer: term(`orderKind.${order.kind}`) },
          ...(order.kind === 'interim' ? [{ question: t('order.interimKind'), answer: whatOf(order) }] : []),
        ];
  return (
    <ol className={styles.facts}>
      {facts.map(({ question, answer, more }, at) => (
        <li key={question} className={styles.fact}>
          <span className={styles.number}>{at + 1}</span>
          <div>
            <p className={styles.question}>{question}</p>
            <p className={styles.answer}>{answer}</p>
            {more && <p className={styles.more}>{more}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
