import { Switch as AriaSwitch } from 'react-aria-components';
import type { ToggleProps } from './Checkbox.tsx';
import styles from './Toggle.module.css';

/** A setting that holds from the moment it is turned. In forms that are saved, `Checkbox`. */
export function Switch({ label, isSelected, onChange, hint, isDisabled }: ToggleProps) {
  return (
    <AriaSwitch
      className={styles.toggle ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
    >
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
      <span className={styles.words}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
