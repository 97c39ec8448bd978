import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenPages, writeChoice } from '#renderer/rooms/bundles/choice.ts';
import { readPages } from '#shared/domain/bundles/plan.ts';

describe('a choice of pages', () => {
  it('is written as it is read', () => {
    expect([...chosenPages('1-3, 5, 9-', 10)]).toEqual([1, 2, 3, 5, 9, 10]);
    expect(writeChoice(new Set([5, 1, 2, 3, 9, 10]), 10)).toBe('1-3, 5, 9-10');
    expect(writeChoice(new Set([1, 2]), 2)).toBe(null);
    expect([...chosenPages(null, 2)]).toEqual([1, 2]);
  });

  it('comes back from writing, as the binder reads it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 29 }), (pages) => {
        const written = writeChoice(new Set(pages), 30);
        expect(readPages(written, 30)).toEqual(pages.toSorted((a, b) => a - b).map((page) => page - 1));
        expect([...chosenPages(written, 30)]).toEqual(pages.toSorted((a, b) => a - b));
      }),
      { seed: 72 },
    );
  });
});
