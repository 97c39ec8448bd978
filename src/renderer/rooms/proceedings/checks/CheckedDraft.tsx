import { useT } from '#renderer/app/i18n.ts';
import { Select } from '#renderer/ui/Select.tsx';
import styles from './FilingCheck.module.css';

/** Which draft the check was put to. With several, another one can be chosen. */
export function CheckedDraft({
  drafts,
  draftId,
  onChoose,
  note,
}: {
  drafts: readonly { id: string; title: string }[];
  draftId: string | null;
  onChoose(id: string): void;
  note: string;
}) {
  const t = useT('proceedings');
  const current = drafts.find(({ id }) => id === draftId);
  return (
    <>
      <h2 className={styles.heading}>{t('check.title')}</h2>
      {drafts.length > 1 ? (
        <Select
          label={t('check.of')}
          items={drafts.map(({ id, title }) => ({ id, label: title }))}
          value={draftId}
          onChange={onChoose}
        />
      ) : (
        <span className={styles.meta}>{current ? current.title : t('check.noDraft')}</span>
      )}
      <span className={styles.meta}>{note}</span>
    </>
  );
}
