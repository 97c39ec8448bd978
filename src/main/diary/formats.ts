import { stringify } from 'csv-stringify/sync';
import ical, { ICalEventStatus } from 'ical-generator';
import type { App } from '#main/app.ts';
import { renderPdf } from '#main/documents/service.ts';
import type { Output } from '#shared/contract/index.ts';
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
 * A calendar (RFC 5545) whose entries keep their ids, so that a second export brings the first up to date. Hearings
 * with an hour are in the time zone of their court; deadlines and the rest are whole days, which no zone can shift.
 */
export async function diaryIcs({ session, clock }: App, { hearings, deadlines }: Entries): Promise<string> {
  const matters = await session!.runner.db.selectFrom('matter').select(['id', 'pack']).execute();
  const packOf = new Map(matters.map(({ id, pack }) => [id, pack]));
  const zoneOf = (matterId: string) => session!.services.packs.packs.get(packOf.get(matterId) ?? '')?.timeZone ?? 'UTC';
  const stamp = new Date(clock.now());
  const calendar = ical({ name: 'Misl', prodId: { company: 'misl', product: 'misl', language: 'EN' } });
  const uid = (kind: string, id: string) => `${kind}-${id}@${session!.vault.header.vaultId}.misl`;
  for (const hearing of hearings) {
    const { id, matterId, date, time, matterTitle, numberText, purpose, forumName, seat, room } = hearing;
    const timezone = zoneOf(matterId);
    calendar.createEvent({
      id: uid('hearing', id),
      stamp,
      ...(time === null
        ? { start: date, allDay: true }
        : { start: `${date}T${time}:00`, end: later(date, time), timezone }),
      summary: [numberText, matterTitle, purpose].filter(Boolean).join(', '),
      location: [forumName, seat, room].filter(Boolean).join(', '),
      status: ICalEventStatus.CONFIRMED,
    });
  }
  for (const { id, on, title, matterTitle, citation } of deadlines) {
    calendar.createEvent({
      id: uid('deadline', id),
      stamp,
      start: on,
      allDay: true,
      summary: `Last day: ${title}, ${matterTitle}`,
      description: citation ?? '',
    });
  }
  return calendar.toString();
}

/** A hearing's end is not known: an hour is shown, within the same day. */
function later(date: string, time: string): string {
  const hour = Number(time.slice(0, 2)) + 1;
  return hour > 23 ? `${date}T23:59:00` : `${date}T${String(hour).padStart(2, '0')}${time.slice(2)}:00`;
}

/** The cause list for print: what is needed in court, with room to write the next date. */
export function diaryPdf(entries: Entries, range: { from: string; to: string }): Promise<Uint8Array> {
  return renderPdf(causeListDocument({ ...range, ...entries }));
}
