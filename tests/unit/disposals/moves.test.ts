import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOn, matter, order, proceeding } from './app.ts';

let app: Awaited<ReturnType<typeof appOn>>['app'];
let close: () => Promise<void>;
let matterId: string;
beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
  ({ id: matterId } = await app.call('matters.open', matter('M-1')));
});
afterAll(() => close());

const deadlines = async () => (await app.call('diary.ofMatter', { matterId })).deadlines;
const dueOf = async (id: string) => (await deadlines()).find((each) => each.id === id)!;
const count = { pack: 'pk-punjab', rule: 'phw.ombudsperson.defence', exclusions: [], facts: {} };

describe('a day that changes moves what depends on it, and says so before', () => {
  it('in the next proceeding too, and in what hangs on that one’s order', async () => {
    const { id: writ } = await app.call('proceedings.add', proceeding(matterId, { forum: 'high-court', type: 'writ' }));
    const { id: orderId } = await app.call('orders.enter', order(writ, { date: '2026-11-12', disposal: 'dismissed' }));
    const chosen = await app.call('remedies.choose', { orderId, remedy: 'sc-leave' });
    const before = await dueOf(chosen.deadlineId!);
    expect(before.proceedingId).toBe(chosen.proceedingId);

    const moves = await app.call('orders.moves', { id: orderId, date: '2026-11-19' });
    const move = moves.find(({ deadlineId }) => deadlineId === chosen.deadlineId)!;
    expect(move).toMatchObject({ from: before.dueOn, to: '2027-01-18', kept: null });
    expect((await dueOf(chosen.deadlineId!)).dueOn).toBe(before.dueOn);
    await app.call('orders.edit', { id: orderId, date: '2026-11-19' });
    expect((await dueOf(chosen.deadlineId!)).dueOn).toBe('2027-01-18');
  });

  it('keeps a day that was set by hand beside the new one', async () => {
    const { id: writ } = await app.call('proceedings.add', proceeding(matterId, { forum: 'high-court', type: 'writ' }));
    const { id: orderId, clocks } = await app.call('orders.enter', order(writ, { disposal: 'dismissed' }));
    const { deadlineId } = clocks.find(({ title }) => title.includes('Supreme Court'))!;
    await app.call('deadlines.override', { id: deadlineId, on: '2026-12-20', reason: 'told so by the registry' });
    const [move] = (await app.call('orders.moves', { id: orderId, date: '2026-11-19' })).filter(
      (each) => each.deadlineId === deadlineId,
    );
    expect(move).toMatchObject({ to: '2027-01-18', kept: '2026-12-20' });
    await app.call('orders.edit', { id: orderId, date: '2026-11-19' });
    expect(await dueOf(deadlineId)).toMatchObject({ dueOn: '2027-01-18', overrideOn: '2026-12-20' });
  });

  it('with the days of a certified copy', async () => {
    const { id: writ } = await app.call('proceedings.add', proceeding(matterId, { forum: 'high-court', type: 'writ' }));
    const { id: orderId, clocks } = await app.call('orders.enter', order(writ, { disposal: 'dismissed' }));
    const { deadlineId, due } = clocks.find(({ title }) => title.includes('Supreme Court'))!;
    const days = { appliedOn: '2026-11-13', readyOn: '2026-11-20' };
    const moves = await app.call('copies.moves', { id: null, orderId, ...days });
    expect(moves.find((each) => each.deadlineId === deadlineId)).toMatchObject({ from: due, to: '2027-01-19' });
    const rest = { document: 'Judgment', collectedOn: null, feeMinor: null, notes: null };
    const { id } = await app.call('copies.add', { orderId, ...days, ...rest });
    expect((await dueOf(deadlineId)).dueOn).toBe('2027-01-19');
    const back = await app.call('copies.moves', { id, orderId, appliedOn: null, readyOn: null });
    expect(back.find((each) => each.deadlineId === deadlineId)).toMatchObject({ from: '2027-01-19', to: due });
  });

  it('with the service of a paper, and with an order that somebody counted from by hand', async () => {
    const { id: proceedingId } = await app.call('proceedings.add', proceeding(matterId));
    const paper = { document: 'Notice', partyId: null, onWhom: 'T. Baloch', method: 'post', proof: null, notes: null };
    const { id: serviceId } = await app.call('services.add', { proceedingId, ...paper, servedOn: '2026-11-16' });
    const own = { matterId, proceedingId, title: 'Defence', remedy: null, dueOn: null, notes: null };
    const from = (triggerOn: string) => ({ ...count, triggerOn });
    const { id: defence } = await app.call('deadlines.add', {
      ...own,
      orderId: null,
      serviceId,
      count: from('2026-11-16'),
    });
    const { id: orderId } = await app.call(
      'orders.enter',
      order(proceedingId, { kind: 'other', disposal: null, ground: null, date: '2026-11-16' }),
    );
    const { id: direction } = await app.call('deadlines.add', { ...own, orderId, count: from('2026-11-16') });
    expect((await dueOf(defence)).dueOn).toBe('2026-11-23');
    expect(await app.call('services.moves', { id: serviceId, servedOn: '2026-11-18' })).toEqual([
      { deadlineId: defence, title: 'Defence', from: '2026-11-23', to: '2026-11-23', kept: null },
    ]);
    expect(await app.call('services.moves', { id: serviceId, servedOn: '2026-11-20' })).toMatchObject([
      { from: '2026-11-23', to: '2026-11-25' },
    ]);
    await app.call('services.edit', { id: serviceId, servedOn: '2026-11-20' });
    expect(await dueOf(defence)).toMatchObject({ dueOn: '2026-11-25', triggerOn: '2026-11-20' });
    expect(await app.call('services.moves', { id: serviceId, servedOn: null })).toEqual([]);
    await app.call('orders.edit', { id: orderId, date: '2026-11-20' });
    expect(await dueOf(direction)).toMatchObject({ dueOn: '2026-11-25', triggerOn: '2026-11-20' });
  });
});
