import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readManifest } from '#main/vault/manifest.ts';
import { numbers } from '../packs/mutate.ts';
import { fuzzBackup, fuzzBlob, fuzzHeader, MOST_MEMORY } from './attack/fuzz.ts';
import { copyOf, makeRig, type Rig } from './attack/rig.ts';
import { codeOf, inMemory } from './helpers.ts';

const INPUTS = 2000;
const { folder, remove } = inMemory();
let rig: Rig;
beforeAll(async () => {
  rig = await makeRig(folder);
});
afterAll(remove);

it.each([
  ['headers', () => fuzzHeader(rig, INPUTS, numbers(1))],
  ['blobs', () => fuzzBlob(rig, INPUTS, numbers(2))],
  ['backups', () => fuzzBackup(rig, INPUTS, numbers(3), 100)],
])(
  `${INPUTS} spoilt %s are refused by name or are right`,
  async (_what, run) => {
    const { inputs, refused, grown } = await run();
    expect(inputs).toBe(INPUTS);
    // Few are spoilt into what they were.
    expect(refused).toBeGreaterThan(INPUTS * 0.9);
    expect(grown).toBeLessThan(MOST_MEMORY);
  },
  120_000,
);

it('a list that nests without end is refused before it is read', async () => {
  const backup = copyOf(rig, 'backup');
  for (const text of ['['.repeat(20_000_000), '{"files":'.repeat(2_000_000), `[${' '.repeat(70_000_000)}]`]) {
    writeFileSync(path.join(backup, 'manifest.json'), text);
    const before = process.memoryUsage().rss;
    expect(await codeOf(() => readManifest(backup))).toBe('backup-damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_MEMORY);
  }
});
