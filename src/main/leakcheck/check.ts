import { createHash } from 'node:crypto';
import { createReadStream, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openHandle, type SourceHandle } from '#main/bundles/handles.ts';
import type { Query, VaultJob } from '#main/services.ts';
import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { problem } from '#shared/problem.ts';
import type { PagePreview } from './previews.ts';
import { audienceOf, secretsOf } from './records.ts';
import { hashOf, type ScanInput, type ScanReport } from './scan.ts';

interface Watch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
}

interface NamedFile {
  name: string;
  handle: SourceHandle;
}

/** A file that was searched, with the pages on which something was found where they were wanted. */
interface Checked {
  checked: CheckedFile;
  previews: PagePreview[];
}

/** Searches finished files for what these readers may not learn, in a thread of their own. */
export async function checkEach(
  { db }: Pick<Query, 'db'>,
  files: readonly NamedFile[],
  audience: Audience,
  { previews = false, ...watch }: Watch & { previews?: boolean } = {},
): Promise<Checked[]> {
  if (files.length === 0) return [];
  const reports = await scanned([...files], { ...(await secretsOf(db, audience)), previews }, watch);
  return reports.map(({ sha256, pages, hits, more, unread, isWhole, previews: shown }, i) => ({
    checked: { file: files[i]!.name, sha256, pages, audience, hits, more, unread, isWhole },
    previews: shown,
  }));
}

/**
 * One file that ends the thread is searched again by itself, so that it does not take the others with it; if it ends
 * that too, it could not be searched.
 */
async function scanned(files: NamedFile[], secrets: Omit<ScanInput, 'files'>, watch: Watch): Promise<ScanReport[]> {
  const options = { signal: watch.signal, onProgress: watch.onProgress, heapMiB: 1024 };
  try {
    return await runInWorker<ScanReport[]>('check-leaks', { ...secrets, files }, options);
  } catch (error) {
    if (watch.signal?.aborted) throw error;
    const [only, ...others] = files as [NamedFile, ...NamedFile[]];
    if (others.length === 0) return [unsearchable(only)];
    const reports: ScanReport[] = [];
    for (const file of files) reports.push(...(await scanned([file], secrets, watch)));
    return reports;
  }
}

/** @throws ProblemError `cannot-read` where it may not even be read */
function unsearchable({ name, handle }: NamedFile): ScanReport {
  const none = { pages: null, hits: [], more: 0, isWhole: false, previews: [] };
  try {
    const source = openHandle(handle);
    try {
      const unread = ['it is so large, or so damaged, that every attempt to read it was ended'];
      return { ...none, sha256: hashOf(source), bytes: source.size, unread };
    } finally {
      source.close?.();
    }
  } catch {
    throw problem('cannot-read', `${path.basename(name)} could not be read from where it lies.`);
  }
}

/** Whether a file may be given out: all of it that can hold a name was searched, and nothing was found. */
export const isClean = ({ hits, isWhole }: CheckedFile) => hits.length === 0 && isWhole;

/** Searches files on the disk. @throws ProblemError `no-such-file` before anything is searched */
export async function checkFiles(
  job: VaultJob,
  { paths, audience }: Given<'leakcheck.files'>,
): Promise<Result<'leakcheck.files'>> {
  for (const file of paths) assertFile(file);
  const readers = new Map<string, Audience>();
  for (const file of paths)
    readers.set(file, audience ?? (await audienceOf(job.db, await hashOfFile(file))) ?? 'public');
  const found = new Map<string, CheckedFile>();
  for (const [who, of] of Map.groupBy(paths, (file) => readers.get(file)!)) {
    const named = of.map((file): NamedFile => ({ name: file, handle: { kind: 'path', file } }));
    const checked = await checkEach(job, named, who, { signal: job.signal, onProgress: job.report });
    for (const { checked: each } of checked) found.set(each.file, each);
  }
  const files = paths.map((file) => found.get(file)!);
  return { ok: files.every(isClean), files };
}

/** @throws ProblemError `no-such-file`, `folder-given` */
function assertFile(file: string): void {
  const name = path.basename(file);
  let info: Stats | undefined;
  try {
    info = statSync(file, { throwIfNoEntry: false });
  } catch {
    // A link to itself, a folder that may not be entered: there is no file to be had.
  }
  if (info?.isDirectory()) throw problem('folder-given', `${name} is a folder.`, { hint: 'Name the files in it.' });
  if (!info?.isFile()) throw problem('no-such-file', `There is no file ${name} there, or it may not be read.`);
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
