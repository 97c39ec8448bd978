import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { JobProgress } from '#main/store/context.ts';
import {
  type BundleProfile,
  type PlanItem,
  type PlanSection,
  pageLabel,
  readPages,
} from '#shared/domain/bundles/plan.ts';
import type { FinishedBundle } from '#shared/domain/bundles/profile-checks.ts';
import type { BundleFront } from '#shared/domain/drafting/bundle-pages.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource, openFileSource } from './assembler/file-source.ts';
import { inspectBundle } from './assembler/inspect.ts';
import {
  type AssemblyItem,
  type AssemblyPlan,
  type ByteSource,
  SourceFailure,
  type SourceProblem,
} from './assembler/types.ts';
import { verifyBundle } from './assembler/verify.ts';
import { type FrontMatter, typesetFront } from './front.ts';
import { openHandle, type SourceHandle } from './handles.ts';
import { writeAssembly } from './writing.ts';

/** A document of a bundle, from one or more files. */
export interface BindItem {
  id: string;
  title: string;
  date: string | null;
  /** "P-3": how it is marked in the proceeding; null where it is not. */
  mark: string | null;
  /** A choice of pages, `1-3, 5`; null for all. */
  pages: string | null;
  sources: { handle: SourceHandle; name: string | null }[];
}

export interface BindInput {
  title: string;
  front: BundleFront;
  /** `opensAt`: the zoom in percent at which the bundle opens; left to the viewer where it is null. */
  profile: BundleProfile & { opensAt: number | null };
  sections: { id: string; title: string; items: BindItem[] }[];
  /** The file that is written; whoever calls gives it its final name. */
  partial: string;
}

export interface BindReport {
  pages: number;
  bytes: number;
  sha256: string;
  frontPages: number;
  items: { id: string; title: string; file: string | null; firstPage: number; lastPage: number; label: string }[];
  skipped: { file: string; reason: string }[];
  checks: { id: string; ok: boolean; message: string }[];
  /** What the finished file shows, for the rules of a court. */
  found: FinishedBundle;
}

interface Part {
  itemId: string;
  id: string;
  name: string;
  handle: SourceHandle;
  pages: readonly number[] | null;
  count: number;
}

/**
 * Binds a bundle: counts the pages of every source, typesets cover and index with the numbers that follow, writes the
 * file in one pass, and opens it again to see that it is what was planned. Runs in a worker.
 *
 * @throws ProblemError `bundle-empty`, `disk-full`, `no-such-folder`, `cannot-write`, or `bundle-not-verified` where the file is not what was planned
 */
