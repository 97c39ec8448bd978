import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { tell } from '#renderer/app/query.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { toast } from '#renderer/ui/toast.ts';
import styles from './SelectionBar.module.css';

interface Selected {
  text: string;
  page: number;
  /** Under the end of the selection, in pixels of the box. */
  x: number;
  y: number;
}

/** What can be made of words that are selected in a file: a fact with its source, or a quotation with its place. */
export function SelectionBar({
  label,
  onNewFact,
  children,
}: {
  label: string;
  onNewFact(text: string, page: number): void;
  children: ReactNode;
}) {
  const t = useT('exhibits');
  const box = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(box.current && selectedIn(box.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  const copy = ({ text, page }: Selected) =>
    void ask('clipboard.copy', { text: t('viewer.quote', { text, label, page }), secret: false }).then(
      () => toast.show({ message: t('viewer.copied'), tone: 'ok' }),
      tell,
    );
  return (
    <div ref={box} className={styles.box}>
      {children}
      {selected && (
        <div className={styles.bar} style={{ left: selected.x, top: selected.y }}>
          {/* The press must not take the selection away before it is used. */}
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onNewFact(selected.text, selected.page)}
          >
            <Icon name="plus" size={14} /> {t('viewer.newFact')}
          </button>
          <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={() => copy(selected)}>
            <Icon name="copy" size={14} /> {t('viewer.copyPin')}
          </button>
        </div>
      )}
    </div>
  );
}

function selectedIn(box: HTMLElement): Selected | null {
  const selection = document.getSelection();
  const text = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
  if (!selection || selection.rangeCount === 0 || text === '') return null;
  const range = selection.getRangeAt(0);
  const sheet = (range.startContainer.parentElement ?? box).closest('[data-page]');
  if (!sheet || !box.contains(sheet)) return null;
  const place = range.getBoundingClientRect();
  const room = box.getBoundingClientRect();
  return {
    text: text.slice(0, 4000),
    page: Number(sheet.getAttribute('data-page')),
    x: Math.max(8, Math.min(room.width - 280, place.left - room.left)),
    y: Math.max(8, Math.min(room.height - 44, place.bottom - room.top + 8)),
  };
}
