import { type PointerEvent, useRef, useState } from 'react';
import { formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import type { Fact } from './dates.ts';
import styles from './Ruler.module.css';
import { dayNumber, heaped, spanOf, yearsIn } from './ruler-layout.ts';

/** The height of the field of marks, and of the years under it. */
const FIELD = 36;
const HEIGHT = 52;

/**
 * All dated facts of the matter on one line of years, heaped where they stand close; the shown range is a bracket, made
 * by dragging over the ruler. The list beneath says the same in words, and the fields beside it set the same range.
 */
export function Ruler({
  facts,
  today,
  from,
  to,
  onRange,
}: {
  facts: readonly Fact[];
  today: string;
  from: string | null;
  to: string | null;
  onRange(from: string | null, to: string | null): void;
}) {
  const t = useT('chronology');
  const isRtl = document.documentElement.dir === 'rtl';
  const box = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ a: number; b: number } | null>(null);
  const span = spanOf(facts, today);
  if (!span) return null;
  const { first, last } = span;
  const x = (day: string) => share((dayNumber(day) - first) / (last - first));
  const share = (part: number) => (isRtl ? 1 - part : part) * 100;
  const dayAt = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (event.clientX - left) / width));
    return first + (isRtl ? 1 - part : part) * (last - first);
  };
  const end = () => {
    if (!drag) return;
    setDrag(null);
    const [a, b] = [Math.min(drag.a, drag.b), Math.max(drag.a, drag.b)];
    // A press without a drag takes the bracket away.
    if (b - a < (last - first) / 100) onRange(null, null);
    else onRange(dayOf(a), dayOf(b));
  };
  const range = drag
    ? { a: dayOf(Math.min(drag.a, drag.b)), b: dayOf(Math.max(drag.a, drag.b)) }
    : from !== null || to !== null
      ? { a: from ?? dayOf(first), b: to ?? dayOf(last) }
      : null;
  const dated = facts.filter(({ date }) => date !== null);
  return (
    <svg
      ref={box}
      className={styles.ruler}
      height={HEIGHT}
      width="100%"
      role="img"
      aria-label={t('ruler', {
        count: dated.length,
        from: formatDay(dayOf(first)),
        to: formatDay(dayOf(last)),
      })}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ a: dayAt(event), b: dayAt(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, b: dayAt(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {range && (
        <rect
          x={`${Math.min(x(range.a), x(range.b))}%`}
          width={`${Math.max(0.3, Math.abs(x(range.b) - x(range.a)))}%`}
          y="1"
          height={FIELD - 1}
          className={styles.bracket}
        />
      )}
      <line x1="0" x2="100%" y1={FIELD + 0.5} y2={FIELD + 0.5} className={styles.edge} />
      {yearsIn(span).map((year) => (
        <g key={year}>
          <line x1={`${x(`${year}-01-01`)}%`} x2={`${x(`${year}-01-01`)}%`} y1="32" y2="40" className={styles.edge} />
          <text
            x={`${x(`${year}-01-01`)}%`}
            dx={isRtl ? -4 : 4}
            y="50"
            textAnchor={isRtl ? 'end' : 'start'}
            className={styles.year}
          >
            {year}
          </text>
        </g>
      ))}
      {heaped(dated, span).map(({ fact, height }) => (
        <svg key={fact.id} x={`${x(fact.date!)}%`} y={FIELD - 5 - height * 7} overflow="visible" aria-hidden="true">
          {fact.state === 'known' && <circle r="2.6" fill="var(--ink-2)" />}
          {fact.state === 'alleged' && <circle r="2.4" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />}
          {fact.state === 'disputed' && (
            <path d="M-3-1.3h6M-3 1.3h6M2-3.4l-4 6.8" stroke="var(--against)" strokeWidth="1" />
          )}
        </svg>
      ))}
      <line x1={`${x(today)}%`} x2={`${x(today)}%`} y1="8" y2="40" className={styles.today} />
      <text x={`${x(today)}%`} dx={isRtl ? 4 : -4} y="50" textAnchor={isRtl ? 'start' : 'end'} className={styles.now}>
        {t('today')}
      </text>
    </svg>
  );
}

const dayOf = (number: number) => new Date(Math.round(number) * 86_400_000).toISOString().slice(0, 10);
