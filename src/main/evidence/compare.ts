import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Job } from '#main/services.ts';
import type { Given } from '#shared/contract/index.ts';
import { enterCustody, fileRow } from './exhibits.ts';

const PART = 1024 * 1024;

/**
 * Reads a file of the vault whole and compares it with the SHA-256 that it was taken in with.
 * @throws ProblemError `blob-damaged` where it can't be read whole
 */
export async function compareFile(job: Job, { fileId }: Given<'exhibits.compare'>): Promise<{ same: boolean }> {
  const file = await fileRow(job.db, fileId);
  const hash = createHash('sha256');
  const reader = job.services.blobs.open(file.blobId);
  const part = Buffer.allocUnsafe(PART);
  try {
    for (let at = 0; at < reader.size; ) {
      job.signal.throwIfAborted();
      const got = reader.read(part, 0, part.length, at);
      hash.update(part.subarray(0, got));
      at += got;
      job.report({ unit: 'bytes', done: at, total: reader.size, item: file.name });
      // The window goes on being drawn between two parts.
      await setImmediate();
    }
  } finally {
    part.fill(0);
    reader.close();
  }
  const sha256 = hash.digest('hex');
  const same = sha256 === file.sha256;
  const note = same ? `${file.name}: hash equal, read in full` : `${file.name}: hash differs from that at import`;
  await job.write((context) => enterCustody(context, file, { step: 'viewed', note, sha256 }));
  return { same };
}
