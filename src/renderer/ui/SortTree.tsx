import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button, DropIndicator, GridList, GridListItem, type Selection, useDragAndDrop } from 'react-aria-components';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import styles from './SortTree.module.css';

export interface SortRow {
  id: string;
  /** A head begins a part; the rows after it belong to it. */
  isHead: boolean;
  /** What a reader and a search by letters hear. */
  name: string;
}

export interface SortTarget {
  id: string;
  position: 'before' | 'after';
}

/** What is dragged stays inside of the list: other programs get nothing of it. */
const TYPE = 'application/x-misl-row';

/**
 * Rows in an order that is changed by dragging, or by Alt with the arrows: of the rows chosen together, else of the one
 * with the focus. The gap says what will happen. Enter or a double click opens.
 */
export function SortTree<R extends SortRow>({
  label,
  rows,
  children,
  dragLabel,
  selected,
  onSelect,
  onOpen,
  onMove,
  onNudge,
  onDelete,
  dropNote,
}: {
  label: string;
  rows: readonly R[];
  /** The cells of a row; the grip stands before them. */
  children(row: R): ReactNode;
  dragLabel(row: R): string;
  selected: ReadonlySet<string>;
  onSelect(ids: ReadonlySet<string>): void;
  onOpen(id: string): void;
  onMove(ids: string[], target: SortTarget): void;
  /** One place up (-1) or down (1). */
  onNudge(ids: string[], by: -1 | 1): void;
  onDelete(ids: string[]): void;
  /** What would follow if these rows were put there. */
  dropNote(ids: string[], target: SortTarget): ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string[]>([]);
  const inOrder = (keys: Iterable<string | number>) => {
    const wanted = new Set([...keys].map(String));
    return rows.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  };
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? '';
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [TYPE]: String(key) })),
    acceptedDragTypes: [TYPE],
    getAllowedDropOperations: () => ['move'],
    onDragStart: ({ keys }) => setDragged(inOrder(keys)),
    onDragEnd: () => setDragged([]),
    onReorder({ keys, target }) {
      if (target.dropPosition === 'on') return;
      onMove(inOrder(keys), { id: String(target.key), position: target.dropPosition });
    },
    renderDragPreview: (items) => (
      <div className={styles.lifted}>
        <Icon name="grip" size={14} />
        {nameOf(items[0]?.[TYPE] ?? '')}
        {items.length > 1 && <b>+{items.length - 1}</b>}
      </div>
    ),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className={({ isDropTarget }) => cx(styles.gap, isDropTarget && styles.open)}>
        {({ isDropTarget }) =>
          isDropTarget && target.type === 'item' && target.dropPosition !== 'on'
            ? dropNote(dragged, { id: String(target.key), position: target.dropPosition })
            : null
        }
      </DropIndicator>
    ),
  });
  const key = (event: KeyboardEvent) => {
    const row = (event.target as Element).closest?.('[role="row"]')?.getAttribute('data-key');
    if (!row || !list.current?.contains(event.target as Node)) return;
    const ids = selected.has(row) ? inOrder(selected) : [row];
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (by && event.altKey) onNudge(ids, by);
    else if (event.key === 'Delete') onDelete(ids);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} className={styles.box} onKeyDownCapture={key}>
      <GridList
        aria-label={label}
        className={styles.list ?? ''}
        items={rows}
        dependencies={[children, rows]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        onSelectionChange={(keys: Selection) =>
          onSelect(keys === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...keys].map(String)))
        }
        onAction={(id) => onOpen(String(id))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={row.name} className={cx(styles.row, row.isHead && styles.head)}>
            <Button slot="drag" className={styles.grip ?? ''} aria-label={dragLabel(row)}>
              <Icon name="grip" size={14} />
            </Button>
            {children(row)}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
