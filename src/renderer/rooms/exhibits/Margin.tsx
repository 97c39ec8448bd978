import { formatBytes, formatDay } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import type { Audience } from '#renderer/leakcheck/ReadersMenu.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import type { Output } from '#shared/contract/index.ts';
import { CustodyLog } from './CustodyLog.tsx';
import styles from './Margin.module.css';
import { Marks } from './Marks.tsx';

type Detail = Output<'exhibits.get'>;

/** Beside the file: marks, custody, what rests on it, and its particulars. */
export function Margin({
  detail,
  onEditMark,
  onSheet,
}: {
  detail: Detail;
  onEditMark(mark: Detail['marks'][number]): void;
  onSheet(audience: Audience): void;
}) {
  const t = useT('exhibits');
  const term = useT('terms');
  const { exhibit, marks, custody, citations, files } = detail;
  const { madeOn, madePrecision } = exhibit;
  const made = madeOn && [formatDay(madeOn), madePrecision && term(`precision.${madePrecision}`)];
  const particulars: [string, string | null][] = [
    ['description', exhibit.description],
    ['source', exhibit.source],
    ['custodian', exhibit.custodian],
    ['madeOn', made ? made.filter(Boolean).join(', ') : null],
    ['acquiredOn', exhibit.acquiredOn && formatDay(exhibit.acquiredOn)],
    ['account', exhibit.account],
    ['url', exhibit.url],
    ['capturedAt', exhibit.capturedAt],
    ['privilege', exhibit.privilege === 'none' ? null : term(`privilege.${exhibit.privilege}`)],
    ['notes', exhibit.notes],
  ];
  const open = ({ kind }: Detail['citations'][number]) =>
    go({ room: 'matters', matterId: exhibit.matterId, tab: kind === 'fact' ? 'chronology' : 'issues' });
  return (
    <aside className={styles.margin}>
      <CustodyLog exhibitId={exhibit.id} entries={custody} onSheet={onSheet} />
      <Marks exhibitId={exhibit.id} marks={marks} onEdit={onEditMark} />
      <section>
        <header className={styles.head}>
          <h3>{t('citations.title')}</h3>
          <span className={styles.quiet}>{citations.length || ''}</span>
        </header>
        {citations.length === 0 && <p className={styles.quiet}>{t('citations.none')}</p>}
        <ul className={styles.citations}>
          {citations.map((citation, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one fact may cite it twice.
            <li key={at}>
              <button type="button" onClick={() => open(citation)}>
                <span className={styles.sub}>
                  {[t(`citations.${citation.kind}`), citation.pin].filter(Boolean).join(', ')}
                </span>
                <bdi>{citation.text}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <header className={styles.head}>
          <h3>{t('particulars')}</h3>
        </header>
        <Facts
          items={[
            ...particulars.flatMap(([name, value]) =>
              value ? [{ term: t(`field.${name}`), value: <bdi className={styles.value}>{value}</bdi> }] : [],
            ),
            ...files.map(({ name, kind, size }) => ({
              term: term(`fileKind.${kind}`),
              value: (
                <span className={styles.value}>
                  <bdi>{name}</bdi>, {formatBytes(size)}
                </span>
              ),
            })),
          ]}
        />
      </section>
    </aside>
  );
}
