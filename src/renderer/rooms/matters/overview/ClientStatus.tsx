import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import styles from './ClientStatus.module.css';

/** The status of every matter of one client as of a day: to read, to copy, and as a Word file. */
export function ClientStatus({ client, today, onClose }: { client: string; today: string; onClose(): void }) {
  const t = useT('matters');
  const [asOf, setAsOf] = useState<string | null>(null);
  const [language, setLanguage] = useState<'en' | 'ur'>('en');
  const how = { language, ...(asOf === null ? {} : { asOf }) };
  const { data, problem } = useCall('proceedings.statusOfClient', { client, ...how });
  const copy = useAct('clipboard.copy', { done: t('status.copied') });
  const save = useAct('proceedings.saveStatus');
  const text = data?.matters
    .map(({ reference, title, status }) => `${reference}, ${title}\n${status.text}`)
    .join('\n\n');
  return (
    <Dialog title={t('status.ofClient', { client })} isOpen onClose={onClose} size="medium">
      <div className={styles.tools}>
        <DateField
          label={t('status.day')}
          value={asOf ?? today}
          onChange={(day) => setAsOf(day === today ? null : day)}
        />
        <Button
          size="small"
          icon="copy"
          isDisabled={!text}
          onPress={() => void copy.run({ text: text!, secret: false })}
        >
          {t('status.copy')}
        </Button>
        <Button size="small" icon="draft" isBusy={save.busy} onPress={() => void save.run({ of: { client }, ...how })}>
          {t('status.word')}
        </Button>
        <Button variant="quiet" size="small" onPress={() => setLanguage(language === 'en' ? 'ur' : 'en')}>
          {t(language === 'en' ? 'status.inUrdu' : 'status.inEnglish')}
        </Button>
      </div>
      {problem && <Notice tone="danger" title={problem.message} />}
      {data?.matters.map(({ matterId, reference, title, status }) => (
        <section key={matterId} className={styles.matter}>
          <h3 className={styles.title}>
            <bdi>{title}</bdi> <span className={styles.reference}>{reference}</span>
          </h3>
          <p className={styles.text} lang={status.language} dir={status.language === 'ur' ? 'rtl' : 'ltr'}>
            {status.text}
          </p>
          {!status.reviewed && <p className={styles.reference}>{t('status.unreviewed')}</p>}
        </section>
      ))}
    </Dialog>
  );
}
