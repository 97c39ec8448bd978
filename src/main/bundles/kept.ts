import type { Query } from '#main/services.ts';
import type { KeptFront } from '#shared/domain/bundles/plan.ts';
import { lastVersion, readManifest } from './manifests.ts';

/** The numbers that were served and are to stay: those of the front pages, and of each item's first page. */
export interface KeptNumbers {
  front: KeptFront | null;
  byItem: ReadonlyMap<string, number>;
}

/** What the last version that was frozen had its documents numbered by; letters of insertions and sections left out. */
export async function keptNumbers({ db }: Query, bundleId: string): Promise<KeptNumbers> {
  const last = await lastVersion(db, bundleId);
  if (!last) return { front: null, byItem: new Map() };
  const { frontPages, items } = readManifest(last.manifest);
  const byItem = items.flatMap(({ id, label }) => {
    const number = /^[A-Z]*(\d+)$/.exec(label)?.[1];
    return number === undefined ? [] : [[id, Number(number)] as const];
  });
  return { front: frontPages === undefined ? null : { frontPages }, byItem: new Map(byItem) };
}
