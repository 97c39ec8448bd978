import { type MouseEvent, useEffect, useRef, useState } from 'react';
import styles from './Pages.module.css';

/** Pixels of CSS in one point of paper. */
const PX = 96 / 72;
/** Pages that are nearer than this to what is in sight are drawn. */
const NEAR = '1200px 0px';

/**
 * Typeset pages on a desk, one under another or two side by side. `pages` are SVG of our own making, as the typesetter
 * gives them; only those near what is in sight are drawn. Documents stay paper in the dark theme.
 */
export function Pages({
  pages,
  pageLabel,
  zoom,
  isDouble,
  isOld,
  onPage,
  onTarget,
}: {
  pages: readonly string[];
  /** What a reader hears of page n, from 1. */
  pageLabel(page: number): string;
  /** 1 is the size of the paper; null fits the width. */
  zoom: number | null;
  isDouble?: boolean | undefined;
  /** The pages are of before: the new ones are being made. */
  isOld?: boolean | undefined;
  /** Told which page is in sight. */
  onPage?(page: number): void;
  /** A mark in the page was pressed: what its `data-target` says. */
  onTarget?(target: string): void;
}) {
  const desk = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = desk.current;
    if (!box) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const scroll = () => {
    const box = desk.current;
    if (!box || !onPage) return;
    const middle = box.scrollTop + box.clientHeight / 3;
    const sheets = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const shown = sheets.findLast((sheet) => sheet.offsetTop <= middle) ?? sheets[0];
    if (shown) onPage(Number(shown.dataset.page));
  };
  const press = (event: MouseEvent) => {
    const target = (event.target as Element).closest('[data-target]')?.getAttribute('data-target');
    if (target) onTarget?.(target);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every mark is also in the list of blanks.
    // biome-ignore lint/a11y/noStaticElementInteractions: as above.
    <div
      ref={desk}
      className={styles.desk}
      data-old={isOld || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what it can focus.
      tabIndex={0}
      onScroll={scroll}
      onClick={press}
    >
      <div className={isDouble ? styles.double : styles.single}>
        {pages.map((svg, i) => (
          <Sheet
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number alone.
            key={i}
            svg={svg}
            page={i + 1}
            label={pageLabel(i + 1)}
            zoom={zoom}
            room={isDouble ? (width - 20) / 2 : width}
            desk={desk}
          />
        ))}
      </div>
    </div>
  );
}

function Sheet({
  svg,
  page,
  label,
  zoom,
  room,
  desk,
}: {
  svg: string;
  page: number;
  label: string;
  zoom: number | null;
  room: number;
  desk: React.RefObject<HTMLDivElement | null>;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(page <= 2);
  const [, wide, tall] = /width="([\d.]+)pt" height="([\d.]+)pt"/.exec(svg) ?? [];
  const [paper, height] = [Number(wide) * PX || 794, Number(tall) * PX || 1123];
  const scale = zoom ?? Math.min(1, room > 0 ? room / paper : 1);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: desk.current,
      rootMargin: NEAR,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk]);
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    if (!isNear) {
      element.replaceChildren();
      return;
    }
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    drawn.setAttribute('aria-hidden', 'true');
    element.replaceChildren(document.importNode(drawn, true));
  }, [svg, isNear]);
  return (
    <div
      ref={sheet}
      className={styles.sheet}
      data-page={page}
      role="img"
      aria-label={label}
      style={{ inlineSize: paper * scale, blockSize: height * scale }}
    />
  );
}
