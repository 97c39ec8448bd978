import { weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { moveByArrow, STOP } from './arrows.ts';
import { byCourt, type Court, type Hearing } from './courts.ts';
import { daysOf, isWeekend, type Span } from './days.ts';
import { HearingEntry } from './HearingEntry.tsx';
import styles from './WeekGrid.module.css';

/** A cell shows so many hearings; the day shows them all. */
const MOST = 4;

/** The week by court: a row for each court, a column for each day, closed days hatched. */
export function WeekGrid({
  span,
  hearings,
  closed,
  today,
  now,
  onDay,
}: {
  span: Span;
  hearings: readonly Hearing[];
  closed: ReadonlyMap<string, string>;
  today: string;
  now: string | null;
  onDay(day: string): void;
}) {
  const t = useT('diary');
  const on = (day: string) => hearings.filter(({ date }) => date === day);
  // A weekend that nothing is listed on takes little or no room.
  const days = daysOf(span).filter((day, at) => at < 6 || on(day).length > 0);
  const isNarrow = (day: string) => isWeekend(day) && closed.has(day) && on(day).length === 0;
  const courts = byCourt(hearings);
  if (courts.length === 0) return <EmptyState icon="diary" title={t('grid.none')} text={t('grid.noneHint')} />;
  const clashes = clashLines(courts, days);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the entries, which are buttons.
    <div className={styles.scroll} onKeyDown={moveByArrow}>
      <table className={styles.grid} aria-label={t('grid.label')}>
        <colgroup>
          <col className={styles.courts} />
          {days.map((day) => (
            <col key={day} className={isNarrow(day) ? styles.narrow : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className={styles.hidden}>{t('grid.court')}</span>
            </th>
            {days.map((day) => (
              <DayHead key={day} day={day} today={today} hearings={on(day)} isNarrow={isNarrow(day)} onDay={onDay} />
            ))}
          </tr>
        </thead>
        <tbody>
          {courts.map((court, row) => (
            <tr key={court.key}>
              <th scope="row" className={styles.court}>
                <b>{court.name}</b>
                {court.place && <span>{court.place}</span>}
              </th>
              {days.map((day) => {
                const own = court.hearings.filter(({ date }) => date === day);
                const line = clashes.get(day)?.find(({ first, last }) => row >= first && row <= last);
                return (
                  <td
                    key={day}
                    title={closed.get(day)}
                    className={cx(
                      styles.cell,
                      day === today && styles.today,
                      closed.has(day) && styles.shut,
                      line && styles.clash,
                      line?.first === row && styles.clashStart,
                      line?.last === row && styles.clashEnd,
                    )}
                  >
                    {own.slice(0, own.length > MOST + 1 ? MOST : undefined).map((hearing) => (
                      <HearingEntry key={hearing.id} hearing={hearing} today={today} now={now} look="cell" />
                    ))}
                    {own.length > MOST + 1 && (
                      <button type="button" className={styles.more} {...{ [STOP]: '' }} onClick={() => onDay(day)}>
                        {t('grid.more', { count: own.length - MOST })}
                      </button>
                    )}
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

function DayHead({
  day,
  today,
  hearings,
  isNarrow,
  onDay,
}: {
  day: string;
  today: string;
  hearings: readonly Hearing[];
  isNarrow: boolean;
  onDay(day: string): void;
}) {
  const t = useT('diary');
  const clashes = clashCount(hearings);
  return (
    <th scope="col" className={cx(styles.day, day === today && styles.today)}>
      <button type="button" className={styles.dayButton} {...{ [STOP]: '' }} onClick={() => onDay(day)}>
        <b>{Number(day.slice(8))}</b>
        <span className={day === today ? styles.isToday : styles.weekday}>
          {day === today ? t('today') : weekday(day)}
        </span>
        {!isNarrow && hearings.length > 0 && (
          <span className={cx(styles.count, clashes > 0 && styles.against)}>
            {clashes > 0 && <Mark name="now" size={10} />}
            {clashes > 0 ? t('grid.clashes', { count: clashes }) : t('grid.listed', { count: hearings.length })}
          </span>
        )}
      </button>
    </th>
  );
}

/** How many hours of a day have a clash. */
export function clashCount(hearings: readonly Hearing[]): number {
  return new Set(
    hearings
      .filter(({ clashes, outcome }) => clashes.length > 0 && outcome === null)
      .map(({ date, time }) => `${date} ${time}`),
  ).size;
}

/** From which row to which the bracket of a day's clash runs. */
function clashLines(courts: readonly Court[], days: readonly string[]) {
  const lines = new Map<string, { first: number; last: number }[]>();
  for (const day of days) {
    const rows = new Map<string, number[]>();
    courts.forEach((court, row) => {
      for (const { date, time, clashes, outcome } of court.hearings) {
        if (date === day && clashes.length > 0 && time !== null && outcome === null)
          rows.set(time, [...(rows.get(time) ?? []), row]);
      }
    });
    lines.set(
      day,
      [...rows.values()].map((all) => ({ first: Math.min(...all), last: Math.max(...all) })),
    );
  }
  return lines;
}
