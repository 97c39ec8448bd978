import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MatterFixture, vaultWithMatter } from '../fixtures/vault.ts';

let f: MatterFixture;
let ids: string[];

const list = () => f.app.call('issues.list', { matterId: f.matterId });
const shown = async () => (await list()).map(({ number, title }) => `${number} ${title}`);

beforeAll(async () => {
  f = await vaultWithMatter();
  ids = [];
  for (const title of ['First', 'Second', 'Third'])
    ids.push((await f.app.call('issues.add', { matterId: f.matterId, title, kind: 'allegation', notes: null })).id);
});
afterAll(() => f.close());

describe('issues', () => {
  test('are put in another order, and numbered by it', async () => {
    await f.app.call('issues.reorder', { matterId: f.matterId, ids: [ids[2]!, ids[0]!, ids[1]!] });
    expect(await shown()).toEqual(['1 Third', '2 First', '3 Second']);
  });

  test('keep the number of one in the bin for it', async () => {
    await f.app.call('issues.remove', { id: ids[0]! });
    await f.app.call('issues.reorder', { matterId: f.matterId, ids: [ids[1]!, ids[2]!] });
    expect(await shown()).toEqual(['1 Second', '3 Third']);
  });

  test('that are not named come last', async () => {
    await f.app.call('issues.reorder', { matterId: f.matterId, ids: [ids[2]!] });
    expect(await shown()).toEqual(['1 Third', '3 Second']);
  });

  test('have points that are put in another order', async () => {
    const none = { ours: null, oursSource: null, theirs: null, theirsSource: null, stance: 'silent' as const };
    const points: string[] = [];
    for (const title of ['A', 'B', 'C'])
      points.push((await f.app.call('issues.addPoint', { issueId: ids[1]!, title, ...none })).id);
    await f.app.call('issues.reorderPoints', { issueId: ids[1]!, ids: [points[1]!, points[2]!, points[0]!] });
    const issue = (await list()).find(({ id }) => id === ids[1])!;
    expect(issue.points.map(({ title }) => title)).toEqual(['B', 'C', 'A']);
  });
});

describe('facts', () => {
  test('are changed together, in one step', async () => {
    const fact = {
      matterId: f.matterId,
      precision: 'day' as const,
      date: '2026-01-05',
      time: null,
      dateTo: null,
      place: null,
      state: 'alleged' as const,
      side: null,
      issueId: null,
      isIncident: false,
      witnesses: null,
      effect: null,
      notes: null,
      sources: [],
    };
    const made = [];
    for (const text of ['One', 'Two', 'Three']) made.push((await f.app.call('facts.add', { ...fact, text })).id);
    const answer = await f.app.answer('facts.editMany', {
      ids: made.slice(0, 2),
      changes: { state: 'disputed', issueId: ids[1] },
    });
    expect(answer.ok && answer.undo).toBeTruthy();
    const facts = await f.app.call('facts.list', { matterId: f.matterId });
    expect(facts.map(({ state, issueId }) => [state, issueId])).toEqual([
      ['disputed', ids[1]],
      ['disputed', ids[1]],
      ['alleged', null],
    ]);
    await f.app.session!.runner.undo((answer as { undo: string }).undo);
    const back = await f.app.call('facts.list', { matterId: f.matterId });
    expect(back.map(({ state }) => state)).toEqual(['alleged', 'alleged', 'alleged']);
  });
});
