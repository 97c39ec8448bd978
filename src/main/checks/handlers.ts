import { command, type Handlers, query, undoable } from '#main/handlers.ts';
import type { checkCalls } from '#shared/contract/checks.ts';
import * as checks from './checks.ts';
import * as claims from './claims.ts';

export const checkHandlers: Handlers<keyof typeof checkCalls> = {
  'checks.run': query(checks.run),
  'checks.waive': command(undoable(checks.waive)),
  'checks.unwaive': command(undoable(checks.unwaive)),
  'claims.list': query(claims.list),
  'claims.add': command(undoable(claims.add)),
  'claims.edit': command(undoable(claims.edit)),
  'claims.remove': command(undoable(claims.remove)),
};
