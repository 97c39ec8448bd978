import { formatBytes, formatNumber } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import type { Output } from '#shared/contract/index.ts';
import styles from './BundleBuilder.module.css';
import type { Plan } from './order.ts';

/** Pages, size and numbers of the bundle as it stands, beside the most that its court takes. */
export function Foot({ plan, profile }: { plan: Plan; profile: Output<'bundles.profiles'>[number] | undefined }) {
  const t = useT('bundles');
  const { pages, maxPages, files, bytes } = plan;
  return (
    <footer className={styles.foot}>
      <span>
        <b>{formatNumber(pages)}</b> {t('foot.pages', { count: pages })}
      </span>
      {maxPages !== null && (
        <span className={styles.cap} data-over={pages > maxPages || undefined}>
          <meter className={styles.meter} min={0} max={maxPages} value={Math.min(pages, maxPages)} aria-hidden="true" />
          {t('foot.cap', { files: formatNumber(files), most: formatNumber(maxPages) })}
        </span>
      )}
      {maxPages === null && files > 1 && <span>{t('foot.files', { count: files })}</span>}
      <b>
        <bdi>{formatBytes(bytes)}</bdi>
      </b>
      <span>{numbersOf(t, plan)}</span>
      {profile && <span className={styles.rules}>{profile.title}</span>}
    </footer>
  );
}

function numbersOf(t: ReturnType<typeof useT>, { sections }: Plan): string {
  const labels = sections.flatMap(({ items }) => items.flatMap(({ label }) => (label === '' ? [] : [label])));
  const letters = new Set(labels.flatMap((label) => /^[A-Z]+/.exec(label)?.[0] ?? []));
  if (labels.some((label) => /\d[A-Z]+$/.test(label))) return t('foot.inserted');
  if (letters.size > 1) return t('foot.lettered');
  return letters.size === 1 ? t('foot.prefixed', { first: `${[...letters][0]}1` }) : t('foot.numbers');
}
