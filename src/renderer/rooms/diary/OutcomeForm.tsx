import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import type { Problem } from '#shared/problem.ts';
import type { Hearing } from './courts.ts';
import { LoadCalendar } from './LoadCalendar.tsx';
import styles from './OutcomeForm.module.css';
import { type AdjournedBy, type Answer, ASKED, OUTCOMES, type Outcome, takesAsked, takesNext } from './outcome.ts';

/** The questions of one hearing, each answered by one key, with the load of the days beside the next date. */
export function OutcomeForm({
  hearing,
  answer,
  today,
  set,
  canSave,
  busy,
  problem,
  onSave,
}: {
  hearing: Hearing;
  answer: Answer;
  today: string;
  set(patch: Partial<Answer>): void;
  canSave: boolean;
  busy: boolean;
  problem: Problem | null;
  onSave(thenOrder: boolean): void;
}) {
  const t = useT('diary');
  const term = useT('terms');
  const hasNext = takesNext(answer.outcome);
  const error = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <div className={cx(styles.form, hasNext && styles.withCalendar)}>
      <div>
        <Choices
          label={t('after.what')}
          value={answer.outcome}
          items={OUTCOMES.map((id, at) => ({ id, key: String(at + 1), label: t(`after.answer.${id}`) }))}
          onChange={(id) => set({ outcome: id as Outcome })}
        />
        {takesAsked(answer.outcome) && (
          <>
            <Choices
              label={t('after.who')}
              value={answer.adjournedBy}
              items={Object.entries(ASKED).map(([key, id]) => ({ id, key, label: term(`adjournedBy.${id}`) }))}
              onChange={(id) => set({ adjournedBy: id as AdjournedBy })}
            />
            <div className={styles.field}>
              <TextField
                label={t('after.reason')}
                value={answer.adjournmentReason}
                onChange={(adjournmentReason) => set({ adjournmentReason })}
              />
            </div>
          </>
        )}
        <div className={styles.field}>
          <TextField
            label={t('after.line')}
            value={answer.whatHappened}
            onChange={(whatHappened) => set({ whatHappened })}
          />
        </div>
        {hasNext && (
          <div className={styles.next} data-next="">
            <DateField
              label={t('after.nextOn')}
              value={answer.nextOn}
              onChange={(nextOn) => set({ nextOn })}
              error={error('nextOn')}
            />
            <TimeField label={t('after.time')} value={answer.nextTime} onChange={(nextTime) => set({ nextTime })} />
            <TextField
              label={t('after.for')}
              value={answer.nextPurpose}
              onChange={(nextPurpose) => set({ nextPurpose })}
            />
          </div>
        )}
        {problem && problem.field !== 'nextOn' && (
          <Notice tone="danger" title={problem.message}>
            {problem.hint}
          </Notice>
        )}
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={!canSave} isBusy={busy} onPress={() => onSave(false)}>
            {t('after.save')}
          </Button>
          <Button icon="gavel" isDisabled={!canSave} onPress={() => onSave(true)}>
            {t('after.saveOrder')}
          </Button>
        </div>
      </div>
      {hasNext && (
        <LoadCalendar
          value={answer.nextOn}
          after={hearing.date > today ? hearing.date : today}
          proceedingId={hearing.proceedingId}
          onChange={(nextOn) => set({ nextOn })}
        />
      )}
    </div>
  );
}

/** Joined choices, the key cap first. */
function Choices({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly { id: string; key: string; label: string }[];
  value: string | null;
  onChange(id: string): void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own.
    <div className={styles.field} role="group" aria-label={label}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.choices}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            className={styles.choice}
            aria-pressed={item.id === value}
            onClick={() => onChange(item.id)}
          >
            <span aria-hidden="true">
              <Kbd>{item.key}</Kbd>
            </span>
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}
