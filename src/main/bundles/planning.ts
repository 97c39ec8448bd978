import { renderSvgPages } from '#main/documents/service.ts';
import type { Query } from '#main/services.ts';
import { typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { sectionLetter } from '#shared/domain/bundles/labels.ts';
import type { BundlePlan } from '#shared/domain/bundles/plan.ts';
import { arrangeLate } from '#shared/domain/bundles/volumes.ts';
import { frontDocuments, typesetFronts } from './front.ts';
import { type BundleParts, marksOf, partsOf, type SourcedItem } from './parts.ts';
import { profileOf, profilesOf } from './profiles.ts';

export function profiles({ services }: Query): Result<'bundles.profiles'> {
  return profilesOf(services.packs).map(({ id, title, citation, checkedOn }) => ({ id, title, citation, checkedOn }));
}

/** The files that the bundle would be now, the second for what the court wants in one of its own. */
async function plansOf(context: Query, parts: BundleParts) {
  const profile = profileOf(context.services.packs, parts.bundle.profile);
  const bindable = parts.sections.map(({ id, title, items }) => ({
    id,
    title,
    items: items.filter(({ pageCount }) => pageCount > 0),
  }));
  if (bindable.every(({ items }) => items.length === 0)) return null;
  const { main, separate } = arrangeLate(bindable, profile);
  const options = { profile, marks: marksOf(parts), kept: parts.kept };
  const [first] = await typesetFronts(parts.front, [main], options);
  const late =
    separate.length === 0 ? [] : await typesetFronts(parts.front, [separate], { ...options, isLate: true, kept: null });
  return { options, main: first!.plan, late: late[0]?.plan ?? null };
}

/** Sections, items, their pages and numbers as they would be written now. */
export async function planned(context: Query, { id }: Given<'bundles.plan'>): Promise<Result<'bundles.plan'>> {
  const parts = await partsOf(context, id);
  const { bundle, sections } = parts;
  const plans = await plansOf(context, parts);
  const files = [plans?.main, plans?.late].flatMap((plan) => plan ?? []);
  const places = new Map(
    files.flatMap((plan, file) => documentsOf(plan).map((item) => [item.id, { ...item, file }] as const)),
  );
  const all = sections.flatMap(({ items }) => items);
  const profile = profileOf(context.services.packs, bundle.profile);
  return typed({
    bundle,
    sections: sections.map((section, s) => ({
      id: section.id,
      title: section.title,
      letter: plans ? sectionLetter(s) : '',
      items: section.items.map(({ row, title, date, mark, pageCount, size, problems }) => {
        const place = places.get(row.id);
        const at = {
          firstPage: place?.firstPage ?? 0,
          lastPage: place?.lastPage ?? 0,
          label: place?.firstLabel ?? '',
          lastLabel: place?.lastLabel ?? '',
          volume: place?.file ?? 0,
        };
        return { ...row, late: row.late === 1, title, date, mark, pageCount, size, problems, ...at };
      }),
    })),
    frontPages: plans?.main.frontPages ?? 0,
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
    files: files.length,
    maxPages: profile.maxPages,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    problems: duplicatesIn(all),
    gaps: await gapsIn(context, parts),
  });
}

const documentsOf = ({ sections }: BundlePlan) => sections.flatMap(({ items }) => items);

/** What a draft in the bundle refers to as an annexure, and the bundle does not hold. */
async function gapsIn({ db }: Query, { sections }: BundleParts): Promise<Result<'bundles.plan'>['gaps']> {
  const rows = sections.flatMap(({ items }) => items.map(({ row }) => row));
  const drafts = rows.flatMap(({ draftId }) => draftId ?? []);
  if (drafts.length === 0) return [];
  const cited = await db
    .selectFrom('annexure')
    .innerJoin('draft', 'draft.id', 'annexure.draftId')
    .leftJoin('exhibit', 'exhibit.id', 'annexure.exhibitId')
    .select([
      'annexure.exhibitId',
      'annexure.orderId',
      'annexure.title as own',
      'draft.title as draft',
      'exhibit.title',
    ])
    .where('annexure.draftId', 'in', drafts)
    .orderBy('annexure.position')
    .execute();
  const present = new Set(rows.flatMap(({ exhibitId, orderId }) => [exhibitId, orderId]));
  const seen = new Set<string>();
  return cited.flatMap(({ exhibitId, orderId, draft, title, own }) => {
    const id = exhibitId ?? orderId;
    if (id === null || present.has(id) || seen.has(id)) return [];
    seen.add(id);
    return [{ exhibitId, orderId, title: own ?? title ?? 'An order', citedIn: draft }];
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
  const plans = await plansOf(context, parts);
  if (!plans) return { pages: [] };
  const { cover, index } = frontDocuments(parts.front, [plans.main], 0, plans.options);
  return { pages: [...(await renderSvgPages(cover)), ...(await renderSvgPages(index))] };
}
