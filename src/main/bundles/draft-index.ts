import type { App } from '#main/app.ts';
import { renderFor, targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { sectionLetter } from '#shared/domain/bundles/labels.ts';
import { type DraftIndex, draftIndexDocument } from '#shared/domain/drafting/draft-index.ts';
import { partsOf } from './parts.ts';

/**
 * A list of what is to go into the bundle, for the other side to say what it agrees: as a Word file or a PDF, written
 * for them whoever the bundle is for.
 */
export async function exportDraftIndex(
  app: App,
  { id, format, path, overwrite, despite }: Given<'bundles.exportDraftIndex'>,
): Promise<Result<'bundles.exportDraftIndex'>> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  const { bundle, sections, front } = await partsOf(context, id);
  const { matterId } = bundle;
  const audience = 'other-side';
  const readers = { matterIds: [matterId], audience };
  const target = await targetFor(app, path, `${fileName(`Draft index, ${bundle.title}`)}.${format}`, readers);
  if (target === null) return null;
  const document = draftIndexDocument({
    title: bundle.title,
    caseNumber: front.caseNumber,
    on: app.clock.today(),
    sections: sections.map(({ title, items }, s) => ({
      letter: sectionLetter(s),
      title,
      items: items.map((item) => ({
        title: item.title,
        date: item.date,
        pageCount: item.pageCount,
        agreed: item.row.agreed as DraftIndex['sections'][number]['items'][number]['agreed'],
      })),
    })),
  });
  const bytes = await renderFor(app, document, { ...readers, format });
  const written = await writeSearched(app, target, bytes, {
    overwrite: overwrite ?? path === undefined,
    audience,
    entity: 'bundle',
    id,
    matterId,
    despite,
  });
  await runner.note({
    action: 'bundles.exportDraftIndex',
    entity: 'bundle',
    entityId: bundle.id,
    matterId,
    detail: JSON.stringify({ sha256: written.sha256, audience }),
  });
  return written;
}
