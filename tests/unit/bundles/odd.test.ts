import { expect, it } from 'vitest';
import { seeded } from './mutate.ts';
import { oddFiles } from './odd/files.ts';
import { oddMakes } from './odd/makes.ts';
import { findings } from './odd/taken.ts';

const COUNT = 90;

it('whole files of odd make are bound as viewers show them', () => {
  const found = oddMakes().flatMap((odd) => findings(odd).map((problem) => `${odd.name}: ${problem}`));
  expect(found).toEqual([]);
}, 120_000);

it(`${COUNT} damaged files out of all are bound with every page that viewers show`, () => {
  const all = oddFiles();
  expect(all.length).toBeGreaterThan(900);
  const random = seeded(1125);
  const found = Array.from({ length: COUNT }, () => all[random(all.length)]!).flatMap((odd) =>
    findings(odd).map((problem) => `${odd.name}: ${problem}`),
  );
  expect(found).toEqual([]);
}, 120_000);
