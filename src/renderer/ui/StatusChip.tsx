import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './StatusChip.module.css';

/** Colour: what came of it for the client. `ended` = withdrawn, settled, overtaken. */
export type ResultTone = 'against' | 'for' | 'pending' | 'ended';
/** Pattern: on what footing. `technical` = merits not reached, and never counts as decided. */
export type Basis = 'merits' | 'technical' | 'open' | 'consent';

/** Result and basis before their words: colour is the result, pattern is the basis. */
export function StatusChip({ result, basis, children }: { result: ResultTone; basis: Basis; children: ReactNode }) {
  return (
    <span className={styles.status}>
      <span className={cx(styles.swatch, styles[result], styles[basis])} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
