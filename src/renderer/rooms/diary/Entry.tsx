import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { cx } from '#renderer/ui/cx.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Menu, type MenuChoice } from '#renderer/ui/Menu.tsx';
import { STOP } from './arrows.ts';
import styles from './Entry.module.css';
import type { HearingState } from './state.ts';

/**
 * One entry: a button that opens it, and the menu of what else can be done, which shows while the pointer or the focus
 * is on it. `keys` are the same actions by letter.
 */
export function Entry({
  menuLabel,
  choices,
  keys,
  onOpen,
  onAction,
  className,
  children,
}: {
  menuLabel: string;
  choices: readonly MenuChoice[];
  keys: Readonly<Record<string, string>>;
  onOpen(): void;
  onAction(id: string): void;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [isActive, setActive] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const key = (event: KeyboardEvent) => {
    const action = keys[event.key];
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onAction(action);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only to know where the pointer is; everything here is a button.
    <div
      className={cx(styles.entry, className)}
      onMouseEnter={() => setActive(true)}
      onMouseLeave={() => setActive(isMenuOpen)}
      onFocus={() => setActive(true)}
      onBlur={(event) => {
        const isInside = event.currentTarget.contains(event.relatedTarget as Node | null);
        setMenuOpen(!isInside && event.relatedTarget !== null && isMenuOpen);
        if (!isInside) setActive(false);
      }}
    >
      <button type="button" className={styles.button} {...{ [STOP]: '' }} onClick={onOpen} onKeyDown={key}>
        {children}
      </button>
      {isActive && (
        <span className={styles.menu}>
          <Menu label={menuLabel} items={choices} onAction={onAction} />
        </span>
      )}
    </div>
  );
}

const TONES = { against: styles.against, soon: styles.soon, for: styles.for, accent: styles.accent };

/** The state of a hearing: a mark and its word. */
export function StateNote({ state }: { state: HearingState }) {
  return (
    <span className={cx(styles.state, TONES[state.tone])}>
      {state.mark && <Mark name={state.mark} size={10} />}
      <span>{state.text}</span>
    </span>
  );
}
