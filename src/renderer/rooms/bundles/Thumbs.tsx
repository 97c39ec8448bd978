import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { problemOf, useAct } from '#renderer/app/query.ts';
import { openBytes, openPdf } from '#renderer/rooms/exhibits/viewer/pdf.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Problem } from '#shared/problem.ts';
import { chosenPages, writeChoice } from './choice.ts';
import type { PlanItem } from './order.ts';
import styles from './Thumbs.module.css';

/** Across a page, in pixels of CSS. */
const WIDTH = 116;
/** Pages that are nearer than this to what is in sight are drawn. */
const NEAR = '400px 0px';

/** A page of an item: which document of it, and where. */
interface Leaf {
  /** Its place in the item, from 1. */
  number: number;
  pdf: PDFDocumentProxy;
  page: number;
}

/** The pages of items in small, each to be taken in or left out; read when they come into sight. */
export default function Thumbs({ items, isOne }: { items: readonly PlanItem[]; isOne: boolean }) {
  const t = useT('bundles');
  const desk = useRef<HTMLDivElement>(null);
  return (
    <div ref={desk} className={styles.desk}>
      {isOne && <p className={styles.keys}>{t('thumbs.keys')}</p>}
      {items.map((item) => (
        <ItemThumbs key={`${item.id} ${item.exhibitId} ${item.fileId}`} item={item} desk={desk} isOne={isOne} />
      ))}
    </div>
  );
}

