import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOn, matter } from '../disposals/app.ts';
import { personOf } from '../fixtures/vault.ts';

let app: Awaited<ReturnType<typeof appOn>>['app'];
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, close } = await appOn('2026-11-23'));
});
afterAll(() => close());

async function partyIn(reference: string, name: string) {
  const { id: matterId } = await app.call('matters.open', matter(reference));
  const { id } = await app.call('parties.add', { matterId, ...personOf({ name }) });
  return { id, matterId };
}

it('respects what was decided about two names, from either side, until it is left open again', async () => {
  const ours = await partyIn('M-1', 'Tahira Qureshi');
  const theirs = await partyIn('M-2', 'Qureshi Tahira');
  const look = async (partyId: string, exceptMatterId: string) =>
    (await app.call('parties.conflicts', { names: ['Tahira Qureshi'], partyId, exceptMatterId }))[0];
  expect(await look(ours.id, ours.matterId)).toMatchObject({ partyId: theirs.id, decided: null });

  const pair = { partyId: ours.id, otherPartyId: theirs.id };
  await app.call('parties.decide', { ...pair, verdict: 'different', reason: 'Another father’s name on the CNIC' });
  const decided = { verdict: 'different', reason: 'Another father’s name on the CNIC' };
  expect(await look(ours.id, ours.matterId)).toMatchObject({ decided });
  expect(await look(theirs.id, theirs.matterId)).toMatchObject({ partyId: ours.id, decided });

  await app.call('parties.decide', {
    partyId: theirs.id,
    otherPartyId: ours.id,
    verdict: 'same',
    reason: 'The client confirms it',
  });
  expect(await look(ours.id, ours.matterId)).toMatchObject({ decided: { verdict: 'same' } });
  await app.call('parties.undecide', pair);
  expect(await look(ours.id, ours.matterId)).toMatchObject({ decided: null });
});

it('puts whoever was found to be somebody else last, and asks for a reason', async () => {
  const ours = await partyIn('M-3', 'Naveed Akhtar');
  const first = await partyIn('M-4', 'Naveed Akhtar');
  const second = await partyIn('M-5', 'Nawid Akhter');
  const pair = { partyId: ours.id, otherPartyId: first.id };
  expect(await app.answer('parties.decide', { ...pair, verdict: 'different', reason: ' ' })).toMatchObject({
    ok: false,
  });
  await app.call('parties.decide', { ...pair, verdict: 'different', reason: 'Met both' });
  const found = await app.call('parties.conflicts', {
    names: ['Naveed Akhtar'],
    partyId: ours.id,
    exceptMatterId: ours.matterId,
  });
  expect(found.map(({ partyId }) => partyId)).toEqual([second.id, first.id]);
});

it('has nothing to decide between parties of one matter', async () => {
  const one = await partyIn('M-6', 'Ahmed Raza');
  const { id: other } = await app.call('parties.add', {
    matterId: one.matterId,
    ...personOf({ name: 'Raza Ahmed' }),
  });
  const refused = await app.answer('parties.decide', {
    partyId: one.id,
    otherPartyId: other,
    verdict: 'same',
    reason: 'x',
  });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'same-matter' } });
});
