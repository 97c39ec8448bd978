import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from './Exit.module.css';
import { useSecretWindow } from './use-secret-window.ts';

/** The ways out: everything in formats that need no Misl, and the end of the vault. */
export function Exit({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT('settings');
  const ask = useSecretWindow();
  const [made, setMade] = useState<Output<'vault.askSecret'>['exported']>(null);
  return (
    <>
      <Section
        title={t('exit.title')}
        actions={<Button onPress={() => ask('export', { onExported: setMade })}>{t('exit.action')}</Button>}
      >
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
      </Section>
      {!isReadOnly && (
        <Section
          title={t('delete.title')}
          actions={<Button onPress={() => ask('delete')}>{t('delete.action')}</Button>}
        >
          <p className={styles.text}>{t('delete.text')}</p>
        </Section>
      )}
    </>
  );
}
