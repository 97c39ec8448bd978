import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import styles from './FirstRun.module.css';

const STEPS = ['place', 'passphrase', 'key'] as const;
type Step = (typeof STEPS)[number];

/** One page of making a vault: which step it is, what is asked, and the way on at its foot. */
export function FirstRun(props: { step: Step; title: string; text: string; children: ReactNode }) {
  const { step, title, text, children } = props;
  const t = useT('welcome');
  const at = STEPS.indexOf(step);
  return (
    <div className={styles.book}>
      <div className={styles.cover} aria-hidden="true">
        <div className={styles.frame}>
          <span lang="ur" dir="rtl" className={styles.mark}>
            مثل
          </span>
          <span className={styles.motto}>{t('motto')}</span>
        </div>
      </div>
      <main className={styles.page}>
        <div className={styles.measure}>
          <ol className={styles.steps} aria-label={t('steps.label')}>
            {STEPS.map((each, i) => (
              <li
                key={each}
                className={cx(each === step && styles.on)}
                aria-current={each === step ? 'step' : undefined}
              >
                {i < at ? <Mark name="clear" label={t('steps.done')} /> : <span>{i + 1}</span>}
                {t(`steps.${each}`)}
              </li>
            ))}
          </ol>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.text}>{text}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
