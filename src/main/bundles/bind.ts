import { rmSync } from 'node:fs';
import type { JobProgress } from '#main/store/context.ts';
import type { PlanItem, PlanSection } from '#shared/domain/bundles/plan.ts';
import { arrangeLate, splitVolumes } from '#shared/domain/bundles/volumes.ts';
import type { BindCheck, BindInput, BindItem, BindReport, Skipped } from './binding.ts';
import { countAll, type Part } from './counting.ts';
import { type FrontOptions, guessFront, typesetFronts } from './front.ts';
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
  const { typeset } = thePress();
  // The typesetter gets warm while the sources are counted.
  const guess = guessFront(input.front, wordsOf(input), { profile: input.profile, marks: marksOf(input), typeset });
  const images = new PageImages(input, report);
  try {
    let parts = await countAll(items, skipped, report, images);
    for (;;) {
      const places = await placesOf(input, parts, { typeset, guess: await guess });
      const bound: BoundVolume[] = [];
      for (const place of places) bound.push(await bindVolume(input, place, parts, report));
      const lost = new Map(bound.flatMap((each) => [...each.lost]));
      if (lost.size === 0) return reportOf(input, bound, skipped, images.notes);
      // A file that could be counted and then not be copied is drawn or left out, and everything is numbered anew.
      parts = await images.replaced(parts, lost, skipped);
      for (const { partial } of places) rmSync(partial, { force: true });
    }
  } finally {
    images.discard();
  }
}

/** The files that the bundle becomes, each with its plan and its typeset front pages. */
async function placesOf(
  input: BindInput,
  parts: Part[],
  setting: Pick<FrontOptions, 'typeset' | 'guess'>,
): Promise<VolumePlace[]> {
  const marks = marksOf(input);
  const sections = input.sections.map(
    ({ id, title, items }): PlanSection => ({
      id,
      title,
      items: items.flatMap((item) => planItem(item, parts)),
    }),
  );
  const { main, separate } = arrangeLate(sections, input.profile);
  const places: VolumePlace[] = [];
  for (const [isLate, group] of [[false, main] as const, [true, separate] as const]) {
    if (isLate && group.length === 0) continue;
    const volumes = input.volumes ? splitVolumes(group, input.volumes, FRONT_ROOM) : [group];
    const kept = isLate ? null : (input.kept ?? null);
    const fronts = await typesetFronts(input.front, volumes, {
      ...setting,
      profile: input.profile,
      marks,
      kept,
      isLate,
    });
    for (const [v, front] of fronts.entries()) {
      const volume = volumes.length > 1 ? { number: v + 1, of: volumes.length } : null;
      const partial = places.length === 0 ? input.partial : `${input.partial}.${places.length + 1}`;
      places.push({ front, volume, isLate, partial });
    }
  }
  return places;
}

const marksOf = ({ sections }: BindInput) =>
  new Map(sections.flatMap(({ items }) => items.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []))));

/** What the index will say, before anything is known of pages. */
const wordsOf = ({ sections }: BindInput) =>
  sections.map(
    (section): PlanSection => ({
      ...section,
      items: section.items.map(({ id, title, date }) => ({
        id,
        title,
        date,
        pageCount: 1,
        size: 0,
        late: false,
        kept: null,
      })),
    }),
  );

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
