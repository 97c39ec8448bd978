import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A hairline, a serif line, and what belongs under it. */
export function Section({
  title,
  count,
  note,
  actions,
  id,
  children,
}: {
  title: string;
  count?: number | undefined;
  /** Beside the title, in the second ink. */
  note?: ReactNode;
  actions?: ReactNode;
  id?: string | undefined;
  children?: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles.section} id={id} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {count !== undefined && <span className={styles.note}>{count}</span>}
        {note && <span className={styles.note}>{note}</span>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
