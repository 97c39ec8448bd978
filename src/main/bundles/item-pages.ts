import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { sourcesOf } from './sources.ts';

/** What is larger is not read whole while somebody waits for its first page. */
const MOST = 48 * 1024 * 1024;

/**
 * The pages of one item as its readers get them: a PDF of the vault by its file, to be read in parts; what is typeset,
 * or stands in a file's place, whole.
 *
 * @throws ProblemError `not-found`, `too-large`, and those of its sources
 */
export async function itemPages(
  context: Query,
  { id }: Given<'bundles.itemPages'>,
): Promise<Result<'bundles.itemPages'>> {
  const { db, services } = context;
  const row = await db
    .selectFrom('bundleItem')
    .innerJoin('bundle', 'bundle.id', 'bundleItem.bundleId')
    .selectAll('bundleItem')
    .select('bundle.audience')
    .where('bundleItem.id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not-found', 'This item is no longer in the bundle.');
  const sources = await sourcesOf(context, row, row.audience);
  const parts: Result<'bundles.itemPages'>['parts'] = [];
  for (const { handle, size } of sources) {
    const file =
      handle.kind !== 'blob'
        ? undefined
        : await db.selectFrom('exhibitFile').select('id').where('blobId', '=', handle.id).executeTakeFirst();
    if (file) {
      parts.push({ fileId: file.id, size, base64: null });
      continue;
    }
    if (size > MOST) throw problem('too-large', 'This is too large to be shown here.');
    if (handle.kind === 'path') throw problem('not-found', 'This item has no file in the vault.');
    const bytes = handle.kind === 'bytes' ? handle.bytes : await services.blobs.readAll(handle.id);
    parts.push({ fileId: null, size, base64: Buffer.from(bytes).toString('base64') });
  }
  return { parts };
}
