import { renderSvgPages } from '#main/documents/service.ts';
import type { Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { readPages } from '#shared/domain/bundles/plan.ts';
import type { BundleFront } from '#shared/domain/drafting/bundle-pages.ts';
import { ProblemError } from '#shared/problem.ts';
import { countPages } from './assembler/count.ts';
import { bytesSource } from './assembler/file-source.ts';
import type { BindItem } from './binding.ts';
import { frontDocuments, typesetFronts } from './front.ts';
import { profileOf, profilesOf } from './profiles.ts';
import { type PageSource, sourcesOf } from './sources.ts';

export function profiles({ services }: Query): Result<'bundles.profiles'> {
  return profilesOf(services.packs).map(({ id, title, citation, checkedOn }) => ({ id, title, citation, checkedOn }));
}

/** A bundle's item with where its pages come from. */
export interface SourcedItem extends BindItem {
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
  const parts = [];
  for (const { id, title } of sections) {
    const items: SourcedItem[] = [];
    for (const row of rows.filter(({ sectionId }) => sectionId === id)) items.push(await sourced(context, bundle, row));
    parts.push({ id, title, items });
  }
  return { bundle, sections: parts, front: await frontOf(context, bundle) };
}

async function sourced(context: Query, bundle: Row<'bundle'>, row: Row<'bundleItem'>): Promise<SourcedItem> {
  const shown = await shownAs(context, bundle, row);
  const item = { row, id: row.id, ...shown, pages: row.pages };
  try {
    const sources = await sourcesOf(context, row);
    const counts = sources.map(pagesOf);
    const total = counts.reduce((sum, n) => sum + n, 0);
    return {
      ...item,
      sources: sources.map(({ handle, file }) => ({ handle, name: file })),
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

async function frontOf({ db, services }: Query, bundle: Row<'bundle'>): Promise<BundleFront> {
  const matter = await find(db, 'matter', bundle.matterId);
  const proceeding = bundle.proceedingId === null ? null : await find(db, 'proceeding', bundle.proceedingId);
  const sides = proceeding === null ? null : await sidesOf(db, proceeding.id, bundle.audience);
  return {
    title: bundle.title,
    indexTitle: null,
    forumName: proceeding?.forumName ?? null,
    jurisdiction: null,
    caseNumber: proceeding?.numberText ?? matter.title,
    first: sides?.first ?? null,
    second: sides?.second ?? null,
    notes: bundle.hearingOn === null ? [] : [`For the hearing of ${bundle.hearingOn}`],
    sample: matter.isSample === 1,
    page: profileOf(services.packs, bundle.profile).page,
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
    const sees = { court: party.courtSees, 'other-side': party.otherSideSees, public: party.publicSees }[audience];
    return sees === 'pseudonym' && party.pseudonym ? party.pseudonym : party.name;
  };
  const camp = (isFirst: boolean) => {
    const own = rows.filter(({ roleHere }) => FIRST_SIDE.has(roleHere) === isFirst);
    const role = own[0]?.roleHere;
    if (!role) return null;
    return { names: own.map(nameOf), role: role.charAt(0).toUpperCase() + role.slice(1) };
  };
  return { first: camp(true), second: camp(false) };
}

const marksOf = ({ sections }: BundleParts) =>
  new Map(sections.flatMap(({ items }) => items.flatMap(({ id, mark }) => (mark ? [[id, mark] as const] : []))));

/** Sections, items, their pages and numbers as they would be written now. */
export async function planned(context: Query, { id }: Given<'bundles.plan'>): Promise<Result<'bundles.plan'>> {
  const parts = await partsOf(context, id);
  const { bundle, sections } = parts;
  const profile = profileOf(context.services.packs, bundle.profile);
  const bindable = sections.map((section) => ({
    ...section,
    items: section.items.filter(({ pageCount }) => pageCount > 0),
  }));
  const isEmpty = bindable.every(({ items }) => items.length === 0);
  const [front] = isEmpty ? [] : await typesetFronts(parts.front, [bindable], { profile, marks: marksOf(parts) });
  const plan = front?.plan ?? null;
  const places = new Map(plan?.sections.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const letters = new Map(plan?.sections.map(({ id: sectionId, letter }) => [sectionId, letter] as const));
  const all = sections.flatMap(({ items }) => items);
  return typed({
    bundle,
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      letter: letters.get(section.id) ?? '',
      items: section.items.map(({ row, title, date, pageCount, size, problems }) => {
        const place = places.get(row.id);
        const at = { firstPage: place?.firstPage ?? 0, lastPage: place?.lastPage ?? 0, label: place?.firstLabel ?? '' };
        return { ...row, title, date, pageCount, size, problems, ...at };
      }),
    })),
    frontPages: plan?.frontPages ?? 0,
    pages: plan?.pages ?? 0,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    problems: duplicatesIn(all),
  });
}

/** The same exhibit twice is sometimes meant, and mostly not. */
function duplicatesIn(items: SourcedItem[]): string[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ row, title }) => {
    const key = row.exhibitId ?? row.orderId ?? row.draftId;
    if (key === null || row.pages !== null) return [];
    const known = seen.get(key);
    seen.set(key, title);
    return known === undefined ? [] : [`${title} is in the bundle twice.`];
  });
}

/** Cover and index as they would be typeset now. */
export async function previewFront(
  context: Query,
  { id }: Given<'bundles.previewFront'>,
): Promise<Result<'bundles.previewFront'>> {
  const parts = await partsOf(context, id);
  const profile = profileOf(context.services.packs, parts.bundle.profile);
  const sections = parts.sections.map((section) => ({
    ...section,
    items: section.items.filter(({ pageCount }) => pageCount > 0),
  }));
  const options = { profile, marks: marksOf(parts) };
  const fronts = await typesetFronts(parts.front, [sections], options);
  const plans = fronts.map(({ plan }) => plan);
  const { cover, index } = frontDocuments(parts.front, plans, 0, options);
  return { pages: [...(await renderSvgPages(cover)), ...(await renderSvgPages(index))] };
}