function ItemThumbs({ item, desk, isOne }: { item: PlanItem; desk: RefObject<HTMLDivElement | null>; isOne: boolean }) {
  const t = useT('bundles');
  const frame = useRef<HTMLElement>(null);
  const isNear = useNear(frame, desk);
  const { leaves, problem } = useLeaves(item.id, isNear || isOne);
  const edit = useAct('bundles.editItem');
  const chosen = chosenPages(item.pages, leaves.length);
  const turn = (by: 90 | -90) =>
    void edit.run({ id: item.id, turn: ((item.turn + by + 360) % 360) as 0 | 90 | 180 | 270 });
  const choose = (page: number) => {
    const next = new Set(chosen);
    if (!next.delete(page)) next.add(page);
    if (next.size > 0) void edit.run({ id: item.id, pages: writeChoice(next, leaves.length) });
  };
  return (
    <section ref={frame} className={styles.item} aria-label={item.title}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <bdi>{item.title}</bdi>
        </h3>
        {item.pages !== null && (
          <>
            <span className={styles.note}>{t('thumbs.some', { count: chosen.size, total: leaves.length })}</span>
            <Button size="small" variant="quiet" onPress={() => void edit.run({ id: item.id, pages: null })}>
              {t('thumbs.all')}
            </Button>
          </>
        )}
        {item.turn !== 0 && <span className={styles.note}>{t('thumbs.turned', { degrees: item.turn })}</span>}
        <span className={styles.turn}>
          <IconButton icon="undo" label={t('thumbs.left', { title: item.title })} onPress={() => turn(-90)} />
          <IconButton icon="redo" label={t('thumbs.right', { title: item.title })} onPress={() => turn(90)} />
        </span>
      </header>
      {problem && (
        <Notice tone="danger" title={problem.message}>
          {problem.hint}
        </Notice>
      )}
      <ul className={styles.pages} onKeyDown={moveBetween}>
        {leaves.map((leaf) => (
          <li key={leaf.number}>
            <Thumb
              leaf={leaf}
              turn={item.turn}
              desk={desk}
              isChosen={chosen.has(leaf.number)}
              label={numberOf(item, chosen, leaf.number)}
              name={t('thumbs.page', { page: leaf.number, title: item.title })}
              onPress={() => choose(leaf.number)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Arrows go from page to page; the space bar or Enter takes one in or leaves it out. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>) {
  const rtl = document.documentElement.dir === 'rtl';
  const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The number that will be printed on a page; nothing on one that is left out. */
function numberOf({ label, lastLabel, pageCount }: PlanItem, chosen: ReadonlySet<number>, page: number): string {
  if (!chosen.has(page) || pageCount === 0) return '';
  const place = [...chosen].filter((each) => each < page).length;
  if (place === pageCount - 1) return lastLabel;
  const found = /^(.*?)(\d+)$/.exec(label);
  if (found) return `${found[1]}${Number(found[2]) + place}`;
  const letter = /^(.*\d)([A-Z])$/.exec(label);
  const code = (letter?.[2]?.charCodeAt(0) ?? 91) + place;
  return letter && code <= 90 ? `${letter[1]}${String.fromCharCode(code)}` : '';
}

function Thumb({
  leaf: { pdf, page },
  turn,
  desk,
  isChosen,
  label,
  name,
  onPress,
}: {
  leaf: Leaf;
  turn: number;
  desk: RefObject<HTMLDivElement | null>;
  isChosen: boolean;
  /** The number printed on it. */
  label: string;
  name: string;
  onPress(): void;
}) {
  const t = useT('bundles');
  const sheet = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(sheet, desk);
  useEffect(() => {
    const drawing = canvas.current;
    if (!isNear || !drawing) return;
    let isCurrent = true;
    let task: RenderTask | undefined;
    const draw = async () => {
      const proxy = await pdf.getPage(page);
      if (!isCurrent) return;
      const rotation = (proxy.rotate + turn) % 360;
      const natural = proxy.getViewport({ scale: 1, rotation });
      const viewport = proxy.getViewport({ scale: (WIDTH / natural.width) * devicePixelRatio, rotation });
      drawing.width = Math.floor(viewport.width);
      drawing.height = Math.floor(viewport.height);
      task = proxy.render({ canvas: drawing, viewport });
      await task.promise;
      proxy.cleanup();
    };
    // What is cancelled because the page went out of sight is no fault; a page that can't be drawn stays empty.
    draw().catch(() => {});
    return () => {
      isCurrent = false;
      task?.cancel();
      drawing.width = 0;
      drawing.height = 0;
    };
  }, [pdf, page, turn, isNear]);
  return (
    <button
      ref={sheet}
      type="button"
      className={cx(styles.thumb, !isChosen && styles.out)}
      aria-pressed={isChosen}
      aria-label={name}
      onClick={onPress}
    >
      <canvas ref={canvas} className={styles.sheet} />
      <bdi dir="ltr" className={styles.label}>
        {isChosen ? label : t('thumbs.out')}
      </bdi>
    </button>
  );
}

function useNear(element: RefObject<HTMLElement | null>, desk: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: desk.current,
      rootMargin: NEAR,
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, desk]);
  return isNear;
}

/** The pages of an item, opened when they are first wanted and closed with the component. */
function useLeaves(id: string, isWanted: boolean): { leaves: Leaf[]; problem: Problem | null } {
  const [read, setRead] = useState<{ leaves: Leaf[]; problem: Problem | null }>({ leaves: [], problem: null });
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  useEffect(() => {
    if (!wasWanted) return;
    let isCurrent = true;
    const open: { destroy(): Promise<void> }[] = [];
    const fail = (error: unknown) => isCurrent && setRead({ leaves: [], problem: problemOf(error) });
    const load = async () => {
      const { parts } = (await ask('bundles.itemPages', { id })).value;
      const leaves: Leaf[] = [];
      for (const { fileId, size, base64 } of parts) {
        const loading = base64 === null ? openPdf({ id: fileId!, size }, fail) : openBytes(base64);
        open.push(loading);
        const pdf = await loading.promise;
        for (let page = 1; page <= pdf.numPages; page++) leaves.push({ number: leaves.length + 1, pdf, page });
      }
      if (isCurrent) setRead({ leaves, problem: null });
    };
    load().catch(fail);
    return () => {
      isCurrent = false;
      for (const loading of open) void loading.destroy();
    };
  }, [id, wasWanted]);
  return read;
}
