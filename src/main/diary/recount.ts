import { setImmediate as turn } from 'node:timers/promises';
import type { Command, Query } from '#main/services.ts';
import { change } from '#main/store/rows.ts';
import type { Given } from '#shared/contract/index.ts';
import { computeDeadline } from '#shared/domain/deadlines/compute.ts';
import type { PackLibrary } from '#shared/packs/library.ts';
import { ProblemError } from '#shared/problem.ts';

/** A deadline that another pack, rule or holiday would count otherwise. */
export interface Recounted {
  deadlineId: string;
  title: string;
  matter: string;
  from: string | null;
  to: string | null;
  /** The day that somebody set by hand, which stays. */
  kept: string | null;
  /** Of the count's columns, those as they would be. */
  fields: object;
}

/**
 * A chamber has thousands of open deadlines. Between so many of them, some milliseconds' worth, the program does what
 * else is waiting: a thread of its own would have to be given packs and rows, and the writing could not go there.
 */
const COUNTED_AT_ONCE = 100;
const WRITTEN_AT_ONCE = 8;

const day = (value: string | null | undefined) => value?.slice(0, 10) ?? null;

/**
 * Every open deadline that was counted by a rule, counted again by other packs.
 * @returns those that change, in the order of their days; one whose day stays and whose citation changes is among them
 */
export async function recountedBy({ db, clock }: Query | Command, library: PackLibrary): Promise<Recounted[]> {
  const changed: Recounted[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('deadline')
      .innerJoin('matter', 'matter.id', 'deadline.matterId')
      .select(['deadline.id', 'deadline.title', 'inputs', 'nominal', 'dueOn', 'safeOn', 'latestOn', 'citation'])
      .select(['confidence', 'overrideOn', 'matter.reference'])
      .where('deadline.id', '>', after)
      .where('inputs', 'is not', null)
      .where('state', '=', 'open')
      .where('deadline.deletedAt', 'is', null)
      .where('matter.deletedAt', 'is', null)
      .orderBy('deadline.id')
      .limit(COUNTED_AT_ONCE)
      .execute();
    for (const row of rows) {
      const fields = countedBy(library, JSON.parse(row.inputs!) as Given<'deadlines.compute'>, clock.today());
      if (!fields || Object.entries(fields).every(([name, value]) => row[name as keyof typeof fields] === value))
        continue;
      const { id, title, reference, dueOn, overrideOn } = row;
      changed.push({
        deadlineId: id,
        title,
        matter: reference,
        from: dueOn,
        to: fields.dueOn,
        kept: overrideOn,
        fields,
      });
    }
    if (rows.length < COUNTED_AT_ONCE) break;
    after = rows.at(-1)!.id;
    await turn();
  }
  changed.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return changed;
}

/** The columns of a count; null where these packs do not have the rule, or it gives no day: the old count then stays. */
export function countedBy(library: PackLibrary, count: Given<'deadlines.compute'>, today: string) {
  const pack = library.packs.get(count.pack);
  if (!pack?.rules.has(count.rule)) return null;
  try {
    const { exclusions = [], facts = {}, triggerOn, triggerTime } = count;
    const deadline = computeDeadline({
      pack,
      rule: count.rule,
      trigger: triggerTime ? `${triggerOn}T${triggerTime}` : triggerOn,
      exclusions: exclusions.map(({ kind, from, to }) => ({ kind, from, to })),
      facts,
      today,
    });
    const dueOn = day(deadline.due ?? deadline.reviewOn);
    if (dueOn === null) return null;
    const { nominal, safe, latest, citation, confidence } = deadline;
    return { nominal: day(nominal), dueOn, safeOn: day(safe), latestOn: day(latest), citation, confidence };
  } catch (error) {
    // A fact that another version of the rule refuses: the old count stays, as it was.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

/** Writes what other packs make of the open deadlines, in the command that is open. @returns how many days moved */
export async function recountBy(context: Command, library: PackLibrary): Promise<number> {
  const changed = await recountedBy(context, library);
  for (const [at, { deadlineId, fields }] of changed.entries()) {
    if (at % WRITTEN_AT_ONCE === 0) await turn();
    await change(context, 'deadline', deadlineId, fields);
  }
  return changed.filter(({ from, to }) => from !== to).length;
}
