import type { ReactNode } from 'react';
import { cx } from '#renderer/ui/cx.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import styles from './QuickAdd.module.css';

/** A part of a line as it was understood; `asks` where it is a question. */
export function Chip({
  icon,
  word,
  asks,
  children,
}: {
  icon?: IconName;
  /** The key word before the value. */
  word?: string;
  asks?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={cx(styles.chip, asks && styles.asks)}>
      {icon && <Icon name={icon} size={14} />}
      {word && <span className={styles.word}>{word}</span>}
      <span>{children}</span>
    </span>
  );
}
