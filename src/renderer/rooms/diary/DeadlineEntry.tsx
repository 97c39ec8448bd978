import { useT } from '#renderer/app/i18n.ts';
import { CaseName } from '#renderer/rooms/matters/CaseName.tsx';
import { Mark } from '#renderer/ui/Mark.tsx';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { urgencyOf } from '#shared/domain/diary/urgency.ts';
import { type Deadline, type Task, useActs } from './acts.ts';
import own from './DeadlineEntry.module.css';
import { Entry } from './Entry.tsx';
import styles from './HearingEntry.module.css';

function useDeadlineMenu(deadline: Deadline) {
  const t = useT('diary');
  const acts = useActs();
  return {
    menuLabel: t('hearing.menu', { name: deadline.title }),
    choices: [
      { id: 'open', label: t('deadline.openIt'), icon: 'scales' as const, shortcut: 'Enter' },
      ...(deadline.state === 'open' ? [{ id: 'met', label: t('deadline.markMet'), icon: 'check' as const }] : []),
      { id: 'edit', label: t('deadline.editIt'), icon: 'edit' as const, shortcut: 'E' },
      { id: 'remove', label: t('deadline.remove'), icon: 'trash' as const, shortcut: 'Delete', danger: true },
    ],
    keys: { e: 'edit', Delete: 'remove' },
    onOpen: () => acts.openDeadline(deadline),
    onAction: (id: string) => {
      if (id === 'met') acts.meetDeadline(deadline);
      else if (id === 'edit') acts.editDeadline(deadline);
      else if (id === 'remove') acts.removeDeadline(deadline);
      else acts.openDeadline(deadline);
    },
  };
}

/** A deadline in a line of the agenda: its mark stands where a hearing has its hour. */
export function DeadlineLine({ deadline, today }: { deadline: Deadline; today: string }) {
  const menu = useDeadlineMenu(deadline);
  const isMet = deadline.state === 'done';
  return (
    <Entry {...menu}>
      <span className={styles.line}>
        <span className={styles.time}>
          <Mark name={isMet ? 'met' : urgencyOf(deadline.on, today)} />
        </span>
        <span className={styles.what}>
          <b className={own.title}>{deadline.title}</b>
          <span className={styles.meta}>
            <CaseName title={deadline.matterTitle} />
            {deadline.citation && <span className={styles.purpose}>, {deadline.citation}</span>}
          </span>
        </span>
        <span className={styles.place}>{deadline.numberText && <bdi dir="ltr">{deadline.numberText}</bdi>}</span>
        <span className={styles.end}>
          <Urgency on={deadline.on} today={today} isMet={isMet} />
        </span>
      </span>
    </Entry>
  );
}

/** A task in a line of the agenda, with its box to tick. */
export function TaskLine({ task }: { task: Task }) {
  const t = useT('diary');
  const acts = useActs();
  const isDone = task.doneOn !== null;
  return (
    <div className={own.task}>
      <input
        type="checkbox"
        className={own.box}
        checked={isDone}
        aria-label={t('task.tick', { title: task.title })}
        onChange={() => acts.tickTask(task)}
      />
      <Entry
        menuLabel={t('hearing.menu', { name: task.title })}
        choices={[
          { id: 'edit', label: t('task.edit'), icon: 'edit', shortcut: 'Enter' },
          { id: 'open', label: t('forgotten.open'), icon: 'folder' },
          { id: 'remove', label: t('deadline.remove'), icon: 'trash', shortcut: 'Delete', danger: true },
        ]}
        keys={{ Delete: 'remove' }}
        onOpen={() => acts.editTask(task)}
        onAction={(id) => {
          if (id === 'open') acts.open(task);
          else if (id === 'remove') acts.removeTask(task);
          else acts.editTask(task);
        }}
        className={own.grow}
      >
        <span className={isDone ? own.doneTask : undefined}>{task.title}</span>
        <span className={styles.meta}>
          <CaseName title={task.matterTitle} />
        </span>
      </Entry>
    </div>
  );
}
