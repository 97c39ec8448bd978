import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { changesSince } from '#shared/domain/diary/since.ts';
import { sinceDocument } from '#shared/domain/drafting/since-last-hearing.ts';
import { list, openCase, type Trial, trial } from './app.ts';

let desk: Trial;
let app: App;

beforeAll(async () => {
  desk = await trial();
  app = desk.app;
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const deadline = (matterId: string, proceedingId: string | null, dueOn: string, title = 'Written submissions') =>
  app.call('deadlines.add', {
    matterId,
    proceedingId,
    orderId: null,
    title,
    remedy: null,
    count: null,
    dueOn,
    notes: null,
  });

describe('clashes', () => {
  it('are hearings at one hour in two courts, and nothing else', async () => {
    const a = await openCase(app);
    const b = await openCase(app, { forum: 'district-court', forumName: 'District Court Lahore' });
    const first = await list(app, a.proceedingId, '2026-11-25', { time: '09:30', room: 'Court 7' });
    const second = await list(app, b.proceedingId, '2026-11-25', { time: '09:30' });
    await list(app, b.proceedingId, '2026-11-25', { time: '10:00' });
    await list(app, b.proceedingId, '2026-11-25');
    await list(app, b.proceedingId, '2026-11-26', { time: '09:30' });
    const { hearings } = await app.call('diary.between', { from: '2026-11-23', to: '2026-11-29' });
    const clashes = Object.fromEntries(hearings.map((each) => [each.id, each.clashes]));
    expect(clashes[first]).toEqual([second]);
    expect(clashes[second]).toEqual([first]);
    expect(hearings.filter((each) => each.clashes.length > 0)).toHaveLength(2);
  });
});

describe('deadlines by urgency', () => {
  it('are counted whole and shown in part, and what is done is not among them', async () => {
    const { matterId, proceedingId } = await openCase(app);
    for (const on of ['2026-11-20', '2026-11-23', '2026-11-26', '2026-11-27', '2026-12-14', '2026-12-15', '2027-02-01'])
      await deadline(matterId, proceedingId, on);
    const { id } = await deadline(matterId, null, '2026-11-24');
    await app.call('deadlines.setState', { id, state: 'done', doneOn: null });
    const groups = await app.call('diary.deadlines', { most: 1 });
    expect(groups.map(({ urgency, count, deadlines }) => [urgency, count, deadlines.map(({ on }) => on)])).toEqual([
      ['over', 1, ['2026-11-20']],
      ['now', 2, ['2026-11-23']],
      ['soon', 2, ['2026-11-27']],
      ['later', 2, ['2026-12-15']],
    ]);
  });
});

describe('what nobody would think of', () => {
  const kinds = async () =>
    (await app.call('diary.forgotten', {})).map(({ kind, proceedingId }) => [kind, proceedingId]);

  it('is a pending case without a next date, and an open file with neither deadline nor hearing', async () => {
    const { matterId, proceedingId } = await openCase(app);
    expect(await kinds()).toContainEqual(['no-next-date', proceedingId]);
    expect(await kinds()).toContainEqual(['no-deadline', null]);
    await deadline(matterId, proceedingId, '2026-12-01');
    expect((await kinds()).map(([kind]) => kind)).not.toContain('no-deadline');
    await list(app, proceedingId, '2026-11-30');
    expect(await kinds()).toEqual([]);
  });

  it('is a hearing that has passed without a result, but not one of today', async () => {
    const { proceedingId } = await openCase(app);
    await list(app, proceedingId, '2026-11-20');
    await list(app, proceedingId, '2026-11-23');
    const rows = await app.call('diary.forgotten', {});
    expect(rows.filter(({ kind }) => kind === 'outcome-missing')).toMatchObject([
      { since: '2026-11-20', proceedingId },
    ]);
  });

  it('is an interim order that ends before the next date', async () => {
    const { proceedingId } = await openCase(app);
    const order = {
      hearingId: null,
      summary: 'Stay of the inquiry',
      judge: null,
      communicatedOn: null,
      disposal: null,
    };
    await app.call('orders.enter', {
      proceedingId,
      date: '2026-11-10',
      kind: 'interim',
      ...order,
      ground: null,
      merits: null,
      finality: null,
      effect: null,
      detail: null,
      favours: 'us',
      interimKind: 'stayed',
      interimUntil: '2026-12-10',
      interimEndedOn: null,
      costsMinor: null,
      exhibitId: null,
    });
    const hearing = await list(app, proceedingId, '2026-12-18');
    expect(await kinds()).toEqual([['interim-lapses', proceedingId]]);
    await app.call('hearings.edit', { id: hearing, date: '2026-12-10' });
    expect(await kinds()).toEqual([]);
  });

  it('is a file in which nothing happened for 60 days, also one that was brought in today', async () => {
    const { matterId, proceedingId } = await openCase(app);
    await list(app, proceedingId, '2026-09-23', { outcome: 'held' });
    const quiet = async () => (await app.call('diary.forgotten', {})).filter(({ kind }) => kind === 'quiet');
    expect(await quiet()).toMatchObject([{ matterId, since: '2026-09-23' }]);
    desk.setClock('2026-11-23T12:00');
    await app.call('tasks.add', { matterId, proceedingId, title: 'Write', dueOn: null, doneOn: null, notes: null });
    expect(await quiet()).toEqual([]);
  });
});

describe('after court', () => {
  it('asks about today and what was left, and each result is one command that undo takes back whole', async () => {
    const { matterId, proceedingId } = await openCase(app);
    const left = await list(app, proceedingId, '2026-11-19', { time: '09:00', room: 'Court 4' });
    const today = await list(app, proceedingId, '2026-11-23', { time: '11:00' });
    await deadline(matterId, proceedingId, '2026-11-26');
    expect(await app.call('diary.afterCourt', {})).toMatchObject({
      today: [{ id: today }],
      before: [{ id: left }],
      beforeCount: 1,
    });
    const answer = await app.answer('hearings.recordOutcome', {
      id: left,
      outcome: 'adjourned',
      whatHappened: 'Counsel for the other side asked for time.',
      adjournedBy: 'other-side',
      adjournmentReason: null,
      nextOn: '2026-12-07',
      nextTime: '09:00',
      nextPurpose: 'arguments',
    });
    expect(await app.call('diary.afterCourt', {})).toMatchObject({ before: [], beforeCount: 0 });
    const { hearings } = await app.call('diary.between', { from: '2026-12-07', to: '2026-12-07' });
    expect(hearings).toMatchObject([{ time: '09:00', room: 'Court 4', purpose: 'arguments' }]);
    const around = await app.call('diary.aroundHearing', { id: today });
    expect(around.adjournments).toEqual({ us: 0, 'other-side': 1, court: 0, none: 0 });
    expect(around.deadlines).toMatchObject([{ on: '2026-11-26' }]);
    await app.call('undo.take', { id: (answer as { undo: string }).undo });
    expect(await app.call('diary.afterCourt', {})).toMatchObject({ before: [{ id: left, outcome: null }] });
    expect((await app.call('diary.between', { from: '2026-12-07', to: '2026-12-07' })).hearings).toEqual([]);
  });
});

describe('a day for a case', () => {
  it('says that the court is closed and which days are open beside it', async () => {
    const { proceedingId } = await openCase(app);
    const saturday = await app.call('diary.checkDay', { proceedingId, on: '2026-12-12', time: null, exceptId: null });
    expect(saturday).toMatchObject({ closed: 'Saturday', before: '2026-12-11', after: '2026-12-14' });
    const closed = await app.call('diary.closedDays', { from: '2026-12-07', to: '2026-12-13', proceedingId });
    expect(closed.map(({ date }) => date)).toEqual(['2026-12-12', '2026-12-13']);
  });

  it('says what is listed on it already', async () => {
    const a = await openCase(app);
    const b = await openCase(app, { forum: 'district-court', forumName: 'District Court Lahore' });
    const clash = await list(app, b.proceedingId, '2026-12-11', { time: '10:00' });
    const own = await list(app, a.proceedingId, '2026-12-11', { time: '09:00' });
    const check = await app.call('diary.checkDay', {
      proceedingId: a.proceedingId,
      on: '2026-12-11',
      time: '10:00',
      exceptId: null,
    });
    expect(check).toMatchObject({ closed: null, hearings: 2, listedId: own, clashes: [{ id: clash }] });
  });
});

describe('quick add', () => {
  it('finds the case by its number, and asks where several have it', async () => {
    const a = await openCase(app, { numberText: 'W.P. No. 20417/2026', title: 'P. Dara v. Ravi Printers' });
    const read = (text: string) => app.call('diary.readQuickAdd', { text });
    expect(await read('WP 20417/2026 11 Dec 10am arguments')).toMatchObject({
      by: 'number',
      cases: [{ proceedingId: a.proceedingId }],
      day: { options: ['2026-12-11'] },
      time: { options: ['10:00'] },
      purpose: 'arguments',
    });
    const b = await openCase(app, { numberText: 'I.C.A. 20417/2026' });
    expect((await read('20417/2026 11 Dec')).cases.map((each) => each.proceedingId).sort()).toEqual(
      [a.proceedingId, b.proceedingId].sort(),
    );
    expect((await read('ICA 20417/2026 11 Dec')).cases).toMatchObject([{ proceedingId: b.proceedingId }]);
    expect(await read('W.P. 99999/2026')).toMatchObject({ by: 'number', cases: [], number: 'W.P. 99999/2026' });
  });

  it('finds it by a name, and leaves the name out of the purpose', async () => {
    const { proceedingId } = await openCase(app, { title: 'P. Dara v. Ravi Printers' });
    await openCase(app, { title: 'S. Malik v. Hill College' });
    expect(await app.call('diary.readQuickAdd', { text: 'Dara v Ravi 11 Dec arguments' })).toMatchObject({
      by: 'name',
      cases: [{ proceedingId }],
      purpose: 'arguments',
    });
    expect(await app.call('diary.readQuickAdd', { text: '100% _ 11 Dec' })).toMatchObject({ cases: [] });
  });

  it('reads dates as the cases are from, and asks in a vault of both', async () => {
    const options = async () => (await app.call('diary.readQuickAdd', { text: '3/4/2027' })).day?.options;
    await openCase(app, { pack: 'us-federal', forum: 'us-district-court' });
    expect(await options()).toEqual(['2027-03-04']);
    await openCase(app);
    expect(await options()).toEqual(['2027-04-03', '2027-03-04']);
  });
});

describe('since the last hearing', () => {
  it('tells what was decided, filed, done and moved, with the day before and the reason', async () => {
    desk.setClock('2026-11-01T05:00');
    const { matterId, proceedingId } = await openCase(app);
    await list(app, proceedingId, '2026-11-10', { outcome: 'held', purpose: 'arguments' });
    await list(app, proceedingId, '2026-12-01', { time: '10:00' });
    const before = await deadline(matterId, proceedingId, '2026-11-26');
    const gone = await deadline(matterId, proceedingId, '2026-11-28', 'Process fee');
    await app.call('tasks.add', { matterId, proceedingId, title: 'Old', dueOn: null, doneOn: null, notes: null });
    desk.setClock('2026-11-23T05:00');
    await app.call('deadlines.override', { id: before.id, on: '2026-12-03', reason: 'time extended by the court' });
    await app.call('deadlines.setState', { id: gone.id, state: 'done', doneOn: null });
    const added = await deadline(matterId, proceedingId, '2026-12-15', 'List of witnesses');
    const undone = await app.answer('deadlines.override', { id: added.id, on: '2026-12-20', reason: 'mistyped' });
    await app.call('undo.take', { id: (undone as { undo: string }).undo });
    await app.call('tasks.add', { matterId, proceedingId, title: 'New', dueOn: null, doneOn: null, notes: null });
    const since = await app.call('diary.since', { matterId, proceedingId });
    expect(since.last).toMatchObject({ date: '2026-11-10', purpose: 'arguments' });
    expect(since.next).toMatchObject({ date: '2026-12-01', time: '10:00' });
    expect(since.tasks.map(({ text }) => text)).toEqual(['New']);
    expect(since.deadlines.map(({ title, was, is, why }) => [title, was, is, why])).toEqual([
      ['Written submissions', '2026-11-26', '2026-12-03', 'set by hand: time extended by the court'],
      ['Process fee', '2026-11-28', '2026-11-28', 'met on 23 Nov 2026'],
      ['List of witnesses', null, '2026-12-15', 'new, set by hand'],
    ]);
    const told = changesSince(since).map(({ part, text, on }) => [part, text, on]);
    expect(told).toEqual([
      ['deadlines', 'Written submissions', '2026-12-03'],
      ['deadlines', 'Process fee', '2026-11-28'],
      ['deadlines', 'List of witnesses', '2026-12-15'],
      ['tasks', 'New', null],
    ]);
    // Whatever the screens list stands on the printed half page too.
    const printed = JSON.stringify(sinceDocument(since).blocks);
    for (const [, text] of told) expect(printed).toContain(text);
  });

  it('prints, as the cause list does, to where the user says, and is noted in the log', async () => {
    const { matterId, proceedingId } = await openCase(app);
    await list(app, proceedingId, '2026-11-20', { outcome: 'held' });
    await list(app, proceedingId, '2026-11-25');
    const [sheet, causes] = ['since.pdf', 'list.pdf'].map((name) => path.join(desk.folder, name));
    desk.setTarget(sheet!);
    expect(await app.call('diary.saveSince', { matterId, proceedingId })).toEqual({ path: sheet });
    desk.setTarget(causes!);
    const range = { from: '2026-11-23', to: '2026-11-29' };
    expect(await app.call('diary.saveCauseList', { ...range, forumName: null })).toEqual({ path: causes, count: 1 });
    expect(await app.call('diary.saveCauseList', { ...range, forumName: 'Another' })).toMatchObject({ count: 0 });
    for (const file of [sheet!, causes!]) expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    desk.setTarget(null);
    expect(await app.call('diary.saveCauseList', { ...range, forumName: null })).toEqual({ path: null, count: 0 });
    expect(existsSync(path.join(desk.folder, 'null'))).toBe(false);
    const log = await app.call('log.list', { limit: 50 });
    expect(log.filter(({ action }) => action === 'diary.print')).toHaveLength(3);
  });
});
