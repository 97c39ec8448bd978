import { readAs } from '#main/leakcheck/service.ts';
import type { Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { find } from '#main/store/rows.ts';
import { type KeptFront, readPages } from '#shared/domain/bundles/plan.ts';
import type { BundleFront } from '#shared/domain/drafting/bundle-pages.ts';
import { standInOf } from '#shared/domain/drafting/names.ts';
import { type Audience, isHiddenFrom } from '#shared/domain/leakcheck/audience.ts';
import { ProblemError } from '#shared/problem.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource } from './assembler/file-source.ts';
import type { BindItem } from './binding.ts';
import { captionOf } from './captions.ts';
import { keptNumbers } from './kept.ts';
import { profileOf } from './profiles.ts';
import { hasRedactedCopy, type PageSource, sourcesOf } from './sources.ts';

/** A bundle's item with where its pages come from. */
export interface SourcedItem extends BindItem {
  /**
   * With the pages that were counted when a file was taken in, null where it could not be read or was not counted, and the
   * hash of the file, null for what is typeset.
   */
  sources: (BindItem['sources'][number] & Pick<PageSource, 'pages' | 'sha256'>)[];
  late: boolean;
  caption: readonly string[];
  row: Row<'bundleItem'>;
  pageCount: number;
  size: number;
  problems: string[];
}

/** Everything that is needed to bind a bundle of the vault. */
export interface BundleParts {
  bundle: Row<'bundle'>;
  sections: { id: string; title: string; items: SourcedItem[] }[];
  front: BundleFront;
  /** The front pages of the version that was served last, whose numbers are kept where the court has them so. */
  kept: KeptFront | null;
}

/** Reads a bundle with its sections, its items and their sources as they are now. */
export async function partsOf(context: Query, bundleId: string): Promise<BundleParts> {
  const { db } = context;
  const bundle = await find(db, 'bundle', bundleId);
  const sections = await db
    .selectFrom('bundleSection')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .orderBy('position')
    .execute();
  const rows = await db
    .selectFrom('bundleItem')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .orderBy('position')
    .execute();
  const kept = await keptNumbers(context, bundleId);
  const readers = await readAs(db, bundle.matterId, bundle.audience);
  const parts = [];
  for (const { id, title } of sections) {
    const items: SourcedItem[] = [];
    for (const row of rows.filter(({ sectionId }) => sectionId === id))
      items.push({ ...(await sourced(context, bundle, row, readers)), kept: kept.byItem.get(row.id) ?? null });
    parts.push({ id, title: readers(title), items });
  }
  return { bundle, sections: parts, front: await frontOf(context, bundle, readers), kept: kept.front };
}

/** An item under the words that the bundle's readers may see, with the copies that they may have. */
async function sourced(
  context: Query,
  bundle: Row<'bundle'>,
  row: Row<'bundleItem'>,
  readers: (text: string) => string,
): Promise<SourcedItem> {
  const own = await shownAs(context, bundle, row);
  const isRedacted = await hasRedactedCopy(context, row, bundle.audience);
  const shown = { ...own, title: readers(own.title) + (isRedacted ? ' (redacted)' : '') };
  const item = {
    row,
    id: row.id,
    ...shown,
    pages: row.pages,
    turn: row.turn,
    late: row.late === 1,
    caption: await captionOf(context, row, readers),
  };
  try {
    const sources = await sourcesOf(context, row, bundle.audience);
    const counts = sources.map(pagesOf);
    const total = counts.reduce((sum, n) => sum + n, 0);
    return {
      ...item,
      sources: sources.map(({ handle, file, pages, sha256 }) => ({
        handle,
        name: file === null ? null : readers(file),
        pages,
        sha256,
      })),
      pageCount: readPages(row.pages, total)?.length ?? total,
      size: sources.reduce((sum, { size }) => sum + size, 0),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...item, sources: [], pageCount: 0, size: 0, problems: [error.problem.message] };
  }
}

/** A PDF of the vault was counted when it was taken in; what is typeset is counted as it stands. */
function pagesOf({ pages, handle }: PageSource): number {
  if (pages !== null) return pages;
  return handle.kind === 'bytes' ? countPages(bytesSource(handle.bytes)).pages : 0;
}

/** Title, date and mark of an item: its own words, or those of what it stands for. */
async function shownAs(
  { db }: Query,
  { proceedingId }: Row<'bundle'>,
  { title, date, exhibitId, orderId, draftId, kind }: Row<'bundleItem'>,
): Promise<Pick<BindItem, 'title' | 'date' | 'mark'>> {
  if (exhibitId !== null) {
    const exhibit = await db.selectFrom('exhibit').selectAll().where('id', '=', exhibitId).executeTakeFirst();
    const mark = await db
      .selectFrom('exhibitMark')
      .select('mark')
      .where('exhibitId', '=', exhibitId)
      .where('proceedingId', '=', proceedingId ?? '')
      .executeTakeFirst();
    return {
      title: title ?? exhibit?.title ?? 'Exhibit that was removed',
      date: date ?? exhibit?.madeOn ?? null,
      mark: mark?.mark ?? null,
    };
  }
  if (orderId !== null) {
    const order = await db
      .selectFrom('courtOrder')
      .innerJoin('proceeding', 'proceeding.id', 'courtOrder.proceedingId')
      .select(['courtOrder.date', 'proceeding.forumName'])
      .where('courtOrder.id', '=', orderId)
      .executeTakeFirst();
    return {
      title: title ?? `Order of ${order?.forumName ?? 'the court'}`,
      date: date ?? order?.date ?? null,
      mark: null,
    };
  }
  if (draftId !== null) {
    const draft = await db.selectFrom('draft').selectAll().where('id', '=', draftId).executeTakeFirst();
    return {
      title: title ?? draft?.title ?? 'Draft that was removed',
      date: date ?? draft?.filedOn ?? draft?.signedOn ?? null,
      mark: null,
    };
  }
  return { title: title ?? (kind === 'chronology' ? 'List of dates' : 'Document'), date, mark: null };
}

async function frontOf(
  { db, services }: Query,
  bundle: Row<'bundle'>,
  readers: (text: string) => string,
): Promise<BundleFront> {
  const matter = await find(db, 'matter', bundle.matterId);
  const proceeding = bundle.proceedingId === null ? null : await find(db, 'proceeding', bundle.proceedingId);
  const sides = proceeding === null ? null : await sidesOf(db, proceeding.id, bundle.audience);
  const { page, look } = profileOf(services.packs, bundle.profile);
  return {
    title: readers(bundle.title),
    indexTitle: null,
    forumName: proceeding?.forumName ?? null,
    jurisdiction: null,
    caseNumber: proceeding?.numberText ?? readers(matter.title),
    first: sides?.first ?? null,
    second: sides?.second ?? null,
    notes: bundle.hearingOn === null ? [] : [`For the hearing of ${bundle.hearingOn}`],
    sample: matter.isSample === 1,
    page,
    look,
  };
}

const FIRST_SIDE = new Set(['complainant', 'petitioner', 'plaintiff', 'appellant', 'applicant']);

/** The parties of a proceeding in their two camps, under the names that the audience may read. */
async function sidesOf(db: Query['db'], proceedingId: string, audience: string) {
  const rows = await db
    .selectFrom('proceedingParty')
    .innerJoin('party', 'party.id', 'proceedingParty.partyId')
    .selectAll('party')
    .select('proceedingParty.role as roleHere')
    .where('proceedingParty.proceedingId', '=', proceedingId)
    .where('party.deletedAt', 'is', null)
    .orderBy('proceedingParty.position')
    .execute();
  const nameOf = (party: (typeof rows)[number]) => {
    const isHidden = isHiddenFrom({ ...party, isProtected: party.protected === 1 }, audience as Audience);
    return isHidden ? standInOf(party) : party.name;
  };
  const camp = (isFirst: boolean) => {
    const own = rows.filter(({ roleHere }) => FIRST_SIDE.has(roleHere) === isFirst);
    const role = own[0]?.roleHere;
    if (!role) return null;
    return { names: own.map(nameOf), role: role.charAt(0).toUpperCase() + role.slice(1) };
  };
  return { first: camp(true), second: camp(false) };
}

/** How the documents of a bundle are marked in its proceeding, by the ids of its items. */
export const marksOf = ({ sections }: BundleParts) =>
  new Map(sections.flatMap(({ items }) => items.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []))));
