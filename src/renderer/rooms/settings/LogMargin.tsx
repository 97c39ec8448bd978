import { formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './LogMargin.module.css';
import { dayAndTime, useLogWords } from './log-words.ts';

const SHOWN = 15;

/** The newest entries of the log, by day. */
export function LogMargin() {
  const t = useT('settings');
  const words = useLogWords();
  const { data: entries } = useCall('log.list', { limit: SHOWN });
  const { data: whole } = useCall('log.verify', {});
  const days = Map.groupBy(entries ?? [], ({ at }) => dayAndTime(at).day);
  return (
    <section className={styles.log}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('section.log')}</h2>
        {whole && <span className={styles.count}>{t('log.count', { entries: formatNumber(whole.entries) })}</span>}
        <span className={styles.all}>
          <Button variant="quiet" size="small" onPress={() => go({ room: 'settings', tab: 'log' })}>
            {t('log.all')}
          </Button>
        </span>
      </header>
      {whole?.problems.length === 0 && <Badge tone="ok">{t('log.chain')}</Badge>}
      {[...days].map(([day, of]) => (
        <div key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul>
            {of.map((entry) => (
              <li key={entry.seq} className={styles.entry}>
                <span className={styles.time}>{dayAndTime(entry.at).time}</span>
                <span>
                  <span className={styles.what}>{words.what(entry)}</span>
                  {entry.matterTitle && (
                    <span className={styles.detail}>
                      <bdi>{entry.matterTitle}</bdi>
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
