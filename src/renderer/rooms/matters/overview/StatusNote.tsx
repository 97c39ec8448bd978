import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './OverviewTab.module.css';

/** The status statement as of a day: what was decided, and what no forum has decided. */
export function StatusNote({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const [asOf, setAsOf] = useState<string | null>(null);
  const { data: status } = useCall('proceedings.status', { matterId, ...(asOf === null ? {} : { asOf }) });
  const copy = useAct('clipboard.copy', { done: t('status.copied') });
  if (!status) return null;
  return (
    <Section
      title={t('status.title')}
      note={t('status.asOf', { day: formatDay(status.asOf) })}
      actions={
        <div className={styles.tools}>
          <DateField label={t('status.day')} value={asOf ?? today} onChange={setAsOf} />
          <Button
            variant="quiet"
            size="small"
            icon="copy"
            onPress={() => void copy.run({ text: status.text, secret: false })}
          >
            {t('status.copy')}
          </Button>
        </div>
      }
    >
      <p className={styles.headnote}>
        {status.runs.map(({ text, strong }, i) => (strong ? <b key={i}>{text}</b> : <span key={i}>{text}</span>))}
      </p>
    </Section>
  );
}
