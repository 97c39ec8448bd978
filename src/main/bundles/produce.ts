import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { App } from '#main/app.ts';
import { enterCustody } from '#main/evidence/service.ts';
import { fileName, intoPlace } from '#main/output.ts';
import type { Job, Query } from '#main/services.ts';
import type { JobProgress } from '#main/store/context.ts';
import { uuidv7 } from '#main/store/ids.ts';
import type { Produced } from '#shared/contract/bundles.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import { bindInWorker } from './bind-in-worker.ts';
import type { BindInput, BindReport } from './binding.ts';
import { type BundleParts, partsOf } from './planning.ts';
import { bindingProfile, profileOf } from './profiles.ts';

function inputOf({ services }: Query, { bundle, sections, front }: BundleParts, partial: string): BindInput {
  return {
    title: bundle.title,
    front,
    profile: bindingProfile(profileOf(services.packs, bundle.profile)),
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      items: section.items.map((item) => ({
        id: item.id,
        title: item.title,
        date: item.date,
        mark: item.mark,
        pages: item.pages,
        turn: item.row.turn,
        late: item.row.late === 1,
        sources: item.sources,
      })),
    })),
    partial,
  };
}

/** What could not even be opened: an item without a file, or one of a kind that has no pages. */
const unbindable = ({ sections }: BundleParts) =>
  sections.flatMap(({ items }) =>
    items.flatMap(({ title, problems }) => problems.map((reason) => ({ file: title, reason }))),
  );

/** Binds a bundle of the vault and writes it where the user says, or at the path given. */
export async function produce(
  app: App,
  { id, path: given, overwrite }: Given<'bundles.produce'>,
): Promise<Produced | null> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  const parts = await partsOf(context, id);
  const target = given ?? (await app.host.chooseTarget(`${fileName(parts.bundle.title)}.pdf`));
  if (target === null) return null;
  const job = uuidv7();
  const controller = new AbortController();
  app.jobs.set(job, controller);
  const tell = (state: 'running' | 'done' | 'failed' | 'cancelled', progress?: JobProgress) =>
    app.host.publish('job', {
      id: job,
      name: 'bundles.produce',
      unit: progress?.unit ?? 'files',
      done: progress?.done ?? 0,
      total: progress?.total ?? null,
      item: progress?.item ?? null,
      state,
    });
  let report: BindReport | undefined;
  try {
    tell('running');
    await intoPlace(target, { overwrite: overwrite ?? given === undefined }, async (partial) => {
      report = await bindInWorker(inputOf(context, parts, partial), {
        signal: controller.signal,
        onProgress: (progress) => tell('running', progress),
      });
    });
    tell('done');
  } catch (error) {
    tell(controller.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  } finally {
    app.jobs.delete(job);
  }
  const bound = report!;
  await noteExport(app, parts, bound);
  const { pages, bytes, sha256, items, files } = bound;
  const court = profileOf(services.packs, parts.bundle.profile);
  const checks = [...bound.checks, ...files.flatMap(({ found }) => courtChecks(court, found))];
  return { path: target, pages, bytes, sha256, items, checks, skipped: [...unbindable(parts), ...bound.skipped] };
}

/** Each exhibit that left the vault says so in its custody; the log has the hash of the whole. */
async function noteExport(app: App, { bundle, sections }: BundleParts, { sha256, pages }: BindReport) {
  const { runner } = app.session!;
  const exhibits = [...new Set(sections.flatMap(({ items }) => items.flatMap(({ row }) => row.exhibitId ?? [])))];
  if (!app.session!.vault.readOnly && exhibits.length > 0) {
    await runner.run({ name: 'bundles.produce', undoable: false, touches: ['custody_entry'] }, async (context) => {
      for (const exhibitId of exhibits) {
        const where = { matterId: bundle.matterId, exhibitId };
        await enterCustody(context, where, { step: 'exported', note: bundle.title, sha256 });
      }
    });
  }
  const detail = JSON.stringify({ sha256, pages });
  await runner.note({
    action: 'bundles.produce',
    entity: 'bundle',
    entityId: bundle.id,
    matterId: bundle.matterId,
    detail,
  });
}

/** Keeps the bundle as it is served: the file itself in the vault, and the hash of every source. */
export async function freeze(
  job: Job,
  { id, servedOn, note }: Given<'bundles.freeze'>,
): Promise<Result<'bundles.freeze'>> {
  const parts = await partsOf(job, id);
  const { services } = job;
  const partial = path.join(services.tmp, `${uuidv7()}.part`);
  try {
    const report = await bindInWorker(inputOf(job, parts, partial), { signal: job.signal, onProgress: job.report });
    const blob = await services.blobs.write(createReadStream(partial), { mime: 'application/pdf', signal: job.signal });
    return await job.write(async ({ db, newId, clock }) => {
      await services.blobs.record(db, blob, clock.now());
      const last = await db
        .selectFrom('bundleVersion')
        .select(({ fn }) => fn.max('number').as('n'))
        .where('bundleId', '=', id)
        .executeTakeFirst();
      const number = (last?.n ?? 0) + 1;
      const manifest = await manifestOf({ ...job, db }, parts, report);
      await db
        .insertInto('bundleVersion')
        .values({
          id: newId(),
          matterId: parts.bundle.matterId,
          bundleId: id,
          number,
          at: clock.now(),
          servedOn,
          blobId: blob.id,
          pages: report.pages,
          sha256: report.sha256,
          manifest: JSON.stringify(manifest),
          note,
        })
        .execute();
      return { number, pages: report.pages, sha256: report.sha256 };
    });
  } finally {
    await rm(partial, { force: true });
  }
}

/** What went into a version: every source's hash, the pages of every item, the profile. */
async function manifestOf({ db }: Query, { bundle, sections }: BundleParts, report: BindReport) {
  const exhibits = sections.flatMap(({ items }) => items.flatMap(({ row }) => row.exhibitId ?? []));
  const files = exhibits.length
    ? await db
        .selectFrom('exhibitFile')
        .select(['exhibitId', 'name', 'sha256'])
        .where('exhibitId', 'in', exhibits)
        .execute()
    : [];
  return { profile: bundle.profile, audience: bundle.audience, items: report.items, sources: files };
}

export async function versions({ db }: Query, { id }: Given<'bundles.versions'>): Promise<Result<'bundles.versions'>> {
  const rows = await db
    .selectFrom('bundleVersion')
    .selectAll()
    .where('bundleId', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ blobId, ...row }) => ({ ...row, hasFile: blobId !== null }));
}
