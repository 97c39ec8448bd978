import path from 'node:path';
import { pagesFrom } from '#main/documents/pages-from.ts';
import { renderPdf } from '#main/documents/service.ts';
import { buildDraft } from '#main/drafts/service.ts';
import { chronologyOf, filesOf as filesOfExhibit } from '#main/evidence/service.ts';
import { readAs } from '#main/leakcheck/service.ts';
import { redactedFor } from '#main/redaction/marks.ts';
import type { Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { chronologyDocument } from '#shared/domain/drafting/chronology.ts';
import { type Audience, isWithheld } from '#shared/domain/leakcheck/audience.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import type { SourceHandle } from './handles.ts';

/** Where the pages of one item come from, in a form that can be handed to another thread. */
export interface PageSource {
  handle: SourceHandle;
  /** The file's name, for the report; null for what the program typesets itself. */
  file: string | null;
  size: number;
  /** How many pages it has, where that is known without opening it. */
  pages: number | null;
  /** Of the file in the vault, in hex; null for what the program typesets itself. */
  sha256: string | null;
}

type Item = Pick<Row<'bundleItem'>, 'kind' | 'exhibitId' | 'fileId' | 'orderId' | 'draftId' | 'matterId'>;

/**
 * The sources of a bundle's item for its readers: a PDF of the vault as it lies there, its redacted copy where there is
 * one and it is not for the court, everything else typeset to pages.
 * @throws ProblemError where it has no file, one that can't become pages, or one that these readers may not have
 */
export async function sourcesOf(context: Query, item: Item, audience: string): Promise<PageSource[]> {
  switch (item.kind) {
    case 'draft': {
      const { document } = await buildDraft(context, item.draftId!, audience);
      return [typeset(await renderPdf(document))];
    }
    case 'chronology':
      return [typeset(await renderPdf(await datesFor(context, item, audience)))];
    default: {
      const files = await filesOf(context, item, audience);
      if (files.length === 0)
        throw problem('no-pages', 'This has no file in the vault yet.', {
          hint: 'Add its file under Exhibits, or take it out of the bundle.',
        });
      return Promise.all(files.map((file) => fileSource(context, file)));
    }
  }
}

/** A document as it came, or as the program typesets it: what a folder of originals holds. */
export type Original =
  | { kind: 'blob'; blobId: string; name: string }
  | { kind: 'bytes'; bytes: Uint8Array; name: string; isArchival: boolean };

/**
 * The originals of a bundle's item: the files of an exhibit byte for byte; a draft and the list of dates as PDF/A-2b,
 * or as an ordinary PDF where a sign in them is in no font.
 */
export async function originalsOf(context: Query, item: Item, audience: string): Promise<Original[]> {
  if (item.kind === 'draft') return [await archival((await buildDraft(context, item.draftId!, audience)).document)];
  if (item.kind === 'chronology') return [await archival(await datesFor(context, item, audience))];
  const files = await filesOf(context, item, audience);
  return files.map(({ blobId, name }) => ({ kind: 'blob', blobId, name }));
}

async function archival(document: BlockDocument): Promise<Original> {
  const name = `${document.meta.title}.pdf`;
  try {
    return { kind: 'bytes', bytes: await renderPdf(document, { archival: true }), name, isArchival: true };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { kind: 'bytes', bytes: await renderPdf(document), name, isArchival: false };
  }
}

/** The list of dates in the words that its readers may see. */
async function datesFor(context: Query, { matterId }: Item, audience: string): Promise<BlockDocument> {
  const readers = await readAs(context.db, matterId, audience);
  const list = await chronologyOf(context, matterId);
  return chronologyDocument({
    ...list,
    matter: { ...list.matter, title: readers(list.matter.title) },
    facts: list.facts.map((fact) => ({ ...fact, text: readers(fact.text), sources: fact.sources.map(readers) })),
  });
}

async function filesOf({ db }: Query, { fileId, exhibitId, orderId }: Item, audience: string) {
  const order =
    orderId === null
      ? undefined
      : await db.selectFrom('courtOrder').select('exhibitId').where('id', '=', orderId).executeTakeFirst();
  const wanted = exhibitId ?? order?.exhibitId ?? null;
  if (wanted === null) return [];
  await assertMayBeRead(db, wanted, audience);
  const files = (await filesOfExhibit(db, wanted)).filter(({ id }) => fileId === null || id === fileId);
  const copies = await redactedCopies(db, files, audience);
  return files.map((file) => {
    const copy = copies.find((each) => each.fileId === file.id);
    if (!copy) return file;
    const { blobId, size, pages, sha256 } = copy;
    const { name } = path.parse(file.name);
    return { ...file, kind: 'pdf', name: `${name} (redacted).pdf`, blobId, size, pages, sha256 };
  });
}

/** The court has documents whole; others have the redacted copy where one was made. */
async function redactedCopies(db: Query['db'], files: readonly { id: string }[], audience: string) {
  if (audience === 'court') return [];
  const copies = await Promise.all(files.map(({ id }) => redactedFor(db, id)));
  return copies.filter((copy) => copy !== undefined);
}

/** Whether these readers get a redacted copy of an exhibit. */
export async function hasRedactedCopy({ db }: Query, { exhibitId, fileId }: Item, audience: string): Promise<boolean> {
  if (exhibitId === null) return false;
  const files = (await filesOfExhibit(db, exhibitId)).filter(({ id }) => fileId === null || id === fileId);
  return (await redactedCopies(db, files, audience)).length > 0;
}

/** @throws ProblemError `privileged` where an exhibit is marked so that these readers may not have it */
async function assertMayBeRead(db: Query['db'], exhibitId: string, audience: string): Promise<void> {
  const exhibit = await db.selectFrom('exhibit').select('privilege').where('id', '=', exhibitId).executeTakeFirst();
  if (!exhibit || !isWithheld(exhibit.privilege, audience as Audience)) return;
  throw problem('privileged', `This is marked ${exhibit.privilege.replace('-', ' ')} and is left out.`, {
    hint: 'Take it out of the bundle, or change the mark on the exhibit if the privilege was waived.',
  });
}

async function fileSource({ services }: Query, file: Row<'exhibitFile'>): Promise<PageSource> {
  if (file.kind === 'pdf')
    return {
      handle: { kind: 'blob', ...services.blobs.handle(file.blobId) },
      file: file.name,
      size: file.size,
      pages: file.pages,
      sha256: file.sha256,
    };
  const bytes = await services.blobs.readAll(file.blobId);
  return { ...typeset(await pagesFrom(bytes, file.mime, file.name)), file: file.name, sha256: file.sha256 };
}

function typeset(bytes: Uint8Array): PageSource {
  return { handle: { kind: 'bytes', bytes }, file: null, size: bytes.length, pages: null, sha256: null };
}
