import { command, type Handlers, host, job, query, undoable } from '#main/handlers.ts';
import type { evidenceCalls } from '#shared/contract/evidence.ts';
import type { factCalls } from '#shared/contract/facts.ts';
import type { issueCalls } from '#shared/contract/issues.ts';
import { compareFile } from './compare.ts';
import * as exhibits from './exhibits.ts';
import { chooseFiles, custodySheet, exportChronology, saveCopy } from './export.ts';
import * as facts from './facts.ts';
import { importFiles } from './import.ts';
import * as issues from './issues.ts';
import { pagesOf } from './pages.ts';

export const evidenceHandlers: Handlers<keyof typeof evidenceCalls | keyof typeof factCalls | keyof typeof issueCalls> =
  {
    'exhibits.list': query(exhibits.listExhibits),
    'exhibits.get': query(exhibits.getExhibit),
    'exhibits.add': command(undoable(exhibits.addExhibit)),
    'exhibits.edit': command(undoable(exhibits.editExhibit)),
    'exhibits.remove': command(undoable(exhibits.removeExhibit)),
    'exhibits.chooseFiles': host(chooseFiles),
    'exhibits.import': job(importFiles),
    'exhibits.removeFile': command(undoable(exhibits.removeFile)),
    'exhibits.setMark': command(undoable(exhibits.setMark)),
    'exhibits.addCustody': command(undoable(exhibits.addCustody)),
    'exhibits.text': query(exhibits.textOf),
    'exhibits.read': query(exhibits.readPart),
    'exhibits.pages': query(pagesOf),
    'exhibits.compare': job(compareFile),
    'exhibits.saveCopy': host(saveCopy),
    'exhibits.custodySheet': host(custodySheet),
    'facts.list': query(facts.listFacts),
    'facts.add': command(undoable(facts.addFact)),
    'facts.edit': command(undoable(facts.editFact)),
    'facts.editMany': command(undoable(facts.editFacts)),
    'facts.remove': command(undoable(facts.removeFact)),
    'facts.exportChronology': host(exportChronology),
    'issues.list': query(issues.listIssues),
    'issues.add': command(undoable(issues.addIssue)),
    'issues.edit': command(undoable(issues.editIssue)),
    'issues.remove': command(undoable(issues.removeIssue)),
    'issues.reorder': command(undoable(issues.reorderIssues)),
    'issues.reorderPoints': command(undoable(issues.reorderPoints)),
    'issues.addPoint': command(undoable(issues.addPoint)),
    'issues.editPoint': command(undoable(issues.editPoint)),
    'issues.removePoint': command(undoable(issues.removePoint)),
    'issues.setEvidence': command(undoable(issues.setEvidence)),
    'issues.setFinding': command(undoable(issues.setFinding)),
    'issues.removeFinding': command(undoable(issues.removeFinding)),
  };
