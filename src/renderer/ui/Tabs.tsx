import { type KeyboardEvent, useRef } from 'react';
import { useLocale } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';

/** The strip of tabs, over the double rule. One Tab stop; the arrows, Home and End choose at once. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  panelId,
}: {
  label: string;
  tabs: readonly { id: string; label: string; count?: number | undefined }[];
  value: string;
  onChange(id: string): void;
  /** The element that the tabs fill. */
  panelId?: string | undefined;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const { direction } = useLocale();
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = tabs.findIndex(({ id }) => id === value);
    const next = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const previous = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [next]: at + 1, [previous]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    const button = strip.current?.children[index];
    const tab = tabs[index];
    if (tab) onChange(tab.id);
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div className={styles.rule}>
      <div ref={strip} className={styles.strip} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={key}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className={cx(styles.tab, tab.id === value && styles.on)}
            aria-selected={tab.id === value}
            aria-controls={tab.id === value ? panelId : undefined}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            <span className={styles.label} data-text={tab.label}>
              {tab.label}
            </span>
            {tab.count !== undefined && <small className={styles.count}>{tab.count}</small>}
          </button>
        ))}
      </div>
    </div>
  );
}
