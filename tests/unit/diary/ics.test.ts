import { readFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { list, openCase, type Trial, trial } from './app.ts';

let desk: Trial;

beforeAll(async () => {
  desk = await trial();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const RANGE = { from: '2026-01-01', to: '2027-12-31' };

/** The exported calendar as another program reads it, by its own time zones alone. */
async function exported() {
  const file = path.join(desk.folder, 'diary.ics');
  desk.setTarget(file);
  await desk.app.call('diary.exportIcs', RANGE);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const utc = (event: ICAL.Event) => event.startDate.toJSDate().toISOString();

describe('the calendar file', () => {
  it.each([
    ['Pakistan has no summer time', 'pk-punjab', 'high-court', '2026-07-01', '2026-07-01T05:00:00.000Z'],
    ['Pakistan in winter', 'pk-punjab', 'high-court', '2026-12-01', '2026-12-01T05:00:00.000Z'],
    ['India', 'in', 'high-court', '2026-07-01', '2026-07-01T04:30:00.000Z'],
    ['United Kingdom in summer', 'uk-ew', 'employment-tribunal', '2026-07-01', '2026-07-01T09:00:00.000Z'],
    [
      'United Kingdom, the last day of summer time',
      'uk-ew',
      'employment-tribunal',
      '2026-10-24',
      '2026-10-24T09:00:00.000Z',
    ],
    ['United Kingdom, the day after', 'uk-ew', 'employment-tribunal', '2026-10-26', '2026-10-26T10:00:00.000Z'],
    ['United States in summer', 'us-federal', 'us-district-court', '2026-07-01', '2026-07-01T14:00:00.000Z'],
    [
      'United States, before summer time begins',
      'us-federal',
      'us-district-court',
      '2027-03-12',
      '2027-03-12T15:00:00.000Z',
    ],
    ['United States, after', 'us-federal', 'us-district-court', '2027-03-15', '2027-03-15T14:00:00.000Z'],
  ] as const)('has the hour right: %s', async (_, pack, forum, date, instant) => {
    const zone = process.env.TZ;
    try {
      // Whatever the zone of the computer that exports.
      for (const own of ['UTC', 'America/Los_Angeles', 'Asia/Karachi']) {
        process.env.TZ = own;
        const { proceedingId } = await openCase(desk.app, { pack, forum });
        const id = await list(desk.app, proceedingId, date, { time: '10:00' });
        const event = (await exported()).find(({ uid }) => uid.includes(id))!;
        expect(utc(event), own).toBe(instant);
        expect(event.startDate.toString().slice(0, 16)).toBe(`${date}T10:00`);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('has whole days for what has no hour, which no zone shifts', async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'America/Los_Angeles';
      expect(new Date('2026-07-01T00:00:00Z').getTimezoneOffset()).toBe(420);
      const { matterId, proceedingId } = await openCase(desk.app);
      await list(desk.app, proceedingId, '2026-12-01');
      await desk.app.call('deadlines.add', {
        matterId,
        proceedingId,
        orderId: null,
        title: 'Appeal',
        remedy: null,
        count: null,
        dueOn: '2026-12-02',
        notes: null,
      });
      const events = await exported();
      expect(events.map((event) => [event.startDate.isDate, event.startDate.toString()]).sort()).toEqual([
        [true, '2026-12-01'],
        [true, '2026-12-02'],
      ]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('brings an earlier export up to date: the same ids, a higher number for what changed, cancelled what was removed', async () => {
    const { proceedingId } = await openCase(desk.app);
    const moved = await list(desk.app, proceedingId, '2026-12-01', { time: '10:00', purpose: 'arguments' });
    const same = await list(desk.app, proceedingId, '2026-12-08');
    const gone = await list(desk.app, proceedingId, '2026-12-15');
    const first = new Map((await exported()).map((event) => [event.uid, event]));
    expect(first.size).toBe(3);
    desk.setClock('2026-11-24T05:00');
    await desk.app.call('hearings.edit', { id: moved, date: '2026-12-03' });
    await desk.app.call('hearings.remove', { id: gone });
    const second = new Map((await exported()).map((event) => [event.uid, event]));
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
    const of = (events: Map<string, ICAL.Event>, id: string) =>
      [...events.values()].find(({ uid }) => uid.includes(id))!;
    expect(of(second, moved).startDate.toString()).toContain('2026-12-03');
    expect(of(second, moved).sequence).toBeGreaterThan(of(first, moved).sequence);
    expect(of(second, same).sequence).toBe(of(first, same).sequence);
    expect(of(second, gone).component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
