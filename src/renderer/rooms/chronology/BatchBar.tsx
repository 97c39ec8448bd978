import { useT } from '#renderer/app/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { FACT_STATES } from '#shared/contract/facts.ts';
import styles from './BatchBar.module.css';
import type { Fact } from './dates.ts';

export interface Changes {
  state: Fact['state'] | null;
  /** An issue's id, '' for none, null for as it is. */
  issue: string | null;
}

const KEEP = '*';

/** The same change in all facts that are chosen: what follows is said, and shown in their rows, before it is done. */
export function BatchBar({
  facts,
  issues,
  changes,
  busy,
  onChange,
  onRun,
  onClear,
}: {
  facts: readonly Fact[];
  issues: readonly { id: string; label: string }[];
  changes: Changes;
  busy: boolean;
  onChange(changes: Changes): void;
  onRun(): void;
  onClear(): void;
}) {
  const t = useT('chronology');
  const term = useT('terms');
  const { state, issue } = changes;
  const ofState = state === null ? 0 : facts.filter((fact) => fact.state !== state).length;
  const ofIssue = issue === null ? 0 : facts.filter((fact) => (fact.issueId ?? '') !== issue).length;
  const said = [
    ofState > 0 && t('batch.toState', { state: term(`factState.${state}`), count: ofState }),
    ofIssue > 0 &&
      t('batch.toIssue', {
        issue: issues.find(({ id }) => id === issue)?.label ?? t('batch.none'),
        count: ofIssue,
      }),
  ].filter(Boolean);
  return (
    <section className={styles.bar} aria-label={t('batch.region')}>
      <div className={styles.tools}>
        <b>{t('batch.chosen', { count: facts.length })}</b>
        <Select
          label={t('batch.state')}
          items={[
            { id: KEEP, label: t('batch.keep') },
            ...FACT_STATES.map((id) => ({ id, label: term(`factState.${id}`) })),
          ]}
          value={state ?? KEEP}
          onChange={(id) => onChange({ ...changes, state: id === KEEP ? null : (id as Fact['state']) })}
        />
        <Select
          label={t('batch.issue')}
          items={[{ id: KEEP, label: t('batch.keep') }, { id: '', label: t('batch.none') }, ...issues]}
          value={issue ?? KEEP}
          onChange={(id) => onChange({ ...changes, issue: id === KEEP ? null : id })}
        />
        <span className={styles.end}>
          <Button onPress={onClear}>{t('batch.clear')}</Button>
          <Button variant="primary" isDisabled={said.length === 0} isBusy={busy} onPress={onRun}>
            {t('batch.run', { count: facts.length })}
          </Button>
        </span>
      </div>
      <p className={styles.said} role="status">
        {said.length === 0 ? t('batch.nothing') : t('batch.before', { changes: said.join('; ') })}
      </p>
    </section>
  );
}
