import type { ReadDb } from '#main/store/database.ts';

/** How exhibits and orders of a matter are named beside a fact or a point: by their mark, else by their number. */
export interface Labels {
  exhibit(id: string | null): string | null;
  order(id: string | null): string | null;
}

export async function labelsOf(db: ReadDb, matterId: string): Promise<Labels> {
  const exhibits = await db
    .selectFrom('exhibit')
    .leftJoin('exhibitMark', 'exhibitMark.exhibitId', 'exhibit.id')
    .select(['exhibit.id', 'exhibit.number', 'exhibitMark.mark'])
    .where('exhibit.matterId', '=', matterId)
    .where('deletedAt', 'is', null)
    .orderBy('exhibitMark.id')
    .execute();
  const orders = await db
    .selectFrom('courtOrder')
    .innerJoin('proceeding', 'proceeding.id', 'courtOrder.proceedingId')
    .select(['courtOrder.id', 'courtOrder.date', 'proceeding.forumName'])
    .where('courtOrder.matterId', '=', matterId)
    .where('courtOrder.deletedAt', 'is', null)
    .execute();
  const byExhibit = new Map<string, string>();
  for (const { id, number, mark } of exhibits) {
    if (!byExhibit.has(id)) byExhibit.set(id, mark ?? `Exhibit ${number}`);
  }
  const byOrder = new Map(orders.map(({ id, date, forumName }) => [id, `Order of ${date}, ${forumName}`]));
  return {
    exhibit: (id) => (id === null ? null : (byExhibit.get(id) ?? null)),
    order: (id) => (id === null ? null : (byOrder.get(id) ?? null)),
  };
}
