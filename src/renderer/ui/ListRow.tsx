import type { ReactNode } from 'react';
import styles from './ListRow.module.css';

/** What a row of a list says: a serif name, the next thing and its day, a mark at the end. */
export function ListRow({ title, line, mark }: { title: ReactNode; line?: ReactNode; mark?: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.title}>{title}</span>
      {line && <span className={styles.line}>{line}</span>}
      {mark && <span className={styles.mark}>{mark}</span>}
    </div>
  );
}
