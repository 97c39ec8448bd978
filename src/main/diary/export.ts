import type { App } from '#main/app.ts';
import { renderDocx, renderPdf } from '#main/documents/service.ts';
import { fileName, writeOutput } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import type { Given } from '#shared/contract/index.ts';
import { ledgerDocument } from '#shared/domain/drafting/exclusion-ledger.ts';
import { sinceDocument } from '#shared/domain/drafting/since-last-hearing.ts';
import { problem } from '#shared/problem.ts';
import { trace } from './deadlines.ts';
import { between } from './diary.ts';
import { diaryIcs, diaryPdf } from './formats.ts';
import { since } from './since.ts';

/** The diary's files that leave the vault, each written where the user says and noted in the log. */

const contextOf = ({ session, clock }: App) => ({ db: session!.runner.db, clock, services: session!.services });

/** Asks where, writes, and notes it; null where the user thought better of it. */
async function save(app: App, name: string, action: string, make: () => Promise<Uint8Array>, matterId: string | null) {
  const path = await app.host.chooseTarget(name);
  if (path === null) return null;
  const { sha256, bytes } = await writeOutput(path, await make(), { overwrite: true });
  await app.session!.runner.note({
    action,
    entity: null,
    entityId: null,
    matterId,
    detail: JSON.stringify({ sha256, bytes }),
  });
  return path;
}

/** A calendar file; a later export of the same vault brings the calendar up to date. */
export async function exportIcs(app: App, range: Given<'diary.exportIcs'>) {
  const entries = await between(contextOf(app), range);
  const name = `Diary ${range.from} to ${range.to}.ics`;
  const make = async () => new TextEncoder().encode(await diaryIcs(app, entries, range));
  const path = await save(app, name, 'diary.export', make, null);
  return { path, count: path === null ? 0 : entries.hearings.length + entries.deadlines.length };
}

/** The cause list for print, of one court or of all. */
export async function saveCauseList(app: App, { from, to, forumName }: Given<'diary.saveCauseList'>) {
  const entries = await between(contextOf(app), { from, to });
  const hearings = entries.hearings.filter((hearing) => forumName === null || hearing.forumName === forumName);
  // A list for one court is for that court: deadlines and tasks are the chamber's own.
  const shown = forumName === null ? entries : { hearings, deadlines: [], tasks: [] };
  const name = fileName(`Cause list ${from}${from === to ? '' : ` to ${to}`}${forumName ? `, ${forumName}` : ''}`);
  const path = await save(app, `${name}.pdf`, 'diary.print', () => diaryPdf(shown, { from, to }), null);
  return { path, count: path === null ? 0 : hearings.length };
}

/** What changed since the last hearing, on half a page. */
export async function saveSince(app: App, of: Given<'diary.saveSince'>) {
  const sheet = await since(contextOf(app), of);
  const name = fileName(`Since the last hearing, ${sheet.numberText ?? sheet.matterTitle}`);
  const path = await save(app, `${name}.pdf`, 'diary.print', () => renderPdf(sinceDocument(sheet)), of.matterId);
  return { path };
}

/**
 * The ledger of exclusions of a deadline, as the table of an affidavit.
 * @throws ProblemError `nothing-excluded` where the count leaves nothing out
 */
export async function saveLedger(app: App, { id, format }: Given<'deadlines.saveLedger'>) {
  const context = contextOf(app);
  const deadline = await find(context.db, 'deadline', id);
  const count = await trace(context, { id });
  if (!count?.excluded || count.excluded.length === 0) {
    throw problem('nothing-excluded', 'Nothing is left out of account in this count. Nothing was written.', {
      hint: 'Enter the time for the certified copy, or what else is to be left out, first.',
    });
  }
  const matter = await find(context.db, 'matter', deadline.matterId);
  const { proceedingId } = deadline;
  const proceeding = proceedingId === null ? null : await find(context.db, 'proceeding', proceedingId);
  const document = ledgerDocument({
    matterTitle: matter.title,
    numberText: proceeding?.numberText ?? null,
    title: deadline.title,
    triggerOn: deadline.triggerOn!,
    override: deadline.overrideOn === null ? null : { on: deadline.overrideOn, reason: deadline.overrideReason ?? '' },
    count: { ...count, excluded: count.excluded },
  });
  const name = `${fileName(`Time excluded, ${deadline.title}`)}.${format}`;
  const make = () => (format === 'docx' ? renderDocx(document) : renderPdf(document));
  return { path: await save(app, name, 'diary.print', make, deadline.matterId) };
}
