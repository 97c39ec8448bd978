import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { ReadersMenu } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useCopy } from '#renderer/leakcheck/use-copy.ts';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
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
  const matterIds = data?.matters.map(({ matterId }) => matterId) ?? [];
  const copy = useCopy(t('status.copied'));
  // What is found in a paper of several matters is asked for by the first of them.
  const save = useLeaving('proceedings.saveStatus', () => matterIds[0] ?? '');
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
        <ReadersMenu
          label={t('status.copy')}
          icon="copy"
          isBusy={copy.busy}
          isDisabled={!text}
          onChoose={(audience) => copy.run({ matterIds, text: text!, audience })}
        />
        <ReadersMenu
          label={t('status.word')}
          icon="draft"
          isBusy={save.busy}
          isDisabled={!text}
          onChoose={(audience) => void save.run({ of: { client }, audience, ...how }).catch(() => {})}
        />
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
      {copy.dialog}
      {save.dialog}
    </Dialog>
  );
}
