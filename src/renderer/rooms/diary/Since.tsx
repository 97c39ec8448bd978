import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import type { Output } from '#shared/contract/index.ts';
import { type Change, changesSince } from '#shared/domain/diary/since.ts';
import type { Hearing } from './courts.ts';
import styles from './Since.module.css';

type Since = Output<'diary.since'>;

/** What changed since the last hearing, of the proceeding or of its whole matter; on paper it is half a page. */
export function SinceSheet({ hearing, onClose }: { hearing: Hearing; onClose(): void }) {
  const t = useT('diary');
  const [scope, setScope] = useState('proceeding');
  const of = { matterId: hearing.matterId, proceedingId: scope === 'proceeding' ? hearing.proceedingId : null };
  const { data: since } = useCall('diary.since', of);
  const print = useAct('diary.saveSince');
  return (
    <Dialog title={t('since.title')} isOpen onClose={onClose}>
      <div className={styles.head}>
        <Segments
          label={t('since.scope')}
          items={['proceeding', 'matter'].map((id) => ({ id, label: t(`since.${id}`) }))}
          value={scope}
          onChange={setScope}
        />
        <Button icon="print" isBusy={print.busy} onPress={() => void print.run(of)}>
          {t('since.print')}
        </Button>
      </div>
      {since ? <Changes since={since} /> : <Reading />}
    </Dialog>
  );
}

function Changes({ since }: { since: Since }) {
  const t = useT('diary');
  const { last, next } = since;
  if (!last) return <p className={styles.quiet}>{t('since.first')}</p>;
  const parts = [...Map.groupBy(changesSince(since), ({ part }) => part)];
  return (
    <>
      <p className={styles.quiet}>
        {t('since.last', { day: formatDay(last.date) })}
        {last.purpose && ` (${last.purpose})`};{' '}
        {next ? t('since.next', { day: formatDay(next.date) }) : t('since.noNext')}
      </p>
      {parts.length === 0 && <p>{t('since.none')}</p>}
      {parts.map(([part, changes]) => (
        <Section key={part} title={t(`since.${part}`)} count={changes.length}>
          <ul className={styles.rows}>
            {changes.map((change) => (
              <Line key={change.id} change={change} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Line({ change }: { change: Change }) {
  const t = useT('diary');
  const { on, text } = change;
  if (change.part === 'deadlines') return <MovedDeadline {...change.moved} />;
  if (change.part === 'tasks') {
    return (
      <li>
        {text}{' '}
        <span className={styles.quiet}>
          {[on && formatDay(on), change.done && t('since.done')].filter(Boolean).join(', ')}
        </span>
      </li>
    );
  }
  return (
    <li>
      {on && <span className={styles.day}>{formatDay(on)}</span>} {text}
    </li>
  );
}

function MovedDeadline({ title, was, is, why }: Since['deadlines'][number]) {
  return (
    <li>
      {title}: {was !== null && was !== is && <s className={styles.was}>{formatDay(was)}</s>}
      {was !== null && is !== null && was !== is && <Icon name="forward" size={12} />}
      {is !== null && <b className={styles.is}>{formatDay(is)}</b>} <span className={styles.quiet}>{why}</span>
    </li>
  );
}
