import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#main/app.ts';
import { appOn, matter, order, proceeding } from './app.ts';

let app: App;
let close: () => Promise<void>;
let matterId: string;
let proceedingId: string;

beforeEach(async () => {
  ({ app, close } = await appOn('2026-11-23'));
  matterId = (await app.call('matters.open', matter('M-1'))).id;
  proceedingId = (await app.call('proceedings.add', proceeding(matterId))).id;
});
afterEach(() => close());

const deadlines = async () => (await app.call('diary.ofMatter', { matterId })).deadlines;

describe('entering an order', () => {
  it('opens the clocks of what lies against it in the same command, and undo takes all of it back', async () => {
    const answer = await app.answer('orders.enter', order(proceedingId));
    if (!answer.ok) throw new Error(answer.problem.message);
    const { clocks, warnings } = answer.value as { clocks: { title: string; due: string }[]; warnings: string[] };
    expect(clocks.map(({ title, due }) => [title, due])).toEqual([
      ['Representation to the Governor', '2026-12-14'],
      ['Constitutional petition against the Ombudsperson (no period fixed: explain delay from this day)', '2027-02-10'],
    ]);
    expect(warnings.join(' ')).toMatch(/Review by the Ombudsperson: does not lie/);
    expect(await deadlines()).toHaveLength(2);
    await app.session!.runner.undo(answer.undo!);
    expect(await deadlines()).toEqual([]);
    expect((await app.call('proceedings.get', { id: proceedingId })).orders).toEqual([]);
  });

  it('does not open a clock that has run out, and says so', async () => {
    const { clocks, warnings } = await app.call('orders.enter', order(proceedingId, { date: '2026-01-05' }));
    expect(clocks.map(({ title }) => title)).not.toContain('Representation to the Governor');
    expect(warnings.join(' ')).toMatch(/Its time ended on 2026-02-04/);
  });

  it("opens the other side's clock where the order is for us", async () => {
    const { clocks } = await app.call(
      'orders.enter',
      order(proceedingId, { disposal: 'allowed', ground: 'MERITS', favours: 'us' }),
    );
    expect(clocks[0]?.title).toBe('Other side: Representation to the Governor');
  });

  it('counts its clocks again when its day is corrected or a copy is recorded, and shows old and new before', async () => {
    const writ = await app.call('proceedings.add', proceeding(matterId, { forum: 'high-court', type: 'writ' }));
    const { id } = await app.call('orders.enter', order(writ.id, { date: '2026-11-12', disposal: 'dismissed' }));
    const leave = async () => (await deadlines()).find(({ remedy }) => remedy === 'sc-leave')?.dueOn;
    expect(await leave()).toBe('2027-01-11');
    const moves = await app.call('orders.moves', { id, date: '2026-11-10' });
    expect(moves.find(({ title }) => title.includes('Supreme Court'))).toMatchObject({
      from: '2027-01-11',
      to: '2027-01-11',
    });
    expect(moves.find(({ title }) => title.includes('Review'))).toMatchObject({ from: '2026-12-02', to: '2026-11-30' });
    expect(await leave()).toBe('2027-01-11');
    const copy = {
      document: 'Judgment',
      appliedOn: '2026-11-13',
      readyOn: '2026-11-20',
      collectedOn: null,
      feeMinor: null,
      notes: null,
    };
    await app.call('copies.add', { orderId: id, ...copy });
    expect(await leave()).toBe('2027-01-19');
    await app.call('orders.edit', { id, date: '2026-11-10' });
    expect(await leave()).toBe('2027-01-18');
  });

  it('proposes the effect from the ground', async () => {
    const proposal = await app.call('orders.proposal', { proceedingId, ground: 'JUR-PERS' });
    expect(proposal).toMatchObject({ merits: 'no', effect: 'open', technical: true });
    expect(proposal.disposals[0]).toBe('not-entertained');
    expect(await app.call('orders.proposal', { proceedingId, ground: 'NOT-A-GROUND' })).toMatchObject({ effect: null });
  });
});

describe('remedies of an order on the file', () => {
  it('lists them with days, checklist and what is already in the diary', async () => {
    const { id: orderId } = await app.call('orders.enter', order(proceedingId));
    const list = await app.call('remedies.list', { orderId });
    const [first] = list;
    expect(first).toMatchObject({
      id: 'phw-representation',
      due: '2026-12-14',
      daysLeft: 21,
      forumTitle: 'Governor',
      draft: 'representation-phw',
      chosen: null,
    });
    expect(first?.checklist?.items.length).toBeGreaterThan(5);
    expect(first?.deadlineId).not.toBeNull();
    expect(first?.deadline?.trace?.length).toBeGreaterThan(2);
    expect(list.at(-1)).toMatchObject({ lies: false });
  });

  it('choosing one makes the linked proceeding with its deadline, in one step that can be taken back', async () => {
    const { id: orderId } = await app.call('orders.enter', order(proceedingId));
    const answer = await app.answer('remedies.choose', { orderId, remedy: 'phw-representation' });
    if (!answer.ok) throw new Error(answer.problem.message);
    const chosen = answer.value as { proceedingId: string; deadlineId: string };
    const made = await app.call('proceedings.get', { id: chosen.proceedingId });
    expect(made.proceeding).toMatchObject({ forum: 'governor', type: 'representation', side: 'ours', filedOn: null });
    expect(made.links).toMatchObject([{ kind: 'representation-against', toId: proceedingId, orderId }]);
    const own = (await deadlines()).filter((each) => each.proceedingId === chosen.proceedingId);
    expect(own).toMatchObject([{ id: chosen.deadlineId, dueOn: '2026-12-14', rule: 'phw.representation' }]);
    expect(await app.call('deadlines.trace', { id: chosen.deadlineId })).toMatchObject({ due: '2026-12-14' });
    await app.session!.runner.undo(answer.undo!);
    expect(await app.call('proceedings.list', { matterId })).toHaveLength(1);
    expect((await deadlines()).every((each) => each.proceedingId === proceedingId)).toBe(true);
  });

  it('refuses one that does not lie, with the reason', async () => {
    const { id: orderId } = await app.call('orders.enter', order(proceedingId));
    await expect(app.call('remedies.choose', { orderId, remedy: 'phw-review' })).rejects.toThrow(/is federal/);
    await expect(app.call('remedies.choose', { orderId, remedy: 'nothing' })).rejects.toThrow(/No such remedy/);
  });

  it('bars the intra-court appeal where the writ was against a representation', async () => {
    const representation = await app.call(
      'proceedings.add',
      proceeding(matterId, { forum: 'governor', type: 'representation' }),
    );
    const writ = await app.call(
      'proceedings.add',
      proceeding(matterId, {
        forum: 'high-court',
        type: 'writ',
        links: [{ toId: representation.id, kind: 'writ-against', orderId: null }],
      }),
    );
    const { id: orderId, warnings } = await app.call(
      'orders.enter',
      order(writ.id, { date: '2026-10-12', disposal: 'dismissed' }),
    );
    const list = await app.call('remedies.list', { orderId });
    expect(list.find(({ remedy }) => remedy === 'intra-court-appeal')).toMatchObject({ lies: false });
    expect(list[0]).toMatchObject({ id: 'sc-leave', due: '2026-12-11' });
    expect(warnings.join(' ')).toMatch(/Intra-Court Appeal: does not lie/);
  });
});
