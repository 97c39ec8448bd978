import { lazy, Suspense, useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';
import styles from './LeakDialog.module.css';

type Leak = CheckedFile['hits'][number];

// pdf.js is large, and is read only when there is a page to be shown.
const LeakPage = lazy(() => import('./LeakPage.tsx').then(({ LeakPage: page }) => ({ default: page })));

/** What files would disclose: each place with its words, its page beside it, and the choice to keep the files or say why they leave. */
export function LeakDialog({
  id,
  found,
  onLeave,
  onClose,
}: {
  /** The bundle or draft. */
  id: string;
  found: CheckedFile[];
  onLeave(reason: string): void;
  onClose(): void;
}) {
  const t = useT('leakcheck');
  const [reason, setReason] = useState('');
  const places = found.flatMap((file) => file.hits.map((hit, nth) => ({ file, hit, key: `${file.sha256} ${nth}` })));
  const [chosen, setChosen] = useState(places.find(({ hit }) => hit.page !== null) ?? places[0]);
  const more = found.reduce((sum, file) => sum + file.more, 0);
  const unread = [...new Set(found.flatMap((file) => file.unread))];
  const isReason = reason.trim() !== '';
  return (
    <Dialog title={t(places.length > 0 ? 'title' : 'titleUnread')} isOpen onClose={onClose} size="large">
      <p>{places.length > 0 ? `${t(`text.${found[0]!.audience}`)} ${t('advice')}` : t('textUnread')}</p>
      <div className={styles.bench}>
        <div className={styles.places}>
          <ul aria-label={t('list')}>
            {places.map((place) => (
              <li key={place.key}>
                <button
                  type="button"
                  className={styles.place}
                  aria-pressed={place.key === chosen?.key}
                  onClick={() => setChosen(place)}
                >
                  <Place t={t} hit={place.hit} file={found.length > 1 ? baseName(place.file.file) : null} />
                </button>
              </li>
            ))}
          </ul>
          {more > 0 && <p className={styles.quiet}>{t('more', { count: more })}</p>}
          {unread.length > 0 && (
            <p className={styles.quiet}>
              {t('unread')}: {unread.join('; ')}
            </p>
          )}
        </div>
        <section className={styles.page} aria-label={t('preview')}>
          {chosen && chosen.hit.page !== null ? (
            <Suspense fallback={<p className={styles.quiet}>{t('loading')}</p>}>
              <LeakPage
                key={`${chosen.file.sha256} ${chosen.hit.page}`}
                id={id}
                sha256={chosen.file.sha256}
                page={chosen.hit.page}
                term={chosen.hit.term}
                nth={nthOnPage(chosen.file.hits, chosen.hit)}
                label={t('page', { page: chosen.hit.page })}
              />
            </Suspense>
          ) : (
            <p className={styles.quiet}>{t('noPreview')}</p>
          )}
        </section>
      </div>
      <form
        className={styles.foot}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReason) onLeave(reason.trim());
        }}
      >
        <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
        <div className={styles.buttons}>
          <Button type="submit" variant="danger" isDisabled={!isReason}>
            {t('leave')}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {t('stay')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which of the like words on its page it is, from 0. */
const nthOnPage = (hits: readonly Leak[], hit: Leak) =>
  hits.filter(({ page, term, where }) => page === hit.page && term === hit.term && where === hit.where).indexOf(hit);

const baseName = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

/** Whose it is, where it stands, and the words around it. */
function Place({ t, hit, file }: { t: ReturnType<typeof useT>; hit: Leak; file: string | null }) {
  const { context, start, end } = hit;
  return (
    <>
      <span className={styles.head}>
        <Mark name="stop" />
        <b>
          {t(`kind.${hit.kind}`)}: <bdi>{hit.party}</bdi>
        </b>
        <span className={styles.where}>
          {hit.page === null ? '' : `${t('page', { page: hit.page })}, `}
          {t(`where.${hit.where}`)}
          {hit.inside !== null && (
            <>
              {' '}
              <bdi>{t('inside', { name: hit.inside })}</bdi>
            </>
          )}
          {file !== null && (
            <>
              {' · '}
              <bdi>{file}</bdi>
            </>
          )}
        </span>
      </span>
      <span className={styles.words} dir="auto">
        {start > 0 && '… '}
        {context.slice(0, start)}
        <mark>{context.slice(start, end)}</mark>
        {context.slice(end)}
        {end < context.length && ' …'}
      </span>
    </>
  );
}
