import type { Command, Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { finalOf } from '#shared/domain/blocks/build.ts';
import type { Built } from '#shared/domain/drafting/writer.ts';

/** A document as it was signed: it no longer follows the records. */
const KIND = 'application/json';

/** The words of a draft that was signed, filed or served; null where none were kept. */
export async function frozen({ db, services }: Query, draftId: string): Promise<Built | null> {
  const version = await db
    .selectFrom('draftVersion')
    .select('blobId')
    .where('draftId', '=', draftId)
    .where('blobId', 'is not', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (!version?.blobId) return null;
  return JSON.parse((await services.blobs.readAll(version.blobId)).toString('utf8')) as Built;
}

/** Keeps a version: what the advocate wrote and, where it is signed, the whole document. @returns its number */
export async function keepVersion(
  { db, clock, newId, services }: Command,
  draft: Row<'draft'>,
  note: string | null,
  { built, signed }: { built: Built; signed: boolean },
): Promise<number> {
  const last = await db
    .selectFrom('draftVersion')
    .select(({ fn }) => fn.max('number').as('n'))
    .where('draftId', '=', draft.id)
    .executeTakeFirst();
  const number = (last?.n ?? 0) + 1;
  const at = clock.now();
  let blobId: string | null = null;
  if (signed) {
    const words = JSON.stringify({ ...built, document: finalOf(built.document) });
    const blob = await services.blobs.write(bytesOf(words), { mime: KIND });
    await services.blobs.record(db, blob, at);
    blobId = blob.id;
  }
  const { id: draftId, matterId, form } = draft;
  await db
    .insertInto('draftVersion')
    .values({ id: newId(), matterId, draftId, number, at, note, form, blanks: built.blanks.length, blobId })
    .execute();
  return number;
}

async function* bytesOf(text: string) {
  yield Buffer.from(text, 'utf8');
}
