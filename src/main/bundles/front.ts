import { type PdfOptions, renderPdf } from '#main/documents/service.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type BundlePlan, type KeptFront, type PlanSection, planVolumes } from '#shared/domain/bundles/plan.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';
import { volumeNumeral } from '#shared/domain/bundles/volumes.ts';
import { type BundleFront, bundleCover, bundleIndex, type IndexSection } from '#shared/domain/drafting/bundle-pages.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource } from './assembler/file-source.ts';
import { likelyPages } from './front-length.ts';

/** Rounds that are tried: an index may get longer by the numbers in it, which hardly ever happens once. */
export const ROUNDS = 5;

/** Cover and index of a file, and the plan that they agree with. */
export interface FrontMatter {
  plan: BundlePlan;
  cover: Uint8Array;
  /** What is in all volumes: in the first, where the court wants it there. */
  commonIndex: Uint8Array | null;
  index: Uint8Array;
}

export interface FrontOptions {
  profile: BundleProfile;
  /** How the documents are marked in the proceeding, by their ids. */
  marks: ReadonlyMap<string, string>;
  kept?: KeptFront | null;
  /** The files hold what came after service. */
  isLate?: boolean;
}

/** A document that was typeset. */
interface Typeset {
  pdf: Uint8Array;
  pages: number;
}

export type Typesetting = (document: BlockDocument) => Promise<Typeset>;

/** The typeset documents of a volume's front, in their order. */
export interface FrontDocuments {
  cover: BlockDocument;
  commonIndex: BlockDocument | null;
  index: BlockDocument;
}

/** The documents of the front matter of one volume, for the plans of all. */
export function frontDocuments(
  front: BundleFront,
  plans: readonly BundlePlan[],
  v: number,
  { profile, marks, isLate }: FrontOptions,
): FrontDocuments {
  const plan = plans[v]!;
  const several = plans.length > 1;
  const name = `Volume ${volumeNumeral(v + 1)}`;
  const title = isLate ? `${front.title}: documents added later` : front.title;
  const own: BundleFront = { ...front, title, columns: front.columns ?? profile.indexColumns };
  const pages = plan.labels[0] ? [`Pages ${firstLabel(plan)} to ${lastLabel(plan)}`] : [];
  const notes = several ? [`${name} of ${volumeNumeral(plans.length)}`, ...pages, ...front.notes] : front.notes;
  return {
    cover: bundleCover({ ...own, notes }),
    commonIndex: hasCommonIndex(plans.length, v, profile)
      ? bundleIndex(
          { ...own, indexTitle: 'Index of all volumes' },
          plans.flatMap((each, other) =>
            sectionsOf(each, marks).map((section) => ({
              ...section,
              volume: `Volume ${volumeNumeral(other + 1)}`,
              isElsewhere: other !== v,
            })),
          ),
        )
      : null,
    index: bundleIndex(several ? { ...own, indexTitle: `Index of ${name}` } : own, sectionsOf(plan, marks)),
  };
}

/** Whether a volume, from 0, has an index of all volumes beside its own. */
export const hasCommonIndex = (volumes: number, v: number, { volumeIndex }: BundleProfile) =>
  volumes > 1 && v === 0 && volumeIndex === 'common-index-in-first';

function sectionsOf(plan: BundlePlan, marks: ReadonlyMap<string, string>): IndexSection[] {
  return plan.sections
    .filter(({ items }) => items.length > 0)
    .map(({ letter, title, items }) => ({
      letter,
      title,
      items: items.map((item) => ({ ...item, mark: marks.get(item.id) ?? null })),
    }));
}

const documentsOf = ({ cover, commonIndex, index }: FrontDocuments) =>
  commonIndex ? [cover, commonIndex, index] : [cover, index];
const itemsOf = ({ sections }: BundlePlan) => sections.flatMap(({ items }) => items);
const firstLabel = (plan: BundlePlan) => itemsOf(plan)[0]!.firstLabel;
const lastLabel = (plan: BundlePlan) => itemsOf(plan).at(-1)!.lastLabel;

/** About how many pages the front of each volume will have, before anything is typeset. */
export function likelyFronts(front: BundleFront, volumes: readonly PlanSection[][], options: FrontOptions): number[] {
  // What the numbers are does not matter here, but their places must be there.
  const plans = planVolumes(
    volumes,
    volumes.map(() => 1),
    options.profile,
    options.kept ?? null,
  );
  return plans.map((_, v) =>
    documentsOf(frontDocuments(front, plans, v, options)).reduce((sum, document) => sum + likelyPages(document), 0),
  );
}

/** Typesets cover and index of every volume for the plans that there are, and says how many pages they take. */
export async function typesetOnce(
  front: BundleFront,
  plans: readonly BundlePlan[],
  options: FrontOptions,
  typeset: Typesetting,
): Promise<{ fronts: FrontMatter[]; counts: number[] }> {
  const fronts: FrontMatter[] = [];
  const counts: number[] = [];
  for (const [v, plan] of plans.entries()) {
    const documents = frontDocuments(front, plans, v, options);
    const parts: Typeset[] = [];
    for (const document of documentsOf(documents)) parts.push(await typeset(document));
    counts.push(parts.reduce((sum, { pages }) => sum + pages, 0));
    fronts.push({
      plan,
      cover: parts[0]!.pdf,
      commonIndex: documents.commonIndex ? parts[1]!.pdf : null,
      index: parts.at(-1)!.pdf,
    });
  }
  return { fronts, counts };
}

/** Typesets cover and index of every volume until the pages that they take are those that their numbers were counted with. */
export async function typesetFronts(
  front: BundleFront,
  volumes: readonly PlanSection[][],
  options: FrontOptions,
): Promise<FrontMatter[]> {
  let lengths = likelyFronts(front, volumes, options);
  const typeset = typesetting(renderPdf);
  for (let round = 0; round < ROUNDS; round++) {
    const plans = planVolumes(volumes, lengths, options.profile, options.kept ?? null);
    const { fronts, counts } = await typesetOnce(front, plans, options, typeset);
    if (counts.every((count, v) => count === lengths[v])) return fronts;
    lengths = counts;
  }
  throw noRest();
}

/** For an index whose length changes with the numbers in it, and with those back again. */
export const noRest = () => new Error('The index of the bundle does not come to rest');

/** Typesets each document once: the cover stays the same from round to round. */
export function typesetting(
  typeset: (document: BlockDocument, options: PdfOptions) => Promise<Uint8Array>,
): Typesetting {
  const known = new Map<string, Promise<Typeset>>();
  return (document) => {
    const key = JSON.stringify(document);
    const before = known.get(key);
    if (before) return before;
    const made = typeset(document, { tagged: false }).then((pdf) => ({
      pdf,
      pages: countPages(bytesSource(pdf)).pages,
    }));
    made.catch(() => {});
    known.set(key, made);
    return made;
  };
}
