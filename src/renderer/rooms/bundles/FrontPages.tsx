import { lazy, type ReactNode, Suspense, useState } from 'react';
import { formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Pages } from '#renderer/ui/Pages.tsx';
import styles from './FrontPages.module.css';
import type { Plan, PlanItem } from './order.ts';

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5];
const ITEM = 'misl-item:';

/** The reader of PDFs is large: it comes when pages are first looked at. */
const Thumbs = lazy(() => import('./Thumbs.tsx'));

/** What may be looked at beside the tree. */
export const VIEWS = ['index', 'cover', 'item', 'thumbs'] as const;
export type View = (typeof VIEWS)[number];

/** The index and the cover as they will be typeset, and the pages of the documents. A row of the index leads to its item. */
export function FrontPages({
  plan,
  item,
  view,
  onView,
  onItem,
  action,
}: {
  plan: Plan;
  /** The one that is chosen in the tree. */
  item: PlanItem | null;
  view: View;
  onView(view: View): void;
  onItem(id: string): void;
  action: ReactNode;
}) {
  const t = useT('bundles');
  const isCover = view === 'cover';
  const isPages = view === 'item' || view === 'thumbs';
  const [zoom, setZoom] = useState<number | null>(null);
  const isEmpty = plan.pages === 0;
  const { data, problem } = useCall('bundles.previewFront', { id: plan.bundle.id }, { enabled: !isEmpty });
  const pages = isEmpty ? [] : (data?.pages ?? []);
  const shown = isCover ? pages.slice(0, 1) : pages.slice(1);
  const step = (by: 1 | -1) => {
    const now = zoom ?? 0.67;
    setZoom((by > 0 ? STEPS.find((each) => each > now) : STEPS.findLast((each) => each < now)) ?? now);
  };
  return (
    <section className={styles.desk} aria-label={t('front.title')}>
      <div className={styles.bar}>
        <span className={styles.which}>
          {VIEWS.map((each) => (
            <Button
              key={each}
              variant={view === each ? 'plain' : 'quiet'}
              size="small"
              isDisabled={each === 'item' && item === null}
              onPress={() => onView(each)}
            >
              {t(`front.${each}`)}
            </Button>
          ))}
        </span>
        <span className={styles.zoom}>
          {!isPages && (
            <>
              <IconButton icon="minus" label={t('smaller')} onPress={() => step(-1)} />
              <IconButton icon="plus" label={t('larger')} onPress={() => step(1)} />
            </>
          )}
        </span>
        <span className={styles.narrow}>{action}</span>
      </div>
      {isPages ? (
        <Suspense fallback={<div className={styles.empty} />}>
          <Thumbs
            items={view === 'item' ? (item ? [item] : []) : plan.sections.flatMap(({ items }) => items)}
            isOne={view === 'item'}
          />
        </Suspense>
      ) : isEmpty || problem ? (
        <div className={styles.empty}>
          {problem && !isEmpty ? (
            <Notice tone="danger" title={problem.message}>
              {problem.hint}
            </Notice>
          ) : (
            <p>{t('front.empty')}</p>
          )}
        </div>
      ) : (
        <Pages
          pages={shown}
          pageLabel={(page) => t('front.page', { page: formatNumber(page + (isCover ? 0 : 1)) })}
          zoom={zoom}
          onTarget={(target) => target.startsWith(ITEM) && onItem(decodeURIComponent(target.slice(ITEM.length)))}
        />
      )}
    </section>
  );
}