export async function bindBundle(input: BindInput, report: (progress: JobProgress) => void): Promise<BindReport> {
  const skipped: BindReport['skipped'] = [];
  const marks = new Map(
    input.sections.flatMap(({ items }) => items.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []))),
  );
  let parts = countAll(input, skipped, report);
  let front: FrontMatter;
  let written: ReturnType<typeof writeAssembly>;
  for (;;) {
    const given = parts;
    const sections = input.sections.map(
      (section): PlanSection => ({ ...section, items: planItems(section.items, given) }),
    );
    front = await typesetFront(input.front, sections, input.profile, marks);
    written = writeAssembly(assemblyPlan(input, front, given), input.partial, (done, total) =>
      report({ unit: 'files', done, total }),
    );
    // A file that could be counted and then not be copied is left out, and everything is numbered anew.
    const lost = new Map(written.assembled.skipped.map(({ id, message }) => [id, message]));
    if (lost.size === 0) break;
    parts = given.filter((part) => {
      const message = lost.get(part.id) ?? lost.get(part.itemId);
      if (message !== undefined) skipped.push({ file: part.name, reason: message });
      return message === undefined;
    });
    rmSync(input.partial);
  }
  const { assembled, bytes, sha256 } = written;
  if (assembled.pages !== front.plan.pages)
    throw notVerified([`${assembled.pages} pages, ${front.plan.pages} planned`]);
  const verified = verifyBundle(openFileSource(input.partial), {
    pages: front.plan.pages,
    items: assembled.items.map(({ id, firstPage, lastPage }) => ({ id, firstPage, lastPage })),
    links: assembled.frontLinks,
  });
  if (!verified.ok) throw notVerified(verified.problems);
  const frontPages = Array.from({ length: front.plan.frontPages }, (_, page) => page);
  const seen = inspectBundle(openFileSource(input.partial), frontPages);
  const misprinted = seen.printed.findIndex((text, i) => text !== pageLabel(front.plan, i + 1));
  const files = new Map(
    input.sections.flatMap(({ items }) => items.map(({ id, sources }) => [id, sources[0]?.name ?? null] as const)),
  );
  return {
    pages: assembled.pages,
    bytes,
    sha256,
    frontPages: front.plan.frontPages,
    items: front.plan.sections.flatMap(({ items }) =>
      items.map(({ id, title, firstPage, lastPage, firstLabel }) => ({
        id,
        title,
        file: files.get(id) ?? null,
        firstPage,
        lastPage,
        label: firstLabel,
      })),
    ),
    skipped,
    checks: [
      { id: 'links', ok: true, message: `${assembled.frontLinks.length} links of the index lead to their pages` },
      { id: 'pages', ok: true, message: `${assembled.pages} pages, as planned` },
      misprinted < 0
        ? { id: 'numbers', ok: true, message: 'Every page carries its number' }
        : { id: 'numbers', ok: false, message: `PDF page ${misprinted + 1} does not carry its number` },
      ...assembled.items.flatMap(({ id, problems }) => problems.map((each) => noted(parts, id, each))),
    ],
    found: { ...seen, pages: assembled.pages, bytes, linksHold: verified.ok, sections: front.plan.sections },
  };
}

/** Counts the pages that each file gives; one that can't be taken is left out and named. */
function countAll({ sections }: BindInput, skipped: BindReport['skipped'], report: (progress: JobProgress) => void) {
  const parts: Part[] = [];
  const items = sections.flatMap((section) => section.items);
  for (const [done, item] of items.entries()) {
    report({ unit: 'files', done, total: items.length, item: item.title });
    const own: Part[] = [];
    for (const [i, { handle, name }] of item.sources.entries()) {
      const shown = name ?? item.title;
      try {
        const { pages } = counted(handle);
        own.push({ itemId: item.id, id: `${item.id}/${i}`, name: shown, handle, pages: null, count: pages });
      } catch (error) {
        skipped.push({ file: shown, reason: reasonOf(error) });
      }
    }
    parts.push(...chosen(item, own, skipped));
  }
  return parts;
}

function counted(handle: SourceHandle) {
  const source: ByteSource = openHandle(handle);
  try {
    return countPages(source);
  } finally {
    source.close?.();
  }
}

