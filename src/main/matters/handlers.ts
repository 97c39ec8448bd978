import { command, type Handlers, query, undoable } from '#main/handlers.ts';
import type { matterCalls } from '#shared/contract/matters.ts';
import type { openingCalls } from '#shared/contract/opening.ts';
import { conflicts, decide, undecide } from './conflicts.ts';
import * as matters from './matters.ts';
import * as parties from './parties.ts';

export const matterHandlers: Handlers<keyof typeof matterCalls | keyof typeof openingCalls> = {
  'matters.list': query(matters.list),
  'matters.get': query(matters.get),
  'matters.counts': query(matters.counts),
  'matters.nextReference': query(matters.nextReference),
  'matters.open': command(undoable(matters.open)),
  'matters.edit': command(undoable(matters.edit)),
  'matters.close': command(undoable(matters.close)),
  'matters.reopen': command(undoable(matters.reopen)),
  'matters.remove': command(undoable(matters.remove)),

  'parties.list': query(parties.listParties),
  'parties.add': command(undoable(parties.addParty)),
  'parties.edit': command(undoable(parties.editParty)),
  'parties.conflicts': query(conflicts),
  'parties.decide': command(undoable(decide)),
  'parties.undecide': command(undoable(undecide)),
  'parties.remove': command(undoable(parties.removeParty)),
};
