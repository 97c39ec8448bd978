import { Button } from './Button.tsx';
import styles from './Progress.module.css';
import { useWords } from './words.tsx';

/** A job that runs: how much of what is done. `total` is null while it is not known. */
export function Progress({
  label,
  done,
  total,
  unit,
  onCancel,
}: {
  label: string;
  done: number;
  total: number | null;
  /** As in "scans". */
  unit: string;
  onCancel?: (() => void) | undefined;
}) {
  const words = useWords();
  const said = total === null ? `${done} ${unit}` : words.doneOf(String(done), String(total), unit);
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label={label}
        max={total ?? undefined}
        value={total === null ? undefined : done}
      >
        {said}
      </progress>
      <span>
        {label}, {said}
      </span>
      {onCancel && (
        <span className={styles.cancel}>
          <Button variant="quiet" size="small" onPress={onCancel}>
            {words.cancel}
          </Button>
        </span>
      )}
    </div>
  );
}
