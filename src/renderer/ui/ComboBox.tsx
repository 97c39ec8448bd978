import { useEffect, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import fieldStyles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords, fieldState } from './Field.tsx';
import { Icon } from './Icon.tsx';
import listStyles from './ListBox.module.css';
import { type Choice, ChoiceItem, idOf, keyOf } from './ListBox.tsx';
import { useWords } from './words.tsx';

/**
 * A list that narrows as one types. `value` is the id of an item; with `allowsCustom` it is otherwise the text as
 * typed, which is then reported with every letter.
 */
export function ComboBox({
  label,
  items,
  value,
  onChange,
  allowsCustom,
  hint,
  error,
  isRequired,
  isDisabled,
  placeholder,
}: FieldWords & {
  items: readonly Choice[];
  value: string;
  onChange(value: string): void;
  allowsCustom?: boolean | undefined;
  isDisabled?: boolean | undefined;
  placeholder?: string | undefined;
}) {
  const words = useWords();
  const chosen = items.find(({ id }) => id === value);
  const shown = chosen?.label ?? (allowsCustom ? value : '');
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const typed = (next: string) => {
    setText(next);
    if (allowsCustom) {
      const same = items.find((item) => item.label === next);
      const given = same?.id ?? next;
      if (given !== value) onChange(given);
    } else if (next === '' && value !== '') onChange('');
  };
  const pick = (key: string | number | null) => {
    if (key === null) return;
    const item = items.find(({ id }) => id === idOf(key));
    if (!item) return;
    setText(item.label);
    if (item.id !== value) onChange(item.id);
  };
  return (
    <AriaComboBox
      {...fieldState({ error, isRequired }, isDisabled)}
      defaultItems={items}
      inputValue={text}
      onInputChange={typed}
      selectedKey={chosen ? keyOf(chosen.id) : null}
      onSelectionChange={pick}
      allowsCustomValue={allowsCustom ?? false}
      allowsEmptyCollection={!allowsCustom}
      menuTrigger="input"
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={fieldStyles.box}>
        <Input className={fieldStyles.input ?? ''} dir="auto" placeholder={placeholder ?? ''} />
        <Button className={fieldStyles.end ?? ''}>
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover className={listStyles.popover ?? ''} offset={2}>
        <ListBox<Choice>
          className={listStyles.list ?? ''}
          renderEmptyState={() => <div className={listStyles.empty}>{words.noMatch}</div>}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
