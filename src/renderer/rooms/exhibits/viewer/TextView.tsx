import { useEffect, useRef } from 'react';
import type { T } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { type Hit, paint, rangesIn } from './find.ts';
import styles from './TextView.module.css';

/** The text that was taken out of a file, page by page: what the search finds. */
export function TextView({ t, fileId, query, hit }: { t: T; fileId: string; query: string; hit: Hit | null }) {
  const box = useRef<HTMLDivElement>(null);
  const { data: pages } = useCall('exhibits.text', { fileId });
  useEffect(() => {
    if (!box.current || !pages || query.trim() === '') return;
    const all = [...box.current.querySelectorAll('[data-page]')].map((page) => ({
      page: Number(page.getAttribute('data-page')),
      ranges: rangesIn(page, query),
    }));
    paint(
      'misl-hit',
      all.flatMap(({ ranges }) => ranges),
    );
    const now = hit && all.find(({ page }) => page === hit.page)?.ranges[hit.nth];
    paint('misl-hit-now', now ? [now] : []);
    now?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => {
      paint('misl-hit', []);
      paint('misl-hit-now', []);
    };
  }, [pages, query, hit]);
  if (!pages) return <Reading />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls what it can focus.
    <section ref={box} className={styles.desk} tabIndex={0} aria-label={t('viewer.text')}>
      {pages.length === 0 && <p className={styles.none}>{t('viewer.noText')}</p>}
      {pages.map(({ page, text }) => (
        <article key={page} className={styles.page} data-page={page} dir="auto">
          {pages.length > 1 && <h3 className={styles.number}>{t('viewer.pageOf', { page })}</h3>}
          {text.split('\n').map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
            <p key={at} dir="auto">
              {line}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}
