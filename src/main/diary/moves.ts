import type { Command, Query } from '#main/services.ts';
import type { Row } from '#main/store/database.ts';
import { change } from '#main/store/rows.ts';
import type { Given } from '#shared/contract/index.ts';
import { COPY_EVIDENCE } from '#shared/domain/remedies/list.ts';
import { clockFields, offersAgainst } from './offers.ts';
import { countedBy } from './recount.ts';

/** Where a deadline goes when the day that it runs from changes. */
export interface Move {
  deadlineId: string;
  title: string;
  from: string | null;
  to: string | null;
  /** A day that was set by hand, and stays. */
  kept: string | null;
}
type Counted = Move & { fields: object };
type OrderRow = Row<'courtOrder'>;
type Copies = NonNullable<Parameters<typeof offersAgainst>[2]['copies']>;

/**
 * Where the open clocks of an order go, in whatever proceeding they are worked in, when its day, its communication or a
 * certified copy changes: those of its remedies, and those that somebody counted from one of its days.
 * @param after the order as it would be
 * @param copies its certified copies as they would be, where they are not as on the file
 */
export async function movesOf(
  context: Query | Command,
  before: OrderRow,
  after: OrderRow,
  copies?: Copies,
): Promise<Counted[]> {
  const open = await context.db
    .selectFrom('deadline')
    .selectAll()
    .where('orderId', '=', after.id)
    .where('inputs', 'is not', null)
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .execute();
  if (open.length === 0) return [];
  const today = context.clock.today();
  const moves: Counted[] = [];
  for (const row of open) {
    if (row.remedy === null) {
      moves.push(...counted(context, row, [before.date, before.communicatedOn], [after.date, after.communicatedOn]));
      continue;
    }
    // Lines of the ledger that somebody entered stay; those of the copies come from the copies.
    const { exclusions = [] } = JSON.parse(row.inputs!) as Given<'deadlines.compute'>;
    const entered = exclusions.filter(({ evidence }) => evidence !== COPY_EVIDENCE).map(plainExclusion);
    const { pack, offers } = await offersAgainst(context, after, { today, copies, exclusions: entered });
    const deadline = offers.find(({ id }) => id === row.remedy)?.deadline;
    const to = (deadline?.due ?? deadline?.reviewOn)?.slice(0, 10);
    if (!deadline || to === undefined) continue;
    moves.push(...moved(row, { ...clockFields(pack, deadline, after.date), dueOn: to }));
  }
  return moves;
}

const plainExclusion = ({ evidence, ...span }: Given<'deadlines.compute'>['exclusions'][number]) => ({
  ...span,
  ...(evidence ? { evidence } : {}),
});

/** The same for what was counted from the service of a paper. */
export async function movesOfService(
  context: Query | Command,
  before: Pick<Row<'service'>, 'id' | 'servedOn'>,
  servedOn: string | null,
): Promise<Counted[]> {
  const open = await context.db
    .selectFrom('deadline')
    .selectAll()
    .where('serviceId', '=', before.id)
    .where('inputs', 'is not', null)
    .where('state', '=', 'open')
    .where('deletedAt', 'is', null)
    .execute();
  return open.flatMap((row) => counted(context, row, [before.servedOn], [servedOn]));
}

/** A clock that was counted from one of some days, counted from the day that it is now. */
function counted(
  { services, clock }: Query | Command,
  row: Row<'deadline'>,
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): Counted[] {
  const count = JSON.parse(row.inputs!) as Given<'deadlines.compute'>;
  const triggerOn = after[before.indexOf(count.triggerOn)];
  // A day that is gone leaves the count as it was: without a start there is no date to show instead.
  if (!triggerOn || triggerOn === count.triggerOn) return [];
  const inputs = { ...count, triggerOn };
  const fields = countedBy(services.packs, inputs, clock.today());
  return fields ? moved(row, { ...fields, triggerOn, inputs: JSON.stringify(inputs) }) : [];
}

function moved(row: Row<'deadline'>, fields: { dueOn: string; inputs: string; triggerOn: string }): Counted[] {
  const { id, title, dueOn, inputs, overrideOn } = row;
  if (fields.inputs === inputs && fields.dueOn === dueOn) return [];
  return [{ deadlineId: id, title, from: dueOn, to: fields.dueOn, kept: overrideOn, fields }];
}

/** Writes moves, in the command that is open. A day set by hand stays beside the new one. */
export async function move(context: Command, moves: readonly Counted[]): Promise<void> {
  for (const { deadlineId, fields } of moves) await change(context, 'deadline', deadlineId, fields);
}

/** What is shown of moves before they are accepted. */
export const shownMoves = (moves: readonly Counted[]): Move[] => moves.map(({ fields: _fields, ...shown }) => shown);
