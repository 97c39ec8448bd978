import { useT } from '#renderer/app/i18n.ts';
import { useAct, useCall } from '#renderer/app/query.ts';
import { RecordSection } from '#renderer/forms/RecordSection.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { taskForm } from '../forms/work.ts';
import type { PartProps } from '../part-props.ts';

/** What is to be done in this proceeding; a tick does it, and undo takes the tick back. */
export function Tasks({ matter, whole, today }: PartProps) {
  const t = useT('proceedings');
  const { data } = useCall('diary.ofMatter', { matterId: matter.id });
  const done = useAct('tasks.edit', { done: t('task.done') });
  const rows = (data?.tasks ?? []).filter(({ proceedingId }) => proceedingId === whole.proceeding.id);
  return (
    <RecordSection
      id="tasks"
      words={{
        title: t('task.title'),
        add: t('task.add'),
        edit: t('task.edit'),
        added: t('task.added'),
        edited: t('task.edited'),
        removed: t('task.removed'),
        none: t('task.none'),
      }}
      calls={{ add: 'tasks.add', edit: 'tasks.edit', remove: 'tasks.remove' }}
      rows={rows}
      nameOf={({ title }) => title}
      columns={[
        {
          id: 'task',
          heading: t('task.name'),
          cell: ({ id, title }) => (
            <Checkbox label={title} isSelected={false} onChange={() => void done.run({ id, doneOn: today })} />
          ),
        },
        {
          id: 'due',
          heading: t('task.dueOn'),
          width: 96,
          cell: ({ dueOn }) => (dueOn ? <Urgency on={dueOn} today={today} /> : '–'),
        },
      ]}
      form={() => taskForm(t)}
      fixed={{ matterId: matter.id, proceedingId: whole.proceeding.id, doneOn: null }}
    />
  );
}
