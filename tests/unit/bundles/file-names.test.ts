import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleFileName, volumeFileName } from '#shared/domain/bundles/file-names.ts';

const fields = { case: 'W.P. 12345/2019', title: 'Case bundle', hearing: '2026-12-02', version: 2 };
const PATTERN = '{case}_{title}_{hearing}_v{n}';

describe('the name of a bundle', () => {
  it('follows the pattern of its court, and leaves out what is not known', () => {
    expect(bundleFileName(PATTERN, fields)).toBe('W.P. 12345-2019_Case bundle_2026-12-02_v2');
    expect(bundleFileName(PATTERN, { ...fields, hearing: null })).toBe('W.P. 12345-2019_Case bundle_v2');
    expect(bundleFileName(PATTERN, { ...fields, case: null })).toBe('Case bundle_2026-12-02_v2');
    expect(bundleFileName(null, fields)).toBe('Case bundle');
    expect(bundleFileName(null, { ...fields, title: '???' })).toBe('Bundle');
  });

  it('names the volume and what came late', () => {
    expect(volumeFileName('Case', null, false)).toBe('Case');
    expect(volumeFileName('Case', { number: 2, of: 3 }, false)).toBe('Case - Volume 2 of 3');
    expect(volumeFileName('Case', null, true)).toBe('Case - documents added later');
  });

  it('holds no sign that a registry refuses, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const name = bundleFileName(PATTERN, { ...fields, title });
        expect(name).toMatch(/^[\p{L}\p{M}\p{N} ._,()-]+$/u);
        expect([...name].length).toBeLessThanOrEqual(70);
      }),
      { seed: 73 },
    );
  });
});
