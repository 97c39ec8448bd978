import type { Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';

/**
 * What is printed over the pages of a post or a saved page, so that what was captured can be told from the paper: where
 * it stood and whose account it was, when it was captured, and the hash of the file. Empty for anything else.
 */
export async function captionOf(
  { db }: Query,
  { exhibitId }: Pick<Row<'bundleItem'>, 'exhibitId'>,
  hide: (text: string) => string,
): Promise<string[]> {
  if (exhibitId === null) return [];
  const exhibit = await db
    .selectFrom('exhibit')
    .select(['url', 'account', 'capturedAt'])
    .where('id', '=', exhibitId)
    .executeTakeFirst();
  if (!exhibit?.url && !exhibit?.capturedAt) return [];
  const files = await db
    .selectFrom('exhibitFile')
    .select('sha256')
    .where('exhibitId', '=', exhibitId)
    .orderBy('position')
    .execute();
  const { url, account, capturedAt } = exhibit;
  const where = [url, account, capturedAt ? `captured ${capturedAt.slice(0, 16).replace('T', ' ')}` : null];
  const hash = files.length === 1 ? [`SHA-256 ${files[0]!.sha256}`] : [];
  return [hide(where.filter(Boolean).join(' | ')), ...hash];
}
