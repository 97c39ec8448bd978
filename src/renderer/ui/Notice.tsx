import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Mark, type MarkName } from './Mark.tsx';
import styles from './Notice.module.css';

export type Tone = 'info' | 'warn' | 'danger' | 'ok';

const MARKS: Record<Tone, MarkName> = { info: 'note', warn: 'objection', danger: 'stop', ok: 'clear' };

/** What happened, what is safe, what to do. Danger is read out at once, the others when the reader pauses. */
export function Notice({
  tone,
  title,
  children,
  action,
}: {
  tone: Tone;
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={cx(styles.notice, styles[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      {title && (
        <p className={styles.title}>
          <Mark name={MARKS[tone]} />
          <span>{title}</span>
        </p>
      )}
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
