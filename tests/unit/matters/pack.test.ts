// A matter rests on a pack that there is: nothing of it could be counted or checked without one.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOn, matter } from '../disposals/app.ts';

let app: Awaited<ReturnType<typeof appOn>>;
beforeAll(async () => {
  app = await appOn('2026-11-23');
}, 60_000);
afterAll(() => app.close());

const call: typeof app.app.call = (...args) => app.app.call(...args);
const unknown = { problem: { code: 'unknown-pack' } };

it('is not opened with an unknown pack, nor given one', async () => {
  await expect(call('matters.open', { ...matter('M-1'), pack: 'zz' })).rejects.toMatchObject(unknown);
  const { id } = await call('matters.open', matter('M-1'));
  await expect(call('matters.edit', { id, pack: 'zz' })).rejects.toMatchObject(unknown);
  await call('matters.edit', { id, pack: 'pk-sindh', summary: 'moved' });
  expect(await call('matters.get', { id })).toMatchObject({ pack: 'pk-sindh', summary: 'moved' });
});

it('can still be edited after its pack was removed', async () => {
  const { id } = await call('matters.open', matter('M-2'));
  await app.app.session!.runner.run({ name: 'test', undoable: false, touches: ['matter'] }, async ({ db }) => {
    await db.updateTable('matter').set({ pack: 'gone' }).where('id', '=', id).execute();
  });
  await call('matters.edit', { id, pack: 'gone', summary: 'kept' });
  expect(await call('matters.get', { id })).toMatchObject({ pack: 'gone', summary: 'kept' });
});

it('is not imported from a register under an unknown pack', async () => {
  const file = path.join(app.app.session!.vault.dir, '..', 'register.csv');
  writeFileSync(file, 'Title,Court,Case No\nA v. B,Lahore High Court,W.P. 1/2026\n');
  for (const name of ['intake.previewCsv', 'intake.importCsv'] as const)
    await expect(call(name, { path: file, pack: 'zz' })).rejects.toMatchObject(unknown);
  expect((await call('intake.importCsv', { path: file, pack: 'pk' })).matterIds).toHaveLength(1);
});
