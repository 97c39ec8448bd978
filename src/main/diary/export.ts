import type { App } from '#main/app.ts';
import { writeOutput } from '#main/output.ts';
import type { Given } from '#shared/contract/index.ts';
import { between } from './diary.ts';
import { diaryIcs } from './formats.ts';

/** Writes a calendar file where the user says; a later export of the same vault brings the calendar up to date. */
export async function exportIcs(app: App, range: Given<'diary.exportIcs'>) {
  const { runner, services } = app.session!;
  const path = await app.host.chooseTarget(`Diary ${range.from} to ${range.to}.ics`);
  if (path === null) return { path: null, count: 0 };
  const context = { db: runner.db, clock: app.clock, services };
  const entries = await between(context, range);
  const { sha256, bytes } = await writeOutput(path, new TextEncoder().encode(await diaryIcs(app, entries)), {
    overwrite: true,
  });
  await runner.note({
    action: 'diary.export',
    entity: null,
    entityId: null,
    matterId: null,
    detail: JSON.stringify({ sha256, bytes }),
  });
  return { path, count: entries.hearings.length + entries.deadlines.length };
}
