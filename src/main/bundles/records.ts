import type { Query } from '#main/services.ts';
import type { CourtRecords } from '#shared/domain/bundles/finished.ts';
import type { BundleParts } from './parts.ts';

/** What the rules of courts ask of the records of a bundle's proceeding and of its orders; null where it is for none. */
export async function recordsOf(
  { db }: Query,
  { bundle: { proceedingId }, sections }: BundleParts,
): Promise<CourtRecords | null> {
  if (proceedingId === null) return null;
  const objections = await db
    .selectFrom('objection')
    .innerJoin('filing', 'filing.id', 'objection.filingId')
    .select(['objection.text', 'objection.cure', 'objection.cureBy', 'objection.curedOn'])
    .where('filing.proceedingId', '=', proceedingId)
    .where('objection.deletedAt', 'is', null)
    .where('filing.deletedAt', 'is', null)
    .orderBy('objection.raisedOn')
    .execute();
  const orders = sections.flatMap(({ items }) => items.flatMap(({ row }) => row.orderId ?? []));
  const copies = await db
    .selectFrom('certifiedCopy')
    .select(['document', 'appliedOn', 'readyOn', 'collectedOn'])
    .where('orderId', 'in', orders)
    .where('deletedAt', 'is', null)
    .execute();
  return { objections, copies };
}
