import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance, labelsOf, pagePairs } from '#shared/domain/bundles/concordance.ts';
import { planBundle } from '#shared/domain/bundles/plan.ts';
import type { Numbering } from '#shared/domain/bundles/profile.ts';

const placed = (documents: { id: string; pageCount: number }[], front: number, numbering: Numbering = 'continuous') => {
  const items = documents.map((each) => ({ ...each, title: `Document ${each.id}`, date: null }));
  const plan = planBundle([{ id: 's', title: 'S', items }], front, { id: 'x', numbering });
  return plan.sections[0]!.items.map((item) => ({ ...item, label: item.firstLabel }));
};

describe('a concordance', () => {
  it('says where pages went, what is new and what was taken out', () => {
    const old = placed(
      [
        { id: 'a', pageCount: 3 },
        { id: 'b', pageCount: 2 },
        { id: 'c', pageCount: 1 },
      ],
      2,
    );
    const fresh = placed(
      [
        { id: 'a', pageCount: 3 },
        { id: 'new', pageCount: 4 },
        { id: 'c', pageCount: 1 },
      ],
      2,
    );
    const rows = concordance(old, fresh);
    expect(
      rows.map(({ title, old: from, fresh: to, moved }) => [title, from?.firstLabel, to?.firstLabel, moved]),
    ).toEqual([
      ['Document a', '3', '3', false],
      ['Document new', undefined, '6', false],
      ['Document c', '8', '10', true],
      ['Document b', '6', undefined, true],
    ]);
    expect(pagePairs(old, fresh).map(({ old: from, fresh: to }) => [from, to])).toEqual([
      ['3', '3'],
      ['4', '4'],
      ['5', '5'],
      ['6', null],
      ['7', null],
      ['8', '10'],
    ]);
  });

  it('counts labels on within their run', () => {
    const labels = (label: string, pages: number) =>
      labelsOf({ id: 'x', title: 'X', firstPage: 1, lastPage: pages, label });
    expect(labels('A9', 3)).toEqual(['A9', 'A10', 'A11']);
    expect(labels('12', 1)).toEqual(['12']);
    // Where the labels were kept they are taken as they are.
    const kept = { id: 'x', title: 'X', firstPage: 1, lastPage: 2, label: '12A', labels: ['12A', '12B'] };
    expect(labelsOf(kept)).toEqual(['12A', '12B']);
  });

  it('leads every page of every document to the same page of it, whatever was moved', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        counts,
        fc.nat(),
        fc.constantFrom<Numbering>('continuous', 'per-section'),
        (sizes, turn, numbering) => {
          const documents = sizes.map((pageCount, i) => ({ id: `d${i}`, pageCount }));
          const at = turn % documents.length;
          const turned = [...documents.slice(at), { id: 'late', pageCount: 3 }, ...documents.slice(0, at)];
          const [old, fresh] = [placed(documents, 2, numbering), placed(turned, 3, numbering)];
          const rows = concordance(old, fresh);
          for (const { id, firstPage, lastPage, lastLabel } of old) {
            const now = fresh.find((each) => each.id === id)!;
            const pairs = pagePairs(old, fresh).filter(({ title }) => title === `Document ${id}`);
            expect(pairs).toHaveLength(lastPage - firstPage + 1);
            expect([pairs[0]!.fresh, pairs.at(-1)!.fresh]).toEqual([now.firstLabel, now.lastLabel]);
            expect(rows.find(({ title }) => title === `Document ${id}`)!.old!.lastLabel).toBe(lastLabel);
          }
        },
      ),
      { seed: 66, numRuns: 100 },
    );
  });
});
