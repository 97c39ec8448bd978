import { formatDay, weekday } from '#renderer/app/dates.ts';
import { intlLocale, useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useCall } from '#renderer/app/query.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { FORGOTTEN_KINDS } from '#shared/contract/diary.ts';
import { type Hearing, placeOf } from './courts.ts';
import { shortDay } from './dates.ts';
import styles from './Margin.module.css';

const MOST = 3;

/** Beside the calendar: what clashes, what waits for its result, and what no calendar would show. */
export function Margin({ hearings, today }: { hearings: readonly Hearing[]; today: string }) {
  const t = useT('diary');
  const { data: waiting } = useCall('diary.afterCourt', {});
  const { data: forgotten } = useCall('diary.forgotten', {});
  const left = waiting ? [...waiting.today.filter(({ outcome }) => outcome === null), ...waiting.before] : [];
  const count = waiting ? left.length - waiting.before.length + waiting.beforeCount : 0;
  const kinds = FORGOTTEN_KINDS.filter((kind) => kind !== 'outcome-missing')
    .map((kind) => ({ kind, rows: (forgotten ?? []).filter((row) => row.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <aside className={styles.margin} aria-label={t('title')}>
      <Clashes hearings={hearings} />
      <section>
        <h2 className={styles.head}>
          {t('margin.waits')} <span>{count || null}</span>
        </h2>
        {waiting && count === 0 && <p className={styles.sub}>{t('margin.waitsNone')}</p>}
        <ul>
          {left.slice(0, MOST).map((hearing) => (
            <li key={hearing.id}>
              <button
                type="button"
                className={styles.row}
                onClick={() => go({ room: 'diary', tab: 'after', itemId: hearing.id })}
              >
                <span className={styles.case}>
                  <CaseName title={hearing.matterTitle} />
                </span>
                <span className={styles.sub}>
                  {hearing.numberText && <bdi dir="ltr">{hearing.numberText}</bdi>}
                  {hearing.numberText && ', '}
                  {hearing.date === today
                    ? t('margin.heardToday', { time: hearing.time ?? '' })
                    : `${weekday(hearing.date)} ${formatDay(hearing.date)}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {count > 0 && (
          <div className={styles.wide}>
            <Button icon="gavel" onPress={() => go({ room: 'diary', tab: 'after' })}>
              {t('margin.enter')}
            </Button>
          </div>
        )}
      </section>
      <section>
        <h2 className={styles.head}>{t('margin.forgotten')}</h2>
        {forgotten && kinds.length === 0 && <p className={styles.sub}>{t('margin.forgottenNone')}</p>}
        <ul>
          {kinds.map(({ kind, rows }) => (
            <li key={kind}>
              <button
                type="button"
                className={styles.kind}
                onClick={() => go({ room: 'diary', tab: 'forgotten', itemId: kind })}
              >
                <span className={styles.big}>{rows.length}</span>
                <span>
                  <b>{t(`forgotten.${kind}.title`)}</b>
                  {rows.slice(0, rows.length > MOST ? MOST - 1 : MOST).map((row) => (
                    <span key={`${row.matterId}${row.proceedingId}`} className={styles.sub}>
                      <CaseName title={row.matterTitle} />
                    </span>
                  ))}
                  {rows.length > MOST && (
                    <span className={styles.sub}>{t('margin.andMore', { count: rows.length - MOST + 1 })}</span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

/** The first clash of the days that are shown, in words. */
function Clashes({ hearings }: { hearings: readonly Hearing[] }) {
  const t = useT('diary');
  const open = hearings.filter(({ clashes, outcome }) => clashes.length > 0 && outcome === null);
  const hours = [...Map.groupBy(open, ({ date, time }) => `${date} ${time}`).values()];
  const [first] = hours;
  if (!first) return null;
  const list = new Intl.ListFormat(intlLocale(), { type: 'conjunction' });
  return (
    <section className={styles.clash}>
      <h2>
        <Mark name="now" /> {t('margin.clash', { when: `${shortDay(first[0]!.date)}, ${first[0]!.time}` })}
      </h2>
      <p>{t('margin.clashText', { places: list.format(first.slice(0, 3).map(placeOf)) })}</p>
      {hours.length > 1 && <p>{t('margin.moreClashes', { count: hours.length - 1 })}</p>}
    </section>
  );
}
