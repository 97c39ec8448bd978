import { formatDayWithWeekday, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Agenda.module.css';
import { moveByArrow, STOP } from './arrows.ts';
import { DeadlineLine, TaskLine } from './DeadlineEntry.tsx';
import { dayAndMonth } from './dates.ts';
import { daysOf, type Span } from './days.ts';
import { HearingEntry } from './HearingEntry.tsx';
import { clashCount } from './WeekGrid.tsx';

/** Days one under the other: deadlines first, then hearings by the hour, then tasks. Days with nothing are left out. */
export function Agenda({
  span,
  entries,
  closed,
  today,
  now,
  onDay,
}: {
  span: Span;
  entries: Output<'diary.between'>;
  closed: ReadonlyMap<string, string>;
  today: string;
  now: string | null;
  onDay(day: string): void;
}) {
  const t = useT('diary');
  const of = (day: string) => ({
    deadlines: entries.deadlines.filter(({ on }) => on === day),
    hearings: entries.hearings.filter(({ date }) => date === day),
    tasks: entries.tasks.filter(({ on }) => on === day),
  });
  const days = daysOf(span)
    .map((day) => ({ day, ...of(day) }))
    .filter(({ deadlines, hearings, tasks }) => deadlines.length + hearings.length + tasks.length > 0);
  if (days.length === 0) {
    const why = span.from === span.to ? closed.get(span.from) : undefined;
    return (
      <EmptyState
        icon="diary"
        title={span.from === span.to ? t('agenda.noneDay') : t('agenda.none')}
        text={why ? t('state.closed', { why }) : t('grid.noneHint')}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the entries, which are buttons.
    <div className={styles.days} onKeyDown={moveByArrow}>
      {days.map(({ day, deadlines, hearings, tasks }) => {
        const clashes = clashCount(hearings);
        const why = closed.get(day);
        return (
          <section
            key={day}
            className={cx(styles.day, day === today && styles.today)}
            aria-label={formatDayWithWeekday(day)}
          >
            <div className={styles.head}>
              <button type="button" className={styles.date} {...{ [STOP]: '' }} onClick={() => onDay(day)}>
                {dayAndMonth(day)}
              </button>
              <span className={styles.sub}>{day === today ? `${weekday(day)}, ${t('today')}` : weekday(day)}</span>
              {clashes > 0 && (
                <span className={cx(styles.sub, styles.clash)}>
                  <Mark name="now" size={10} />
                  {t('grid.clashes', { count: clashes })}
                </span>
              )}
              {why && <span className={styles.sub}>{t('state.closed', { why })}</span>}
            </div>
            <ul className={styles.entries}>
              {deadlines.map((deadline) => (
                <li key={deadline.id}>
                  <DeadlineLine deadline={deadline} today={today} />
                </li>
              ))}
              {hearings.map((hearing) => (
                <li key={hearing.id}>
                  <HearingEntry hearing={hearing} today={today} now={now} look="line" />
                </li>
              ))}
              {tasks.map((task) => (
                <li key={task.id}>
                  <TaskLine task={task} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
