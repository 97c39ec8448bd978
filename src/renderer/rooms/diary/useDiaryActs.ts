import { useState } from 'react';
import { useT } from '#renderer/app/i18n.ts';
import { go } from '#renderer/app/place.ts';
import { useAct } from '#renderer/app/query.ts';
import { look } from '#renderer/rooms/proceedings/place.ts';
import type { Acts, Deadline, Task } from './acts.ts';
import type { Hearing } from './courts.ts';

/** The form or sheet that an entry has opened. */
export type Opened =
  | { kind: 'hearing' | 'since'; hearing: Hearing }
  | { kind: 'deadline'; deadline: Deadline }
  | { kind: 'task'; task: Task };

/** What can be done with the entries of the diary, and the form that is open. */
export function useDiaryActs(today: string): { acts: Acts; opened: Opened | null; close(): void } {
  const t = useT('diary');
  const [opened, setOpened] = useState<Opened | null>(null);
  const removeHearing = useAct('hearings.remove', { done: t('hearing.removed') });
  const setState = useAct('deadlines.setState', { done: t('deadline.met') });
  const removeDeadline = useAct('deadlines.remove', { done: t('deadline.removed') });
  const done = useAct('tasks.edit', { done: t('task.done') });
  const again = useAct('tasks.edit', { done: t('task.again') });
  const removeTask = useAct('tasks.remove', { done: t('task.removed') });
  const open: Acts['open'] = ({ matterId, proceedingId }) =>
    proceedingId === null ? go({ room: 'matters', matterId, tab: 'overview' }) : look(matterId, proceedingId);
  const acts: Acts = {
    open,
    edit: (hearing) => setOpened({ kind: 'hearing', hearing }),
    remove: ({ id }) => void removeHearing.run({ id }),
    record: ({ id }) => go({ room: 'diary', tab: 'after', itemId: id }),
    since: (hearing) => setOpened({ kind: 'since', hearing }),
    openDeadline: ({ id, matterId, proceedingId }) =>
      proceedingId === null ? open({ matterId, proceedingId }) : look(matterId, proceedingId, 'deadline', id),
    editDeadline: (deadline) => setOpened({ kind: 'deadline', deadline }),
    meetDeadline: ({ id }) => void setState.run({ id, state: 'done', doneOn: today }),
    removeDeadline: ({ id }) => void removeDeadline.run({ id }),
    editTask: (task) => setOpened({ kind: 'task', task }),
    tickTask: ({ id, doneOn }) =>
      void (doneOn === null ? done.run({ id, doneOn: today }) : again.run({ id, doneOn: null })),
    removeTask: ({ id }) => void removeTask.run({ id }),
  };
  return { acts, opened, close: () => setOpened(null) };
}
