import { parse as parsePath } from 'node:path';
import type { App } from '#main/app.ts';
import type { SourceHandle } from '#main/bundles/handles.ts';
import { pagesFrom } from '#main/documents/pages-from.ts';
import { enterCustody } from '#main/evidence/service.ts';
import { targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName } from '#main/output.ts';
import { inScratch } from '#main/scratch.ts';
import { readSealed } from '#main/sealed-file.ts';
import type { Job, Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import type { FindInput } from './find-in-file.ts';
import { redactInWorker } from './make-in-worker.ts';
import { copyOf, markedFile, marksOf, redactedFor, signatureOf } from './marks.ts';

/** Where the pages of a file come from: a PDF as it lies in the vault, anything else as a bundle would typeset it. */
async function pagesHandle({ services }: Pick<Query, 'services'>, file: Row<'exhibitFile'>): Promise<SourceHandle> {
  if (file.kind === 'pdf') return { kind: 'blob', ...services.blobs.handle(file.blobId) };
  return { kind: 'bytes', bytes: await pagesFrom(await services.blobs.readAll(file.blobId), file.mime, file.name) };
}

/** Where terms stand in a file. @throws ProblemError where it can't be opened */
export async function findTerms(
  context: Query,
  { fileId, terms, password }: Given<'redaction.findTerm'>,
): Promise<Result<'redaction.findTerm'>> {
  const file = await markedFile(context.db, fileId);
  const handle = await pagesHandle(context, file);
  return inScratch(context.services.tmp, (scratch, seal) => {
    const input: FindInput = { handle, terms: terms.join('\n'), password, scratch, seal };
    return runInWorker<Result<'redaction.findTerm'>>('find-terms', input, { heapMiB: 1024 });
  });
}

/**
 * Makes the redacted copy of a file from its marks, in a thread of its own, and keeps it encrypted beside the file. A
 * term that was marked goes wherever it stands.
 *
 * @throws ProblemError `no-marks`, and those of `makeRedacted`
 */
export async function make(job: Job, { fileId, password }: Given<'redaction.make'>): Promise<Result<'redaction.make'>> {
  const { db, services, signal } = job;
  const file = await markedFile(db, fileId);
  const marks = await marksOf(db, fileId);
  if (marks.length === 0)
    throw problem('no-marks', 'Nothing is marked in this file yet, so there is nothing to redact.', {
      hint: 'Draw a mark over what has to go, or mark a term.',
    });
  const terms = [...new Set(marks.flatMap(({ term }) => (term === null ? [] : [term])))];
  return inScratch(services.tmp, async (scratch, seal) => {
    const made = await redactInWorker(
      {
        handle: await pagesHandle(job, file),
        password,
        scratch,
        seal,
        terms: terms.map((term) => term.replace(/\s+/g, ' ')).join('\n'),
        marks: marks.map(({ page, leftPt, topPt, widthPt, heightPt, reason }) => ({
          page,
          left: leftPt,
          top: topPt,
          width: widthPt,
          height: heightPt,
          reason,
        })),
        reason: marks.find(({ term }) => term !== null)?.reason ?? null,
      },
      { signal, onProgress: (progress) => job.report({ ...progress, item: file.name }) },
    );
    signal.throwIfAborted();
    const { sha256, size, pages, removed, problems } = made;
    const blob = await services.blobs.write(readSealed(made.file, seal), { mime: 'application/pdf', sha256, signal });
    return await job.write(async (context) => {
      await services.blobs.record(context.db, blob, context.clock.now());
      await context.db.deleteFrom('redactedFile').where('fileId', '=', fileId).execute();
      await context.db
        .insertInto('redactedFile')
        .values({
          id: context.newId(),
          matterId: file.matterId,
          fileId,
          blobId: blob.id,
          sha256,
          size,
          pages,
          marks: marks.length,
          madeAt: context.clock.now(),
          report: JSON.stringify({ signature: signatureOf(marks), removed, problems }),
        })
        .execute();
      await enterCustody(context, file, { step: 'copied', note: `${file.name}: redacted copy made`, sha256 });
      return (await copyOf(context.db, fileId))!;
    });
  });
}

/** @throws ProblemError `no-copy` */
async function copyRow(db: Query['db'], fileId: string) {
  const row = await redactedFor(db, fileId);
  if (!row) throw problem('no-copy', 'There is no redacted copy of this file any more.', { hint: 'Make it again.' });
  return row;
}

export async function readCopy({ db, services }: Query, { fileId, from, length }: Given<'redaction.read'>) {
  const { blobId } = await copyRow(db, fileId);
  const reader = services.blobs.open(blobId);
  try {
    const part = Buffer.allocUnsafe(Math.max(0, Math.min(length, reader.size - from)));
    reader.read(part, 0, part.length, from);
    return { size: reader.size, base64: part.toString('base64') };
  } finally {
    reader.close();
  }
}

/**
 * Writes the redacted copy when its readers, the public where none are named, may see what is left in it, and enters
 * this in the exhibit's custody and in the log.
 */
export async function saveCopy(
  app: App,
  { fileId, audience = 'public', path, overwrite, despite }: Given<'redaction.saveCopy'>,
): Promise<Result<'redaction.saveCopy'>> {
  const { runner, services, vault } = app.session!;
  const file = await markedFile(runner.db, fileId);
  const { blobId } = await copyRow(runner.db, fileId);
  const name = `${fileName(`${parsePath(file.name).name} (redacted)`)}.pdf`;
  const { exhibitId, matterId } = file;
  const target = await targetFor(app, path, name, { matterIds: [matterId], audience });
  if (target === null) return null;
  const bytes = await services.blobs.readAll(blobId);
  const written = await writeSearched(app, target, bytes, {
    overwrite: overwrite ?? path === undefined,
    audience,
    entity: 'exhibit',
    id: exhibitId,
    heldAs: fileId,
    matterId,
    despite,
  });
  const { sha256 } = written;
  if (!vault.readOnly)
    await runner.run({ name: 'redaction.saveCopy', undoable: false, touches: ['custody_entry'] }, (context) =>
      enterCustody(context, file, { step: 'exported', note: `${file.name}: redacted copy`, sha256 }),
    );
  await runner.note({
    action: 'redaction.export',
    entity: 'exhibit',
    entityId: exhibitId,
    matterId,
    detail: JSON.stringify({ sha256, audience }),
  });
  return written;
}
