import type { App } from '#main/app.ts';
import { renderPdf } from '#main/documents/service.ts';
import { type About, readAs, renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName, writeOutput } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Output } from '#shared/contract/index.ts';
import { ledgerDocument } from '#shared/domain/drafting/exclusion-ledger.ts';
import { sinceDocument } from '#shared/domain/drafting/since-last-hearing.ts';
import { retold } from '#shared/domain/leakcheck/retell.ts';
import { problem } from '#shared/problem.ts';
import { trace } from './deadlines.ts';
import { between } from './diary.ts';
import { diaryIcs, diaryPdf } from './formats.ts';
import { since } from './since.ts';

/**
 * The diary's files that leave the vault, each written where the user says and noted in the log. The calendar, the list
 * of all courts and the sheet of what is new are the chamber's own; what is for a court is searched first.
 */

const contextOf = ({ session, clock }: App) => ({ db: session!.runner.db, clock, services: session!.services });

/** Asks where, writes, and notes it; null where the user thought better of it. */
async function saveOwn(
  app: App,
  name: string,
  action: string,
  make: () => Promise<Uint8Array>,
  matterId: string | null,
) {
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

interface Sheet {
  name: string;
  make(): Promise<Uint8Array>;
  about: About;
}

/** The same for a sheet that others read: it leaves only when it discloses nothing to them, or with a reason. */
async function saveFor(
  app: App,
  { name, make, about }: Sheet,
  to: Pick<Given<'deadlines.saveLedger'>, 'path' | 'overwrite'>,
) {
  const path = await targetFor(app, to.path, name, {
    matterIds: about.matterId ? [about.matterId] : [],
    audience: about.audience,
  });
  if (path === null) return null;
  const overwrite = to.overwrite ?? to.path === undefined;
  const { sha256, bytes } = await writeSearched(app, path, await make(), { ...about, overwrite });
  const { entity, id, matterId, audience } = about;
  const detail = JSON.stringify({ sha256, bytes, audience });
  await app.session!.runner.note({ action: 'diary.print', entity, entityId: id, matterId, detail });
  return path;
}

/** A calendar file; a later export of the same vault brings the calendar up to date. */
export async function exportIcs(app: App, range: Given<'diary.exportIcs'>) {
  const entries = await between(contextOf(app), range);
  const name = `Diary ${range.from} to ${range.to}.ics`;
  const make = async () => new TextEncoder().encode(await diaryIcs(app, entries, range));
  const path = await saveOwn(app, name, 'diary.export', make, null);
  return { path, count: path === null ? 0 : entries.hearings.length + entries.deadlines.length };
}

/** The cause list for print: of all courts, for the chamber, or of one, for that court. */
export async function saveCauseList(
  app: App,
  { from, to, forumName, despite, ...target }: Given<'diary.saveCauseList'>,
) {
  const entries = await between(contextOf(app), { from, to });
  const hearings = entries.hearings.filter((hearing) => forumName === null || hearing.forumName === forumName);
  // A list for one court is for that court: deadlines and tasks are the chamber's own.
  const shown = forumName === null ? entries : { hearings, deadlines: [], tasks: [] };
  const name = fileName(`Cause list ${from}${from === to ? '' : ` to ${to}`}${forumName ? `, ${forumName}` : ''}`);
  const path =
    forumName === null
      ? await saveOwn(app, `${name}.pdf`, 'diary.print', () => diaryPdf(shown, { from, to }), null)
      : await saveFor(
          app,
          {
            name: `${name}.pdf`,
            make: async () => diaryPdf({ ...shown, hearings: await asTheCourtReads(app, hearings) }, { from, to }),
            about: { entity: null, id: null, heldAs: forumName, matterId: null, audience: 'court', despite },
          },
          target,
        );
  return { path, count: path === null ? 0 : hearings.length };
}

type Hearing = Output<'diary.between'>['hearings'][number];

/** Hearings with pseudonyms for names that even a court does not get. */
async function asTheCourtReads({ session }: App, hearings: Hearing[]): Promise<Hearing[]> {
  const matterIds = [...new Set(hearings.map(({ matterId }) => matterId))];
  return retold(hearings, await readAs(session!.runner.db, matterIds, 'court'));
}

/** What changed since the last hearing, on half a page. */
export async function saveSince(app: App, of: Given<'diary.saveSince'>) {
  const sheet = await since(contextOf(app), of);
  const name = fileName(`Since the last hearing, ${sheet.numberText ?? sheet.matterTitle}`);
  const path = await saveOwn(app, `${name}.pdf`, 'diary.print', () => renderPdf(sinceDocument(sheet)), of.matterId);
  return { path };
}

/**
 * The ledger of exclusions of a deadline, as the table of an affidavit.
 * @throws ProblemError `nothing-excluded` where the count leaves nothing out
 */
export async function saveLedger(
  app: App,
  { id, format, audience = 'court', despite, ...target }: Given<'deadlines.saveLedger'>,
) {
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
  const { matterId } = deadline;
  const make = () => renderFor(app, document, { matterIds: [matterId], audience, format });
  const about = { entity: 'deadline', id, matterId, audience, despite };
  return { path: await saveFor(app, { name, make, about }, target) };
}
