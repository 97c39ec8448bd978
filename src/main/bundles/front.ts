import { type PdfOptions, renderPdf } from '#main/documents/service.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { type BundlePlan, type KeptFront, type PlanSection, planVolumes } from '#shared/domain/bundles/plan.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';
import { volumeNumeral } from '#shared/domain/bundles/volumes.ts';
import { type BundleFront, bundleCover, bundleIndex, type IndexSection } from '#shared/domain/drafting/bundle-pages.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource } from './assembler/file-source.ts';

/** Rounds that are tried: an index may get longer by the numbers in it, which hardly ever happens once. */
const ROUNDS = 5;
/** Pages of a cover and of an index. */
const LEAST = 2;

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
  /** Who typesets; the documents' own service where it is left out. */
  typeset?: (document: BlockDocument, options: PdfOptions) => Promise<Uint8Array>;
  /** How many pages the front of a single file may have, to begin with. */
  guess?: number;
}

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
  const isCommon = several && v === 0 && profile.volumeIndex === 'common-index-in-first';
  return {
    cover: bundleCover({ ...own, notes }),
    commonIndex: isCommon
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

function sectionsOf(plan: BundlePlan, marks: ReadonlyMap<string, string>): IndexSection[] {
  return plan.sections
    .filter(({ items }) => items.length > 0)
    .map(({ letter, title, items }) => ({
      letter,
      title,
      items: items.map((item) => ({ ...item, mark: marks.get(item.id) ?? null })),
    }));
}

const documentsOf = ({ sections }: BundlePlan) => sections.flatMap(({ items }) => items);
const firstLabel = (plan: BundlePlan) => documentsOf(plan)[0]!.firstLabel;
const lastLabel = (plan: BundlePlan) => documentsOf(plan).at(-1)!.lastLabel;

/** Typesets cover and index of every volume until the pages that they take are those that their numbers were counted with. */
export async function typesetFronts(
  front: BundleFront,
  volumes: readonly PlanSection[][],
  options: FrontOptions,
): Promise<FrontMatter[]> {
  const isCommon = volumes.length > 1 && options.profile.volumeIndex === 'common-index-in-first';
  const usual = volumes.length > 1 ? LEAST : (options.guess ?? LEAST);
  let fronts: number[] = volumes.map((_, v) => (isCommon && v === 0 ? usual + 1 : usual));
  const typeset = typesetting(options);
  for (let round = 0; round < ROUNDS; round++) {
    const plans = planVolumes(volumes, fronts, options.profile, options.kept ?? null);
    const made: FrontMatter[] = [];
    const counts: number[] = [];
    for (const [v, plan] of plans.entries()) {
      const { cover, commonIndex, index } = frontDocuments(front, plans, v, options);
      const parts = [await typeset(cover), ...(commonIndex ? [await typeset(commonIndex)] : []), await typeset(index)];
      counts.push(parts.reduce((sum, { pages }) => sum + pages, 0));
      made.push({
        plan,
        cover: parts[0]!.pdf,
        commonIndex: commonIndex ? parts[1]!.pdf : null,
        index: parts.at(-1)!.pdf,
      });
    }
    if (counts.every((count, v) => count === fronts[v])) return made;
    fronts = counts;
  }
  throw new Error('The index of the bundle does not come to rest');
}

/**
 * About how many pages the front of a file will have, from the words in it alone: so that it is known, and the typesetter
 * warm, before the pages of the documents are counted. Never fails: what is wrong is said when it is done in earnest.
 */
export async function guessFront(front: BundleFront, sections: PlanSection[], options: FrontOptions): Promise<number> {
  try {
    const plans = planVolumes([sections], [LEAST], options.profile, null);
    const { cover, index } = frontDocuments(front, plans, 0, options);
    const typeset = typesetting(options);
    return (await typeset(cover)).pages + (await typeset(index)).pages;
  } catch {
    return LEAST;
  }
}

/** Typesets each document once: the cover stays the same from round to round. */
function typesetting({ typeset = renderPdf }: FrontOptions) {
  const known = new Map<string, { pdf: Uint8Array; pages: number }>();
  return async (document: BlockDocument) => {
    const key = JSON.stringify(document);
    const before = known.get(key);
    if (before) return before;
    const pdf = await typeset(document, { tagged: false });
    const made = { pdf, pages: countPages(bytesSource(pdf)).pages };
    known.set(key, made);
    return made;
  };
}
