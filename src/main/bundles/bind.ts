import { rmSync } from 'node:fs';
import type { JobProgress } from '#main/store/context.ts';
import { type PlanItem, type PlanSection, planVolumes } from '#shared/domain/bundles/plan.ts';
import { arrangeLate, splitVolumes } from '#shared/domain/bundles/volumes.ts';
import { bundleCover } from '#shared/domain/drafting/bundle-pages.ts';
import type { BindCheck, BindInput, BindItem, BindReport, Skipped } from './binding.ts';
import { countAll, type Part } from './counting.ts';
import {
  type FrontOptions,
  hasCommonIndex,
  likelyFronts,
  noRest,
  ROUNDS,
  type Typesetting,
  typesetOnce,
  typesetting,
} from './front.ts';
import { PageImages } from './page-images.ts';
import { thePress } from './press.ts';
import { type BoundVolume, bindVolume, type VolumePlace } from './volume.ts';

/** Room in a volume for cover and index, before it is known how long they are. */
const FRONT_ROOM = { pages: 4, bytes: 200_000 };
/** What numbers, outline and links add to a page, at most. */
const BYTES_A_PAGE = 600;

/**
 * Binds a bundle: counts the pages of every source, typesets cover and index with the numbers that follow, writes each
 * volume in one pass, and opens it again to see that it is what was planned. Runs in a worker.
 *
 * @throws ProblemError `bundle-empty`, `disk-full`, `no-such-folder`, `cannot-write`, or `bundle-not-verified` where a file is not what was planned
 */
export async function bindBundle(input: BindInput, report: (progress: JobProgress) => void): Promise<BindReport> {
  const skipped: Skipped[] = [];
  const items = input.sections.flatMap((section) => section.items);
  const typeset = typesetting(thePress().typeset);
  // The typesetter gets warm while the sources are counted: a bundle in one file has this very cover.
  void typeset(bundleCover(input.front));
  const images = new PageImages(input, report);
  try {
    let parts = await countAll(items, skipped, report, images);
    let lengths: number[][] = [];
    for (let round = 0; ; round++) {
      const groups = groupsOf(input, parts, lengths, typeset);
      const bound = await bindAll(
        input,
        groups.flatMap(({ places }) => places),
        parts,
        report,
      );
      const lost = new Map(bound?.flatMap((each) => [...each.lost]));
      if (bound && lost.size === 0) return reportOf(input, bound, skipped, images.notes);
      for (const { partial } of groups.flatMap(({ places }) => places)) rmSync(partial, { force: true });
      if (bound) {
        // A file that could be counted and then not be copied is drawn or left out, and everything is numbered anew.
        parts = await images.replaced(parts, lost, skipped);
        lengths = [];
      } else if (round >= ROUNDS) throw noRest();
      else lengths = await Promise.all(groups.map(async ({ typeset: made }) => (await made).counts));
    }
  } finally {
    images.discard();
  }
}

/** Writes the files one after another; null where the front pages of one are not as many as it was numbered with. */
async function bindAll(
  input: BindInput,
  places: readonly VolumePlace[],
  parts: Part[],
  report: (progress: JobProgress) => void,
): Promise<BoundVolume[] | null> {
  const bound: BoundVolume[] = [];
  for (const place of places) {
    const volume = await bindVolume(input, place, parts, report);
    if (volume === null) return null;
    bound.push(volume);
  }
  return bound;
}

/** Files whose numbers hang together: the bundle in its volumes, or what came after service and stands apart. */
interface Group {
  places: VolumePlace[];
  /** Their front pages, and how many each file has. */
  typeset: ReturnType<typeof typesetOnce>;
}

/**
 * The files that the bundle becomes, each with its plan, while their front pages are being typeset.
 * @param lengths of the front pages of the files of each group; where they are not known, what they will most likely be
 */
function groupsOf(input: BindInput, parts: Part[], lengths: readonly number[][], typeset: Typesetting): Group[] {
  const sections = input.sections.map(
    ({ id, title, items }): PlanSection => ({
      id,
      title,
      items: items.flatMap((item) => planItem(item, parts)),
    }),
  );
  const { main, separate } = arrangeLate(sections, input.profile);
  const groups: Group[] = [];
  for (const [isLate, group] of [[false, main] as const, [true, separate] as const]) {
    if (isLate && group.length === 0) continue;
    const volumes = input.volumes ? splitVolumes(group, input.volumes, FRONT_ROOM) : [group];
    const kept = isLate ? null : (input.kept ?? null);
    const options: FrontOptions = { profile: input.profile, marks: marksOf(input), kept, isLate };
    const pages = lengths[groups.length] ?? likelyFronts(input.front, volumes, options);
    const plans = planVolumes(volumes, pages, input.profile, kept);
    const made = typesetOnce(input.front, plans, options, typeset);
    const fits = made.then(({ counts }) => counts.every((count, v) => count === pages[v]));
    const before = groups.reduce((sum, { places }) => sum + places.length, 0);
    const places = plans.map((plan, v): VolumePlace => {
      const front = fits.then(async (fit) => (fit ? (await made).fronts[v]! : null));
      // Whoever binds the file hears of it; the others need not.
      front.catch(() => {});
      return {
        plan,
        front,
        hasCommonIndex: hasCommonIndex(plans.length, v, input.profile),
        volume: plans.length > 1 ? { number: v + 1, of: plans.length } : null,
        isLate,
        partial: before + v === 0 ? input.partial : `${input.partial}.${before + v + 1}`,
      };
    });
    groups.push({ places, typeset: made });
  }
  return groups;
}

const marksOf = ({ sections }: BindInput) =>
  new Map(sections.flatMap(({ items }) => items.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []))));

function planItem({ id, title, date, late, kept }: BindItem, parts: Part[]): PlanItem[] {
  const own = parts.filter(({ itemId }) => itemId === id);
  const pageCount = own.reduce((sum, { count }) => sum + count, 0);
  const size = own.reduce((sum, part) => sum + part.size, pageCount * BYTES_A_PAGE);
  return pageCount === 0 ? [] : [{ id, title, date, pageCount, size, late: late ?? false, kept: kept ?? null }];
}

function reportOf(input: BindInput, bound: BoundVolume[], skipped: Skipped[], notes: BindCheck[]): BindReport {
  const names = new Map(
    input.sections.flatMap(({ items }) => items.map(({ id, sources }) => [id, sources[0]?.name ?? null] as const)),
  );
  const files = bound.map(({ file }) => file);
  return {
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: files[0]!.sha256,
    frontPages: files[0]!.frontPages,
    files,
    items: bound.flatMap(({ plan }, volume) =>
      plan.sections.flatMap(({ items }) =>
        items.map(({ id, title, firstPage, lastPage, firstLabel, lastLabel }) => ({
          id,
          title,
          file: names.get(id) ?? null,
          firstPage,
          lastPage,
          label: firstLabel,
          lastLabel,
          volume,
        })),
      ),
    ),
    skipped,
    checks: [...bound.flatMap(({ checks }) => checks), ...notes],
  };
}
