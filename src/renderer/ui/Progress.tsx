import { Button } from './Button.tsx';
import styles from './Progress.module.css';
import { useWords } from './words.tsx';

/** A job that runs: how much of what is done. `total` is null while it is not known. */
export function Progress({
  label,
  done,
  total,
  unit,
  say = String,
  onCancel,
}: {
  label: string;
  done: number;
  total: number | null;
  /** As in "scans". */
  unit: string;
  /** How a number is written; it may have the unit in it. */
  say?: ((number: number) => string) | undefined;
  onCancel?: (() => void) | undefined;
}) {
  const words = useWords();
  const said = (total === null ? `${say(done)} ${unit}` : words.doneOf(say(done), say(total), unit)).trim();
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
