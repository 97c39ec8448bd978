import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components';
import { cx } from './cx.ts';
import fieldStyles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';
import { Icon } from './Icon.tsx';
import listStyles from './ListBox.module.css';
import { type Choice, ChoiceItem, idOf, keyOf } from './ListBox.tsx';
import styles from './Select.module.css';

/** One of a short list. For a long one, or one that may be added to, `ComboBox`. */
export function Select({
  label,
  items,
  value,
  onChange,
  placeholder,
  hint,
  error,
  isRequired,
  isDisabled,
}: FieldWords & {
  items: readonly Choice[];
  value: string | null;
  onChange(id: string): void;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
}) {
  return (
    <AriaSelect
      {...fieldState({ error, isRequired }, isDisabled)}
      value={value === null ? null : keyOf(value)}
      onChange={(key) => key !== null && onChange(idOf(key as string))}
      placeholder={placeholder ?? '–'}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Button className={cx(fieldStyles.box, styles.button)}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={listStyles.popover ?? ''} offset={2}>
        <ListBox className={listStyles.list ?? ''} items={items}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
