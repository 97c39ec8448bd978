import { ListBoxItem, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './ListBox.module.css';

export interface Choice {
  id: string;
  label: string;
  hint?: string | undefined;
}

/** Keys of react-aria must not be empty, ids may be ("" for none). */
export const keyOf = (id: string) => `=${id}`;
export const idOf = (key: string | number) => String(key).slice(1);

export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={keyOf(choice.id)} textValue={choice.label || ' '} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <>
          {isSelected && <Icon name="check" size={14} />}
          <Text slot="label" className={styles.label ?? ''}>
            {choice.label}
          </Text>
          {choice.hint && (
            <Text slot="description" className={styles.hint ?? ''}>
              {choice.hint}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}
