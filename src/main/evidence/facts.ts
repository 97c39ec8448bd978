import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { Chronology } from '#shared/domain/drafting/chronology.ts';
import { labelsOf } from './labels.ts';

export async function listFacts({ db }: Query, { matterId }: Given<'facts.list'>) {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy(({ eb }) => eb('date', 'is', null))
    .orderBy('date')
    .orderBy('time')
    .orderBy('id')
    .execute();
  const sources = await db
    .selectFrom('factSource')
    .selectAll()
    .where('matterId', '=', matterId)
    .orderBy('id')
    .execute();
  const labels = await labelsOf(db, matterId);
  return typed<Result<'facts.list'>>(
    rows.map((fact) => ({
      ...fact,
      sources: sources
        .filter(({ factId }) => factId === fact.id)
        .map((source) => ({
          ...source,
          label: labels.exhibit(source.exhibitId) ?? labels.order(source.orderId) ?? source.note ?? '',
        })),
    })),
  );
}

export async function addFact(context: Command, { matterId, sources, ...fields }: Given<'facts.add'>) {
  await find(context.db, 'matter', matterId);
  const factId = await create(context, 'fact', { matterId, ...fields, isIncident: Number(fields.isIncident) });
  await insertSources(context, matterId, factId, sources);
  return { id: factId };
}

export async function editFact(context: Command, { id, sources, ...fields }: Given<'facts.edit'>) {
  const { matterId } = await find(context.db, 'fact', id);
  await change(context, 'fact', id, fields);
  if (sources !== undefined) {
    await context.db.deleteFrom('factSource').where('factId', '=', id).execute();
    await insertSources(context, matterId, id, sources);
  }
  return null;
}

/** One change in many facts of one matter: one step, and one undo takes it all back. */
export async function editFacts(context: Command, { ids, changes }: Given<'facts.editMany'>) {
  for (const id of ids) await change(context, 'fact', id, changes);
  return null;
}

async function insertSources(
  { db, newId }: Command,
  matterId: string,
  factId: string,
  sources: Given<'facts.add'>['sources'],
) {
  for (const source of sources) {
    await db
      .insertInto('factSource')
      .values({ id: newId(), matterId, factId, ...source })
      .execute();
  }
}

export async function removeFact(context: Command, { id }: Given<'facts.remove'>) {
  await bin(context, 'fact', id);
  return null;
}

const BY = { ours: 'our side', theirs: 'the other side', neutral: null };

/** The matter's facts as the list of dates that goes into a bundle or out of the house. */
export async function chronologyOf(context: Query, matterId: string): Promise<Chronology> {
  const matter = await find(context.db, 'matter', matterId);
  const facts = await listFacts(context, { matterId });
  return {
    matter: { title: matter.title, reference: matter.reference },
    asOf: context.clock.today(),
    sample: matter.isSample === 1,
    audience: null,
    facts: facts.map((fact) => ({
      date: fact.date,
      precision: fact.dateTo ? 'range' : fact.precision === 'minute' ? 'day' : fact.precision,
      dateTo: fact.dateTo,
      time: fact.time,
      text: fact.text,
      state: fact.state,
      by: fact.side ? BY[fact.side] : null,
      sources: fact.sources.map(({ label, pin }) => [label, pin].filter(Boolean).join(', ')).filter(Boolean),
    })),
  };
}
