import { Button, type PressEvent } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

/** A button that shows only a drawing; its name appears on hover and focus. */
export function IconButton({
  icon,
  label,
  shortcut,
  onPress,
  isDisabled,
}: {
  icon: IconName;
  label: string;
  shortcut?: string | undefined;
  onPress?: ((event: PressEvent) => void) | undefined;
  isDisabled?: boolean | undefined;
}) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <Button
        className={styles.button ?? ''}
        aria-label={label}
        isDisabled={isDisabled ?? false}
        {...(onPress && { onPress })}
      >
        <Icon name={icon} />
      </Button>
    </Tooltip>
  );
}
