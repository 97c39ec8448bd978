import { z } from 'zod';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { concordance, type PlacedDocument } from '#shared/domain/bundles/concordance.ts';
import { problem } from '#shared/problem.ts';
import { planned } from './planning.ts';

/** What a manifest says of the documents of a version. */
const manifest = z.object({
  items: z.array(
    z.object({ id: z.string(), title: z.string(), firstPage: z.number(), lastPage: z.number(), label: z.string() }),
  ),
});

/**
 * Where the pages of a frozen version stand in a later one, or in the bundle as it would be written now.
 * @throws ProblemError `not-found` where there is no such version
 */
export async function compareVersions(
  context: Query,
  { id, from, to }: Given<'bundles.concordance'>,
): Promise<Result<'bundles.concordance'>> {
  const fresh = to === null ? await documentsNow(context, id) : await documentsOf(context, id, to);
  return { rows: concordance(await documentsOf(context, id, from), fresh) };
}

async function documentsOf({ db }: Query, bundleId: string, number: number): Promise<PlacedDocument[]> {
  const version = await db
    .selectFrom('bundleVersion')
    .select('manifest')
    .where('bundleId', '=', bundleId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!version) throw problem('not-found', `This bundle has no version ${number}.`);
  return manifest.parse(JSON.parse(version.manifest)).items;
}

async function documentsNow(context: Query, id: string): Promise<PlacedDocument[]> {
  const { sections } = await planned(context, { id });
  return sections.flatMap(({ items }) => items.filter(({ firstPage }) => firstPage > 0));
}
