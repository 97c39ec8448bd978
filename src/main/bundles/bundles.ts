import type { Command, Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';

export async function listBundles({ db }: Query, { matterId }: Given<'bundles.list'>): Promise<Result<'bundles.list'>> {
  const rows = await db
    .selectFrom('bundle')
    .selectAll('bundle')
    .select(({ selectFrom, fn }) => [
      selectFrom('bundleItem')
        .select(fn.countAll<number>().as('n'))
        .whereRef('bundleItem.bundleId', '=', 'bundle.id')
        .as('items'),
      selectFrom('bundleVersion')
        .select(fn.countAll<number>().as('n'))
        .whereRef('bundleVersion.bundleId', '=', 'bundle.id')
        .as('versions'),
    ])
    .where('matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .execute();
  return typed(rows);
}

/** A new bundle begins with one section, so that things can be put in at once. */
export async function addBundle(context: Command, fields: Given<'bundles.add'>) {
  await find(context.db, 'matter', fields.matterId);
  const id = await create(context, 'bundle', fields);
  const { id: sectionId } = await addSection(context, { bundleId: id, title: 'Documents' });
  return { id, sectionId };
}

export async function editBundle(context: Command, { id, ...fields }: Given<'bundles.edit'>) {
  await change(context, 'bundle', id, fields);
  return null;
}

export async function removeBundle(context: Command, { id }: Given<'bundles.remove'>) {
  await bin(context, 'bundle', id);
  return null;
}

export async function addSection(context: Command, { bundleId, title, at }: Given<'bundles.addSection'>) {
  const { db, newId } = context;
  const { matterId } = await find(db, 'bundle', bundleId);
  const others = await db
    .selectFrom('bundleSection')
    .select('id')
    .where('bundleId', '=', bundleId)
    .orderBy('position')
    .execute();
  const id = newId();
  await db.insertInto('bundleSection').values({ id, matterId, bundleId, title, position: others.length }).execute();
  await setOrder(
    context,
    'bundleSection',
    placed(
      others.map((row) => row.id),
      [id],
      at ?? others.length,
    ),
  );
  return { id };
}

export async function editSection({ db }: Command, { id, title }: Given<'bundles.editSection'>) {
  await db.updateTable('bundleSection').set({ title }).where('id', '=', id).execute();
  return null;
}

export async function removeSection({ db }: Command, { id }: Given<'bundles.removeSection'>) {
  const section = await sectionOf(db, id);
  const others = await db.selectFrom('bundleSection').select('id').where('bundleId', '=', section.bundleId).execute();
  if (others.length === 1)
    throw problem('last-section', 'A bundle keeps at least one section.', { hint: 'Rename it, or remove its items.' });
  await db.deleteFrom('bundleSection').where('id', '=', id).execute();
  return null;
}

/** Adds items to a section. Where the bundle was served already, they are late: the court's rules say where those go. */
export async function addItems(context: Command, { sectionId, items, at }: Given<'bundles.addItems'>) {
  const { db, newId } = context;
  const { matterId, bundleId } = await sectionOf(db, sectionId);
  const present = await itemIds(db, sectionId);
  const served = await db
    .selectFrom('bundleVersion')
    .select('id')
    .where('bundleId', '=', bundleId)
    .limit(1)
    .executeTakeFirst();
  const late = served ? 1 : 0;
  const ids: string[] = [];
  for (const item of items) {
    const id = newId();
    ids.push(id);
    await db
      .insertInto('bundleItem')
      .values({ id, matterId, bundleId, sectionId, position: 0, late, ...item })
      .execute();
  }
  await setOrder(context, 'bundleItem', placed(present, ids, at ?? present.length));
  return { ids };
}

export async function editItem({ db }: Command, { id, late, ...fields }: Given<'bundles.editItem'>) {
  const given = { ...fields, ...(late === undefined ? {} : { late: late ? 1 : 0 }) };
  await db
    .updateTable('bundleItem')
    .set(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
    .where('id', '=', id)
    .execute();
  return null;
}

export async function removeItem({ db }: Command, { id }: Given<'bundles.removeItem'>) {
  await db.deleteFrom('bundleItem').where('id', '=', id).execute();
  return null;
}

/** Moves items to a place in a section, in the order given; the others make room. */
export async function moveItems(context: Command, { ids, sectionId, at }: Given<'bundles.moveItems'>) {
  const { db } = context;
  const { bundleId } = await sectionOf(db, sectionId);
  const moved = await db.selectFrom('bundleItem').select(['id', 'bundleId']).where('id', 'in', ids).execute();
  if (moved.length !== ids.length || moved.some((item) => item.bundleId !== bundleId)) {
    throw problem('not-found', 'One of these items is no longer in this bundle. Nothing was moved.');
  }
  const present = await itemIds(db, sectionId);
  const before = present.slice(0, at).filter((id) => ids.includes(id)).length;
  await db.updateTable('bundleItem').set({ sectionId }).where('id', 'in', ids).execute();
  await setOrder(
    context,
    'bundleItem',
    placed(
      present.filter((id) => !ids.includes(id)),
      ids,
      at - before,
    ),
  );
  return null;
}

export async function moveSection(context: Command, { id, at }: Given<'bundles.moveSection'>) {
  const { bundleId } = await sectionOf(context.db, id);
  const rows = await context.db
    .selectFrom('bundleSection')
    .select('id')
    .where('bundleId', '=', bundleId)
    .orderBy('position')
    .execute();
  await setOrder(
    context,
    'bundleSection',
    placed(
      rows.map((row) => row.id).filter((other) => other !== id),
      [id],
      at,
    ),
  );
  return null;
}

/** Dated items by their date; undated ones keep their order at the end, and are counted. */
export async function sortByDate(context: Command, { sectionId }: Given<'bundles.sortByDate'>) {
  const { db } = context;
  const rows = await db
    .selectFrom('bundleItem')
    .leftJoin('exhibit', 'exhibit.id', 'bundleItem.exhibitId')
    .leftJoin('courtOrder', 'courtOrder.id', 'bundleItem.orderId')
    .select(['bundleItem.id', 'bundleItem.date', 'exhibit.madeOn', 'courtOrder.date as orderDate'])
    .where('sectionId', '=', sectionId)
    .orderBy('bundleItem.position')
    .execute();
  const dated = rows.map((row) => ({ id: row.id, on: row.date ?? row.madeOn ?? row.orderDate }));
  const sorted = dated.toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
  await setOrder(
    context,
    'bundleItem',
    sorted.map(({ id }) => id),
  );
  return { undated: dated.filter(({ on }) => !on).length };
}

async function sectionOf(db: Query['db'], id: string): Promise<Row<'bundleSection'>> {
  const section = await db.selectFrom('bundleSection').selectAll().where('id', '=', id).executeTakeFirst();
  if (!section) throw problem('not-found', 'This section is no longer in the bundle.');
  return section;
}

async function itemIds(db: Query['db'], sectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('bundleItem')
    .select('id')
    .where('sectionId', '=', sectionId)
    .orderBy('position')
    .execute();
  return rows.map(({ id }) => id);
}

const placed = (others: string[], ids: string[], at: number) => [...others.slice(0, at), ...ids, ...others.slice(at)];

/** Writes positions only where they change, so that undo and the log hold no more than what was done. */
async function setOrder({ db }: Command, table: 'bundleItem' | 'bundleSection', ids: string[]) {
  for (const [position, id] of ids.entries()) {
    await db.updateTable(table).set({ position }).where('id', '=', id).where('position', '!=', position).execute();
  }
}
