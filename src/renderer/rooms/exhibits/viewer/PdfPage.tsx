import { type PDFDocumentProxy, type RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { paint, rangesIn } from './find.ts';
import styles from './PdfView.module.css';

/** Pages that are nearer than this to what is in sight are drawn. */
const NEAR = '800px 0px';
/** The most pixels of one drawing: what is larger is drawn coarser. */
const MOST_PIXELS = 16_000_000;

/** The hits on all pages that are drawn: one painting for the whole document. */
const hits = new Map<HTMLElement, Range[]>();

/** One page: its drawing, and over it its text, to be selected and searched. Far from sight it is empty paper. */
export function PdfPage({
  pdf,
  number,
  label,
  size,
  scale,
  desk,
  query,
  current,
  overlay,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  label: string;
  /** Of the first page, in points: what this one is taken for until it is read. */
  size: { width: number; height: number };
  /** Pixels of CSS in one point. */
  scale: number;
  desk: RefObject<HTMLElement | null>;
  query: string;
  /** Which of the hits on this page is the one that is looked at; null for none. */
  current: number | null;
  /** What lies over it. */
  overlay?: ReactNode;
}) {
  const sheet = useRef<HTMLElement>(null);
  const drawing = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [own, setOwn] = useState(size);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: desk.current,
      rootMargin: NEAR,
    });
    observer.observe(sheet.current!);
    return () => observer.disconnect();
  }, [desk]);
  useEffect(() => {
    if (!isNear) return;
    const canvas = drawing.current!;
    const text = words.current!;
    let isCurrent = true;
    let task: RenderTask | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (!isCurrent) return;
      const viewport = page.getViewport({ scale });
      setOwn({ width: viewport.width / scale, height: viewport.height / scale });
      const fine = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
      canvas.width = Math.floor(viewport.width * fine);
      canvas.height = Math.floor(viewport.height * fine);
      task = page.render({ canvas, viewport, transform: [fine, 0, 0, fine, 0, 0] });
      text.replaceChildren();
      text.style.setProperty('--total-scale-factor', String(scale));
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
      await Promise.all([task.promise, layer.render()]);
      if (isCurrent) setDrawn((n) => n + 1);
      page.cleanup();
    };
    // What is cancelled because the page went out of sight is no fault; a page that can't be drawn stays empty.
    draw().catch(() => {});
    return () => {
      isCurrent = false;
      task?.cancel();
      canvas.width = 0;
      canvas.height = 0;
      text.replaceChildren();
    };
  }, [pdf, number, scale, isNear]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` says that there are new words to look in.
  useEffect(() => {
    const text = words.current;
    if (!text || query.trim() === '') return;
    const ranges = rangesIn(text, query);
    hits.set(text, ranges);
    paint('misl-hit', [...hits.values()].flat());
    if (current !== null) {
      const now = ranges[current] ?? ranges[0];
      if (now) {
        paint('misl-hit-now', [now]);
        // After the desk has gone to the page itself.
        requestAnimationFrame(() =>
          now.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' }),
        );
      }
    }
    return () => {
      hits.delete(text);
      paint('misl-hit', [...hits.values()].flat());
      if (current !== null) paint('misl-hit-now', []);
    };
  }, [query, current, drawn]);
  return (
    <article
      ref={sheet}
      className={styles.sheet}
      data-page={number}
      aria-label={label}
      style={{ inlineSize: own.width * scale, blockSize: own.height * scale }}
    >
      <canvas ref={drawing} className={styles.drawing} />
      <div ref={words} className={styles.words} />
      {overlay}
    </article>
  );
}
