import { useState } from 'react';
import { useActions } from '#renderer/app/actions.ts';
import { formatDay, formatDayWithWeekday } from '#renderer/app/dates.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import type { Output } from '#shared/contract/index.ts';
import styles from '../ProceedingView.module.css';
import type { PartProps } from '../part-props.ts';
import { look } from '../place.ts';
import { DeadlineAdder } from './DeadlineAdder.tsx';
import { OverrideEditor } from './OverrideEditor.tsx';

type Deadline = Output<'diary.ofMatter'>['deadlines'][number];

/** The deadlines of a proceeding: the safe day before the last day, the open ones first. */
export function Deadlines({ matter, whole, today }: PartProps) {
  const t = useT('proceedings');
  const { data } = useCall('diary.ofMatter', { matterId: matter.id });
  const [dialog, setDialog] = useState<Deadline | 'new' | null>(null);
  const actions = useDeadlineActions(today);
  useActions('proceedings', [
    { id: 'deadlines.add', label: t('deadline.add'), icon: 'clock', shortcut: 'D', run: () => setDialog('new') },
  ]);
  const rows = (data?.deadlines ?? [])
    .filter(({ proceedingId }) => proceedingId === whole.proceeding.id)
    .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || workDay(a).localeCompare(workDay(b)));
  const open = rows.filter(({ state }) => state === 'open').length;
  const show = ({ id }: Deadline) => look(matter.id, whole.proceeding.id, 'deadline', id);
  return (
    <Section
      title={t('deadline.title')}
      note={rows.length > 0 && t('deadline.open_', { count: open })}
      actions={
        <Button variant="quiet" size="small" icon="plus" shortcut="D" onPress={() => setDialog('new')}>
          {t('addWord')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className={styles.none}>{t('deadline.none')}</p>
      ) : (
        <Table
          label={t('deadline.title')}
          columns={[
            {
              id: 'for',
              heading: t('deadline.for'),
              cell: (row: Deadline) => <For deadline={row} today={today} />,
            },
            {
              id: 'due',
              heading: t('deadline.safeAndDue'),
              width: 124,
              cell: ({ safeOn, dueOn, overrideOn, state }: Deadline) => (
                <span className={state === 'open' ? styles.nowrap : styles.quiet}>
                  <b>{safeOn && overrideOn === null ? formatDayWithWeekday(safeOn) : '–'}</b>
                  <br />
                  {overrideOn ? formatDayWithWeekday(overrideOn) : dueOn ? formatDayWithWeekday(dueOn) : '–'}
                </span>
              ),
            },
            {
              id: 'menu',
              heading: '',
              width: 40,
              align: 'end',
              cell: (row: Deadline) => (
                <Menu
                  label={t('deadline.actions', { title: row.title })}
                  items={actions.itemsOf(row, true)}
                  onAction={(action) => {
                    if (action === 'open') show(row);
                    else if (action === 'override') setDialog(row);
                    else actions.carryOut(action, row);
                  }}
                />
              ),
            },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          onOpen={show}
        />
      )}
      {dialog === 'new' && (
        <DeadlineAdder
          matter={matter}
          proceedingId={whole.proceeding.id}
          orders={whole.orders}
          services={whole.services}
          today={today}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog !== null && dialog !== 'new' && <OverrideEditor deadline={dialog} onClose={() => setDialog(null)} />}
    </Section>
  );
}

/** The day that a deadline is worked to, for sorting; what has none comes last. */
const workDay = ({ overrideOn, dueOn }: Deadline) => overrideOn ?? dueOn ?? '9999-12-31';

function For({ deadline, today }: { deadline: Deadline; today: string }) {
  const t = useT('proceedings');
  const { title, overrideOn, dueOn, state } = deadline;
  const on = overrideOn ?? dueOn;
  return (
    <>
      <span className={state === 'open' ? undefined : styles.quiet}>
        <bdi>{title}</bdi>
      </span>
      <span className={styles.second}>
        {on && (state === 'open' || state === 'done') && <Urgency on={on} today={today} isMet={state === 'done'} />}
        {(state === 'missed' || state === 'waived') && t(`deadline.state.${state}`)}
        {overrideOn && dueOn && ` ${t('deadline.was', { day: formatDay(dueOn) })}`}
      </span>
    </>
  );
}

/** What can be done with a deadline: in its row, and on its page. */
export function useDeadlineActions(today: string) {
  const t = useT('proceedings');
  const met = useAct('deadlines.setState', { done: t('deadline.met') });
  const reopened = useAct('deadlines.setState', { done: t('deadline.reopened') });
  const waived = useAct('deadlines.setState', { done: t('deadline.waived') });
  const remove = useAct('deadlines.remove', { done: t('deadline.removed') });
  return {
    itemsOf: ({ state }: Deadline, canOpen: boolean) => [
      ...(canOpen ? [{ id: 'open', label: t('deadline.count'), icon: 'timeline' as const }] : []),
      ...(state === 'open'
        ? [
            { id: 'met', label: t('deadline.markMet'), icon: 'check' as const },
            { id: 'override', label: t('deadline.override'), icon: 'edit' as const },
            { id: 'waive', label: t('deadline.waive'), icon: 'minus' as const },
          ]
        : [{ id: 'reopen', label: t('deadline.reopen'), icon: 'undo' as const }]),
      { id: 'remove', label: t('remove'), icon: 'trash' as const, danger: true },
    ],
    carryOut(action: string, { id }: Deadline, onRemoved?: () => void) {
      if (action === 'met') void met.run({ id, state: 'done', doneOn: today });
      else if (action === 'reopen') void reopened.run({ id, state: 'open', doneOn: null });
      else if (action === 'waive') void waived.run({ id, state: 'waived', doneOn: null });
      else if (action === 'remove') void remove.run({ id }).then(onRemoved);
    },
  };
}
