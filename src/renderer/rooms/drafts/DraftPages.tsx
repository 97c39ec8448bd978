import { useState } from 'react';
import { formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Pages } from '#renderer/ui/Pages.tsx';
import styles from './DraftEditor.module.css';
import type { usePreview } from './use-preview.ts';

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2];
const BLANK = 'misl-blank:';

/** The pages as they would be printed, with a way to look closer. A blank in them leads to where it is filled in. */
export function DraftPages({
  pages: { preview, isOld, problem, again },
  onFill,
}: {
  pages: ReturnType<typeof usePreview>;
  onFill(where: string): void;
}) {
  const t = useT('drafts');
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<number | null>(null);
  const [isDouble, setDouble] = useState(false);
  const pages = preview?.pages ?? [];
  const step = (by: 1 | -1) => {
    const now = zoom ?? 0.8;
    setZoom((by > 0 ? STEPS.find((each) => each > now + 0.01) : STEPS.findLast((each) => each < now - 0.01)) ?? now);
  };
  return (
    <section className={styles.desk} aria-label={t('pages.title')}>
      <div className={styles.bar}>
        <span>
          {pages.length > 0
            ? t('pages.of', { page: formatNumber(Math.min(page, pages.length)), pages: formatNumber(pages.length) })
            : t('pages.making')}
        </span>
        {preview && <span className={styles.paper}>{t(`pages.${preview.paper}`)}</span>}
        <span className={styles.zoom}>
          <IconButton icon="minus" label={t('pages.smaller')} onPress={() => step(-1)} />
          <span>{zoom === null ? t('pages.fit') : `${Math.round(zoom * 100)}%`}</span>
          <IconButton icon="plus" label={t('pages.larger')} onPress={() => step(1)} />
          {zoom !== null && (
            <Button variant="quiet" size="small" onPress={() => setZoom(null)}>
              {t('pages.fit')}
            </Button>
          )}
          <Button variant="quiet" size="small" onPress={() => setDouble(!isDouble)}>
            {isDouble ? t('pages.one') : t('pages.two')}
          </Button>
        </span>
      </div>
      <div className={styles.area}>
        {problem ? (
          <div className={styles.problem}>
            <Notice
              tone="danger"
              title={t('pages.failed')}
              action={
                <Button size="small" onPress={again}>
                  {t('pages.again')}
                </Button>
              }
            >
              {problem.message}
            </Notice>
          </div>
        ) : (
          <span />
        )}
        <Pages
          pages={pages}
          pageLabel={(n) => t('pages.of', { page: formatNumber(n), pages: formatNumber(pages.length) })}
          zoom={zoom}
          isDouble={isDouble}
          isOld={isOld}
          onPage={setPage}
          onTarget={(target) => target.startsWith(BLANK) && onFill(whereOf(target.slice(BLANK.length)))}
        />
      </div>
    </section>
  );
}

/** A blank's id is where it is filled in, a colon, and its label. */
const whereOf = (id: string) => decodeURIComponent(id).split(':')[0] ?? '';
