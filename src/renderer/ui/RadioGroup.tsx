import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';
import type { Choice } from './ListBox.tsx';
import styles from './Toggle.module.css';

/** One of a few, all of them in sight; each says in its hint why it fits or not. */
export function RadioGroup({
  label,
  items,
  value,
  onChange,
  hint,
  error,
  isRequired,
  isDisabled,
}: FieldWords & {
  items: readonly Choice[];
  value: string | null;
  onChange(id: string): void;
  isDisabled?: boolean | undefined;
}) {
  return (
    <AriaRadioGroup {...fieldState({ error, isRequired }, isDisabled)} value={value} onChange={onChange}>
      <FieldLabel label={label} isRequired={isRequired} />
      {items.map((item) => (
        <Radio key={item.id} value={item.id} className={styles.toggle ?? ''}>
          <span className={styles.round} />
          <span className={styles.words}>
            {item.label}
            {item.hint && <span className={styles.hint}>{item.hint}</span>}
          </span>
        </Radio>
      ))}
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
