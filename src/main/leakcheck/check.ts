import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceHandle } from '#main/bundles/handles.ts';
import type { Query, VaultJob } from '#main/services.ts';
import type { JobProgress } from '#main/store/context.ts';
import { runInWorker } from '#main/workers/run.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { CheckedFile } from '#shared/contract/leakcheck.ts';
import type { Audience } from '#shared/domain/leakcheck/audience.ts';
import { problem } from '#shared/problem.ts';
import type { PagePreview } from './previews.ts';
import { audienceOf, secretsOf } from './records.ts';
import type { ScanInput, ScanReport } from './scan.ts';

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

/** One file that ends the thread is searched again by itself, so that it does not take the others with it. */
async function scanned(files: NamedFile[], secrets: Omit<ScanInput, 'files'>, watch: Watch): Promise<ScanReport[]> {
  const options = { signal: watch.signal, onProgress: watch.onProgress, heapMiB: 1024 };
  try {
    return await runInWorker<ScanReport[]>('check-leaks', { ...secrets, files }, options);
  } catch (error) {
    if (watch.signal?.aborted || files.length === 1) throw error;
    const reports: ScanReport[] = [];
    for (const file of files) reports.push(...(await scanned([file], secrets, watch)));
    return reports;
  }
}

/** Whether a file may be given out: all of it that can hold a name was searched, and nothing was found. */
export const isClean = ({ hits, isWhole }: CheckedFile) => hits.length === 0 && isWhole;

/** Searches files on the disk. @throws ProblemError `no-such-file` before anything is searched */
export async function checkFiles(
  job: VaultJob,
  { paths, audience }: Given<'leakcheck.files'>,
): Promise<Result<'leakcheck.files'>> {
  for (const file of paths) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw problem('no-such-file', `There is no file ${path.basename(file)} there, or it may not be read.`);
  }
  const readers = new Map<string, Audience>();
  for (const file of paths) readers.set(file, audience ?? (await audienceOf(job.db, await hashOf(file))) ?? 'public');
  const found = new Map<string, CheckedFile>();
  for (const [who, of] of Map.groupBy(paths, (file) => readers.get(file)!)) {
    const named = of.map((file): NamedFile => ({ name: file, handle: { kind: 'path', file } }));
    const checked = await checkEach(job, named, who, { signal: job.signal, onProgress: job.report });
    for (const { checked: each } of checked) found.set(each.file, each);
  }
  const files = paths.map((file) => found.get(file)!);
  return { ok: files.every(isClean), files };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
