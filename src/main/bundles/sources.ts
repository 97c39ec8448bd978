import { pagesFrom } from '#main/documents/pages-from.ts';
import { renderPdf } from '#main/documents/service.ts';
import { buildDraft } from '#main/drafts/service.ts';
import { chronologyOf, filesOf as filesOfExhibit } from '#main/evidence/service.ts';
import type { Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { chronologyDocument } from '#shared/domain/drafting/chronology.ts';
import { problem } from '#shared/problem.ts';
import type { SourceHandle } from './handles.ts';

/** Where the pages of one item come from, in a form that can be handed to another thread. */
export interface PageSource {
  handle: SourceHandle;
  /** The file's name, for the report; null for what the program typesets itself. */
  file: string | null;
  size: number;
  /** How many pages it has, where that is known without opening it. */
  pages: number | null;
}

type Item = Pick<Row<'bundleItem'>, 'kind' | 'exhibitId' | 'fileId' | 'orderId' | 'draftId' | 'matterId'>;

/**
 * The sources of a bundle's item: a PDF of the vault as it lies there, everything else typeset to pages.
 * @throws ProblemError where it has no file, or one that can't become pages
 */
export async function sourcesOf(context: Query, item: Item): Promise<PageSource[]> {
  switch (item.kind) {
    case 'draft': {
      const { document } = await buildDraft(context, item.draftId!);
      return [typeset(await renderPdf(document))];
    }
    case 'chronology':
      return [typeset(await renderPdf(chronologyDocument(await chronologyOf(context, item.matterId))))];
    default: {
      const files = await filesOf(context, item);
      if (files.length === 0)
        throw problem('no-pages', 'This has no file in the vault yet.', {
          hint: 'Add its file under Exhibits, or take it out of the bundle.',
        });
      return Promise.all(files.map((file) => fileSource(context, file)));
    }
  }
}

async function filesOf({ db }: Query, { fileId, exhibitId, orderId }: Item) {
  const order =
    orderId === null
      ? undefined
      : await db.selectFrom('courtOrder').select('exhibitId').where('id', '=', orderId).executeTakeFirst();
  const wanted = exhibitId ?? order?.exhibitId ?? null;
  if (wanted === null) return [];
  const files = await filesOfExhibit(db, wanted);
  return fileId === null ? files : files.filter(({ id }) => id === fileId);
}

async function fileSource({ services }: Query, file: Row<'exhibitFile'>): Promise<PageSource> {
  if (file.kind === 'pdf')
    return {
      handle: { kind: 'blob', ...services.blobs.handle(file.blobId) },
      file: file.name,
      size: file.size,
      pages: file.pages,
    };
  const bytes = await services.blobs.readAll(file.blobId);
  return { ...typeset(await pagesFrom(bytes, file.mime, file.name)), file: file.name };
}

function typeset(bytes: Uint8Array): PageSource {
  return { handle: { kind: 'bytes', bytes }, file: null, size: bytes.length, pages: null };
}
