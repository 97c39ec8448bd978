import { describe, expect, it } from 'vitest';
import { oddFiles } from '../unit/bundles/odd/files.ts';
import { findings } from '../unit/bundles/odd/taken.ts';

describe('odd and damaged files', () => {
  const all = oddFiles();

  it(`${all.length} of them are bound with every page that viewers show, and look the same`, () => {
    const found = all.flatMap((odd) => findings(odd, { pixels: true }).map((problem) => `${odd.name}: ${problem}`));
    expect(found).toEqual([]);
  });
});
