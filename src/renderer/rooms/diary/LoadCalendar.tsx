import { useState } from 'react';
import { weekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { moveByArrow, STOP } from './arrows.ts';
import { longDay, monthName, shortDay } from './dates.ts';
import { daysOf, monthOf, spanOf, stepped } from './days.ts';
import styles from './LoadCalendar.module.css';

/** The limit of a day where the settings say none. */
const LIMIT = 6;
/** So many squares fit under a day. */
const MOST_SQUARES = 5;

/** A month to take the next date from: under each day one square for each hearing, and the week of the chosen day in blocks. */
export function LoadCalendar({
  value,
  after,
  proceedingId,
  onChange,
}: {
  value: string | null;
  /** The first day that may be chosen is the one after this. */
  after: string;
  proceedingId: string;
  onChange(day: string): void;
}) {
  const t = useT('diary');
  const [turned, setTurned] = useState<string | null>(null);
  // A new date shows its month, whatever was turned to before.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTurned(null);
  }
  const shown = turned ?? value ?? after;
  const span = spanOf('month', shown);
  const week = value === null ? null : spanOf('week', value);
  const { data: load } = useCall('diary.load', span);
  const { data: closed } = useCall('diary.closedDays', { ...span, proceedingId });
  const { data: settings } = useCall('settings.get', {});
  const limit = Number(settings?.dayLimit) || LIMIT;
  const count = (day: string) => load?.find(({ date }) => date === day)?.hearings ?? 0;
  const why = (day: string) => closed?.find(({ date }) => date === day)?.why;
  const days = daysOf(span);
  const named = (day: string) => {
    const reason = why(day);
    return reason
      ? t('load.closed', { day: longDay(day), why: reason })
      : t('load.hearings', { day: longDay(day), count: count(day) });
  };
  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <b>{monthName(shown)}</b>
        <IconButton
          icon="chevron-start"
          label={t('load.before')}
          onPress={() => setTurned(stepped('month', shown, -1))}
        />
        <IconButton icon="chevron-end" label={t('load.after')} onPress={() => setTurned(stepped('month', shown, 1))} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset it is not; its days are buttons, between which the arrows move. */}
      <div className={styles.days} role="group" aria-label={t('load.month')} onKeyDown={moveByArrow}>
        {days.slice(0, 7).map((day) => (
          <span key={`head ${day}`} className={styles.weekday} aria-hidden="true">
            {weekday(day)}
          </span>
        ))}
        {days.map((day) =>
          monthOf(day) === monthOf(shown) ? (
            <button
              key={day}
              type="button"
              className={cx(styles.day, why(day) && styles.shut, day === value && styles.chosen)}
              {...{ [STOP]: '' }}
              tabIndex={day === (value ?? days.find((each) => each > after)) ? 0 : -1}
              aria-pressed={day === value}
              aria-label={named(day)}
              title={why(day)}
              disabled={day <= after}
              onClick={() => onChange(day)}
            >
              {Number(day.slice(8))}
              <span className={cx(styles.squares, count(day) >= limit && styles.full)} aria-hidden="true">
                {squares(Math.min(MOST_SQUARES, count(day))).map((at) => (
                  <i key={at} />
                ))}
              </span>
            </button>
          ) : (
            <span key={day} />
          ),
        )}
      </div>
      {value !== null && week && <Week days={daysOf(week).slice(0, 5)} chosen={value} count={count} limit={limit} />}
    </div>
  );
}

/** The week of the chosen day: a block for each hearing, this one outlined, the user's limit dashed. */
function Week({
  days,
  chosen,
  count,
  limit,
}: {
  days: readonly string[];
  chosen: string;
  count(day: string): number;
  limit: number;
}) {
  const t = useT('diary');
  const own = count(chosen);
  const height = Math.max(limit, ...days.map((day) => count(day) + (day === chosen ? 1 : 0)));
  const list = days.map((day) => t('load.hearings', { day: shortDay(day), count: count(day) })).join('; ');
  return (
    <div className={styles.week}>
      <p>
        {own === 0 ? t('load.free', { day: longDay(chosen) }) : t('load.day', { day: longDay(chosen), count: own })}
      </p>
      <div className={styles.bars} role="img" aria-label={t('load.week', { list })}>
        <span className={styles.limit} style={{ insetBlockEnd: `${(limit / height) * 48 + 20}px` }}>
          <span>{t('load.limit', { limit })}</span>
        </span>
        {days.map((day) => (
          <span key={day} className={styles.bar}>
            <span className={styles.blocks} style={{ blockSize: 48 }}>
              {day === chosen && <i className={styles.this} style={{ blockSize: 48 / height - 2 }} />}
              {squares(Math.min(count(day), 24)).map((at) => (
                <i
                  key={at}
                  className={count(day) >= limit ? styles.over : undefined}
                  style={{ blockSize: 48 / height - 2 }}
                />
              ))}
            </span>
            <span className={cx(styles.name, day === chosen && styles.isThis)}>
              <bdi>
                {weekday(day)} {Number(day.slice(8))}
              </bdi>
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

const squares = (count: number) => Array.from({ length: count }, (_, at) => at);
