import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './Toggle.module.css';

export interface ToggleProps {
  label: string;
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  hint?: string | undefined;
  isDisabled?: boolean | undefined;
}

export function Checkbox({
  label,
  isSelected,
  onChange,
  hint,
  isDisabled,
  isIndeterminate,
}: ToggleProps & { isIndeterminate?: boolean | undefined }) {
  return (
    <AriaCheckbox
      className={styles.toggle ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      isIndeterminate={isIndeterminate ?? false}
    >
      <span className={styles.box}>
        {isIndeterminate ? <Icon name="minus" size={13} /> : isSelected && <Icon name="check" size={13} />}
      </span>
      <span className={styles.words}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaCheckbox>
  );
}
