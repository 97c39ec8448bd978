import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLabel } from '#shared/domain/bundles/labels.ts';
import { type BundlePlan, type PlanSection, planBundle, planVolumes } from '#shared/domain/bundles/plan.ts';
import type { BundleProfile } from '#shared/domain/bundles/profile.ts';
import { arrangeLate, splitVolumes, volumeNumeral } from '#shared/domain/bundles/volumes.ts';

const profile = (more: Partial<BundleProfile>): BundleProfile => ({ id: 'x', numbering: 'continuous', ...more });
const item = (id: string, pageCount: number, more: { late?: boolean; kept?: number | null } = {}) => ({
  id,
  title: `Item ${id}`,
  date: null,
  pageCount,
  size: pageCount * 1000,
  ...more,
});
const section = (id: string, ...items: PlanSection['items']): PlanSection => ({ id, title: `Section ${id}`, items });
const documents = ({ sections }: BundlePlan) => sections.flatMap(({ items }) => items);
const labelsOf = (plan: BundlePlan) => Array.from({ length: plan.pages }, (_, i) => pageLabel(plan, i + 1));
const ids = (sections: { items: { id: string }[] }[]) =>
  sections.map(({ items }) => items.map(({ id }) => id).join(''));

describe('documents that come late', () => {
  const sections = [
    section('s', item('a', 2), item('x', 3, { late: true }), item('b', 1)),
    section('t', item('c', 1), item('y', 1, { late: true })),
  ];

  it('are inserted with letters after the number before them', () => {
    const paperBook = profile({ late: 'insert-letter' });
    expect(arrangeLate(sections, paperBook)).toMatchObject({ separate: [] });
    const plan = planBundle(arrangeLate(sections, paperBook).main, 2, paperBook);
    expect(labelsOf(plan)).toEqual(['1', '2', '3', '4', '4A', '4B', '4C', '5', '6', '6A']);
    expect(documents(plan).map(({ firstLabel, lastLabel }) => `${firstLabel}-${lastLabel}`)).toEqual([
      '3-4',
      '4A-4C',
      '5-5',
      '6-6',
      '6A-6A',
    ]);
  });

  it('go to the end with numbers that continue, or to the end of their section where each has its own', () => {
    const court = arrangeLate(sections, profile({ late: 'append' }));
    expect(ids(court.main)).toEqual(['ab', 'c', 'xy']);
    expect(court.main.at(-1)).toMatchObject({ title: 'Documents added later', letter: 'C' });
    const family = arrangeLate(sections, profile({ late: 'append', numbering: 'per-section' }));
    expect(ids(family.main)).toEqual(['abx', 'cy']);
  });

  it('are a file of their own that begins at 1', () => {
    const late = profile({ late: 'separate-file' });
    const { main, separate } = arrangeLate(sections, late);
    expect(ids(main)).toEqual(['ab', 'c']);
    expect(ids(separate)).toEqual(['x', 'y']);
    expect(documents(planBundle(separate, 2, late)).map(({ firstLabel }) => firstLabel)).toEqual(['3', '6']);
  });

  it('are not late where nothing stands before them', () => {
    const all = [section('s', item('x', 1, { late: true }))];
    for (const late of ['append', 'separate-file'] as const)
      expect(arrangeLate(all, profile({ late }))).toMatchObject({ main: [{ items: [{ id: 'x' }] }], separate: [] });
  });

  it('go on past 26 pages with labels that a viewer shows as they are printed', () => {
    const plan = planBundle(
      [section('s', item('a', 1), item('x', 28, { late: true }))],
      1,
      profile({ late: 'insert-letter' }),
    );
    expect(labelsOf(plan).slice(25)).toEqual(['2X', '2Y', '2Z', '2AA', '2AB']);
    // A PDF counts A to Z and then AA, BB: what goes on otherwise is written out.
    expect(plan.labels.slice(-2)).toMatchObject([
      { style: 'none', prefix: '2AA' },
      { style: 'none', prefix: '2AB' },
    ]);
  });

  it('leave every number that was served as it was, whatever is inserted or taken out and however long the index gets', () => {
    const shape = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 });
    const inserted = fc.array(fc.record({ at: fc.nat(), pages: fc.integer({ min: 1, max: 30 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(shape, inserted, fc.nat(), fc.integer({ min: 0, max: 3 }), (counts, added, gone, longer) => {
        const paperBook = profile({ late: 'insert-letter' });
        const served = planBundle([section('s', ...counts.map((n, i) => item(`d${i}`, n)))], 2, paperBook);
        const before = new Map(documents(served).map((each) => [each.id, each] as const));
        const items = documents(served)
          .filter((_, i) => i !== gone % counts.length)
          .map(({ id, pageCount, firstLabel }) => item(id, pageCount, { kept: Number(firstLabel) }));
        for (const [i, { at, pages }] of added.entries())
          items.splice(at % (items.length + 1), 0, item(`x${i}`, pages, { late: true }));
        const now = planBundle([section('s', ...items)], 2 + longer, paperBook, { frontPages: 2 });
        for (const { id, firstLabel, lastLabel, late } of documents(now)) {
          if (late) continue;
          expect([id, firstLabel, lastLabel]).toEqual([id, before.get(id)!.firstLabel, before.get(id)!.lastLabel]);
        }
        const labels = labelsOf(now);
        expect(new Set(labels).size).toBe(labels.length);
      }),
      { seed: 67, numRuns: 200 },
    );
  });
});

describe('volumes', () => {
  const front = { pages: 2, bytes: 0 };

  it('are cut at the ends of documents, and a section goes on in the next with its letter', () => {
    const sections = [
      section('s', item('a', 5), item('b', 5)),
      section('t', item('c', 5), item('d', 20), item('e', 1)),
    ];
    const volumes = splitVolumes(sections, { pages: 13, bytes: null }, front);
    expect(volumes.map(ids)).toEqual([['ab'], ['c'], ['d'], ['e']]);
    expect(volumes.map((volume) => volume.map(({ letter }) => letter).join(''))).toEqual(['A', 'B', 'B', 'B']);
    expect(splitVolumes(sections, { pages: null, bytes: 12_000 }, front).map(ids)).toEqual([
      ['ab'],
      ['c'],
      ['d'],
      ['e'],
    ]);
    expect(splitVolumes(sections, { pages: null, bytes: null }, front).map(ids)).toEqual([['ab', 'cde']]);
  });

  it('are one for each section where that is wanted, each cut further where it is too large', () => {
    const sections = [section('s', item('a', 5), item('b', 5)), section('t'), section('u', item('c', 5))];
    const limits = { pages: null, bytes: null, bySection: true };
    expect(splitVolumes(sections, limits, front).map(ids)).toEqual([['ab'], ['c']]);
    expect(splitVolumes(sections, { ...limits, pages: 8 }, front).map(ids)).toEqual([['a'], ['b'], ['c']]);
    expect(splitVolumes(sections, limits, front)[1]![0]).toMatchObject({ letter: 'C' });
    expect(splitVolumes([section('s')], limits, front).map(ids)).toEqual([['']]);
  });

  it('are numbered in one run, from the next hundred, or each from 1', () => {
    const volumes = [[section('s', item('a', 3))], [section('s', item('b', 2))]];
    const labels = (more: Partial<BundleProfile>) => planVolumes(volumes, [2, 1], profile(more)).map(labelsOf);
    expect(labels({})).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', '7', '8'],
    ]);
    expect(labels({ roundVolumes: true })[1]).toEqual(['101', '102', '103']);
    expect(labels({ numbering: 'per-volume' })[1]).toEqual(['1', '2', '3']);
    const lettered = volumes.map((volume) => volume.map((each) => ({ ...each, letter: 'A' })));
    expect(planVolumes(lettered, [2, 1], profile({ numbering: 'per-section' })).map(labelsOf)).toEqual([
      ['i', 'ii', 'A1', 'A2', 'A3'],
      ['iii', 'A4', 'A5'],
    ]);
  });

  it('hold every document once, in order, whole, and within the limit unless it is larger alone', () => {
    const shape = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shape, fc.integer({ min: 10, max: 60 }), (counts, pages) => {
        fc.pre(counts.flat().length > 0);
        const sections = counts.map((row, s) => section(`s${s}`, ...row.map((n, i) => item(`${s}.${i} `, n))));
        const volumes = splitVolumes(sections, { pages, bytes: null }, front);
        expect(volumes.flatMap(ids).join('')).toBe(ids(sections).join(''));
        for (const volume of volumes) {
          const own = volume.flatMap(({ items }) => items);
          const total = own.reduce((sum, { pageCount }) => sum + pageCount, front.pages);
          expect(total <= pages || own.length === 1).toBe(true);
        }
        const plans = planVolumes(
          volumes,
          volumes.map(() => 2),
          profile({}),
        );
        const labels = plans.flatMap(labelsOf);
        expect(labels).toEqual(labels.map((_, i) => String(i + 1)));
        expect(plans.flatMap(documents).map(({ serial }) => serial)).toEqual(counts.flat().map((_, i) => i + 1));
      }),
      { seed: 68, numRuns: 200 },
    );
  });

  it('are called I, II, III', () =>
    expect([1, 2, 3, 4, 14].map(volumeNumeral)).toEqual(['I', 'II', 'III', 'IV', 'XIV']));
});
