import { command, type Handlers, host, query, undoable } from '#main/handlers.ts';
import type { filingCalls } from '#shared/contract/filings.ts';
import type { proceedingCalls } from '#shared/contract/proceedings.ts';
import type { statusCalls } from '#shared/contract/status.ts';
import * as filings from './filings.ts';
import * as hearings from './hearings.ts';
import * as orders from './orders.ts';
import * as proceedings from './proceedings.ts';
import * as status from './status.ts';
import { saveStatus } from './status-files.ts';

export const proceedingHandlers: Handlers<
  keyof typeof proceedingCalls | keyof typeof statusCalls | keyof typeof filingCalls
> = {
  'proceedings.list': query(proceedings.listProceedings),
  'proceedings.get': query(proceedings.getProceeding),
  'proceedings.map': query(proceedings.proceedingMap),
  'proceedings.add': command(undoable(proceedings.addProceeding)),
  'proceedings.edit': command(undoable(proceedings.editProceeding)),
  'proceedings.remove': command(undoable(proceedings.removeProceeding)),
  'proceedings.link': command(undoable(proceedings.linkProceedings)),
  'proceedings.unlink': command(undoable(proceedings.unlinkProceedings)),
  'proceedings.setParties': command(undoable(proceedings.setParties)),
  'proceedings.status': query(status.statusOf),
  'proceedings.statusOfClient': query(status.statusOfClient),
  'proceedings.saveStatus': host(saveStatus),

  'hearings.add': command(undoable(hearings.addHearing)),
  'hearings.edit': command(undoable(hearings.editHearing)),
  'hearings.recordOutcome': command(undoable(hearings.recordOutcome)),
  'hearings.remove': command(undoable(hearings.removeHearing)),

  'orders.enter': command(undoable(orders.enterOrderWithClocks)),
  'orders.edit': command(undoable(orders.editOrder)),
  'orders.remove': command(undoable(orders.removeOrder)),
  'orders.moves': query(orders.movesBefore),
  'orders.proposal': query(status.proposal),

  'filings.list': query(filings.listFilings),
  'filings.add': command(undoable(filings.addFiling)),
  'filings.edit': command(undoable(filings.editOf('filing'))),
  'filings.remove': command(undoable(filings.removeOf('filing'))),
  'objections.add': command(undoable(filings.addObjection)),
  'objections.edit': command(undoable(filings.editOf('objection'))),
  'objections.remove': command(undoable(filings.removeOf('objection'))),
  'services.add': command(undoable(filings.addService)),
  'services.edit': command(undoable(filings.editService)),
  'services.moves': query(filings.serviceMoves),
  'services.remove': command(undoable(filings.removeOf('service'))),
  'copies.add': command(undoable(filings.addCopy)),
  'copies.moves': query(filings.copyMoves),
  'copies.edit': command(undoable(filings.editCopy)),
  'copies.remove': command(undoable(filings.removeCopy)),
};
