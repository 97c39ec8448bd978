import type { App } from '#main/app.ts';
import { renderDocx, renderPdf } from '#main/documents/service.ts';
import { targetFor, writeSearched } from '#main/leakcheck/service.ts';
import { fileName } from '#main/output.ts';
import type { Query } from '#main/services.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { buildDraft } from './drafts.ts';

type Exported = Result<'drafts.exportDocx'>;

export const exportDocx = (app: App, input: Given<'drafts.exportDocx'>) => exportAs(app, input, 'docx', renderDocx);

export const exportPdf = (app: App, input: Given<'drafts.exportPdf'>) => exportAs(app, input, 'pdf', renderPdf);

async function exportAs(
  app: App,
  { id, path, overwrite, despite }: Given<'drafts.exportDocx'>,
  extension: string,
  render: (document: BlockDocument) => Promise<Uint8Array>,
): Promise<Exported> {
  const { runner, services } = app.session!;
  const context: Query = { db: runner.db, clock: app.clock, services };
  const draft = await find(context.db, 'draft', id);
  const { audience, matterId } = draft;
  const readers = { matterIds: [matterId], audience };
  const target = await targetFor(app, path, `${fileName(draft.title)}.${extension}`, readers);
  if (target === null) return null;
  const { document, blanks } = await buildDraft(context, id);
  const bytes = await render(document);
  const written = await writeSearched(app, target, bytes, {
    overwrite: overwrite ?? path === undefined,
    audience,
    entity: 'draft',
    id,
    matterId,
    despite,
  });
  const detail = JSON.stringify({ sha256: written.sha256, bytes: written.bytes, audience });
  await runner.note({ action: 'drafts.export', entity: 'draft', entityId: id, matterId, detail });
  return { ...written, blanks };
}
