import { useEffect, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './Strength.module.css';

type Judged = Output<'vault.strength'>;

/** From here on a passphrase is worth the work that opening costs. */
export const STRONG_ENOUGH = 3;
/** Milliseconds without a key after which what was typed is judged. */
const PAUSE = 150;

/** How hard a passphrase is to guess, judged as one types. @returns null while there is nothing to judge */
export function useStrength(passphrase: string): Judged | null {
  const [judged, setJudged] = useState<Judged | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const judge = async () => {
      const { value } = await ask('vault.strength', { passphrase });
      if (isCurrent) setJudged(value);
    };
    if (passphrase === '') setJudged(null);
    // A passphrase that could not be judged is judged again when it is used.
    const timer = passphrase === '' ? undefined : setTimeout(() => void judge().catch(() => setJudged(null)), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return judged;
}

/** Five steps, filled as far as it goes, and the word for it. */
export function Strength({ judged }: { judged: Judged | null }) {
  const t = useT('welcome');
  const score = judged?.score ?? -1;
  return (
    <div className={styles.strength}>
      <span className={styles.steps} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={cx(styles.step, step <= score && styles[score < STRONG_ENOUGH ? 'weak' : 'strong'])}
          />
        ))}
      </span>
      <p role="status">
        <span className={styles.label}>{t('strength.label')}</span>{' '}
        <b className={styles.word}>{judged ? t(`strength.${judged.score}`) : t('strength.none')}</b>
      </p>
    </div>
  );
}
