import { createHash } from 'node:crypto';
import { openSealed } from '#main/sealed-file.ts';
import type { JobProgress } from '#main/store/context.ts';
import { pageLabel } from '#shared/domain/bundles/labels.ts';
import type { BundlePlan } from '#shared/domain/bundles/plan.ts';
import { volumeNumeral } from '#shared/domain/bundles/volumes.ts';
import { problem } from '#shared/problem.ts';
import { bytesSource } from './assembler/file-source.ts';
import type { Inspection } from './assembler/inspect.ts';
import { lookThrough } from './assembler/look-through.ts';
import type {
  AssemblyItem,
  AssemblyPlan,
  AssemblyReport,
  ByteSource,
  OutlineEntry,
  SourceProblem,
  Stamp,
} from './assembler/types.ts';
import type { BindCheck, BindInput, BoundFile } from './binding.ts';
import type { Part } from './counting.ts';
import type { FrontMatter } from './front.ts';
import { openHandle } from './handles.ts';
import { writeAssembly } from './writing.ts';

/** One file of a bundle that is about to be written. */
export interface VolumePlace {
  plan: BundlePlan;
  hasCommonIndex: boolean;
  /** Its front pages, typeset for that plan; null where they are not as many as it says. */
  front: Promise<FrontMatter | null>;
  volume: BoundFile['volume'];
  isLate: boolean;
  partial: string;
}

export interface BoundVolume {
  file: BoundFile;
  plan: BundlePlan;
  lost: Map<string, string>;
  checks: BindCheck[];
}

/**
 * Writes one file of a bundle and opens it again. What could be counted and then not be copied is in `lost`, and the
 * file is of no use then; null where the front pages are not as many as planned.
 *
 * @throws ProblemError as `bindBundle` does
 */
export async function bindVolume(
  input: BindInput,
  place: VolumePlace,
  parts: Part[],
  report: (progress: JobProgress) => void,
): Promise<BoundVolume | null> {
  const { plan, volume, isLate, partial } = place;
  const here = new Set(plan.sections.flatMap(({ items }) => items.map(({ id }) => id)));
  const own = parts.filter(({ itemId }) => here.has(itemId));
  let made: FrontMatter | null = null;
  const fronts = place.front.then((typeset) => {
    made = typeset;
    return typeset !== null;
  });
  const assembly = assemblyPlan(input, place, () => made!, own);
  const written = await writeAssembly(assembly, { file: partial, seal: input.seal }, fronts, (done, total) =>
    report({ unit: 'files', done, total }),
  );
  if (written === null) return null;
  const { assembled, pressed } = written;
  const lost = new Map(assembled.skipped.map(({ id, message }) => [id, message]));
  const file = { partial, volume, isLate, pages: assembled.pages, frontPages: plan.frontPages };
  if (lost.size > 0) return { file: { ...file, ...(await pressed), found: NOTHING }, plan, lost, checks: [] };
  // It is looked through while the disk takes it in; whatever comes of that, the file is closed afterwards.
  let seen: Inspection;
  try {
    seen = looked(openSealed(partial, input.seal), plan, assembled);
  } finally {
    await pressed;
  }
  const { bytes, sha256 } = await pressed;
  const misprinted = seen.printed.findIndex((text, i) => text !== pageLabel(plan, i + 1));
  const which = volume ? `Volume ${volumeNumeral(volume.number)}: ` : isLate ? 'Late documents: ' : '';
  return {
    file: {
      ...file,
      bytes,
      sha256,
      found: { ...seen, pages: assembled.pages, bytes, linksHold: true, sections: plan.sections },
    },
    plan,
    lost,
    checks: [
      {
        id: 'links',
        ok: true,
        message: `${which}${assembled.frontLinks.length} links of the index lead to their pages`,
      },
      { id: 'pages', ok: true, message: `${which}${assembled.pages} pages, as planned` },
      misprinted < 0
        ? { id: 'numbers', ok: true, message: `${which}Every page carries its number` }
        : { id: 'numbers', ok: false, message: `${which}PDF page ${misprinted + 1} does not carry its number` },
      ...assembled.items.flatMap(({ id, problems }) => problems.map((each) => noted(own, id, each))),
    ],
  };
}

/** Opens the file again. @throws ProblemError `bundle-not-verified` where it is not what was planned */
function looked(source: ByteSource, plan: BundlePlan, assembled: AssemblyReport): Inspection {
  if (assembled.pages !== plan.pages) throw notVerified([`${assembled.pages} pages, ${plan.pages} planned`]);
  const expected = {
    pages: plan.pages,
    items: assembled.items.map(({ id, firstPage, lastPage }) => ({ id, firstPage, lastPage })),
    links: assembled.frontLinks,
  };
  const frontPages = Array.from({ length: plan.frontPages }, (_, page) => page);
  const { problems, inspection } = lookThrough(source, expected, frontPages);
  if (inspection === null || problems.length > 0) throw notVerified(problems);
  return inspection;
}

const NOTHING: BoundFile['found'] = {
  pages: 0,
  bytes: 0,
  linksHold: false,
  isEncrypted: false,
  printed: [],
  labels: [],
  bookmarks: [],
  opensAt: null,
  linksKeepZoom: false,
  sections: [],
};

const COVER = 'misl:cover';
const COMMON_INDEX = 'misl:common-index';
const INDEX = 'misl:index';

