import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import styles from './Cover.module.css';

/** The closed book: a plate with the name on the cloth of the spine. */
export function Cover({ line, foot, children }: { line: string; foot: ReactNode; children: ReactNode }) {
  const t = useT('welcome');
  return (
    <div className={styles.cover}>
      <div className={styles.frame}>
        <span className={styles.mark} lang="ur" dir="rtl" aria-hidden="true">
          مثل
        </span>
        <main className={styles.middle}>
          <div className={styles.plate}>
            <div className={styles.inner}>
              <h1 className={styles.title}>{t('title')}</h1>
              <p className={styles.line}>
                <bdi>{line}</bdi>
              </p>
              {children}
            </div>
          </div>
        </main>
        <footer className={styles.foot}>{foot}</footer>
      </div>
    </div>
  );
}
