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
import { audienceOf, secretsOf } from './records.ts';
import type { ScanReport } from './scan.ts';

interface Watch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** Searches one file for what these readers may not learn, in a thread of its own. */
export async function checkFile(
  { db }: Pick<Query, 'db'>,
  file: { name: string; handle: SourceHandle },
  audience: Audience,
  watch: Watch = {},
): Promise<CheckedFile> {
  const { list, known } = await secretsOf(db, audience);
  const found = await runInWorker<ScanReport>(
    'check-leaks',
    { file, list, known },
    {
      signal: watch.signal,
      onProgress: watch.onProgress,
      heapMiB: 1024,
    },
  );
  const { sha256, pages, hits, more, unread } = found;
  return { file: file.name, sha256, pages, audience, hits, more, unread };
}

/** Whether a file may be given out: nothing was found in it, and all of it that can hold a name was searched. */
export const isClean = ({ hits, unread }: CheckedFile) => hits.length === 0 && !unread.some(isSerious);

/** Pictures without text are told; a file that could not be opened is not called clean. */
const isSerious = (what: string) =>
  /password|could not be read|could not be unpacked|too deep|too many|damaged/.test(what);

/** Searches files on the disk. @throws ProblemError `no-such-file` before anything is searched */
export async function checkFiles(
  job: VaultJob,
  { paths, audience }: Given<'leakcheck.files'>,
): Promise<Result<'leakcheck.files'>> {
  for (const file of paths) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw problem('no-such-file', `There is no file ${path.basename(file)} there, or it may not be read.`);
  }
  const files: CheckedFile[] = [];
  for (const file of paths) {
    const readers = audience ?? (await audienceOf(job.db, await hashOf(file))) ?? 'public';
    const watch = { signal: job.signal, onProgress: job.report };
    files.push(await checkFile(job, { name: file, handle: { kind: 'path', file } }, readers, watch));
  }
  return { ok: files.every(isClean), files };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
