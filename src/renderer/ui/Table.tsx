import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { cx } from './cx.ts';
import styles from './Table.module.css';

export interface Column<Row> {
  id: string;
  heading: string;
  /** Of pixels, or any length of CSS. */
  width?: number | string | undefined;
  cell(row: Row): ReactNode;
  align?: 'start' | 'center' | 'end' | undefined;
  /** Figures go to the end. */
  numeric?: boolean | undefined;
}

/** From here on only the rows in sight are on the page, and the table scrolls by itself. */
const MANY = 200;

/**
 * Rows with a head. Where rows can be opened or chosen, one of them is a Tab stop and the arrows walk them: a click
 * or Space selects, Enter or a double click opens; where there is nothing to select a single click opens.
 */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
  onOpen,
  selected,
  onSelect,
  empty,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  onOpen?: ((row: Row) => void) | undefined;
  selected?: string | null | undefined;
  onSelect?: ((key: string, row: Row) => void) | undefined;
  empty?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const isMany = rows.length > MANY;
  const isActive = onOpen !== undefined || onSelect !== undefined;
  const virtual = useVirtualizer({
    count: isMany ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => 37,
    overscan: 10,
    getItemKey: (index) => keyOf(rows[index]!),
  });
  const inSight = virtual.getVirtualItems();
  const first = isMany ? (inSight[0]?.index ?? 0) : 0;
  const shown = isMany ? inSight.map(({ index }) => rows[index]!) : rows;
  const above = inSight[0]?.start ?? 0;
  const below = isMany ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0;
  const tabKey = [stop, selected ?? null].find((key) => key !== null && shown.some((row) => keyOf(row) === key));
  const tabStop = tabKey ?? (shown[0] === undefined ? null : keyOf(shown[0]));

  const focusRow = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[to];
    if (row === undefined) return;
    setStop(keyOf(row));
    if (isMany) virtual.scrollToIndex(to, { align: 'auto' });
    const focus = () => box.current?.querySelector<HTMLElement>(`tr[data-index="${to}"]`)?.focus();
    if (isMany) requestAnimationFrame(focus);
    else focus();
  };
  const key = (event: KeyboardEvent, row: Row, index: number) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) focusRow(to);
    else if (event.key === 'Enter' && onOpen) onOpen(row);
    else if (event.key === 'Enter' || event.key === ' ') onSelect?.(keyOf(row), row);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent, row: Row) => {
    // Buttons in the row are their own business, also those whose menu stands elsewhere on the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if ((event.target as Element).closest('a, button, input, label, [role="button"]')) return;
    if (document.getSelection()?.isCollapsed === false) return;
    setStop(keyOf(row));
    if (onSelect) onSelect(keyOf(row), row);
    else onOpen?.(row);
  };
  const active = (row: Row, index: number) =>
    isActive && {
      tabIndex: keyOf(row) === tabStop ? 0 : -1,
      'aria-selected': onSelect ? keyOf(row) === selected : undefined,
      onKeyDown: (event: KeyboardEvent) => key(event, row, index),
      onClick: (event: MouseEvent) => click(event, row),
      onDoubleClick: onSelect && onOpen ? () => onOpen(row) : undefined,
    };

  return (
    <div ref={box} className={cx(styles.box, isMany && styles.many)}>
      <table
        className={styles.table}
        aria-label={label}
        role={isActive ? 'grid' : undefined}
        aria-rowcount={isMany ? rows.length + 1 : undefined}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ inlineSize: width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) =>
              column.heading === '' ? (
                <td key={column.id} className={styles.head} />
              ) : (
                <th key={column.id} scope="col" className={cx(styles.head, sideOf(column))}>
                  {column.heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ blockSize: above }} />}
          {shown.map((row, at) => (
            <tr
              key={keyOf(row)}
              ref={isMany ? virtual.measureElement : undefined}
              data-index={first + at}
              className={cx(styles.row, isActive && styles.live, keyOf(row) === selected && styles.on)}
              aria-rowindex={isMany ? first + at + 2 : undefined}
              {...active(row, first + at)}
            >
              {columns.map((column) => (
                <td key={column.id} className={cx(styles.cell, sideOf(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <tr style={{ blockSize: below }} />}
          {rows.length === 0 && empty && (
            <tr>
              <td className={styles.empty} colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function sideOf({ align, numeric }: { align?: string | undefined; numeric?: boolean | undefined }) {
  return numeric || align === 'end' ? styles.end : align === 'center' ? styles.center : undefined;
}
