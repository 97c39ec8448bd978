import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parse as parsePath } from 'node:path';
import type { App } from '#main/app.ts';
import { renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName, intoPlace } from '#main/output.ts';
import { find } from '#main/store/rows.ts';
import { contentOf } from '#main/vault/blob-reader.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { chronologyDocument } from '#shared/domain/drafting/chronology.ts';
import { custodySheetDocument } from '#shared/domain/drafting/custody-sheet.ts';
import { enterCustody, fileRow, getExhibit } from './exhibits.ts';
import { chronologyOf } from './facts.ts';

type Written = Result<'exhibits.saveCopy'>;

const queryOf = ({ clock, session }: App) => ({ db: session!.runner.db, clock, services: session!.services });

/** Writes the list of dates as a Word file or a PDF, as its readers may see it. */
export async function exportChronology(
  app: App,
  { matterId, format, audience, path, overwrite, despite }: Given<'facts.exportChronology'>,
): Promise<Written> {
  const chronology = await chronologyOf(queryOf(app), matterId);
  const name = `${fileName(`List of dates, ${chronology.matter.title}`)}.${format}`;
  const readers = { matterIds: [matterId], audience };
  const target = await targetFor(app, path, name, readers);
  if (target === null) return null;
  const document = chronologyDocument({ ...chronology, audience: audience === 'court' ? null : AUDIENCE[audience] });
  const about = { entity: 'matter', id: matterId, matterId, audience };
  const bytes = await renderFor(app, document, { ...readers, format });
  const written = await writeSearched(app, target, bytes, {
    ...about,
    overwrite: overwrite ?? path === undefined,
    despite,
  });
  await noteExport(app, 'facts.export', about, written.sha256);
  return written;
}

const AUDIENCE = { court: 'court', 'other-side': 'other side', public: 'public' };

/** Writes the original file, byte for byte, and enters this in the exhibit's custody. */
export async function saveCopy(app: App, { fileId, path, overwrite }: Given<'exhibits.saveCopy'>): Promise<Written> {
  const { runner, services } = app.session!;
  const file = await fileRow(runner.db, fileId);
  const target = path ?? (await app.host.chooseTarget(targetName(file.name)));
  if (target === null) return null;
  const hash = createHash('sha256');
  await intoPlace(target, { overwrite: overwrite ?? path === undefined }, async (partial) => {
    const out = await open(partial, 'wx', 0o600);
    try {
      for (const part of contentOf(services.blobs.open(file.blobId))) {
        hash.update(part);
        await out.writeFile(part);
      }
      await out.sync();
    } finally {
      await out.close();
    }
  });
  const sha256 = hash.digest('hex');
  await runner.run({ name: 'exhibits.saveCopy', undoable: false, touches: ['custody_entry'] }, (context) =>
    enterCustody(context, file, { step: 'exported', note: file.name, sha256 }),
  );
  const about = { entity: 'exhibit', id: file.exhibitId, matterId: file.matterId };
  await noteExport(app, 'exhibits.export', about, sha256);
  return { path: target, bytes: file.size, sha256 };
}

/** A name that every system takes, with the ending that it had. */
function targetName(name: string): string {
  const { name: bare, ext } = parsePath(name);
  return `${fileName(bare)}${/^\.[\w-]{1,10}$/.test(ext) ? ext : ''}`;
}

/** Where an exhibit came from and what was done with it, as a PDF that its readers may see; the court's when none are named. */
export async function custodySheet(
  app: App,
  { id, audience = 'court', path, overwrite, despite }: Given<'exhibits.custodySheet'>,
): Promise<Written> {
  const context = queryOf(app);
  const { exhibit, files, marks, custody } = await getExhibit(context, { id });
  const matter = await find(context.db, 'matter', exhibit.matterId);
  const readers = { matterIds: [matter.id], audience };
  const target = await targetFor(app, path, `${fileName(`Custody of ${exhibit.title}`)}.pdf`, readers);
  if (target === null) return null;
  const pack = context.services.packs.packs.get(matter.pack);
  const document = custodySheetDocument({
    matter: { title: matter.title, reference: matter.reference },
    today: app.clock.today(),
    sample: matter.isSample === 1,
    exhibit: {
      number: exhibit.number,
      title: exhibit.title,
      marks: marks.map(({ mark, proceeding }) => `${mark} in ${proceeding}`),
      kind: exhibit.kind,
      source: exhibit.source,
      custodian: exhibit.custodian,
      acquiredOn: exhibit.acquiredOn,
      captured: [exhibit.capturedAt, exhibit.url].filter(Boolean).join(', ') || null,
    },
    files: files.map(({ name, size, sha256, pages }) => ({ name, size, sha256, pages })),
    entries: custody.map(({ at, step, byWhom, note, sha256 }) => ({ at, step, by: byWhom, note, sha256 })),
    provision: pack?.country === 'PK' ? 'Articles 46-A, 73, 78-A and 164 of the Qanun-e-Shahadat Order 1984' : null,
  });
  const about = { entity: 'exhibit', id, matterId: matter.id, audience };
  const bytes = await renderFor(app, document, { ...readers, format: 'pdf' });
  const written = await writeSearched(app, target, bytes, {
    ...about,
    overwrite: overwrite ?? path === undefined,
    despite,
  });
  await noteExport(app, 'exhibits.custodySheet', about, written.sha256);
  return written;
}

function noteExport(
  app: App,
  action: string,
  { entity, id, matterId, audience }: { entity: string; id: string; matterId: string; audience?: string },
  sha256: string,
) {
  // An original is for the advocate, and has no audience.
  const detail = JSON.stringify({ sha256, audience });
  return app.session!.runner.note({ action, entity, entityId: id, matterId, detail });
}

/** Asks for the files of exhibits, or for folders of them, in the native dialog. */
export function chooseFiles(app: App, { folder }: Given<'exhibits.chooseFiles'>): Promise<string[]> {
  return app.host.chooseFiles({ multiple: true, folder: folder ?? false });
}
