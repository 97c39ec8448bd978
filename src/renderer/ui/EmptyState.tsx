import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** Nothing here yet: one serif sentence, one line of why, one primary action. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon?: IconName | undefined;
  title: string;
  text?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {icon && <Icon name={icon} size={26} />}
      <p className={styles.title}>{title}</p>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
