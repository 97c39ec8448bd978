import type { Command, Query } from '#main/services.ts';
import { bin, bits, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { labelsOf } from './labels.ts';

/** Issues with each point's two accounts, the evidence under them, and what every forum found. */
export async function listIssues({ db }: Query, { matterId }: Given<'issues.list'>) {
  const issues = await db
    .selectFrom('issue')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('number')
    .execute();
  const points = await db
    .selectFrom('issuePoint')
    .selectAll()
    .where('matterId', '=', matterId)
    .orderBy('position')
    .execute();
  const evidence = await db
    .selectFrom('pointEvidence')
    .selectAll()
    .where('matterId', '=', matterId)
    .orderBy('id')
    .execute();
  const findings = await db
    .selectFrom('issueFinding')
    .leftJoin('proceeding', 'proceeding.id', 'issueFinding.proceedingId')
    .selectAll('issueFinding')
    .select(({ fn, val }) => fn.coalesce('proceeding.numberText', 'proceeding.forumName', val('')).as('proceeding'))
    .where('issueFinding.matterId', '=', matterId)
    .orderBy('proceeding.filedOn')
    .execute();
  const labels = await labelsOf(db, matterId);
  return typed<Result<'issues.list'>>(
    issues.map((issue) => ({
      ...issue,
      points: points
        .filter(({ issueId }) => issueId === issue.id)
        .map((point) => ({
          ...point,
          evidence: evidence
            .filter(({ pointId }) => pointId === point.id)
            .map((chip) => ({ ...chip, label: labels.exhibit(chip.exhibitId) ?? '' }))
            .filter(({ label }) => label !== ''),
        })),
      findings: findings.filter(({ issueId }) => issueId === issue.id),
    })),
  );
}

export async function addIssue(context: Command, { matterId, ...fields }: Given<'issues.add'>) {
  await find(context.db, 'matter', matterId);
  const last = await context.db
    .selectFrom('issue')
    .select(({ fn }) => fn.max('number').as('n'))
    .where('matterId', '=', matterId)
    .executeTakeFirst();
  const number = (last?.n ?? 0) + 1;
  return { id: await create(context, 'issue', { matterId, number, position: number, ...fields }) };
}

export async function editIssue(context: Command, { id, ...fields }: Given<'issues.edit'>) {
  await change(context, 'issue', id, fields);
  return null;
}

export async function removeIssue(context: Command, { id }: Given<'issues.remove'>) {
  await bin(context, 'issue', id);
  return null;
}

/** New order, new numbers; what is not named keeps its order behind the rest. */
export async function reorderIssues({ db, clock }: Command, { matterId, ids }: Given<'issues.reorder'>) {
  const present = await db
    .selectFrom('issue')
    .select(['id', 'number', 'position'])
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('number')
    .execute();
  // Each place in the order keeps its number, so that the number of what lies in the bin is not given again.
  const numbers = present.map(({ number }) => number).sort((a, b) => a - b);
  for (const [at, row] of inOrder(present, ids).entries()) {
    const number = numbers[at]!;
    if (row.position === number && row.number === number) continue;
    await db
      .updateTable('issue')
      .set({ position: number, number, updatedAt: clock.now() })
      .where('id', '=', row.id)
      .execute();
  }
  return null;
}

export async function reorderPoints({ db }: Command, { issueId, ids }: Given<'issues.reorderPoints'>) {
  await find(db, 'issue', issueId);
  const present = await db
    .selectFrom('issuePoint')
    .select(['id', 'position'])
    .where('issueId', '=', issueId)
    .orderBy('position')
    .execute();
  for (const [position, row] of inOrder(present, ids).entries()) {
    if (row.position !== position)
      await db.updateTable('issuePoint').set({ position }).where('id', '=', row.id).execute();
  }
  return null;
}

/** Rows in the order of the ids; those that are not named come after them, in the order they had. */
function inOrder<R extends { id: string }>(rows: readonly R[], ids: readonly string[]): R[] {
  const named = ids.flatMap((id) => rows.filter((row) => row.id === id));
  return [...named, ...rows.filter(({ id }) => !ids.includes(id))];
}

export async function addPoint({ db, newId }: Command, { issueId, ...fields }: Given<'issues.addPoint'>) {
  const { matterId } = await find(db, 'issue', issueId);
  const last = await db
    .selectFrom('issuePoint')
    .select(({ fn }) => fn.max('position').as('n'))
    .where('issueId', '=', issueId)
    .executeTakeFirst();
  const id = newId();
  await db
    .insertInto('issuePoint')
    .values({ id, matterId, issueId, position: (last?.n ?? -1) + 1, ...fields })
    .execute();
  return { id };
}

export async function editPoint({ db }: Command, { id, ...fields }: Given<'issues.editPoint'>) {
  await pointRow(db, id);
  await db.updateTable('issuePoint').set(bits(fields)).where('id', '=', id).execute();
  return null;
}

export async function removePoint({ db }: Command, { id }: Given<'issues.removePoint'>) {
  await db.deleteFrom('issuePoint').where('id', '=', id).execute();
  return null;
}

async function pointRow(db: Query['db'], id: string) {
  const point = await db.selectFrom('issuePoint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!point) throw problem('not-found', 'This point is no longer there.');
  return point;
}

export async function setEvidence({ db, newId }: Command, { pointId, evidence }: Given<'issues.setEvidence'>) {
  const { matterId } = await pointRow(db, pointId);
  await db.deleteFrom('pointEvidence').where('pointId', '=', pointId).execute();
  for (const chip of evidence) {
    await db
      .insertInto('pointEvidence')
      .values({ id: newId(), matterId, pointId, ...chip })
      .execute();
  }
  return null;
}

/** A forum finds once on an issue: a new finding takes the place of the old one. */
export async function setFinding({ db, newId }: Command, { issueId, finding }: Given<'issues.setFinding'>) {
  const { matterId } = await find(db, 'issue', issueId);
  await db
    .deleteFrom('issueFinding')
    .where('issueId', '=', issueId)
    .where('proceedingId', '=', finding.proceedingId)
    .execute();
  await db
    .insertInto('issueFinding')
    .values({ id: newId(), matterId, issueId, ...finding })
    .execute();
  return null;
}

export async function removeFinding({ db }: Command, { id }: Given<'issues.removeFinding'>) {
  await db.deleteFrom('issueFinding').where('id', '=', id).execute();
  return null;
}
