import { renderPdf } from '#main/documents/service.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type BundlePlan, type BundleProfile, type PlanSection, planBundle } from '#shared/domain/bundles/plan.ts';
import { type BundleFront, bundleCover, bundleIndex, type IndexSection } from '#shared/domain/drafting/bundle-pages.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource } from './assembler/file-source.ts';

/** Rounds that are tried: the index may get longer by the numbers in it, which hardly ever happens once. */
const ROUNDS = 4;

/** Cover and index of a bundle, and the plan that they agree with. */
export interface FrontMatter {
  plan: BundlePlan;
  cover: Uint8Array;
  index: Uint8Array;
  /** Pages of each. */
  coverPages: number;
  indexPages: number;
}

/** The documents of the front matter, for a plan. */
export function frontDocuments(
  front: BundleFront,
  plan: BundlePlan,
  marks: ReadonlyMap<string, string>,
): { cover: BlockDocument; index: BlockDocument } {
  const sections = plan.sections
    .filter(({ items }) => items.length > 0)
    .map(
      ({ letter, title, items }): IndexSection => ({
        letter,
        title,
        items: items.map((item) => ({ ...item, mark: marks.get(item.id) ?? null })),
      }),
    );
  return { cover: bundleCover(front), index: bundleIndex(front, sections) };
}

/** Typesets cover and index until the pages that they take are those that their numbers were counted with. */
export async function typesetFront(
  front: BundleFront,
  sections: PlanSection[],
  profile: BundleProfile,
  marks: ReadonlyMap<string, string>,
): Promise<FrontMatter> {
  let frontPages = 2;
  for (let round = 0; round < ROUNDS; round++) {
    const plan = planBundle(sections, frontPages, profile);
    const documents = frontDocuments(front, plan, marks);
    const cover = await renderPdf(documents.cover, { tagged: false });
    const index = await renderPdf(documents.index, { tagged: false });
    const coverPages = countPages(bytesSource(cover)).pages;
    const indexPages = countPages(bytesSource(index)).pages;
    if (coverPages + indexPages === frontPages) return { plan, cover, index, coverPages, indexPages };
    frontPages = coverPages + indexPages;
  }
  throw new Error('The index of the bundle does not come to rest');
}
