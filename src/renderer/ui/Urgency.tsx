import { Mark, type MarkName } from './Mark.tsx';
import styles from './Urgency.module.css';
import { useWords } from './words.tsx';

const NOW_WITHIN = 3;
const SOON_WITHIN = 21;
const DAY = 86_400_000;

/** Whole days from `today` to `on`, both `YYYY-MM-DD`; negative when it has passed. */
const daysUntil = (on: string, today: string) =>
  Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY);

function markOf(days: number): MarkName {
  if (days < 0) return 'over';
  if (days <= NOW_WITHIN) return 'now';
  return days <= SOON_WITHIN ? 'soon' : 'later';
}

/** How near a day is: shape, colour and word together. `isMet` when what was due has been done. */
export function Urgency({
  on,
  today,
  label,
  isMet,
}: {
  on: string;
  today: string;
  /** What is due, said between the mark and the days. */
  label?: string | undefined;
  isMet?: boolean | undefined;
}) {
  const words = useWords();
  const days = daysUntil(on, today);
  const mark = isMet ? 'met' : markOf(days);
  return (
    <span className={styles.urgency}>
      <Mark name={mark} />
      {label && <bdi>{label}</bdi>}
      <span className={`${styles.days} ${styles[mark] ?? ''}`}>{isMet ? words.met : words.daysLeft(days)}</span>
    </span>
  );
}
