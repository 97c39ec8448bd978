import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Mark, type MarkName } from './Mark.tsx';

/** The tones of a status; the names of marks are tones too. */
export type BadgeTone = 'plain' | 'info' | 'warn' | 'danger' | 'ok' | MarkName;

const MARKS = { plain: null, info: null, warn: 'objection', danger: 'stop', ok: 'clear' } as const;
const COLOURS: Partial<Record<BadgeTone, string>> = {
  info: 'var(--accent)',
  warn: 'var(--soon)',
  danger: 'var(--against)',
  ok: 'var(--for)',
  over: 'var(--against)',
  now: 'var(--against)',
  soon: 'var(--soon)',
};

/** A status: a mark and its word, never a box. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone | undefined; children: ReactNode }) {
  const mark = tone in MARKS ? MARKS[tone as keyof typeof MARKS] : (tone as MarkName);
  const colour = COLOURS[tone];
  return (
    <span className={styles.badge}>
      {mark && <Mark name={mark} />}
      <span style={colour ? { color: colour, fontWeight: 600 } : undefined}>{children}</span>
    </span>
  );
}
