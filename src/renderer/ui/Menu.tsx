import { Menu as AriaMenu, Keyboard, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './ListBox.module.css';

export interface MenuChoice {
  id: string;
  label: string;
  icon?: IconName | undefined;
  shortcut?: string | undefined;
  danger?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

/**
 * A button that opens a list of actions: a drawing (`icon`, named by `label`), or a word (`trigger`), which may have a
 * drawing of its own and be small and quiet among others.
 */
export function Menu({
  label,
  icon = 'more',
  trigger,
  triggerIcon = 'chevron-down',
  size,
  items,
  onAction,
  isDisabled,
}: {
  label: string;
  icon?: IconName | undefined;
  trigger?: string | undefined;
  triggerIcon?: IconName | undefined;
  size?: 'small' | undefined;
  items: readonly MenuChoice[];
  onAction(id: string): void;
  isDisabled?: boolean | undefined;
}) {
  return (
    <MenuTrigger>
      {trigger === undefined ? (
        <IconButton icon={icon} label={label} isDisabled={isDisabled} />
      ) : (
        <Button icon={triggerIcon} isDisabled={isDisabled} size={size} variant={size && 'quiet'}>
          {trigger}
        </Button>
      )}
      <Popover className={styles.popover ?? ''} offset={2} placement="bottom end">
        <AriaMenu
          className={styles.list ?? ''}
          aria-label={label}
          items={items}
          disabledKeys={items.filter((item) => item.isDisabled).map(({ id }) => id)}
          onAction={(id) => onAction(String(id))}
        >
          {(item) => (
            <MenuItem id={item.id} textValue={item.label} className={cx(styles.item, item.danger && styles.danger)}>
              {item.icon && <Icon name={item.icon} size={15} />}
              <Text slot="label" className={styles.label ?? ''}>
                {item.label}
              </Text>
              {item.shortcut && (
                <Keyboard className={styles.end ?? ''}>
                  <Kbd>{item.shortcut}</Kbd>
                </Keyboard>
              )}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
