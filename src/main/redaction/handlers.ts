import { command, type Handlers, host, job, query, undoable } from '#main/handlers.ts';
import type { redactionCalls } from '#shared/contract/redaction.ts';
import { findTerms, make, readCopy, saveCopy } from './copies.ts';
import { addMarks, listMarks, proposed, removeCopy, removeMarks, setReason } from './marks.ts';

export const redactionHandlers: Handlers<keyof typeof redactionCalls> = {
  'redaction.marks': query(listMarks),
  'redaction.addMarks': command(undoable(addMarks)),
  'redaction.setReason': command(undoable(setReason)),
  'redaction.removeMark': command(undoable(removeMarks)),
  'redaction.findTerm': query(findTerms),
  'redaction.proposed': query(proposed),
  'redaction.make': job(make),
  'redaction.remove': command(undoable(removeCopy)),
  'redaction.read': query(readCopy),
  'redaction.saveCopy': host(saveCopy),
};
