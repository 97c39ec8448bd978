import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { AskPassphrase } from './AskPassphrase.tsx';
import styles from './Exit.module.css';

/** The way out: everything in formats that need no Misl. */
export function Exit() {
  const t = useT('settings');
  const [isAsking, setAsking] = useState(false);
  const out = useCommand('vault.exportAll');
  const made = out.result;
  return (
    <Section title={t('exit.title')} actions={<Button onPress={() => setAsking(true)}>{t('exit.action')}</Button>}>
      <p className={styles.text}>{t('exit.text')}</p>
      {made && (
        <Notice
          tone={made.problems.length === 0 ? 'ok' : 'warn'}
          title={t('exit.done', { count: made.files, matters: made.matters })}
        >
          <bdi dir="ltr">{made.path}</bdi>
          <ul>
            {made.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isAsking && (
        <AskPassphrase
          title={t('exit.title')}
          text={t('exit.warning')}
          submitLabel={t('exit.action')}
          busy={out.busy}
          problem={out.problem}
          onGiven={(passphrase) => void out.run({ passphrase }).then(() => setAsking(false))}
          onClose={() => {
            setAsking(false);
            out.reset();
          }}
        />
      )}
    </Section>
  );
}
