import { formatDay, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import styles from './OverviewTab.module.css';

interface NextDate {
  key: string;
  on: string;
  what: string;
  detail: string;
  kind: 'hearing' | 'deadline' | 'task';
  proceedingId: string | null;
}

const MOST = 8;

/** What is ahead for the matter, the nearest first. */
export function NextDates({ matterId, today }: { matterId: string; today: string }) {
  const t = useT('matters');
  const { data } = useCall('diary.ofMatter', { matterId });
  if (!data) return null;
  const ahead: NextDate[] = [
    ...data.hearings
      .filter(({ date, outcome }) => date >= today && outcome === null)
      .map((hearing) => ({
        key: hearing.id,
        on: hearing.date,
        what: hearing.numberText ?? hearing.forumName,
        detail: [hearing.time, hearing.room, hearing.purpose].filter(Boolean).join(', '),
        kind: 'hearing' as const,
        proceedingId: hearing.proceedingId,
      })),
    ...data.deadlines
      .filter(({ state }) => state === 'open')
      .flatMap(({ id, overrideOn, dueOn, title, citation, proceedingId }) => {
        const on = overrideOn ?? dueOn;
        return on
          ? [{ key: id, on, what: title, detail: citation ?? '', kind: 'deadline' as const, proceedingId }]
          : [];
      }),
    ...data.tasks
      .filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null)
      .map(({ id, dueOn, title, proceedingId }) => ({
        key: id,
        on: dueOn!,
        what: title,
        detail: '',
        kind: 'task' as const,
        proceedingId,
      })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <>
      <Section title={t('next.title')} count={ahead.length}>
        {ahead.length === 0 && <p className={styles.quiet}>{t('next.none')}</p>}
        <ul className={styles.dates}>
          {ahead.slice(0, MOST).map((each) => (
            <li key={each.key}>
              <button
                type="button"
                className={styles.date}
                onClick={() =>
                  go({
                    room: 'matters',
                    matterId,
                    tab: 'proceedings',
                    ...(each.proceedingId ? { itemId: each.proceedingId } : {}),
                  })
                }
              >
                <span className={styles.day}>
                  <b>{formatDay(each.on, 'short')}</b>
                  <span>{weekday(each.on)}</span>
                </span>
                <span className={styles.what}>
                  {each.kind === 'hearing' ? (
                    <bdi>{each.what}</bdi>
                  ) : (
                    <Urgency on={each.on} today={today} label={each.what} />
                  )}
                  <span className={styles.detail}>{each.detail}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {data.sinceLastHearing.length > 0 && (
        <Section title={t('since.title')}>
          <ul className={styles.since}>
            {data.sinceLastHearing.slice(0, MOST).map(({ id, at, what }) => (
              <li key={id}>
                {what} <span className={styles.detail}>{formatDay(at.slice(0, 10))}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
