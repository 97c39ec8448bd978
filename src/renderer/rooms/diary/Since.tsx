import { type ReactNode, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import type { Output } from '#shared/contract/index.ts';
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
      {since && <Changes since={since} />}
    </Dialog>
  );
}

function Changes({ since }: { since: Since }) {
  const t = useT('diary');
  const { last, next, orders, filings, deadlines, facts, exhibits, tasks } = since;
  if (!last) return <p className={styles.quiet}>{t('since.first')}</p>;
  const parts: [string, ReactNode[]][] = [
    ['orders', orders.map(dated)],
    ['filings', filings.map(dated)],
    ['deadlines', deadlines.map((deadline) => <MovedDeadline key={deadline.id} {...deadline} />)],
    ['facts', facts.map(dated)],
    ['exhibits', exhibits.map(dated)],
    [
      'tasks',
      tasks.map(({ id, on, text, done }) => (
        <li key={id}>
          {text}{' '}
          <span className={styles.quiet}>
            {[on && formatDay(on), done && t('since.done')].filter(Boolean).join(', ')}
          </span>
        </li>
      )),
    ],
  ];
  const shown = parts.filter(([, rows]) => rows.length > 0);
  return (
    <>
      <p className={styles.quiet}>
        {t('since.last', { day: formatDay(last.date) })}
        {last.purpose && ` (${last.purpose})`};{' '}
        {next ? t('since.next', { day: formatDay(next.date) }) : t('since.noNext')}
      </p>
      {shown.length === 0 && <p>{t('since.none')}</p>}
      {shown.map(([part, rows]) => (
        <Section key={part} title={t(`since.${part}`)} count={rows.length}>
          <ul className={styles.rows}>{rows}</ul>
        </Section>
      ))}
    </>
  );
}

const dated = ({ id, on, text }: { id: string; on: string; text: string }) => (
  <li key={id}>
    <span className={styles.day}>{formatDay(on)}</span> {text}
  </li>
);

function MovedDeadline({ title, was, is, why }: Since['deadlines'][number]) {
  return (
    <li>
      {title}: {was !== null && was !== is && <s className={styles.was}>{formatDay(was)}</s>}
      {was !== null && is !== null && was !== is && <Icon name="forward" size={12} />}
      {is !== null && <b className={styles.is}>{formatDay(is)}</b>} <span className={styles.quiet}>{why}</span>
    </li>
  );
}
