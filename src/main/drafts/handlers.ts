import { command, type Handlers, host, query, undoable } from '#main/handlers.ts';
import type { draftCalls } from '#shared/contract/drafts.ts';
import * as drafts from './drafts.ts';
import { exportDocx, exportPdf } from './export.ts';

export const draftHandlers: Handlers<keyof typeof draftCalls> = {
  'drafts.templates': query(drafts.templates),
  'drafts.list': query(drafts.listDrafts),
  'drafts.get': query(drafts.getDraft),
  'drafts.add': command(undoable(drafts.addDraft)),
  'drafts.edit': command(undoable(drafts.editDraft)),
  'drafts.editForm': command(undoable(drafts.editForm)),
  'drafts.setState': command(undoable(drafts.setState)),
  'drafts.setAnnexures': command(undoable(drafts.setAnnexures)),
  'drafts.remove': command(undoable(drafts.removeDraft)),
  'drafts.preview': query(drafts.preview),
  'drafts.saveVersion': command(undoable(drafts.saveVersion)),
  'drafts.restoreVersion': command(undoable(drafts.restoreVersion)),
  'drafts.exportDocx': host(exportDocx),
  'drafts.exportPdf': host(exportPdf),
};
