import { sql } from 'kysely';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { formatDay, parseDay } from '#shared/domain/dates/days.ts';
import { type Calendar, calendarOf, seek, whyClosed } from '#shared/domain/deadlines/calendar.ts';
import type { Pack } from '#shared/packs/pack.ts';
import { hearingsBetween } from './hearings.ts';

/** On which days courts sit, as the packs' calendars have it. */

/** A range that is asked about is no longer than a calendar shows. */
const LONGEST = 400;

/** The pack that most of the vault's work is in: what the settings say, else the commonest. */
async function homePack({ db, services }: Query): Promise<Pack | null> {
  const set = await db.selectFrom('setting').select('value').where('id', '=', 'pack').executeTakeFirst();
  const chosen = set && services.packs.packs.get(set.value);
  if (chosen) return chosen;
  const { rows } = await sql<{ pack: string }>`
    SELECT pack FROM matter WHERE deleted_at IS NULL GROUP BY pack ORDER BY count(*) DESC, pack LIMIT 1`.execute(
    db as never,
  );
  return services.packs.packs.get(rows[0]?.pack ?? '') ?? null;
}

/** The calendar of the court that a proceeding is in; without one, of the home pack's courts in general. */
async function courtCalendar(context: Query, proceedingId: string | null): Promise<Calendar | null> {
  if (proceedingId === null) {
    const pack = await homePack(context);
    // The district courts keep the plain week and the notified holidays; vacations are the superior courts' own.
    const forum = pack?.forums.find(({ id }) => id === 'district-court') ?? pack?.forums[0];
    return pack && forum ? calendarOf(pack, forum.id) : null;
  }
  const found = await context.db
    .selectFrom('proceeding')
    .innerJoin('matter', 'matter.id', 'proceeding.matterId')
    .select(['proceeding.forum', 'matter.pack'])
    .where('proceeding.id', '=', proceedingId)
    .executeTakeFirst();
  const pack = context.services.packs.packs.get(found?.pack ?? '');
  return pack && found ? calendarOf(pack, found.forum as never) : null;
}

export async function closedDays(
  context: Query,
  { from, to, proceedingId }: Given<'diary.closedDays'>,
): Promise<Result<'diary.closedDays'>> {
  const calendar = await courtCalendar(context, proceedingId);
  if (!calendar) return [];
  const [first, last] = [parseDay(from)!, parseDay(to)!];
  const closed: Result<'diary.closedDays'> = [];
  for (let day = first; day <= Math.min(last, first + LONGEST); day++) {
    const why = whyClosed(calendar, day);
    if (why !== undefined) closed.push({ date: formatDay(day), why });
  }
  return closed;
}

/** What a day holds for a case that would be listed on it. */
export async function checkDay(
  context: Query,
  { proceedingId, on, time, exceptId }: Given<'diary.checkDay'>,
): Promise<Result<'diary.checkDay'>> {
  const day = parseDay(on)!;
  const calendar = await courtCalendar(context, proceedingId);
  const closed = (calendar && whyClosed(calendar, day)) ?? null;
  const isOpen = (each: number) => !calendar || whyClosed(calendar, each) === undefined;
  const listed = (await hearingsBetween(context.db, on, on)).filter(({ id }) => id !== exceptId);
  const own = listed.find((hearing) => hearing.proceedingId === proceedingId);
  const court = await context.db
    .selectFrom('proceeding')
    .select(['forumName', 'seat'])
    .where('id', '=', proceedingId)
    .executeTakeFirst();
  return {
    closed,
    before: closed === null ? null : formatDay(seek(day - 1, -1, isOpen)),
    after: closed === null ? null : formatDay(seek(day + 1, 1, isOpen)),
    hearings: listed.length,
    clashes: listed.filter(
      (hearing) =>
        time !== null &&
        hearing.time === time &&
        (hearing.forumName !== court?.forumName || hearing.seat !== court?.seat),
    ),
    listedId: own?.id ?? null,
  };
}
