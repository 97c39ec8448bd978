import { afterAll, beforeAll, expect, it } from 'vitest';
import { recountBy, recountedBy } from '#main/diary/service.ts';
import type { Command } from '#main/services.ts';
import { type MatterFixture, vaultWithMatter } from '../fixtures/vault.ts';

const OPEN = 450;
let fixture: MatterFixture;

beforeAll(async () => {
  fixture = await vaultWithMatter();
  const inputs = { pack: 'pk-punjab', rule: 'sc.leave', triggerOn: '2026-10-12', exclusions: [], facts: {} };
  // As if another pack had counted them.
  const row = { title: 'Leave', state: 'open' as const, pack: inputs.pack, rule: inputs.rule, dueOn: '2026-11-30' };
  const stamps = { createdAt: '2026-10-12T09:00:00.000Z', updatedAt: '2026-10-12T09:00:00.000Z' };
  await fixture.app.session!.runner.run({ name: 'seed', undoable: false }, async ({ db, newId }) => {
    for (let i = 0; i < OPEN; i++) {
      const deadline = { id: newId(), matterId: fixture.matterId, ...row, ...stamps, inputs: JSON.stringify(inputs) };
      await db
        .insertInto('deadline')
        .values(deadline as never)
        .execute();
    }
  });
});
afterAll(() => fixture.close());

/** How often the program got to other things while something was done. */
async function turnsDuring(act: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns++;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await act();
  isDone = true;
  return turns;
}

it('counts and writes thousands of deadlines again in portions, between which the program does other things', async () => {
  const { runner } = fixture.app.session!;
  await runner.run({ name: 'recount', undoable: true }, async (context) => {
    const command = context as unknown as Command;
    const { packs } = command.services;
    const counting = await turnsDuring(async () => expect(await recountedBy(command, packs)).toHaveLength(OPEN));
    expect(counting).toBeGreaterThanOrEqual(Math.floor(OPEN / 100));
    const writing = await turnsDuring(async () => expect(await recountBy(command, packs)).toBe(OPEN));
    expect(writing).toBeGreaterThanOrEqual(Math.floor(OPEN / 100) + Math.floor(OPEN / 8));
    expect(await recountedBy(command, packs)).toEqual([]);
  });
});
