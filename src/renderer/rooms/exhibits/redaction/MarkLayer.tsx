import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { T } from '#renderer/app/i18n.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { Output } from '#shared/contract/index.ts';
import { afterKey, type Box, between, firstBox } from './boxes.ts';
import styles from './MarkLayer.module.css';

export type Mark = Output<'redaction.marks'>['marks'][number];
export type Place = Output<'redaction.findTerm'>['places'][number];

/** Over one page: its marks, the places that were found, and the box that is being drawn, by mouse or by keyboard. */
export function MarkLayer({
  t,
  page,
  scale,
  marks,
  places,
  current,
  onDraw,
}: {
  t: T;
  page: number;
  /** Pixels in one point. */
  scale: number;
  marks: readonly Mark[];
  /** Found, and not marked yet. */
  places: readonly Place[];
  /** The marks that are looked at. */
  current: ReadonlySet<string>;
  onDraw(page: number, box: Box): void;
}) {
  const layer = useRef<HTMLDivElement>(null);
  const from = useRef<readonly [number, number] | null>(null);
  const [draft, setDraft] = useState<Box | null>(null);
  const size = () => {
    const { width, height } = layer.current!.getBoundingClientRect();
    return { width: width / scale, height: height / scale };
  };
  const at = (event: PointerEvent): readonly [number, number] => {
    const { left, top } = layer.current!.getBoundingClientRect();
    return [(event.clientX - left) / scale, (event.clientY - top) / scale];
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = at(event);
    setDraft(null);
  };
  const move = (event: PointerEvent) => {
    if (from.current) setDraft(between(from.current, at(event), size()));
  };
  const up = (event: PointerEvent) => {
    const box = from.current && between(from.current, at(event), size());
    from.current = null;
    setDraft(null);
    if (box) onDraw(page, box);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (draft) onDraw(page, draft);
      setDraft(draft ? null : firstBox(size()));
    } else if (event.key === 'Escape' && draft) setDraft(null);
    else {
      const next = draft && afterKey(draft, event.key, event.shiftKey, size());
      if (!next) return;
      setDraft(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={layer}
      className={styles.layer}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: boxes are drawn here by keyboard too.
      tabIndex={0}
      aria-label={t('page', { page })}
      aria-roledescription={t('title')}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        from.current = null;
        setDraft(null);
      }}
      onKeyDown={key}
    >
      {places.map((place, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is known by where it is.
        <span key={i} className={styles.place} style={placed(place, scale)} />
      ))}
      {marks.map((mark) => (
        <span
          key={mark.id}
          className={cx(styles.mark, current.has(mark.id) && styles.current)}
          style={placed(mark, scale)}
          title={[mark.term, mark.reason].filter(Boolean).join(': ')}
        />
      ))}
      {draft && <span className={styles.draft} style={placed(draft, scale)} />}
      <span className={styles.said} role="status">
        {draft ? t('box', { width: Math.round(draft.width), height: Math.round(draft.height) }) : ''}
      </span>
    </div>
  );
}

/** The sheet runs from left to right whatever the window does. */
const placed = ({ left, top, width, height }: Box, scale: number) => ({
  insetInlineStart: left * scale,
  insetBlockStart: top * scale,
  inlineSize: width * scale,
  blockSize: height * scale,
});
