// Also in header.test.ts (an older header put back), blobs.test.ts (chunks swapped) and audit.test.ts (entries removed).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { numbers } from '../packs/mutate.ts';
import { faultsOf, makeRig, type Rig } from './attack/rig.ts';
import { cutBlobs, cutDatabase, swapBlobs, tamperBlobs, tamperDatabase, tamperHeader } from './attack/tamper.ts';
import { inMemory } from './helpers.ts';

const { folder, remove } = inMemory();
let rig: Rig;
beforeAll(async () => {
  rig = await makeRig(folder);
});
afterAll(remove);

it('what nobody touched is whole', () => {
  expect(faultsOf(rig.dir, rig.master)).toEqual([]);
});

it.each([
  ['a changed byte of the header', () => tamperHeader(rig, numbers(1), 7)],
  ['100 changed bytes of the database', () => tamperDatabase(rig, 100, numbers(2))],
  ['a database cut at or beside the border of a page', () => cutDatabase(rig, numbers(3), 4)],
  ['100 changed bytes of blobs', () => tamperBlobs(rig, 100, numbers(4))],
  ['a blob cut at or beside the border of a chunk', () => cutBlobs(rig)],
  ['blobs swapped, renamed and taken away', () => swapBlobs(rig)],
])(
  '%s is found, by name',
  async (_what, run) => {
    expect(await run()).toBeGreaterThan(20);
  },
  120_000,
);
