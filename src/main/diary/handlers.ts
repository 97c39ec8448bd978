import { command, type Handlers, host, query, undoable } from '#main/handlers.ts';
import type { deadlineCalls } from '#shared/contract/deadlines.ts';
import type { diaryCalls } from '#shared/contract/diary.ts';
import * as evening from './after-court.ts';
import * as days from './court-days.ts';
import { deadlines as byUrgency } from './deadline-list.ts';
import * as deadlines from './deadlines.ts';
import * as diary from './diary.ts';
import * as files from './export.ts';
import { forgotten } from './forgotten.ts';
import * as quick from './quick.ts';
import * as remedies from './remedies.ts';
import { since } from './since.ts';
import * as tasks from './tasks.ts';

export const diaryHandlers: Handlers<keyof typeof diaryCalls | keyof typeof deadlineCalls> = {
  'diary.between': query(diary.between),
  'diary.forgotten': query(forgotten),
  'diary.load': query(diary.load),
  'diary.ofMatter': query(diary.ofMatter),
  'diary.exportIcs': host(files.exportIcs),
  'diary.saveCauseList': host(files.saveCauseList),
  'diary.saveSince': host(files.saveSince),
  'diary.deadlines': query(byUrgency),
  'diary.afterCourt': query(evening.afterCourt),
  'diary.aroundHearing': query(evening.aroundHearing),
  'diary.closedDays': query(days.closedDays),
  'diary.checkDay': query(days.checkDay),
  'diary.readQuickAdd': query(quick.readQuickAdd),
  'diary.findCases': query(quick.findCases),
  'diary.since': query(since),

  'deadlines.compute': query(deadlines.compute),
  'deadlines.rules': query(deadlines.rules),
  'deadlines.add': command(undoable(deadlines.addDeadline)),
  'deadlines.exclude': command(undoable(deadlines.exclude)),
  'deadlines.saveLedger': host(files.saveLedger),
  'deadlines.override': command(undoable(deadlines.override)),
  'deadlines.setState': command(undoable(deadlines.setState)),
  'deadlines.edit': command(undoable(deadlines.editDeadline)),
  'deadlines.remove': command(undoable(deadlines.removeDeadline)),
  'deadlines.trace': query(deadlines.trace),
  'remedies.list': query(remedies.list),
  'remedies.choose': command(undoable(remedies.choose)),

  'tasks.add': command(undoable(tasks.addTask)),
  'tasks.edit': command(undoable(tasks.editTask)),
  'tasks.remove': command(undoable(tasks.removeTask)),
  'payments.add': command(undoable(tasks.addPayment)),
  'payments.edit': command(undoable(tasks.editPayment)),
  'payments.remove': command(undoable(tasks.removePayment)),
};
