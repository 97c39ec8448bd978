import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { type Hearing, placeOf } from './courts.ts';
import { dayWithYear } from './dates.ts';
import { type Answer, takesNext } from './outcome.ts';
import styles from './WhenSaved.module.css';

/** What saving the answer changes, before it is saved: the diary, the deadlines that stay, the count of adjournments. */
export function WhenSaved({ hearing, answer, today }: { hearing: Hearing; answer: Answer; today: string }) {
  const t = useT('diary');
  const term = useT('terms');
  const { data: around } = useCall('diary.aroundHearing', { id: hearing.id });
  const { outcome, adjournedBy, nextOn, nextTime, nextPurpose } = answer;
  const hasNext = takesNext(outcome) && nextOn !== null;
  const counts = around?.adjournments;
  const lapsing = around?.interim.filter(({ until }) => until !== null && hasNext && until < nextOn) ?? [];
  return (
    <section className={styles.notes}>
      <h2>{t('after.whenSaved')}</h2>
      <ul>
        {hasNext && (
          <li>
            {t('after.diary')} <b>{[dayWithYear(nextOn, today), nextTime].filter(Boolean).join(', ')}</b>
            <span className={styles.sub}>{[placeOf(hearing), nextPurpose].filter(Boolean).join(', ')}</span>
            <DayNote hearing={hearing} on={nextOn} time={nextTime} />
          </li>
        )}
        {takesNext(outcome) && !hasNext && outcome !== 'not-reached' && outcome !== 'reserved' && (
          <li>{t('after.noNext')}</li>
        )}
        {outcome === 'not-reached' && !hasNext && <li>{t('after.notReachedNote')}</li>}
        {outcome === 'reserved' && !hasNext && <li>{t('after.reservedNote')}</li>}
        {outcome === 'disposed' && <li>{t('after.disposedNote')}</li>}
        {around?.deadlines.map(({ id, title, on }) => (
          <li key={id}>
            {t('after.stays', { title })}
            <span className={styles.sub}>
              <Urgency on={on} today={today} label={dayWithYear(on, today)} />
            </span>
            {outcome === 'adjourned' && <span className={styles.sub}>{t('after.staysWhy')}</span>}
          </li>
        ))}
        {lapsing.map(({ id, summary, until }) => (
          <li key={id} className={styles.warn}>
            {t('after.lapses')}
            <span className={styles.sub}>
              {t('after.lapsesOn', { what: summary ?? '', day: dayWithYear(until!, today) })}
            </span>
          </li>
        ))}
        {counts && (
          <li>
            {t('after.adjournments')}
            <span className={styles.sub}>
              {t('after.adjournCount', {
                us: counts.us ?? 0,
                other: counts['other-side'] ?? 0,
                court: counts.court ?? 0,
              })}
            </span>
            {outcome === 'adjourned' && adjournedBy !== null && (
              <b className={styles.sub}>
                {t('after.adjournNow', {
                  who: term(`adjournedBy.${adjournedBy}`),
                  was: counts[adjournedBy] ?? 0,
                  is: (counts[adjournedBy] ?? 0) + 1,
                })}
              </b>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

/** Whether the court sits on that day, and whether somebody else waits at that hour. */
function DayNote({ hearing, on, time }: { hearing: Hearing; on: string; time: string | null }) {
  const t = useT('diary');
  const { proceedingId, id } = hearing;
  const { data: check } = useCall('diary.checkDay', { proceedingId, on, time, exceptId: id });
  if (!check) return null;
  const [clash] = check.clashes;
  if (check.closed) return <span className={styles.alert}>{t('after.closed', { why: check.closed })}</span>;
  if (clash) {
    return (
      <span className={styles.alert}>{t('after.clashWith', { name: clash.numberText ?? clash.matterTitle })}</span>
    );
  }
  return <span className={styles.sub}>{check.listedId ? t('after.already') : t('after.noClash')}</span>;
}
