import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULTS, operations } from './attack/faults.ts';
import { makeRig, type Rig } from './attack/rig.ts';
import { inMemory } from './helpers.ts';

const { folder, remove } = inMemory();
let rig: Rig;
beforeAll(async () => {
  rig = await makeRig(folder);
});
afterAll(remove);

// Each fault at each call: three in the torture, one in turn here.
describe.each(Object.entries(operations))('when a call of the file layer fails, to %s', (name, operation) => {
  const fault = FAULTS[Object.keys(operations).indexOf(name) % FAULTS.length]!;
  it(`leaves the old state or the new one, and an honest error: ${fault}`, async () => {
    expect(await operation(rig, fault)).toBeGreaterThan(2);
  }, 300_000);
});
