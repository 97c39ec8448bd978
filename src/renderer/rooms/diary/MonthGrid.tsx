import { formatDayWithWeekday, weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import type { Output } from '#shared/contract/index.ts';
import { urgencyOf } from '#shared/domain/diary/urgency.ts';
import { moveByArrow, STOP } from './arrows.ts';
import { daysOf, monthOf, type Span } from './days.ts';
import styles from './MonthGrid.module.css';
import { clashCount } from './WeekGrid.tsx';

/** A day of the month shows so many entries; the day itself shows them all. */
const MOST = 3;

/** The month in its whole weeks. Each day is one button, which opens it. */
export function MonthGrid({
  day: shown,
  span,
  entries,
  closed,
  today,
  onDay,
}: {
  day: string;
  span: Span;
  entries: Output<'diary.between'>;
  closed: ReadonlyMap<string, string>;
  today: string;
  onDay(day: string): void;
}) {
  const t = useT('diary');
  const days = daysOf(span);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  const hearingsOf = Map.groupBy(entries.hearings, ({ date }) => date);
  const deadlinesOf = Map.groupBy(entries.deadlines, ({ on }) => on);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the days, which are buttons.
    <div className={styles.box} onKeyDown={moveByArrow}>
      <table className={styles.month} aria-label={t('month.label')}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col" className={styles.weekday}>
                {weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const hearings = hearingsOf.get(day) ?? [];
                const deadlines = deadlinesOf.get(day) ?? [];
                const clashes = clashCount(hearings);
                const lines = hearings.length + deadlines.length;
                const left = lines - MOST;
                return (
                  <td
                    key={day}
                    title={closed.get(day)}
                    className={cx(
                      styles.cell,
                      day === today && styles.today,
                      closed.has(day) && styles.shut,
                      monthOf(day) !== monthOf(shown) && styles.other,
                    )}
                  >
                    <button type="button" className={styles.day} {...{ [STOP]: '' }} onClick={() => onDay(day)}>
                      <span className={styles.head}>
                        <b>{Number(day.slice(8))}</b>
                        <span className={styles.hidden}>{formatDayWithWeekday(day)}</span>
                        {clashes > 0 && <Mark name="now" size={10} label={t('grid.clashes', { count: clashes })} />}
                        {hearings.length > 0 && <span className={styles.count}>{hearings.length}</span>}
                      </span>
                      {deadlines.slice(0, MOST).map((deadline) => (
                        <span key={deadline.id} className={styles.line}>
                          <Mark name={deadline.state === 'done' ? 'met' : urgencyOf(deadline.on, today)} size={9} />
                          <span>{deadline.title}</span>
                        </span>
                      ))}
                      {hearings.slice(0, Math.max(0, MOST - deadlines.length)).map((hearing) => (
                        <span key={hearing.id} className={cx(styles.line, hearing.outcome !== null && styles.done)}>
                          <span className={styles.time}>{hearing.time ?? ''}</span>
                          <span>{hearing.matterTitle}</span>
                        </span>
                      ))}
                      {left > 0 && <span className={styles.more}>{t('grid.more', { count: left })}</span>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
