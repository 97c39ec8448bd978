import { formatDay, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { daysBetween } from '#shared/domain/diary/urgency.ts';
import { useActs } from './acts.ts';
import { moveByArrow, STOP } from './arrows.ts';
import styles from './DeadlineStrip.module.css';

const MOST = 2;

/** Open deadlines by how near they are, under the week. */
export function DeadlineStrip({ today }: { today: string }) {
  const t = useT('diary');
  const words = useWords();
  const acts = useActs();
  const { data: groups } = useCall('diary.deadlines', { most: MOST });
  if (!groups || groups.every(({ count }) => count === 0)) return null;
  return (
    <section className={styles.strip} aria-label={t('strip.label')} onKeyDown={moveByArrow}>
      {groups.map(({ urgency, count, deadlines }) => (
        <div key={urgency} className={styles.group}>
          <h2 className={styles.head}>
            <Mark name={urgency} />
            <b className={styles[urgency]}>{t(`urgency.${urgency}`)}</b>
            <span className={styles.count}>
              {count > deadlines.length ? t('strip.of', { shown: deadlines.length, count }) : count}
            </span>
          </h2>
          {deadlines.length === 0 && <p className={styles.none}>{t('strip.none')}</p>}
          <ul>
            {deadlines.map((deadline) => (
              <li key={deadline.id}>
                <button
                  type="button"
                  className={styles.deadline}
                  {...{ [STOP]: '' }}
                  onClick={() => acts.openDeadline(deadline)}
                >
                  <span className={styles.what} title={deadline.title}>
                    {deadline.title}
                  </span>
                  <span className={styles.day}>
                    {weekday(deadline.on)} {formatDay(deadline.on).replace(/ \d{4}$/, '')}
                  </span>
                  <span className={cx(styles.what, styles.case)} title={deadline.matterTitle}>
                    <CaseName title={deadline.matterTitle} />
                  </span>
                  <span className={cx(styles.day, styles[urgency])}>
                    {words.daysLeft(daysBetween(today, deadline.on))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
