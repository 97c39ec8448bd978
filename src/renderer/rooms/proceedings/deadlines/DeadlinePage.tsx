import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCall } from '#renderer/app/query.ts';
import { Reading } from '#renderer/app/Reading.tsx';
import { RecordEditor } from '#renderer/forms/RecordEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { deadlineWordsForm } from '../forms/work.ts';
import { nameOf } from '../names.ts';
import styles from '../ProceedingView.module.css';
import type { PartProps } from '../part-props.ts';
import { ConfidenceLegend } from '../trace/Citation.tsx';
import { Count } from '../trace/Count.tsx';
import { useDeadlineActions } from './Deadlines.tsx';
import { Ledger } from './Ledger.tsx';
import { OverrideEditor } from './OverrideEditor.tsx';

/** One deadline with how it is counted. */
export function DeadlinePage({ matter, whole, today, id, onBack }: PartProps & { id: string; onBack(): void }) {
  const t = useT('proceedings');
  const { data: around } = useCall('diary.ofMatter', { matterId: matter.id });
  const { data: count, problem } = useCall('deadlines.trace', { id });
  const [dialog, setDialog] = useState<'edit' | 'override' | null>(null);
  const actions = useDeadlineActions(today);
  const deadline = around?.deadlines.find((each) => each.id === id);
  useActions('proceedings', [
    {
      id: 'deadline.back',
      label: t('backTo', { title: nameOf(whole.proceeding) }),
      icon: 'back',
      shortcut: 'Backspace',
      run: onBack,
    },
    { id: 'deadline.override', label: t('deadline.override'), icon: 'edit', run: () => setDialog('override') },
  ]);
  if (!around) return <Reading inPage />;
  const back = (
    <div>
      <Button variant="quiet" size="small" icon="back" onPress={onBack}>
        {nameOf(whole.proceeding)}
      </Button>
    </div>
  );
  if (!deadline) {
    return (
      <div className={styles.page}>
        {back}
        <p className={styles.none}>{t('deadline.gone')}</p>
      </div>
    );
  }
  const on = deadline.overrideOn ?? deadline.dueOn;
  const facts = [
    { term: t('deadline.due'), value: on && formatDayWithWeekday(on) },
    {
      term: t('deadline.safe'),
      value: deadline.overrideOn === null && deadline.safeOn && formatDayWithWeekday(deadline.safeOn),
    },
    { term: t('deadline.latestShort'), value: deadline.latestOn && formatDay(deadline.latestOn) },
    { term: t('deadline.computed'), value: deadline.overrideOn && deadline.dueOn && formatDay(deadline.dueOn) },
    { term: t('deadline.overrideReason'), value: deadline.overrideReason },
    { term: t('deadline.doneOn'), value: deadline.doneOn && formatDay(deadline.doneOn) },
    { term: t('notes'), value: deadline.notes },
  ].filter(({ value }) => value);
  return (
    <div className={styles.page}>
      {back}
      <header>
        <div className={styles.head}>
          <h2 className={styles.title}>
            <bdi>{deadline.title}</bdi>
          </h2>
          {on && deadline.state !== 'missed' && deadline.state !== 'waived' && (
            <Urgency on={on} today={today} isMet={deadline.state === 'done'} />
          )}
          <div className={styles.buttons}>
            {deadline.state === 'open' && (
              <Button variant="primary" icon="check" onPress={() => actions.carryOut('met', deadline)}>
                {t('deadline.markMet')}
              </Button>
            )}
            <Menu
              label={t('deadline.actions', { title: deadline.title })}
              items={[{ id: 'edit', label: t('deadline.edit'), icon: 'edit' }, ...actions.itemsOf(deadline, false)]}
              onAction={(action) => {
                if (action === 'edit' || action === 'override') setDialog(action);
                else actions.carryOut(action, deadline, onBack);
              }}
            />
          </div>
        </div>
        <dl className={styles.facts}>
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      {problem && <Notice tone="danger" title={problem.message} />}
      {count === null && <p className={styles.none}>{t('deadline.byHandText')}</p>}
      {count && (
        <Section title={t('deadline.count')} note={count.title} actions={<ConfidenceLegend />}>
          <Count count={count} today={today} />
        </Section>
      )}
      {count && <Ledger deadlineId={id} excluded={count.excluded ?? []} />}
      {dialog === 'edit' && (
        <RecordEditor
          title={t('deadline.edit')}
          sections={deadlineWordsForm(t)}
          record={deadline}
          add="deadlines.add"
          edit="deadlines.edit"
          done={t('deadline.edited')}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'override' && <OverrideEditor deadline={deadline} onClose={() => setDialog(null)} />}
    </div>
  );
}
