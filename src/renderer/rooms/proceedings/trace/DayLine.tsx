import { useEffect, useRef, useState } from 'react';
import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './DayLine.module.css';
import { bracketsOf, type Cell, cellsOf, type Flag, flagsOf, placeFlags } from './trace-layout.ts';

type Computed = Output<'deadlines.compute'>;

/** Up to here every day has a cell of its own. */
const MOST_DAYS = 60;
const NARROWEST = 25;
const WIDEST = 38;
const FLAG_ROW = 36;
/** Of one letter of a flag's words, about; the rest of its room is the number and the gap. */
const LETTER = 6.7;
const NUMBER = 20;

/** The counted days as a line of cells. The list of steps beside it is the truth: this is one picture to a screen reader. */
export function DayLine({
  count,
  days,
  numbers,
  today,
}: {
  count: Computed;
  days: NonNullable<Computed['days']>;
  numbers: ReadonlyMap<string, number>;
  today: string;
}) {
  const t = useT('proceedings');
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const most = Math.min(MOST_DAYS, Math.floor(width / NARROWEST));
  const cells = cellsOf(days, { today, safe: count.safe, target: count.target }, most);
  const units = cells.reduce((sum, { span }) => sum + span, 0);
  const unit = Math.max(NARROWEST, Math.min(WIDEST, width / Math.max(units, 1)));
  const total = unit * units;
  const brackets = bracketsOf(cells);
  const flags = flagsOf(cells, numbers);
  const words = flags.map((flag) => flagWords(t, flag, count));
  const places = placeFlags(
    flags.map(({ at }, i) => ({
      x: at * unit,
      width: NUMBER + LETTER * Math.max(words[i]!.title.length, words[i]!.note.length),
    })),
    Math.max(total, width),
  );
  const rows = Math.max(1, ...places.map(({ row }) => row + 1));
  const said = t('deadline.picture', {
    trigger: formatDay(days[0]!.date),
    safe: count.safe ? formatDay(count.safe.slice(0, 10)) : '–',
    due: count.due ? formatDay(count.due.slice(0, 10)) : '–',
  });
  return (
    <div ref={box} className={styles.box}>
      <div className={styles.line} role="img" aria-label={said} style={{ inlineSize: total }}>
        <div className={styles.flags} style={{ blockSize: rows * FLAG_ROW }}>
          {flags.map((flag, i) => (
            <FlagMark key={flag.kind} flag={flag} words={words[i]!} place={places[i]!} unit={unit} rows={rows} />
          ))}
        </div>
        <div
          className={styles.cells}
          style={{ gridTemplateColumns: cells.map(({ span }) => `${span * unit}px`).join(' ') }}
        >
          {cells.map((cell) => (
            <DayCell key={cell.from} cell={cell} today={today} />
          ))}
        </div>
        <div className={brackets.length > 1 ? styles.twoRows : styles.brackets}>
          {brackets.map(({ kind, from, to, days: counted }) => (
            <div
              key={`${kind} ${from}`}
              className={`${styles.bracket} ${styles[kind]}`}
              style={{ insetInlineStart: from * unit, inlineSize: (to - from) * unit }}
            >
              <span>{t(`deadline.bracket.${kind}`, { count: counted })}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function DayCell({ cell, today }: { cell: Cell; today: string }) {
  const t = useT('proceedings');
  const look = [
    styles.cell,
    styles[cell.kind],
    cell.to < today && cell.kind === 'counted' && styles.elapsed,
    cell.isSafe && cell.kind !== 'due' && styles.safe,
    cell.isToday && styles.today,
    cell.isWeekend && styles.weekend,
    cell.startsMonth && styles.month,
  ];
  const title = [formatDayWithWeekday(cell.from), cell.days > 1 && formatDayWithWeekday(cell.to), cell.note];
  return (
    <span className={look.filter(Boolean).join(' ')} title={title.filter(Boolean).join(', ')}>
      {cell.days > 1 ? (
        <>
          <span className={styles.date}>{t('deadline.folded', { count: cell.days })}</span>
          <b>{cell.kind === 'counted' ? `…${cell.count}` : '–'}</b>
        </>
      ) : (
        <>
          <span className={styles.date}>{Number(cell.from.slice(8))}</span>
          <b>{cell.kind === 'due' ? t('deadline.dueWord') : cell.kind === 'day0' ? 0 : (cell.count ?? '')}</b>
        </>
      )}
    </span>
  );
}

interface FlagWords {
  title: string;
  note: string;
}

function flagWords(t: ReturnType<typeof useT>, flag: Flag, count: Computed): FlagWords {
  const day = formatDayWithWeekday(flag.date);
  const title = t(`deadline.flag.${flag.kind}`, { day });
  if (flag.kind === 'start') return { title, note: count.trigger.length > 34 ? t('deadline.dayZero') : count.trigger };
  return { title, note: flag.kind === 'due' && count.due?.includes('T') ? (count.due.split('T')[1] ?? '') : '' };
}

function FlagMark({
  flag,
  words,
  place,
  unit,
  rows,
}: {
  flag: Flag;
  words: FlagWords;
  place: ReturnType<typeof placeFlags>[number];
  unit: number;
  rows: number;
}) {
  const top = Math.min(place.row, rows - 1) * FLAG_ROW;
  return (
    <>
      <i
        className={`${styles.stem} ${styles[flag.kind]}`}
        style={{ insetInlineStart: flag.at * unit, insetBlockStart: top + 16 }}
      />
      <span
        className={`${styles.flag} ${styles[flag.kind]} ${styles[place.side]}`}
        style={{ insetInlineStart: flag.at * unit, insetBlockStart: top }}
      >
        <span className={flag.number === null ? styles.point : styles.number}>{flag.number}</span>
        <span className={styles.words}>
          <b>{words.title}</b>
          {words.note && <span>{words.note}</span>}
        </span>
      </span>
    </>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(760);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}
