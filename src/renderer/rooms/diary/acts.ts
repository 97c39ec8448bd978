import { createContext, useContext } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { Hearing } from './courts.ts';

export type Deadline = Output<'diary.between'>['deadlines'][number];
export type Task = Output<'diary.between'>['tasks'][number];

/** What can be done with an entry of the diary, wherever it is shown. */
export interface Acts {
  open(entry: { matterId: string; proceedingId: string | null }): void;
  edit(hearing: Hearing): void;
  remove(hearing: Hearing): void;
  record(hearing: Hearing): void;
  since(hearing: Hearing): void;
  openDeadline(deadline: Deadline): void;
  editDeadline(deadline: Deadline): void;
  meetDeadline(deadline: Deadline): void;
  removeDeadline(deadline: Deadline): void;
  editTask(task: Task): void;
  tickTask(task: Task): void;
  removeTask(task: Task): void;
}

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('an entry of the diary stands outside of it');
  return acts;
}
