import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Mark } from './Mark.tsx';

/** How far a citation can be relied on; always beside the citation. */
export function Seal({ confidence, children }: { confidence: 'read' | 'unsure'; children: ReactNode }) {
  return (
    <span className={styles.badge}>
      <Mark name={confidence} />
      <span>{children}</span>
    </span>
  );
}