/** Takes the pages that were chosen of an item, counted over its files one after another. */
function chosen(item: BindItem, parts: Part[], skipped: BindReport['skipped']): Part[] {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let wanted: number[] | null;
  try {
    wanted = readPages(item.pages, total);
  } catch (error) {
    skipped.push({ file: item.title, reason: reasonOf(error) });
    return [];
  }
  if (wanted === null) return parts;
  let before = 0;
  return parts.flatMap((part) => {
    const pages = wanted.filter((page) => page >= before && page < before + part.count).map((page) => page - before);
    before += part.count;
    return pages.length === 0 ? [] : [{ ...part, pages, count: pages.length }];
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof SourceFailure) return error.message;
  if (error instanceof ProblemError) return error.problem.message;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'there is no such file';
  if ((error as NodeJS.ErrnoException).code === 'EISDIR') return 'it is a folder';
  if ((error as NodeJS.ErrnoException).code === 'EACCES') return 'it may not be read';
  throw error;
}

const planItems = (items: BindItem[], parts: Part[]): PlanItem[] =>
  items.flatMap(({ id, title, date }) => {
    const pageCount = parts.filter(({ itemId }) => itemId === id).reduce((sum, { count }) => sum + count, 0);
    return pageCount === 0 ? [] : [{ id, title, date, pageCount }];
  });

const COVER = 'misl:cover';
const INDEX = 'misl:index';

function assemblyPlan(input: BindInput, front: FrontMatter, parts: Part[]): AssemblyPlan {
  const { plan } = front;
  const own = (id: string, bytes: Uint8Array): AssemblyItem => ({
    id,
    kind: 'front',
    // Its headings are no bookmarks: the bundle's own outline stands above them.
    keepOutline: false,
    open: () => bytesSource(bytes),
  });
  // The rows of the index name items; the first file of an item takes the item's own id, so that links find it.
  const first = new Set<string>();
  const documents = parts.map((part): AssemblyItem => {
    const isFirst = !first.has(part.itemId);
    first.add(part.itemId);
    return {
      id: isFirst ? part.itemId : part.id,
      kind: 'document',
      open: () => openHandle(part.handle),
      ...(part.pages === null ? {} : { pages: part.pages }),
    };
  });
  return {
    items: [own(COVER, front.cover), own(INDEX, front.index), ...documents],
    stamps: (index) => [{ text: pageLabel(plan, index + 1), position: 'bottom-centre', size: 11, bold: true }],
    labels: plan.labels.map(({ fromPage, style, prefix, start }) => ({ from: fromPage - 1, style, prefix, start })),
    outline: [
      { title: 'Cover', itemId: COVER },
      { title: 'Index', itemId: INDEX },
      ...plan.sections
        .filter(({ items }) => items.length > 0)
        .map((section) => ({
          title: plan.sections.length > 1 ? `${section.letter}. ${section.title}` : section.title,
          itemId: section.items[0]!.id,
          open: true,
          children: section.items.map(({ id, title, date, firstLabel }) => ({
            title: [`${title}`, date, `p. ${firstLabel}`].filter(Boolean).join(', '),
            itemId: id,
          })),
        })),
    ],
    title: input.title,
    ...(input.profile.opensAt === null ? {} : { openAction: { percent: input.profile.opensAt } }),
    lang: 'en',
    fingerprint: createHash('sha256')
      .update(JSON.stringify([input.title, input.profile, plan.sections, parts.map(({ id, pages }) => [id, pages])]))
      .digest('hex'),
  };
}

const NOTED: Partial<Record<SourceProblem['code'], string>> = {
  rebuilt: 'its table of contents was damaged and was rebuilt',
  repaired: 'it was damaged and was repaired',
  decrypted: 'it was encrypted without a password, and is not in the bundle',
  signed: 'it carries a digital signature, which no copy keeps: keep the original beside the bundle',
  'dynamic-form': 'it is a dynamic form, of which only the placeholder page is here',
  portfolio: 'it is a portfolio, of whose files only the cover is here',
  'page-unreadable': 'a page of it could not be read and is blank',
  'stamp-does-not-fit': 'a page is too small for its number',
};

function noted(parts: Part[], id: string, { code, page, count }: SourceProblem) {
  const name = parts.find((part) => part.id === id || part.itemId === id)?.name ?? 'the front pages';
  const where = page === undefined ? '' : `, page ${page + 1}`;
  const often = count > 1 ? ` (${count} times)` : '';
  const serious = code === 'page-unreadable' || code === 'page-missing';
  return { id: `source-${code}`, ok: !serious, message: `${name}${where}: ${NOTED[code] ?? code}${often}` };
}

function notVerified(problems: readonly string[]) {
  return problem(
    'bundle-not-verified',
    `The bundle was written but is not what was planned: ${problems.slice(0, 3).join('; ')}. It was thrown away.`,
    { hint: 'Take the document that is named out of the bundle, or add a new PDF of it.' },
  );
}
