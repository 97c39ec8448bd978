// What is tried on a vault in the unit tests by samples, as a whole. Counts are printed; docs/security.md has them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numbers } from '../unit/packs/mutate.ts';
import { FAULTS, operations } from '../unit/vault/attack/faults.ts';
import { type Fuzzed, fuzzBackup, fuzzBlob, fuzzHeader, MOST_MEMORY } from '../unit/vault/attack/fuzz.ts';
import { makeRig, type Rig } from '../unit/vault/attack/rig.ts';
import {
  cutBlobs,
  cutDatabase,
  swapBlobs,
  tamperBlobs,
  tamperDatabase,
  tamperHeader,
} from '../unit/vault/attack/tamper.ts';
import { inMemory } from '../unit/vault/helpers.ts';

const INPUTS = 100_000;
const { folder, remove } = inMemory();
let rig: Rig;
beforeAll(async () => {
  rig = await makeRig(folder);
});
afterAll(remove);

const say = (line: string) => process.stdout.write(`${line}\n`);

test.each<[string, () => Promise<Fuzzed>]>([
  ['headers', () => fuzzHeader(rig, INPUTS, numbers(101))],
  ['blobs', () => fuzzBlob(rig, INPUTS, numbers(102))],
  ['backups', () => fuzzBackup(rig, INPUTS, numbers(103), 500)],
])('spoilt %s are refused by name or are right', async (what, run) => {
  const { inputs, refused, slowest, grown } = await run();
  say(
    `${inputs} spoilt ${what}: ${refused} refused, the others right; slowest ${Math.round(slowest)} ms, memory at most ${Math.round(grown / 2 ** 20)} MiB more`,
  );
  expect(grown).toBeLessThan(MOST_MEMORY);
});

test.each<[string, () => number | Promise<number>]>([
  ['bytes of the header changed', () => tamperHeader(rig, numbers(104))],
  ['bytes of the database changed', () => tamperDatabase(rig, 1000, numbers(105))],
  ['databases cut at or beside the border of a page', () => cutDatabase(rig, numbers(106))],
  ['bytes of blobs changed', () => tamperBlobs(rig, 1000, numbers(107))],
  ['blobs cut at or beside the border of a chunk', () => cutBlobs(rig)],
  ['blobs swapped, renamed, taken away', () => swapBlobs(rig)],
])('%s are found by name', async (what, run) => {
  say(`${await run()} ${what}, each found`);
});

test.each(Object.keys(operations))('faults of the file layer: %s', async (name) => {
  for (const fault of FAULTS)
    say(`${await operations[name]!(rig, fault)} calls failed by ${fault} to ${name}: the old state or the new one`);
});
