import { stringify } from 'csv-stringify/sync';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { App } from '#main/app.ts';
import { renderPdf } from '#main/documents/service.ts';
import type { ReadDb } from '#main/store/database.ts';
import type { Output } from '#shared/contract/index.ts';
import { vtimezone } from '#shared/domain/diary/time-zone.ts';
import { causeListDocument } from '#shared/domain/drafting/cause-list.ts';

/** The diary in the forms that leave the program. */

export type Entries = Output<'diary.between'>;

/** One line an entry, in the order of the day: deadlines first, then hearings by the hour, then tasks. */
export function diaryLines({ hearings, deadlines, tasks }: Entries): string[][] {
  const rows = [
    ...deadlines.map((d) => [d.on, '', 'deadline', d.title, d.numberText ?? '', d.matterTitle, d.citation ?? '']),
    ...hearings.map((h) => [
      h.date,
      h.time ?? '',
      'hearing',
      h.purpose ?? '',
      h.numberText ?? '',
      h.matterTitle,
      [h.forumName, h.room].filter(Boolean).join(', '),
    ]),
    ...tasks.map((t) => [t.on, '', t.doneOn ? 'done' : 'task', t.title, '', t.matterTitle, '']),
  ];
  const order = ['deadline', 'hearing', 'task', 'done'];
  return rows.sort(
    (a, b) => a[0]!.localeCompare(b[0]!) || order.indexOf(a[2]!) - order.indexOf(b[2]!) || a[1]!.localeCompare(b[1]!),
  );
}

/** A table for a spreadsheet; a cell that begins like a formula is escaped, because names come from other people. */
export function diaryCsv(entries: Entries): string {
  const head = ['date', 'time', 'kind', 'what', 'number', 'matter', 'where'];
  return stringify([head, ...diaryLines(entries)], { escape_formulas: true, record_delimiter: 'windows' });
}

/**
 * A calendar (RFC 5545) whose entries keep their ids, so that a second export brings the first up to date: what was
 * changed has a higher sequence number, what lies in the bin is cancelled. Hearings with an hour are in the time zone
 * of their court; deadlines and the rest are whole days, which no zone can shift.
 */
export async function diaryIcs(
  { session, clock }: App,
  { hearings, deadlines }: Entries,
  range: { from: string; to: string },
): Promise<string> {
  const { db } = session!.runner;
  const matters = await db.selectFrom('matter').select(['id', 'pack']).execute();
  const packOf = new Map(matters.map(({ id, pack }) => [id, pack]));
  const zoneOf = (matterId: string) => session!.services.packs.packs.get(packOf.get(matterId) ?? '')?.timeZone ?? 'UTC';
  const years = { from: Number(range.from.slice(0, 4)), to: Number(range.to.slice(0, 4)) };
  const stamp = new Date(clock.now());
  const calendar = ical({
    name: 'Misl',
    prodId: { company: 'misl', product: 'misl', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => vtimezone(zone, years.from, years.to) },
  });
  const uid = (kind: string, id: string) => `${kind}-${id}@${session!.vault.header.vaultId}.misl`;
  const states = new Map([...(await statesOf(db, 'hearing', range)), ...(await statesOf(db, 'deadline', range))]);
  const state = (id: string) => {
    const { createdAt, updatedAt } = states.get(id) ?? { createdAt: clock.now(), updatedAt: clock.now() };
    return { stamp, lastModified: new Date(updatedAt), sequence: secondsBetween(createdAt, updatedAt) };
  };
  for (const { id, matterId, date, time, matterTitle, numberText, purpose, forumName, seat, room } of hearings) {
    const zone = zoneOf(matterId);
    calendar.createEvent({
      id: uid('hearing', id),
      ...state(id),
      ...(time === null
        ? { start: day(date), allDay: true }
        : { start: moment(date, time, zone), end: moment(...later(date, time), zone), timezone: zone }),
      summary: [numberText, matterTitle, purpose].filter(Boolean).join(', '),
      location: [forumName, seat, room].filter(Boolean).join(', '),
      status: ICalEventStatus.CONFIRMED,
    });
  }
  for (const { id, on, title, matterTitle, citation } of deadlines) {
    calendar.createEvent({
      id: uid('deadline', id),
      ...state(id),
      start: day(on),
      allDay: true,
      summary: `Last day: ${title}, ${matterTitle}`,
      description: citation ?? '',
    });
  }
  for (const [id, { kind, on, isBinned }] of states) {
    if (!isBinned) continue;
    calendar.createEvent({
      id: uid(kind, id),
      ...state(id),
      start: day(on),
      allDay: true,
      summary: kind === 'hearing' ? 'Hearing removed from the diary' : 'Deadline removed from the diary',
      status: ICalEventStatus.CANCELLED,
    });
  }
  return calendar.toString();
}

interface EntryState {
  kind: 'hearing' | 'deadline';
  on: string;
  createdAt: string;
  updatedAt: string;
  isBinned: boolean;
}

/** When the entries of some days were made and changed, with those that lie in the bin. */
async function statesOf(
  db: ReadDb,
  kind: EntryState['kind'],
  { from, to }: { from: string; to: string },
): Promise<[string, EntryState][]> {
  const on = kind === 'hearing' ? sql`date` : sql`coalesce(override_on, due_on)`;
  const { rows } = await sql<{
    id: string;
    on: string;
    createdAt: string;
    updatedAt: string;
    deletedAt: string | null;
  }>`
    SELECT id, ${on} AS "on", created_at AS "createdAt", updated_at AS "updatedAt", deleted_at AS "deletedAt"
    FROM ${sql.table(kind)} WHERE ${on} BETWEEN ${from} AND ${to}`.execute(db as never);
  return rows.map(({ id, deletedAt, ...row }) => [id, { kind, ...row, isBinned: deletedAt !== null }]);
}

/** A number that grows with each change and is the same on every computer. */
const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (date: string, time: string, zone: string) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);

/** A hearing's end is not known: an hour is shown, within the same day. */
function later(date: string, time: string): [date: string, time: string] {
  const hour = Number(time.slice(0, 2)) + 1;
  return [date, hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${time.slice(2)}`];
}

/** The cause list for print: what is needed in court, with room to write the next date. */
export function diaryPdf(entries: Entries, range: { from: string; to: string }): Promise<Uint8Array> {
  return renderPdf(causeListDocument({ ...range, ...entries }));
}
