import type { Command, Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

export async function listExhibits({ db }: Query, { matterId }: Given<'exhibits.list'>) {
  const rows = await db
    .selectFrom('exhibit')
    .selectAll('exhibit')
    .select(({ selectFrom, fn }) => [
      selectFrom('factSource')
        .select(fn.countAll<number>().as('n'))
        .whereRef('factSource.exhibitId', '=', 'exhibit.id')
        .as('facts'),
      selectFrom('pointEvidence')
        .select(fn.countAll<number>().as('n'))
        .whereRef('pointEvidence.exhibitId', '=', 'exhibit.id')
        .as('points'),
    ])
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('number')
    .execute();
  const files = await db
    .selectFrom('exhibitFile')
    .select(['id', 'exhibitId', 'name', 'kind', 'pages', 'size', 'textState'])
    .where('matterId', '=', matterId)
    .orderBy('position')
    .execute();
  const marks = await marksOf(db, 'exhibitMark.matterId', matterId);
  return rows.map(({ facts, points, ...row }) => {
    const own = files.filter(({ exhibitId }) => exhibitId === row.id);
    const counted = own.flatMap(({ pages }) => (pages === null ? [] : [pages]));
    return typed<Result<'exhibits.list'>[number]>({
      ...row,
      files: own,
      marks: marks.filter(({ exhibitId }) => exhibitId === row.id),
      pages: counted.length === 0 ? null : counted.reduce((sum, n) => sum + n, 0),
      citations: (facts ?? 0) + (points ?? 0),
    });
  });
}

function marksOf(db: ReadDb, column: 'exhibitMark.matterId' | 'exhibitMark.exhibitId', value: string) {
  return db
    .selectFrom('exhibitMark')
    .innerJoin('proceeding', 'proceeding.id', 'exhibitMark.proceedingId')
    .select(({ fn }) => [
      'exhibitMark.id',
      'exhibitMark.exhibitId',
      'exhibitMark.proceedingId',
      'exhibitMark.mark',
      fn.coalesce('proceeding.numberText', 'proceeding.forumName').as('proceeding'),
    ])
    .where(column, '=', value)
    .where('proceeding.deletedAt', 'is', null)
    .orderBy('exhibitMark.id')
    .execute();
}

export async function getExhibit({ db }: Query, { id }: Given<'exhibits.get'>) {
  const exhibit = await find(db, 'exhibit', id);
  const files = await filesOf(db, id);
  const custody = await db
    .selectFrom('custodyEntry')
    .selectAll()
    .where('exhibitId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const facts = await db
    .selectFrom('factSource')
    .innerJoin('fact', 'fact.id', 'factSource.factId')
    .select(['fact.id', 'fact.text', 'factSource.pin'])
    .where('factSource.exhibitId', '=', id)
    .where('fact.deletedAt', 'is', null)
    .execute();
  const points = await db
    .selectFrom('pointEvidence')
    .innerJoin('issuePoint', 'issuePoint.id', 'pointEvidence.pointId')
    .innerJoin('issue', 'issue.id', 'issuePoint.issueId')
    .select(['issuePoint.id', 'issuePoint.title as text', 'pointEvidence.pin'])
    .where('pointEvidence.exhibitId', '=', id)
    .where('issue.deletedAt', 'is', null)
    .execute();
  return typed<Result<'exhibits.get'>>({
    exhibit,
    files: files.map((file) => ({ ...file, problems: JSON.parse(file.problems ?? '[]') as string[] })),
    marks: await marksOf(db, 'exhibitMark.exhibitId', id),
    custody,
    citations: [
      ...facts.map((fact) => ({ kind: 'fact' as const, ...fact })),
      ...points.map((point) => ({ kind: 'point' as const, ...point })),
    ],
  });
}

/** The files of an exhibit in their order. */
export function filesOf(db: ReadDb, exhibitId: string) {
  return db.selectFrom('exhibitFile').selectAll().where('exhibitId', '=', exhibitId).orderBy('position').execute();
}

/** Numbers are never given twice: what lies in the bin keeps its own. */
export async function nextNumber(db: ReadDb, matterId: string): Promise<number> {
  const last = await db
    .selectFrom('exhibit')
    .select(({ fn }) => fn.max('number').as('n'))
    .where('matterId', '=', matterId)
    .executeTakeFirst();
  return (last?.n ?? 0) + 1;
}

export async function addExhibit(context: Command, { matterId, ...fields }: Given<'exhibits.add'>) {
  await find(context.db, 'matter', matterId);
  const number = await nextNumber(context.db, matterId);
  const id = await create(context, 'exhibit', { matterId, number, kind: 'other', ...fields });
  return { id };
}

export async function editExhibit(context: Command, { id, ...fields }: Given<'exhibits.edit'>) {
  await change(context, 'exhibit', id, fields);
  return null;
}

export async function removeExhibit(context: Command, { id }: Given<'exhibits.remove'>) {
  await bin(context, 'exhibit', id);
  return null;
}

export async function removeFile(context: Command, { id }: Given<'exhibits.removeFile'>) {
  const file = await fileRow(context.db, id);
  await context.db.deleteFrom('exhibitFile').where('id', '=', id).execute();
  await enterCustody(context, file, { step: 'note', note: `${file.name} was taken out`, sha256: file.sha256 });
  return null;
}

/** @throws ProblemError `not-found` */
export async function fileRow(db: ReadDb, id: string) {
  const file = await db.selectFrom('exhibitFile').selectAll().where('id', '=', id).executeTakeFirst();
  if (!file) throw problem('not-found', 'This file is no longer in the exhibit.');
  return file;
}

/** How an exhibit is marked in one proceeding; null takes the mark away. */
export async function setMark(context: Command, { exhibitId, proceedingId, mark }: Given<'exhibits.setMark'>) {
  const { db, newId } = context;
  const { matterId } = await find(db, 'exhibit', exhibitId);
  const proceeding = await find(db, 'proceeding', proceedingId);
  if (proceeding.matterId !== matterId) throw problem('other-matter', 'This proceeding belongs to another matter.');
  await db
    .deleteFrom('exhibitMark')
    .where('exhibitId', '=', exhibitId)
    .where('proceedingId', '=', proceedingId)
    .execute();
  if (mark !== null) {
    await db.insertInto('exhibitMark').values({ id: newId(), matterId, exhibitId, proceedingId, mark }).execute();
    const where = proceeding.numberText ?? proceeding.forumName;
    await enterCustody(context, { matterId, exhibitId }, { step: 'marked', note: `${mark} in ${where}` });
  }
  return null;
}

export async function addCustody(context: Command, { exhibitId, ...entry }: Given<'exhibits.addCustody'>) {
  const { matterId } = await find(context.db, 'exhibit', exhibitId);
  return { id: await enterCustody(context, { matterId, exhibitId }, entry) };
}

interface Entry {
  at?: string;
  step: Given<'exhibits.addCustody'>['step'];
  byWhom?: string | null;
  note?: string | null;
  sha256?: string | null;
}

/** One step in an exhibit's history, at the present time unless it is given. @returns its id */
export async function enterCustody(
  { db, newId, clock }: Command,
  { matterId, exhibitId }: { matterId: string; exhibitId: string },
  { at, step, byWhom, note, sha256 }: Entry,
): Promise<string> {
  const id = newId();
  const values = { at: at ?? clock.now(), byWhom: byWhom ?? null, note: note ?? null, sha256: sha256 ?? null };
  await db
    .insertInto('custodyEntry')
    .values({ id, matterId, exhibitId, step, ...values })
    .execute();
  return id;
}

export async function textOf({ db }: Query, { fileId }: Given<'exhibits.text'>) {
  return db
    .selectFrom('exhibitText')
    .select(['page', 'origin', 'text'])
    .where('fileId', '=', fileId)
    .orderBy('page')
    .execute();
}

export async function readPart(context: Query, { fileId, from, length }: Given<'exhibits.read'>) {
  const file = await fileRow(context.db, fileId);
  const reader = context.services.blobs.open(file.blobId);
  try {
    const part = Buffer.allocUnsafe(Math.max(0, Math.min(length, reader.size - from)));
    reader.read(part, 0, part.length, from);
    return { size: reader.size, base64: part.toString('base64') };
  } finally {
    reader.close();
  }
}
