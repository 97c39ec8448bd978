import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOn, matter, proceeding } from '../disposals/app.ts';

let app: Awaited<ReturnType<typeof appOn>>['app'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
});
afterAll(() => close());

const hearing = {
  date: '2026-12-01',
  time: null,
  room: null,
  bench: null,
  purpose: 'First hearing',
  outcome: null,
  whatHappened: null,
  adjournedBy: null,
  adjournmentReason: null,
  nextOn: null,
  nextPurpose: null,
};

it('opens a matter with its first proceeding and date in one step, and takes all of it back in one', async () => {
  const { matterId: _matter, links: _links, ...first } = proceeding('none');
  const answer = await app.answer('matters.open', { ...matter('M-1'), first: { proceeding: first, hearing } });
  if (!answer.ok) throw new Error(answer.problem.message);
  const { id: matterId } = answer.value as { id: string };
  const [opened] = await app.call('proceedings.list', { matterId });
  expect(opened).toMatchObject({ forumName: 'Ombudsperson Punjab', numberText: 'Complaint 9/2026' });
  const { hearings } = await app.call('proceedings.get', { id: opened!.id });
  expect(hearings).toMatchObject([{ date: '2026-12-01', purpose: 'First hearing' }]);
  await app.call('undo.take', { id: answer.undo! });
  expect((await app.call('matters.list', {})).some(({ reference }) => reference === 'M-1')).toBe(false);
  expect(await app.call('proceedings.list', { matterId })).toEqual([]);
});

it('opens nothing at all where one part of it is refused', async () => {
  const { matterId: _matter, links: _links, ...first } = proceeding('none');
  const wrong = { ...matter('M-2'), first: { proceeding: { ...first, forumName: '' }, hearing } };
  expect(await app.answer('matters.open', wrong)).toMatchObject({ ok: false });
  expect((await app.call('matters.list', {})).some(({ reference }) => reference === 'M-2')).toBe(false);
});
