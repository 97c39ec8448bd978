import { useT } from '#renderer/app/i18n.ts';
import styles from './KeySheet.module.css';

/** The recovery key as a certificate: numbered groups, whose they are and when they were made. It prints alone. */
export function KeySheet({ groups, name, line }: { groups: readonly string[]; name: string; line: string }) {
  const t = useT('welcome');
  return (
    <section className={styles.sheet} aria-label={t('key.label')} dir="ltr">
      <div className={styles.paper} dir="auto">
        <h2>{t('key.paper')}</h2>
        <p>{t('key.paperHow')}</p>
        <p>{t('key.paperWho')}</p>
      </div>
      <div className={styles.inner}>
        <ol className={styles.groups}>
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves.
            <li key={at}>
              <span className={styles.number} aria-hidden="true">
                {at + 1}
              </span>
              <span className={at === groups.length - 1 ? styles.check : undefined}>{group}</span>
            </li>
          ))}
        </ol>
        <p className={styles.foot} dir="auto">
          <bdi>{t('key.of', { name })}</bdi>
          <bdi>{line}</bdi>
        </p>
      </div>
    </section>
  );
}
