import { z } from 'zod';
import type { Query } from '#main/services.ts';
import { problem } from '#shared/problem.ts';

/** What a manifest says of the documents of a version. Older ones say less. */
const manifest = z.object({
  frontPages: z.number().optional(),
  files: z.array(z.object({ sha256: z.string() })).optional(),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      firstPage: z.number(),
      lastPage: z.number(),
      label: z.string(),
      lastLabel: z.string().optional(),
      labels: z.array(z.string()).optional(),
      volume: z.number().optional(),
      exhibitId: z.string().nullable().optional(),
      orderId: z.string().nullable().optional(),
      draftId: z.string().nullable().optional(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

/** The version that was frozen last; undefined where there is none. */
export function lastVersion(db: Query['db'], bundleId: string) {
  return db
    .selectFrom('bundleVersion')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

/** @throws ProblemError `not-found` where there is no such version */
export async function manifestOfVersion({ db }: Query, bundleId: string, number: number): Promise<Manifest> {
  const version = await db
    .selectFrom('bundleVersion')
    .select('manifest')
    .where('bundleId', '=', bundleId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!version) throw problem('not-found', `This bundle has no version ${number}.`);
  return readManifest(version.manifest);
}

export const readManifest = (text: string): Manifest => manifest.parse(JSON.parse(text));
