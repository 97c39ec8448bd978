import type { ReactNode } from 'react';
import frame from '#renderer/app/frame/Workspace.module.css';
import { useT } from '#renderer/app/i18n.ts';
import styles from './SectionPage.module.css';

/** One page of the settings: its title block over the double rule, its content, and a margin where it has one. */
export function SectionPage(props: {
  section: string;
  meta: ReactNode;
  actions?: ReactNode;
  margin?: ReactNode;
  children: ReactNode;
}) {
  const t = useT('settings');
  return (
    <div className={frame.main}>
      <header className={frame.head}>
        <div className={styles.titles}>
          <h1 className={frame.title}>{t(`section.${props.section}`)}</h1>
          <p className={styles.meta}>{props.meta}</p>
        </div>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      <div className={frame.columns}>
        <div className={`${frame.column} ${styles.column}`}>{props.children}</div>
        {props.margin && <aside className={`${frame.margin} ${styles.margin}`}>{props.margin}</aside>}
      </div>
    </div>
  );
}
