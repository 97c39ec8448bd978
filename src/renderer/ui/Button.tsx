import type { ReactNode } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface ButtonProps {
  /** One primary button per region, and only where one thing is plainly next. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  size?: 'small' | undefined;
  icon?: IconName | undefined;
  /** Shown beside the word; whoever owns the place listens for it. */
  shortcut?: string | undefined;
  onPress?: ((event: PressEvent) => void) | undefined;
  isDisabled?: boolean | undefined;
  /** Stays focusable, takes no press. */
  isBusy?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
  autoFocus?: boolean | undefined;
  children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant = 'plain', size, icon, shortcut, isDisabled, isBusy, type = 'button', autoFocus, children } = props;
  return (
    <AriaButton
      className={cx(styles.button, styles[variant], size && styles[size])}
      // The kit's own way to be busy announces the button by its id, which is gone when the press led elsewhere.
      type={isBusy ? 'button' : type}
      isDisabled={isDisabled ?? false}
      aria-disabled={isBusy ?? false}
      data-busy={isBusy || undefined}
      autoFocus={autoFocus ?? false}
      {...(props.onPress && !isBusy && { onPress: props.onPress })}
    >
      {icon && <Icon name={icon} size={size ? 14 : 16} />}
      <span>{children}</span>
      {shortcut && (
        <span className={styles.shortcut} aria-hidden="true">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </AriaButton>
  );
}
