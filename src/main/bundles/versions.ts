import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Job, Query } from '#main/services.ts';
import { uuidv7 } from '#main/store/ids.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { bindInWorker } from './bind-in-worker.ts';
import type { BindReport, BoundFile } from './binding.ts';
import { lastVersion, type Manifest, readManifest } from './manifests.ts';
import { type BundleParts, partsOf } from './parts.ts';
import { inputOf } from './produce.ts';

/** Keeps the bundle as it is served: the file itself in the vault, and the hash of every source. */
export async function freeze(
  job: Job,
  { id, servedOn, note }: Given<'bundles.freeze'>,
): Promise<Result<'bundles.freeze'>> {
  const parts = await partsOf(job, id);
  const { services } = job;
  const partial = path.join(services.tmp, `${uuidv7()}.part`);
  const written = [partial];
  try {
    const report = await bindInWorker(
      { ...inputOf(job, parts), partial },
      { signal: job.signal, onProgress: job.report },
    );
    written.push(...report.files.map((file) => file.partial));
    const last = await lastVersion(job.db, id);
    const file = servedFile(report, last ? readManifest(last.manifest) : null);
    const blob = await services.blobs.write(createReadStream(file.partial), {
      mime: 'application/pdf',
      signal: job.signal,
    });
    return await job.write(async ({ db, newId, clock }) => {
      await services.blobs.record(db, blob, clock.now());
      const number = ((await lastVersion(db, id))?.number ?? 0) + 1;
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
          pages: file.pages,
          sha256: file.sha256,
          manifest: JSON.stringify(await manifestOf({ ...job, db }, parts, report)),
          note,
        })
        .execute();
      return { number, pages: file.pages, sha256: file.sha256 };
    });
  } finally {
    for (const file of written) await rm(file, { force: true });
  }
}

/**
 * Where the court wants late documents in a file of their own, that file is what is served once the other has been;
 * the same inputs give the same bytes, so the hash tells.
 */
function servedFile({ files }: BindReport, before: Manifest | null): BoundFile {
  const [main, late] = files;
  return late?.isLate && before?.files?.[0]?.sha256 === main!.sha256 ? late : main!;
}

/** What went into a version: every source's hash, the pages of every item with the numbers on them, the profile. */
async function manifestOf({ db }: Query, { bundle, sections }: BundleParts, report: BindReport) {
  const rows = new Map(sections.flatMap(({ items }) => items.map(({ id, row }) => [id, row] as const)));
  const exhibits = [...rows.values()].flatMap(({ exhibitId }) => exhibitId ?? []);
  const files = exhibits.length
    ? await db
        .selectFrom('exhibitFile')
        .select(['exhibitId', 'name', 'sha256'])
        .where('exhibitId', 'in', exhibits)
        .execute()
    : [];
  return {
    profile: bundle.profile,
    audience: bundle.audience,
    frontPages: report.frontPages,
    files: report.files.map(({ pages, sha256, isLate }) => ({ pages, sha256, isLate })),
    items: report.items.map((item) => {
      const { kind, exhibitId, orderId, draftId } = rows.get(item.id)!;
      const { labels } = report.files[item.volume]!.found;
      return {
        ...item,
        kind,
        exhibitId,
        orderId,
        draftId,
        labels: labels.slice(item.firstPage - 1, item.lastPage),
      };
    }),
    sources: files,
  };
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
