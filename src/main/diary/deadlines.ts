import type { Command, Query } from '#main/services.ts';
import { bin, change, create, find, typed } from '#main/store/rows.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { computeDeadline } from '#shared/domain/deadlines/compute.ts';
import { getPack } from '#shared/packs/library.ts';
import { problem } from '#shared/problem.ts';

type Count = Given<'deadlines.compute'>;

/** Counts a deadline with its working, and saves nothing. */
export function compute({ clock, services }: Query | Command, count: Count) {
  return computeDeadline({
    pack: getPack(services.packs, count.pack),
    rule: count.rule,
    trigger: count.triggerTime ? `${count.triggerOn}T${count.triggerTime}` : count.triggerOn,
    exclusions: count.exclusions.map(({ kind, from, to, evidence }) => ({
      kind,
      from,
      to,
      ...(evidence ? { evidence } : {}),
    })),
    facts: count.facts,
    today: clock.today(),
    trace: true,
  });
}

/** The rules of a pack, for choosing one. */
export function rules({ services }: Query, { pack }: Given<'deadlines.rules'>): Result<'deadlines.rules'> {
  const { rules: all, events } = getPack(services.packs, pack);
  return [...all.values()].map((versions) => {
    const { id, title, citation, confidence, facts = [], trigger } = versions.at(-1)!;
    return {
      id,
      title,
      trigger: events.find((event) => event.id === trigger)?.title ?? trigger,
      citation,
      confidence,
      facts: facts.map(({ key, label, kind, options = [], required = false }) => ({
        key,
        label,
        kind,
        options,
        required,
      })),
    };
  });
}

const day = (value: string | null | undefined) => value?.slice(0, 10) ?? null;

/** The columns that a count fills. @throws ProblemError `beyond-reach` where its days could not be kept */
function counted(context: Query | Command, count: Count) {
  const { nominal, due, safe, latest, citation, confidence, reason } = compute(context, count);
  if (reason?.code === 'beyond-reach') {
    throw problem(reason.code, `${reason.text} Nothing was changed.`, { field: 'count.triggerOn' });
  }
  return {
    pack: count.pack,
    rule: count.rule,
    triggerOn: count.triggerOn,
    inputs: JSON.stringify(count),
    nominal: day(nominal),
    dueOn: day(due),
    safeOn: day(safe),
    latestOn: day(latest),
    citation,
    confidence,
  };
}

/**
 * Adds a deadline by a rule, or one that somebody set by hand.
 * @throws ProblemError `deadline-without-day` where it has neither
 */
export async function addDeadline(
  context: Command,
  { count, dueOn, serviceId = null, ...fields }: Given<'deadlines.add'>,
) {
  await find(context.db, 'matter', fields.matterId);
  if (!count && dueOn === null) {
    throw problem('deadline-without-day', 'A deadline needs a rule to be counted by, or a day.', { field: 'dueOn' });
  }
  const dates = count ? counted(context, count) : { dueOn };
  return { id: await create(context, 'deadline', { ...fields, serviceId, ...dates }) };
}

/** Sets what is left out of account, each line with its evidence, and counts again. */
export async function exclude(context: Command, { id, exclusions }: Given<'deadlines.exclude'>) {
  const { inputs } = await find(context.db, 'deadline', id);
  if (inputs === null) {
    throw problem('set-by-hand', 'This day was set by hand: there is no count to leave anything out of.', {
      field: 'exclusions',
    });
  }
  const count = { ...(JSON.parse(inputs) as Count), exclusions };
  const { reviewOn } = compute(context, count);
  const fields = counted(context, count);
  await change(context, 'deadline', id, { ...fields, dueOn: fields.dueOn ?? day(reviewOn) });
  return null;
}

/** Works to another day than the computed one, which stays beside it; without a day the computed one holds again. */
export async function override(context: Command, { id, on, reason }: Given<'deadlines.override'>) {
  if (on !== null && !reason?.trim()) {
    throw problem('override-without-reason', 'Another day than the computed one needs a reason. Nothing was changed.', {
      field: 'reason',
    });
  }
  await change(context, 'deadline', id, { overrideOn: on, overrideReason: on === null ? null : reason });
  return null;
}

export async function setState(context: Command, { id, state, doneOn }: Given<'deadlines.setState'>) {
  await change(context, 'deadline', id, { state, doneOn: state === 'done' ? (doneOn ?? context.clock.today()) : null });
  return null;
}

export async function editDeadline(context: Command, { id, ...fields }: Given<'deadlines.edit'>) {
  await change(context, 'deadline', id, fields);
  return null;
}

export async function removeDeadline(context: Command, { id }: Given<'deadlines.remove'>) {
  await bin(context, 'deadline', id);
  return null;
}

/** The working of a saved deadline, counted afresh; null for one that was set by hand. */
export async function trace(context: Query, { id }: Given<'deadlines.trace'>): Promise<Result<'deadlines.trace'>> {
  const { inputs } = await find(context.db, 'deadline', id);
  return inputs === null ? null : typed(compute(context, JSON.parse(inputs) as Count));
}
