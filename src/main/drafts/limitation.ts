import { computeDeadline } from '#shared/domain/deadlines/compute.ts';
import type { SnapshotLimitation, SnapshotOrder } from '#shared/domain/drafting/snapshot.ts';
import type { Pack } from '#shared/packs/pack.ts';

/**
 * The last day for a document against an order, counted from the order by the pack's rule, without the time for the
 * certified copy where its days are recorded.
 *
 * @param signedOn the day on the document; the time is held against it
 */
export function limitationOf(
  pack: Pack,
  rule: string,
  { date, copy }: SnapshotOrder,
  signedOn: string | null,
  today: string,
): SnapshotLimitation {
  const { appliedOn, readyOn } = copy ?? { appliedOn: null, readyOn: null };
  const exclusions =
    appliedOn && readyOn && appliedOn <= readyOn ? [{ kind: 'copy' as const, from: appliedOn, to: readyOn }] : [];
  const { title, citation, due, trace } = computeDeadline({
    pack,
    rule,
    trigger: date,
    exclusions,
    today,
    trace: true,
  });
  return {
    rule: title,
    citation,
    triggeredOn: date,
    due: due?.slice(0, 10) ?? null,
    filingOn: signedOn,
    trace: (trace ?? []).map((step) => ({ date: step.date, text: step.step })),
  };
}
