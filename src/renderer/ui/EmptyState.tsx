import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** Nothing here yet: one serif sentence, one line of why, one primary action. */
export function EmptyState({
  icon,
  title,
  text,
  action,
  isPage,
}: {
  icon?: IconName | undefined;
  title: string;
  text?: string | undefined;
  action?: ReactNode;
  /** It is all that the page shows, and so its heading. */
  isPage?: boolean | undefined;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.empty}>
      {icon && <Icon name={icon} size={26} />}
      <Title className={styles.title}>{title}</Title>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
