import { useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { ReadersMenu } from '#renderer/leakcheck/ReadersMenu.tsx';
import { useCopy } from '#renderer/leakcheck/use-copy.ts';
import { useLeaving } from '#renderer/leakcheck/use-leaving.tsx';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { ClientStatus } from './ClientStatus.tsx';
import styles from './OverviewTab.module.css';
import { noteRuns } from './status-notes.ts';

/** The status statement as of a day: what was decided, what no forum has decided, and the record that each word rests on. */
export function StatusNote({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const [asOf, setAsOf] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [language, setLanguage] = useState<'en' | 'ur'>('en');
  const { data: status, problem } = useCall('proceedings.status', {
    matterId,
    language,
    ...(asOf === null ? {} : { asOf }),
  });
  const { data: map } = useCall('proceedings.map', { matterId });
  const { data: parties } = useCall('parties.list', { matterId });
  const client = parties?.find(({ isClient }) => isClient)?.name;
  const [isOfClient, setOfClient] = useState(false);
  const copy = useCopy(t('status.copied'));
  const save = useLeaving('proceedings.saveStatus');
  if (problem) return <Notice tone="danger" title={problem.message} />;
  if (!status) return <Reading />;
  const { runs, sources } = noteRuns(
    status.runs,
    status.proceedings.flatMap((each) => each.sources),
  );
  const open = (id: string) => {
    const order = map?.orders.find((each) => each.id === id);
    if (order) look(matterId, order.proceedingId, 'order', id);
    else if (map?.proceedings.some((each) => each.id === id)) look(matterId, id);
  };
  return (
    <Section
      title={t('status.title')}
      note={
        isChoosing ? (
          <DateField
            label={t('status.day')}
            value={asOf ?? today}
            onChange={(day) => setAsOf(day === today ? null : day)}
            autoFocus
          />
        ) : (
          <button type="button" className={styles.asOf} onClick={() => setChoosing(true)}>
            {t('status.asOf', { day: formatDay(status.asOf) })}
          </button>
        )
      }
      actions={
        <div className={styles.tools}>
          {isChoosing && (
            <Button
              variant="quiet"
              size="small"
              onPress={() => {
                setAsOf(null);
                setChoosing(false);
              }}
            >
              {t('status.today')}
            </Button>
          )}
          <ReadersMenu
            label={t('status.copy')}
            icon="copy"
            isBusy={copy.busy}
            onChoose={(audience) => copy.run({ matterIds: [matterId], text: status.text, audience })}
          />
          <ReadersMenu
            label={t('status.word')}
            icon="draft"
            isBusy={save.busy}
            onChoose={(audience) =>
              void save
                .run({ of: { matterId }, language, audience, ...(asOf === null ? {} : { asOf }) })
                .catch(() => {})
            }
          />
          {client && (
            <Button variant="quiet" size="small" icon="user" onPress={() => setOfClient(true)}>
              {t('status.client')}
            </Button>
          )}
          <Button variant="quiet" size="small" onPress={() => setLanguage(language === 'en' ? 'ur' : 'en')}>
            {t(language === 'en' ? 'status.inUrdu' : 'status.inEnglish')}
          </Button>
        </div>
      }
    >
      <p className={styles.headnote} lang={status.language} dir={status.language === 'ur' ? 'rtl' : 'ltr'}>
        {runs.map(({ key, text, strong, source }) => (
          <span key={key}>
            {strong ? <b>{text}</b> : text}
            {source !== null && (
              <sup>
                <button
                  type="button"
                  className={styles.source}
                  title={sources[source - 1]?.text}
                  aria-label={t('status.source', { number: source, what: sources[source - 1]?.text ?? '' })}
                  onClick={() => open(sources[source - 1]!.id)}
                >
                  {source}
                </button>
              </sup>
            )}
          </span>
        ))}
      </p>
      {!status.reviewed && <p className={styles.unreviewed}>{t('status.unreviewed')}</p>}
      {copy.dialog}
      {save.dialog}
      {isOfClient && client && <ClientStatus client={client} today={today} onClose={() => setOfClient(false)} />}
    </Section>
  );
}
