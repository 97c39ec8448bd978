import type { Command, Query } from '#main/services.ts';
import type { ReadDb } from '#main/store/database.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { makeTerm } from '#shared/domain/redaction/terms.ts';
import { problem } from '#shared/problem.ts';

type Kind = Result<'redaction.proposed'>[number]['kind'];
type Copy = NonNullable<Result<'redaction.marks'>['copy']>;

/** The file of an exhibit that marks are drawn on. @throws ProblemError `not-found` */
export async function markedFile(db: ReadDb, fileId: string) {
  const file = await db.selectFrom('exhibitFile').selectAll().where('id', '=', fileId).executeTakeFirst();
  if (!file) throw problem('not-found', 'This file is no longer in the exhibit.');
  return file;
}

/** The marks of a file, page by page from the top. */
export async function marksOf(db: ReadDb, fileId: string) {
  return db
    .selectFrom('redactionMark')
    .selectAll()
    .where('fileId', '=', fileId)
    .orderBy('page')
    .orderBy('topPt')
    .orderBy('leftPt')
    .execute();
}

export async function listMarks(
  { db }: Query,
  { fileId }: Given<'redaction.marks'>,
): Promise<Result<'redaction.marks'>> {
  await markedFile(db, fileId);
  const marks = await marksOf(db, fileId);
  return {
    marks: marks.map(({ id, page, leftPt, topPt, widthPt, heightPt, term, reason }) => ({
      id,
      page,
      left: leftPt,
      top: topPt,
      width: widthPt,
      height: heightPt,
      term,
      reason,
    })),
    copy: await copyOf(db, fileId),
  };
}

/** What is known of the redacted copy of a file; null where none was made. */
export async function copyOf(db: ReadDb, fileId: string): Promise<Copy | null> {
  const row = await redactedFor(db, fileId);
  if (!row) return null;
  const { pages, size, sha256, marks, madeAt, report } = row;
  const { signature, removed, problems } = JSON.parse(report) as Pick<Copy, 'removed' | 'problems'> & {
    signature: string;
  };
  const isStale = signatureOf(await marksOf(db, fileId)) !== signature;
  return { pages, size, sha256, marks, madeAt, isStale, removed, problems };
}

/** The redacted copy of a file, for whoever may not have the file itself. */
export async function redactedFor(db: ReadDb, fileId: string) {
  return db.selectFrom('redactedFile').selectAll().where('fileId', '=', fileId).executeTakeFirst();
}

/** What a copy was made from, to be compared with the marks as they are now: their ids and reasons. */
export function signatureOf(marks: readonly { id: string; reason: string | null }[]): string {
  return marks
    .map(({ id, reason }) => `${id}${reason ?? ''}`)
    .sort()
    .join('\n');
}

/** @throws ProblemError `empty-term` where a term has neither letters nor figures */
export async function addMarks(
  { db, newId, clock }: Command,
  { fileId, marks }: Given<'redaction.addMarks'>,
): Promise<{ ids: string[] }> {
  const { matterId } = await markedFile(db, fileId);
  for (const { term } of marks) assertTerm(term);
  const rows = marks.map(({ page, left, top, width, height, term, reason }) => ({
    id: newId(),
    matterId,
    fileId,
    page,
    leftPt: left,
    topPt: top,
    widthPt: width,
    heightPt: height,
    term,
    reason,
    createdAt: clock.now(),
  }));
  // Less than what SQLite takes in one statement.
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('redactionMark')
      .values(rows.slice(at, at + 500))
      .execute();
  return { ids: rows.map(({ id }) => id) };
}

function assertTerm(term: string | null): void {
  if (term === null || makeTerm(term)) return;
  throw problem('empty-term', `“${term}” has neither letters nor figures and can't be looked for.`, {
    hint: 'Draw a mark over it instead.',
  });
}

export async function setReason({ db }: Command, { ids, reason }: Given<'redaction.setReason'>): Promise<null> {
  for (let at = 0; at < ids.length; at += 500)
    await db
      .updateTable('redactionMark')
      .set({ reason })
      .where('id', 'in', ids.slice(at, at + 500))
      .execute();
  return null;
}

export async function removeMarks({ db }: Command, { ids }: Given<'redaction.removeMark'>): Promise<null> {
  for (let at = 0; at < ids.length; at += 500)
    await db
      .deleteFrom('redactionMark')
      .where('id', 'in', ids.slice(at, at + 500))
      .execute();
  return null;
}

export async function removeCopy({ db }: Command, { fileId }: Given<'redaction.remove'>): Promise<null> {
  await db.deleteFrom('redactedFile').where('fileId', '=', fileId).execute();
  return null;
}

/** Names, aliases and particulars of the matter's protected parties, each once. */
export async function proposed(
  { db }: Query,
  { matterId }: Given<'redaction.proposed'>,
): Promise<Result<'redaction.proposed'>> {
  const parties = await db
    .selectFrom('party')
    .select(['id', 'name', 'nameNative', 'pseudonym', 'idNumber', 'address', 'phone', 'email'])
    .where('matterId', '=', matterId)
    .where('protected', '=', 1)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute();
  const aliases = await db
    .selectFrom('partyAlias')
    .select(['partyId', 'name'])
    .where('matterId', '=', matterId)
    .execute();
  const seen = new Set<string>();
  return parties.flatMap((party) => {
    const of = aliases.filter(({ partyId }) => partyId === party.id).map(({ name }) => name);
    const all: [Kind, string | null][] = [
      ['name', party.name],
      ['name', party.nameNative],
      ...of.map((name): [Kind, string] => ['alias', name]),
      ['number', party.idNumber],
      ['address', party.address],
      ['phone', party.phone],
      ['email', party.email],
    ];
    return all.flatMap(([kind, text]) => {
      const term = text === null ? null : makeTerm(text);
      if (!term || seen.has(term.folded)) return [];
      seen.add(term.folded);
      return [{ term: term.text, kind, party: party.pseudonym ?? party.name }];
    });
  });
}
