import { useT } from '#renderer/app/i18n.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import styles from './Count.module.css';

/** Where a date or a remedy comes from, and whether it was read in the source: a book, or a ringed question mark. */
export function Citation({ citation, confidence }: { citation: string | null; confidence: string | null }) {
  const t = useT('proceedings');
  if (!citation) return null;
  const isRead = confidence === 'verified';
  return (
    <span className={styles.citation}>
      <Mark name={isRead ? 'read' : 'unsure'} label={t(isRead ? 'confidence.read' : 'confidence.check')} />
      <bdi>{citation}</bdi>
    </span>
  );
}

/** What the two marks mean. */
export function ConfidenceLegend() {
  const t = useT('proceedings');
  return (
    <span className={styles.legend}>
      <span>
        <Mark name="read" /> {t('confidence.read')}
      </span>
      <span>
        <Mark name="unsure" /> {t('confidence.check')}
      </span>
    </span>
  );
}
