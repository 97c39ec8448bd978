import type { ReactNode } from 'react';
import styles from './Workbench.module.css';

/** A room of its own for one document: a title line over the double rule, then all the height there is. */
export function Workbench({
  title,
  meta,
  actions,
  children,
}: {
  title: ReactNode;
  /** What is to be known of it, beside the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.bench}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {meta && <div className={styles.meta}>{meta}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
