import { createHash } from 'node:crypto';
import path from 'node:path';
import { inScratch } from '#main/scratch.ts';
import { readSealed } from '#main/sealed-file.ts';
import type { Job, Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { listed } from '#shared/domain/page-runs.ts';
import { problem } from '#shared/problem.ts';
import { bindInWorker } from './bind-in-worker.ts';
import type { BindReport, BoundFile, Skipped } from './binding.ts';
import { counted, isLocked } from './counting.ts';
import type { SourceHandle } from './handles.ts';
import { lastVersion, type Manifest, readManifest } from './manifests.ts';
import { type BundleParts, partsOf } from './parts.ts';
import { inputOf } from './produce.ts';

/** Keeps the bundle as it is served: the file itself in the vault, and the hash of every source. */
export async function freeze(
  job: Job,
  { id, servedOn, note, passwords, withoutLocked }: Given<'bundles.freeze'>,
): Promise<Result<'bundles.freeze'>> {
  const parts = await partsOf(job, id);
  const { services } = job;
  return inScratch(services.tmp, async (scratch, seal) => {
    const report = await bindInWorker(
      { ...inputOf(job, parts, null, passwords), partial: path.join(scratch, 'bundle'), seal },
      { signal: job.signal, onProgress: job.report },
    );
    const locked = report.skipped.filter((each) => each.locked);
    if (locked.length > 0 && !withoutLocked) throw stillLocked(locked, passwords ?? {});
    const last = await lastVersion(job.db, id);
    const file = servedFile(report, last ? readManifest(last.manifest) : null);
    const blob = await services.blobs.write(readSealed(file.partial, seal), {
      mime: 'application/pdf',
      sha256: file.sha256,
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
          manifest: JSON.stringify(manifestOf(parts, report)),
          note,
        })
        .execute();
      return { number, pages: file.pages, sha256: file.sha256, skipped: report.skipped };
    });
  });
}

function stillLocked(locked: readonly Skipped[], passwords: Readonly<Record<string, string>>) {
  const names = listed(
    locked.map(({ file }) => file),
    4,
  );
  const wrong = locked.some(({ file }) => passwords[file]);
  return problem(
    'files-locked',
    wrong
      ? `The password given does not open ${names}. Nothing was kept.`
      : `${names} opens only with a password. Nothing was kept.`,
    { hint: 'Give its password, or freeze the bundle without it.' },
  );
}

/** The files of a bundle that open only with a password: of those that could not be read when they were taken in. */
export async function lockedFiles(context: Query, { id }: Given<'bundles.locked'>): Promise<Result<'bundles.locked'>> {
  const { sections } = await partsOf(context, id);
  const unread = sections.flatMap(({ items }) =>
    items.flatMap(({ sources }) => sources.filter(({ handle, pages }) => handle.kind === 'blob' && pages === null)),
  );
  const files = unread.flatMap(({ handle, name }) => (name !== null && opensWithout(handle) === false ? [name] : []));
  return { files: [...new Set(files)] };
}

/** Whether a file opens without a password; null where it does not open at all. */
function opensWithout(handle: SourceHandle): boolean | null {
  try {
    counted(handle);
    return true;
  } catch (error) {
    return isLocked(error) ? false : null;
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
function manifestOf({ bundle, sections }: BundleParts, report: BindReport) {
  const items = new Map(sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  return {
    profile: bundle.profile,
    audience: bundle.audience,
    frontPages: report.frontPages,
    files: report.files.map(({ pages, sha256, isLate }) => ({ pages, sha256, isLate })),
    skipped: report.skipped.map(({ file, reason }) => ({ file, reason })),
    items: report.items.map((item) => {
      const { kind, exhibitId, orderId, draftId } = items.get(item.id)!.row;
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
    // The very files that these readers got: a redacted copy, and not what it was made of.
    sources: report.items.flatMap(({ id }) =>
      items.get(id)!.sources.map(({ name, sha256, handle }) => ({
        itemId: id,
        exhibitId: items.get(id)!.row.exhibitId,
        name,
        sha256: sha256 ?? (handle.kind === 'bytes' ? sha256Of(handle.bytes) : null),
      })),
    ),
  };
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export async function versions({ db }: Query, { id }: Given<'bundles.versions'>): Promise<Result<'bundles.versions'>> {
  const rows = await db
    .selectFrom('bundleVersion')
    .selectAll()
    .where('bundleId', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ blobId, ...row }) => ({ ...row, hasFile: blobId !== null }));
}
