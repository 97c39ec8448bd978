import type { Fact } from './dates.ts';
import styles from './Marks.module.css';

/** How exactly a date is known, as a mark: a point on the line, a short bar, a long bar, a broken one. */
export function PrecisionMark({ precision }: Pick<Fact, 'precision'>) {
  return (
    <svg className={styles.precision} width="30" height="10" viewBox="0 0 30 10" fill="none" aria-hidden="true">
      <path d="M1 5h28" stroke="var(--rule-2)" />
      {precision === 'minute' && <path d="M15 1v8" stroke="var(--ink-2)" strokeWidth="2" />}
      {precision === 'day' && <path d="M11 5h8" stroke="var(--ink-2)" strokeWidth="4" />}
      {precision === 'month' && <path d="M4 5h22" stroke="var(--ink-2)" strokeWidth="4" />}
      {precision === 'year' && <path d="M1 5h28" stroke="var(--ink-2)" strokeWidth="4" />}
      {precision === 'about' && <path d="M6 5h18" stroke="var(--soon)" strokeWidth="4" strokeDasharray="3 2.5" />}
    </svg>
  );
}

/** Filled ring: known; open ring: alleged; not equal: disputed. */
function StateMark({ state }: Pick<Fact, 'state'>) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true">
      {state === 'known' && <circle cx="6" cy="6" r="4.6" fill="var(--ink-2)" />}
      {state === 'alleged' && <circle cx="6" cy="6" r="4" stroke="var(--ink-2)" strokeWidth="1.6" />}
      {state === 'disputed' && <path d="M1 4h10M1 8h10M9 .8 3 11.2" stroke="var(--against)" strokeWidth="1.5" />}
    </svg>
  );
}

export function State({ state, label }: Pick<Fact, 'state'> & { label: string }) {
  return (
    <span className={styles.state} data-state={state}>
      <StateMark state={state} />
      {label}
    </span>
  );
}
