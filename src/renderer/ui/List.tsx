import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';
import styles from './List.module.css';

const FORGET_LETTERS_AFTER = 700;

/**
 * Rows of which any number may be chosen from; only those in sight are on the page. Its place gives it its height.
 * Arrows, Home, End, Page keys and typed letters move. With `onOpen`, moving selects and Enter opens; without, moving
 * only looks, and Enter, Space or a click selects.
 */
export function List<Item>({
  label,
  items,
  selected,
  onSelect,
  onOpen,
  render,
  keyOf,
  textOf,
}: {
  label: string;
  items: readonly Item[];
  selected: string | null;
  onSelect(key: string, item: Item): void;
  onOpen?: ((key: string, item: Item) => void) | undefined;
  render(item: Item): ReactNode;
  keyOf(item: Item): string;
  /** What typed letters find an item by. Without it they search the rows in sight. */
  textOf?: ((item: Item) => string) | undefined;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const letters = useRef({ typed: '', at: 0 });
  const chosen = items.findIndex((item) => keyOf(item) === selected);
  const [active, setActive] = useState(chosen);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => 49,
    overscan: 12,
    getItemKey: (index) => keyOf(items[index]!),
    // Rows that come into sight are drawn with the next frame: the overscan hides that, and no step blocks the scrolling.
    useFlushSync: false,
  });
  useEffect(() => {
    if (chosen < 0) return;
    setActive(chosen);
    virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtual]);
  const current = Math.min(active, items.length - 1);

  const select = (index: number) => {
    const item = items[index];
    if (item !== undefined) onSelect(keyOf(item), item);
  };
  const move = (index: number) => {
    const to = Math.max(0, Math.min(items.length - 1, index));
    setActive(to);
    virtual.scrollToIndex(to, { align: 'auto' });
    if (onOpen) select(to);
  };
  const find = (letter: string, now: number) => {
    const before = now - letters.current.at < FORGET_LETTERS_AFTER ? letters.current.typed : '';
    const typed = before + letter.toLocaleLowerCase();
    letters.current = { typed, at: now };
    const textAt = (index: number) =>
      (textOf
        ? textOf(items[index]!)
        : (document.getElementById(`${id}-${index}`)?.textContent ?? '')
      ).toLocaleLowerCase();
    // A first letter goes on to the next row that has it; further letters stay with the row they still fit.
    const from = before === '' ? current + 1 : Math.max(current, 0);
    for (let step = 0; step < items.length; step++) {
      const index = (from + step) % items.length;
      if (textAt(index).trimStart().startsWith(typed)) return move(index);
    }
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || items.length === 0)
      return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / 49) - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: current + page,
      PageUp: current - page,
    }[event.key];
    const item = items[current];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && onOpen && item !== undefined) onOpen(keyOf(item), item);
    else if (event.key === 'Enter' || (event.key === ' ' && letters.current.typed === '')) select(current);
    else if (event.key.length === 1) find(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={key}
      onFocus={() => {
        if (current < 0 && items.length > 0) setActive(0);
      }}
    >
      <div className={styles.all} role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key: itemKey }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the list, which has the focus.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={itemKey}
            ref={virtual.measureElement}
            data-index={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={cx(styles.row, index === chosen && styles.on, index === current && styles.active)}
            style={{ insetBlockStart: start }}
            onClick={() => {
              setActive(index);
              select(index);
            }}
            onDoubleClick={() => {
              const item = items[index];
              if (onOpen && item !== undefined) onOpen(keyOf(item), item);
            }}
          >
            {render(items[index]!)}
          </div>
        ))}
      </div>
    </div>
  );
}
