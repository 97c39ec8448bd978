import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Output } from '#shared/contract/index.ts';
import { Citation } from './Citation.tsx';
import styles from './Count.module.css';
import { DayLine } from './DayLine.tsx';
import { numberSteps } from './trace-layout.ts';

type Computed = Output<'deadlines.compute'>;

/** How a day is counted: the drawn line of days, the steps with their citations, other readings, and what to beware of. */
export function Count({ count, today }: { count: Computed; today: string }) {
  const t = useT('proceedings');
  const { steps, numbers } = numberSteps(count.trace ?? []);
  return (
    <div className={styles.count}>
      {count.reason && <Notice tone="warn" title={t('deadline.noDate', { reason: count.reason.text })} />}
      {count.days && count.days.length > 0 && (
        <DayLine count={count} days={count.days} numbers={numbers} today={today} />
      )}
      {steps.length > 0 && (
        <ol className={styles.steps} aria-label={t('deadline.steps')}>
          {steps.map((step) => (
            <li key={`${step.date} ${step.step}`} className={styles.step}>
              <span className={styles.number}>{step.number}</span>
              <span className={styles.day}>{formatStep(step.date)}</span>
              <span>{step.step}</span>
              <span className={styles.cite}>
                <bdi>{step.citation}</bdi>
              </span>
            </li>
          ))}
        </ol>
      )}
      <Others count={count} />
      {count.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t('deadline.warnings')}>
          {count.warnings.map((warning) => (
            <li key={warning}>
              <Mark name="objection" />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.source}>
        <Citation citation={count.citation} confidence={count.confidence} />
        <span className={styles.cite}>
          {t('deadline.source', { rule: count.rule, pack: count.pack, day: formatDay(count.lastChecked) })}
        </span>
      </p>
    </div>
  );
}

/** What another reading of the law would give. The earlier day is worked to, and the other is not hidden. */
function Others({ count: { alternatives, latest, reviewOn } }: { count: Computed }) {
  const t = useT('proceedings');
  if (alternatives.length === 0 && !latest && !reviewOn) return null;
  return (
    <ul className={styles.others}>
      {alternatives.map(({ label, due, citation, confidence }) => (
        <li key={`${label} ${due}`}>
          <b>{formatStep(due)}</b> <span>{label}</span>
          {citation && <Citation citation={citation} confidence={confidence ?? 'doubtful'} />}
        </li>
      ))}
      {latest && (
        <li>
          <b>{formatStep(latest)}</b> <span>{t('deadline.latest')}</span>
        </li>
      )}
      {reviewOn && (
        <li>
          <b>{formatStep(reviewOn)}</b> <span>{t('deadline.reviewOn')}</span>
        </li>
      )}
    </ul>
  );
}

/** A day, with its hour where the period is one of hours. */
function formatStep(date: string): string {
  const [day, time] = date.split('T');
  return [formatDayWithWeekday(day ?? date), time].filter(Boolean).join(', ');
}
