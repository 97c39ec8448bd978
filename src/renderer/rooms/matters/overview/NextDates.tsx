import { formatDay, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { look } from '#renderer/rooms/proceedings/place.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { changesSince } from '#shared/domain/diary/since.ts';
import { type NextDate, nextDates } from './next-dates.ts';
import styles from './OverviewTab.module.css';

const MOST = 8;

/** What is ahead for the matter, the nearest first, and what changed since the last hearing. */
export function NextDates({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const diary = useT('diary');
  const { data } = useCall('diary.ofMatter', { matterId });
  const { data: since } = useCall('diary.since', { matterId, proceedingId: null });
  if (!data) return <Reading />;
  const ahead = nextDates(data, today);
  const changes = since ? changesSince(since) : [];
  const open = ({ id, kind, proceedingId }: NextDate) => {
    if (proceedingId === null) go({ room: 'matters', matterId, tab: 'proceedings' });
    else if (kind === 'deadline') look(matterId, proceedingId, 'deadline', id);
    else look(matterId, proceedingId);
  };
  return (
    <>
      <Section title={t('next.title')} count={ahead.length}>
        {ahead.length === 0 && <p className={styles.quiet}>{t('next.none')}</p>}
        <ul className={styles.dates}>
          {ahead.slice(0, MOST).map((each) => (
            <li key={each.id}>
              <button type="button" className={styles.date} onClick={() => open(each)}>
                <span className={styles.day}>
                  <b>{shortDay(each.on, today)}</b>
                  <span>{weekday(each.on)}</span>
                </span>
                <span className={styles.what}>
                  <bdi>{each.what}</bdi>
                  {each.kind !== 'hearing' && <Urgency on={each.on} today={today} />}
                  {each.detail && (
                    <span className={styles.detail}>
                      <bdi>{each.detail}</bdi>
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {changes.length > 0 && (
        <Section title={t('since.title')} count={changes.length}>
          <ul className={styles.since}>
            {changes.slice(0, MOST).map(({ part, id, on, text }) => (
              <li key={`${part} ${id}`}>
                <bdi>{text}</bdi>{' '}
                <span className={styles.detail}>
                  {[diary(`since.${part}`), on && formatDay(on)].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** The day without its year, where that is this one. */
function shortDay(on: string, today: string): string {
  const year = on.slice(0, 4);
  return year === today.slice(0, 4) ? formatDay(on).replace(new RegExp(`[\\s,]*${year}`), '') : formatDay(on);
}
