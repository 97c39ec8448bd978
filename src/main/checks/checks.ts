import type { Command, Query } from '#main/services.ts';
import { find } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { runChecks } from '#shared/domain/filing-check/run.ts';
import { problem } from '#shared/problem.ts';
import { filingOf } from './filing.ts';

/** The filing check of a proceeding, with what the advocate let stand. */
export async function run(
  context: Query,
  { proceedingId, draftId }: Given<'checks.run'>,
): Promise<Result<'checks.run'>> {
  const filing = await filingOf(context, proceedingId, draftId);
  const { findings, clear, notAsked } = runChecks(filing);
  const waivers = await context.db
    .selectFrom('findingWaiver')
    .selectAll()
    .where('proceedingId', '=', proceedingId)
    .execute();
  return {
    proceedingId,
    draftId: filing.draft?.id ?? null,
    draftTitle: filing.draft?.title ?? null,
    pack: filing.pack.id,
    on: filing.filingOn,
    due: filing.limitation?.due ?? null,
    safe: filing.limitation?.safe ?? null,
    findings: findings.map((finding) => {
      const waiver = waivers.find((each) => each.finding === finding.id);
      return { ...finding, waived: waiver ? { reason: waiver.reason, on: waiver.waivedOn } : null };
    }),
    clear,
    notAsked,
  };
}

/** Lets a finding stand, with its reason; a second waiver of the same finding replaces the first. */
export async function waive(context: Command, { proceedingId, finding, reason }: Given<'checks.waive'>) {
  const { db, newId, clock } = context;
  const { matterId } = await find(db, 'proceeding', proceedingId);
  await removeWaiver(context, proceedingId, finding);
  const id = newId();
  await db
    .insertInto('findingWaiver')
    .values({ id, matterId, proceedingId, finding, reason, waivedOn: clock.today() })
    .execute();
  return { id };
}

/** @throws ProblemError `not-waived` */
export async function unwaive(context: Command, { proceedingId, finding }: Given<'checks.unwaive'>) {
  if (!(await removeWaiver(context, proceedingId, finding))) {
    throw problem('not-waived', 'This finding was not waived.', { field: 'finding' });
  }
  return null;
}

async function removeWaiver({ db }: Command, proceedingId: string, finding: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('findingWaiver')
    .where('proceedingId', '=', proceedingId)
    .where('finding', '=', finding)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
