import type { T } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Problem } from '#shared/problem.ts';
import styles from './Papers.module.css';

/** A paper that can't be opened: why, and the way back. */
export function LostPaper({ t, problem, onBack }: { t: T; problem: Problem; onBack(): void }) {
  return (
    <Notice tone="danger" title={problem.message} action={<Button onPress={onBack}>{t('back')}</Button>}>
      {problem.hint ?? ''}
    </Notice>
  );
}

/** The title of a paper on its workbench, after the way back. */
export function PaperTitle({ t, title, onBack }: { t: T; title: string; onBack(): void }) {
  return (
    <span className={styles.title}>
      <IconButton icon="back" label={t('back')} onPress={onBack} />
      <bdi>{title}</bdi>
    </span>
  );
}