/** @param front the typeset front pages, which are asked for when all documents are copied */
function assemblyPlan(
  input: BindInput,
  { plan, volume, hasCommonIndex }: VolumePlace,
  front: () => FrontMatter,
  parts: Part[],
): AssemblyPlan {
  const own = (id: string, bytes: () => Uint8Array): AssemblyItem => ({
    id,
    kind: 'front',
    // Its headings are no bookmarks: the bundle's own outline stands above them.
    keepOutline: false,
    open: () => bytesSource(bytes()),
  });
  const order = new Map(plan.sections.flatMap(({ items }) => items).map(({ id }, i) => [id, i] as const));
  const ordered = parts.toSorted((a, b) => order.get(a.itemId)! - order.get(b.itemId)!);
  // The rows of the index name items; the first file of an item takes the item's own id, so that links find it.
  const first = new Set<string>();
  const documents = ordered.map((part): AssemblyItem => {
    const isFirst = !first.has(part.itemId);
    first.add(part.itemId);
    return {
      id: isFirst ? part.itemId : part.id,
      kind: 'document',
      open: () => openHandle(part.handle),
      ...(part.password === undefined ? {} : { password: part.password }),
      ...(part.pages === null ? {} : { pages: part.pages }),
      ...(part.turn === 0 ? {} : { rotate: part.turn }),
    };
  });
  const title = volume ? `${input.title}, volume ${volumeNumeral(volume.number)}` : input.title;
  return {
    items: [
      own(COVER, () => front().cover),
      ...(hasCommonIndex ? [own(COMMON_INDEX, () => front().commonIndex!)] : []),
      own(INDEX, () => front().index),
      ...documents,
    ],
    frontPages: plan.frontPages,
    stamps: stampsOf(plan, ordered),
    labels: plan.labels.map(({ fromPage, style, prefix, start }) => ({ from: fromPage - 1, style, prefix, start })),
    outline: outlineOf(plan, hasCommonIndex, parts),
    title,
    ...(input.profile.opensAt === null ? {} : { openAction: { percent: input.profile.opensAt } }),
    lang: 'en',
    fingerprint: createHash('sha256')
      .update(
        JSON.stringify([
          title,
          input.profile,
          plan.sections,
          parts.map(({ id, pages, turn, caption }) => [id, pages, turn, caption]),
        ]),
      )
      .digest('hex'),
  };
}

/** The number of every page, which comes last; before it the lines at the head of pages that have such. */
function stampsOf(plan: BundlePlan, ordered: readonly Part[]): NonNullable<AssemblyPlan['stamps']> {
  const heads = new Map<number, readonly Stamp[]>();
  let page = plan.frontPages;
  for (const { count, caption } of ordered) {
    const lines = caption.map((text): Stamp => ({ text, position: 'top-left', size: 6.5, margin: 10 }));
    if (lines.length > 0) for (let i = 0; i < count; i++) heads.set(page + i, lines);
    page += count;
  }
  return (index) => [
    ...(heads.get(index) ?? []),
    { text: pageLabel(plan, index + 1), position: 'bottom-centre', size: 11, bold: true },
  ];
}

/**
 * Cover, index, sections with their documents; each but the front pages named with the number of its first page. The further
 * files of a document stand below it by their names, each with the bookmarks that it came with.
 */
function outlineOf({ sections }: BundlePlan, hasCommonIndex: boolean, parts: Part[]): OutlineEntry[] {
  const further = (item: string) =>
    parts
      .filter(({ itemId }) => itemId === item)
      .slice(1)
      .map(({ id, name }) => ({ title: name, itemId: id }));
  return [
    { title: 'Cover', itemId: COVER },
    ...(hasCommonIndex ? [{ title: 'Index of all volumes', itemId: COMMON_INDEX }] : []),
    { title: 'Index', itemId: INDEX },
    ...sections
      .filter(({ items }) => items.length > 0)
      .map(({ letter, title, items }) => ({
        title: `${sections.length > 1 ? `${letter}. ${title}` : title}, p. ${items[0]!.firstLabel}`,
        itemId: items[0]!.id,
        open: true,
        children: items.map((item) => ({
          title: [item.title, item.date, `p. ${item.firstLabel}`].filter(Boolean).join(', '),
          itemId: item.id,
          children: further(item.id),
        })),
      })),
  ];
}

const NOTED: Partial<Record<SourceProblem['code'], string>> = {
  rebuilt: 'its table of contents was damaged and was rebuilt',
  repaired: 'it was damaged and was repaired',
  decrypted: 'it was encrypted, and is not in the bundle',
  signed: 'it carries a digital signature, which no copy keeps: keep the original beside the bundle',
  'dynamic-form': 'it is a dynamic form, of which only the placeholder page is here',
  portfolio: 'it is a portfolio, of whose files only the cover is here',
  'page-unreadable': 'a page of it could not be read and is blank',
  'page-lost': 'a page of it is missing, and blank here',
  'missing-appearance':
    'what was filled into a field of its form could not be drawn: print the form to a PDF and use that',
  'content-damaged': 'what is on a page is damaged: as much of it is here as can be read',
  'stamp-does-not-fit': 'a page is too small for its number',
};

function noted(parts: Part[], id: string, { code, page, count }: SourceProblem): BindCheck {
  const name = parts.find((part) => part.id === id || part.itemId === id)?.name ?? 'the front pages';
  const where = page === undefined ? '' : `, page ${page + 1}`;
  const often = count > 1 ? ` (${count} times)` : '';
  const serious = ['page-unreadable', 'page-missing', 'page-lost'].includes(code);
  return { id: `source-${code}`, ok: !serious, message: `${name}${where}: ${NOTED[code] ?? code}${often}` };
}

function notVerified(problems: readonly string[]) {
  return problem(
    'bundle-not-verified',
    `The bundle was written but is not what was planned: ${problems.slice(0, 3).join('; ')}. It was thrown away.`,
    { hint: 'Take the document that is named out of the bundle, or add a new PDF of it.' },
  );
}
