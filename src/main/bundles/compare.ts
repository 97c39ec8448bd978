import { stringify } from 'csv-stringify/sync';
import type { App } from '#main/app.ts';
import { readAs, renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { longDate } from '#shared/domain/blocks/dates.ts';
import { concordance, labelsOf, type PlacedDocument, pagePairs } from '#shared/domain/bundles/concordance.ts';
import { concordanceDocument } from '#shared/domain/drafting/concordance.ts';
import { retold } from '#shared/domain/leakcheck/retell.ts';
import { manifestOfVersion } from './manifests.ts';
import { planned } from './planning.ts';

/**
 * Where the pages of a frozen version stand in a later one, or in the bundle as it would be written now.
 * @throws ProblemError `not-found` where there is no such version
 */
export async function compareVersions(
  context: Query,
  { id, from, to }: Given<'bundles.concordance'>,
): Promise<Result<'bundles.concordance'>> {
  return { rows: concordance(await documentsOf(context, id, from), await documentsOf(context, id, to)) };
}

/** The documents of a bundle with the number on each of their pages, in a version or as it is now. */
export async function pagesOf(
  context: Query,
  { id, version }: Given<'bundles.pages'>,
): Promise<Result<'bundles.pages'>> {
  const documents = await documentsOf(context, id, version);
  return {
    documents: documents.map((document) => ({
      id: document.id,
      title: document.title,
      exhibitId: document.exhibitId ?? null,
      orderId: document.orderId ?? null,
      draftId: document.draftId ?? null,
      volume: document.volume ?? 0,
      firstPage: document.firstPage,
      lastPage: document.lastPage,
      labels: [...labelsOf(document)],
    })),
  };
}

/** Old page to new, to be handed up as a PDF, or page by page as a table. */
export async function exportConcordance(
  app: App,
  { id, from, to, format, path, overwrite, despite }: Given<'bundles.exportConcordance'>,
): Promise<Result<'bundles.exportConcordance'>> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  const bundle = await find(context.db, 'bundle', id);
  const { audience, matterId } = bundle;
  const old = await documentsOf(context, id, from);
  const fresh = await documentsOf(context, id, to);
  const readers = { matterIds: [matterId], audience };
  const name = `${fileName(`${bundle.title}, old page to new`)}.${format}`;
  const target = await targetFor(app, path, name, readers);
  if (target === null) return null;
  const bytes =
    format === 'csv'
      ? csvOf(retold(pagePairs(old, fresh), await readAs(context.db, matterId, audience)))
      : await renderFor(
          app,
          concordanceDocument(
            {
              title: bundle.title,
              from: await nameOf(context, id, from),
              to: to === null ? 'the bundle as it is now' : await nameOf(context, id, to),
              on: app.clock.today(),
            },
            concordance(old, fresh),
          ),
          { ...readers, format },
        );
  const written = await writeSearched(app, target, bytes, {
    overwrite: overwrite ?? path === undefined,
    audience,
    entity: 'bundle',
    id,
    matterId,
    despite,
  });
  await runner.note({
    action: 'bundles.exportConcordance',
    entity: 'bundle',
    entityId: id,
    matterId,
    detail: JSON.stringify({ sha256: written.sha256, audience }),
  });
  return written;
}

function csvOf(pairs: ReturnType<typeof pagePairs>): Uint8Array {
  const rows = pairs.map(({ title, old, fresh }) => [title, old, fresh ?? '']);
  // A sheet would take a title that begins with = for a formula.
  const text = stringify([['document', 'old page', 'new page'], ...rows], { escape_formulas: true, bom: true });
  return Buffer.from(text, 'utf8');
}

async function nameOf({ db }: Query, bundleId: string, number: number): Promise<string> {
  const version = await db
    .selectFrom('bundleVersion')
    .select('servedOn')
    .where('bundleId', '=', bundleId)
    .where('number', '=', number)
    .executeTakeFirst();
  return version?.servedOn ? `version ${number}, served on ${longDate(version.servedOn)}` : `version ${number}`;
}

type Placed = PlacedDocument & {
  exhibitId?: string | null | undefined;
  orderId?: string | null | undefined;
  draftId?: string | null | undefined;
};

async function documentsOf(context: Query, id: string, version: number | null): Promise<Placed[]> {
  if (version !== null) return (await manifestOfVersion(context, id, version)).items;
  const { sections } = await planned(context, { id });
  return sections.flatMap(({ items }) => items.filter(({ firstPage }) => firstPage > 0));
}
