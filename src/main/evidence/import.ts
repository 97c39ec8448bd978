import { open } from 'node:fs/promises';
import type { Command, Job, Services } from '#main/services.ts';
import type { JobProgress } from '#main/store/context.ts';
import { create, find } from '#main/store/rows.ts';
import type { BlobHandle } from '#main/vault/blob-reader.ts';
import type { StoredBlob } from '#main/vault/blobs.ts';
import type { ImportedFile } from '#shared/contract/evidence.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { enterCustody, nextNumber } from './exhibits.ts';
import { type FoundFile, gather, type RefusedFile, reasonOf } from './gather.ts';
import { type Recognised, recognise } from './kinds.ts';
import { nameProblems, titleOf } from './names.ts';
import { type Reading, readFiles } from './reading.ts';

/** A file that is in the vault and read, and that no exhibit has yet. */
export interface StoredFile extends Recognised {
  name: string;
  blob: StoredBlob;
  reading: Reading;
}

/** The same before it is read. */
interface UnreadFile extends Omit<StoredFile, 'reading'> {
  handle: BlobHandle;
}

interface StoreParts {
  services: Services;
  signal?: AbortSignal | undefined;
  report?: ((progress: JobProgress) => void) | undefined;
}

/**
 * Takes files into the vault and reads them, in the order given. Nothing refers to them yet: what is not attached to an
 * exhibit is swept away later. One bad file does not stop the others.
 */
export async function storeFiles(
  { services, signal, report }: StoreParts,
  paths: readonly string[],
  options: { folders?: boolean | undefined } = {},
): Promise<(StoredFile | RefusedFile)[]> {
  const found = await gather(paths, options);
  const total = found.reduce((sum, each) => sum + ('path' in each ? each.size : 0), 0);
  let before = 0;
  const taken: (UnreadFile | RefusedFile)[] = [];
  for (const each of found) {
    signal?.throwIfAborted();
    if ('refused' in each) {
      taken.push(each);
      continue;
    }
    const { name, size } = each;
    const onProgress = (bytes: number) =>
      report?.({ unit: 'bytes', done: before + Math.min(bytes, size), total, item: name });
    onProgress(0);
    taken.push(await storeOne(services, each, { signal, onProgress }));
    before += size;
  }
  const stored = taken.filter((each) => 'blob' in each);
  const readings = await readFiles(
    stored.map(({ handle, kind, mime, name }) => ({ handle, kind, mime, name })),
    { signal, onProgress: report },
  );
  return taken.map((each) => ('blob' in each ? withReading(each, readings[stored.indexOf(each)]!) : each));
}

async function storeOne(
  services: Services,
  { path: file, name }: FoundFile,
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress(bytes: number): void },
): Promise<UnreadFile | RefusedFile> {
  try {
    const recognised = recognise(await headOf(file), name);
    const blob = await services.blobs.write(file, { mime: recognised.mime, signal, onProgress });
    // Of a content that was there before, the blob may be damaged: that is this file's trouble alone.
    return { name, ...recognised, blob, handle: services.blobs.handle(blob.id) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { name, refused: reasonOf(error, name) };
  }
}

function withReading({ handle: _handle, ...file }: UnreadFile, reading: Reading): StoredFile {
  return { ...file, reading: { ...reading, problems: [...nameProblems(file.name, file), ...reading.problems] } };
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Puts stored files into an exhibit, with their pages' text and an entry of custody each. */
export async function attachFiles(
  context: Command,
  { matterId, exhibitId }: { matterId: string; exhibitId: string },
  files: readonly StoredFile[],
): Promise<void> {
  const { db, services, clock, newId } = context;
  const present = await db
    .selectFrom('exhibitFile')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('exhibitId', '=', exhibitId)
    .executeTakeFirstOrThrow();
  for (const [i, { name, kind, mime, blob, reading }] of files.entries()) {
    await services.blobs.record(db, blob, clock.now());
    const fileId = newId();
    await db
      .insertInto('exhibitFile')
      .values({
        id: fileId,
        matterId,
        exhibitId,
        blobId: blob.id,
        name,
        mime,
        kind,
        size: blob.size,
        sha256: blob.sha256,
        pages: reading.pages,
        textState: reading.text.length > 0 ? 'extracted' : 'none',
        problems: reading.problems.length > 0 ? JSON.stringify(reading.problems) : null,
        position: present.n + i,
      })
      .execute();
    for (const { page, text } of reading.text) {
      await db
        .insertInto('exhibitText')
        .values({ id: newId(), matterId, fileId, page, origin: 'extracted', text })
        .execute();
    }
    await enterCustody(context, { matterId, exhibitId }, { step: 'imported', note: name, sha256: blob.sha256 });
  }
}

/** Takes files in, each as an exhibit of its own or all into one that is there. */
export async function importFiles(job: Job, { matterId, paths, exhibitId, folders }: Given<'exhibits.import'>) {
  await find(job.db, 'matter', matterId);
  if (exhibitId !== undefined) await find(job.db, 'exhibit', exhibitId);
  const stored = await storeFiles(job, paths, { folders });
  return job.write(async (context) => {
    const results: Result<'exhibits.import'> = [];
    for (const file of stored) {
      results.push('refused' in file ? refusedRow(file) : await attachOne(context, matterId, exhibitId, file));
    }
    return results;
  });
}

async function attachOne(
  context: Command,
  matterId: string,
  exhibitId: string | undefined,
  file: StoredFile,
): Promise<ImportedFile> {
  const { db } = context;
  const same = await db
    .selectFrom('exhibitFile')
    .innerJoin('exhibit', 'exhibit.id', 'exhibitFile.exhibitId')
    .select('exhibit.id')
    .where('exhibitFile.matterId', '=', matterId)
    .where('exhibitFile.sha256', '=', file.blob.sha256)
    .where('exhibit.deletedAt', 'is', null)
    .executeTakeFirst();
  const target = exhibitId ?? (await newExhibit(context, matterId, file));
  await attachFiles(context, { matterId, exhibitId: target }, [file]);
  const { number } = await find(db, 'exhibit', target);
  return {
    file: file.name,
    exhibit: target,
    number,
    sha256: file.blob.sha256,
    kind: file.kind,
    pages: file.reading.pages,
    text: file.reading.text.length > 0 ? 'extracted' : 'none',
    sameAs: same?.id ?? null,
    problems: file.reading.problems,
  };
}

async function newExhibit(context: Command, matterId: string, { name, kind }: StoredFile): Promise<string> {
  const number = await nextNumber(context.db, matterId);
  const acquiredOn = context.clock.today();
  return create(context, 'exhibit', { matterId, number, kind, title: titleOf(name), acquiredOn, privilege: 'none' });
}

function refusedRow({ name, refused }: RefusedFile): ImportedFile {
  const none = { exhibit: null, number: null, sha256: null, kind: null, pages: null, sameAs: null };
  return { file: name, ...none, text: 'none', problems: [refused] };
}
