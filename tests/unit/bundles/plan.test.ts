import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLabel, roman, sectionLetter } from '#shared/domain/bundles/labels.ts';
import { planBundle, readPages } from '#shared/domain/bundles/plan.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';

const plain: BundleProfile = { id: 'plain', numbering: 'continuous' };
const family: BundleProfile = { id: 'ew-family', numbering: 'per-section' };
const item = (id: string, pageCount: number) => ({ id, title: `Item ${id}`, date: null, pageCount });

describe('planBundle', () => {
  it('numbers continuously from the first page, index included', () => {
    const sections = [
      { id: 's1', title: 'Pleadings', items: [item('a', 3), item('b', 1)] },
      { id: 's2', title: 'Evidence', items: [item('c', 10)] },
    ];
    const plan = planBundle(sections, 2, plain);
    const rows = plan.sections
      .flatMap((section) => section.items)
      .map((i) => [i.serial, i.firstPage, i.lastPage, i.firstLabel, i.lastLabel]);
    expect(rows).toEqual([
      [1, 3, 5, '3', '5'],
      [2, 6, 6, '6', '6'],
      [3, 7, 16, '7', '16'],
    ]);
    expect(plan.pages).toBe(16);
  });

  it('letters each section and begins it at 1 where the profile says so', () => {
    const sections = [
      { id: 's1', title: 'A', items: [item('a', 3)] },
      { id: 's2', title: 'B', items: [item('b', 2), item('c', 1)] },
    ];
    const plan = planBundle(sections, 2, family);
    expect(Array.from({ length: 8 }, (_, i) => pageLabel(plan, i + 1))).toEqual([
      'i',
      'ii',
      'A1',
      'A2',
      'A3',
      'B1',
      'B2',
      'B3',
    ]);
    expect(plan.sections[1]?.items[1]).toMatchObject({ firstLabel: 'B3', firstPage: 8 });
  });

  it('refuses a bundle without a page', () => {
    expect(() => planBundle([{ id: 's', title: 'Empty', items: [] }], 1, plain)).toThrow(/no pages/);
  });

  it('gives each page one label, the one that its item claims, whatever the bundle', () => {
    const sections = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        sections,
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(plain, family),
        (counts, front, profile) => {
          fc.pre(counts.flat().some((n) => n > 0));
          const plan = planBundle(
            counts.map((pages, s) => ({
              id: `s${s}`,
              title: `S${s}`,
              items: pages.map((n, i) => item(`${s}.${i}`, n)),
            })),
            front,
            profile,
          );
          const labels = Array.from({ length: plan.pages }, (_, i) => pageLabel(plan, i + 1));
          expect(new Set(labels).size).toBe(labels.length);
          let next = front + 1;
          for (const each of plan.sections.flatMap((section) => section.items)) {
            expect(each.firstPage).toBe(next);
            next = each.lastPage + 1;
            if (each.pageCount === 0) continue;
            expect(pageLabel(plan, each.firstPage)).toBe(each.firstLabel);
            expect(pageLabel(plan, each.lastPage)).toBe(each.lastLabel);
          }
          expect(next).toBe(plan.pages + 1);
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe('readPages', () => {
  it.each([
    ['1-3, 5', [0, 1, 2, 4]],
    ['9-', [8, 9]],
    ['3', [2]],
    ['2–1', null],
    ['0', null],
    ['1-11', null],
    ['x', null],
    ['1,,2', null],
  ])('reads %s', (choice, pages) => {
    if (pages) expect(readPages(choice, 10)).toEqual(pages);
    else expect(() => readPages(choice, 10)).toThrow(/no choice of pages/);
  });

  it('takes nothing as all', () => {
    expect(readPages(null, 10)).toBeNull();
    expect(readPages(' ', 10)).toBeNull();
  });
});

it('counts in letters and numerals', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(sectionLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect([1, 4, 9, 14, 40, 90, 400, 1999].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmxcix']);
});
