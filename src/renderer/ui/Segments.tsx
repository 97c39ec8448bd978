import { Kbd } from './Kbd.tsx';
import styles from './Segments.module.css';

/** One of a few ways to look at the same thing, side by side. Each is a button that says whether it is on. */
export function Segments({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly { id: string; label: string; shortcut?: string | undefined }[];
  value: string;
  onChange(id: string): void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend that is shown.
    <div className={styles.segments} role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.segment}
          aria-pressed={item.id === value}
          onClick={() => onChange(item.id)}
        >
          {item.label}
          {item.shortcut && (
            <span aria-hidden="true" className={styles.key}>
              <Kbd>{item.shortcut}</Kbd>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
