import { useState } from 'react';
import { Button } from './Button.tsx';
import { Checkbox } from './Checkbox.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './PickDialog.module.css';
import { TextField } from './TextField.tsx';
import { useWords } from './words.tsx';

export interface PickChoice {
  id: string;
  label: string;
  /** Beside the label: a mark, a date, a size. */
  note?: string | undefined;
  /** A line that heads it and those of the same group after it. */
  group?: string | undefined;
}

/** Some of many, found by a few letters: they are given in the order in which they were chosen. */
export function PickDialog({
  title,
  filterLabel,
  choices,
  empty,
  submitLabel,
  onPick,
  onClose,
}: {
  title: string;
  filterLabel: string;
  choices: readonly PickChoice[];
  /** What is said where there is nothing to choose from. */
  empty: string;
  submitLabel(count: number): string;
  onPick(ids: string[]): void;
  onClose(): void;
}) {
  const words = useWords();
  const [filter, setFilter] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = choices.filter(({ label, note = '' }) => `${label} ${note}`.toLocaleLowerCase().includes(wanted));
  return (
    <Dialog title={title} isOpen onClose={onClose} size="medium">
      {choices.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <>
          <TextField label={filterLabel} value={filter} onChange={setFilter} autoFocus />
          <ul className={styles.list}>
            {shown.map(({ id, label, note, group }, i) => (
              <li key={id}>
                {group && group !== shown[i - 1]?.group && <p className={styles.group}>{group}</p>}
                <Checkbox
                  label={label}
                  hint={note}
                  isSelected={picked.includes(id)}
                  onChange={(isOn) => setPicked(isOn ? [...picked, id] : picked.filter((each) => each !== id))}
                />
              </li>
            ))}
            {shown.length === 0 && <li className={styles.empty}>{words.noMatch}</li>}
          </ul>
        </>
      )}
      <footer className={styles.foot}>
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button variant="primary" isDisabled={picked.length === 0} onPress={() => onPick([...picked])}>
          {submitLabel(picked.length)}
        </Button>
      </footer>
    </Dialog>
  );
}
