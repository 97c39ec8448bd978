import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMove,
  moveTo,
  nudge,
  type PlanItem,
  type PlanSection,
  pagesOf,
  rowsOf,
  sectionPages,
} from '#renderer/rooms/bundles/order.ts';

function item(id: string, pageCount = 2): PlanItem {
  return {
    id,
    kind: 'exhibit',
    exhibitId: id,
    fileId: null,
    orderId: null,
    draftId: null,
    title: id,
    date: null,
    pages: null,
    agreed: null,
    turn: 0,
    late: false,
    mark: null,
    pageCount,
    size: 1,
    firstPage: 0,
    lastPage: 0,
    label: '1',
    lastLabel: '1',
    volume: 0,
    problems: [],
  };
}
const section = (id: string, ...ids: string[]): PlanSection => ({
  id,
  title: id,
  letter: id,
  items: ids.map((each) => item(each)),
});
const sections = [section('S1', 'a', 'b', 'c'), section('S2', 'd', 'e'), section('S3')];
const shape = (list: readonly PlanSection[]) => list.map(({ id, items }) => `${id}:${items.map((i) => i.id).join('')}`);
const moved = (ids: string[], id: string, position: 'before' | 'after') => {
  const move = moveTo(sections, ids, { id, position });
  return move && shape(afterMove(sections, move, 2));
};

describe('the order of a bundle', () => {
  it('puts items before or after others, in their section or another', () => {
    expect(moved(['a'], 'c', 'before')).toEqual(['S1:bac', 'S2:de', 'S3:']);
    expect(moved(['a'], 'c', 'after')).toEqual(['S1:bca', 'S2:de', 'S3:']);
    expect(moved(['a', 'c'], 'd', 'after')).toEqual(['S1:b', 'S2:dace', 'S3:']);
    expect(moved(['e'], 'S3', 'after')).toEqual(['S1:abc', 'S2:d', 'S3:e']);
    expect(moved(['a'], 'S2', 'before')).toEqual(['S1:bca', 'S2:de', 'S3:']);
    expect(moved(['e'], 'S1', 'before')).toEqual(['S1:eabc', 'S2:d', 'S3:']);
  });

  it('moves a whole section by its head, and says nothing of a move that changes nothing', () => {
    expect(moved(['S1'], 'S3', 'before')).toEqual(['S2:de', 'S1:abc', 'S3:']);
    expect(moved(['S3'], 'S1', 'before')).toEqual(['S3:', 'S1:abc', 'S2:de']);
    expect(moved(['S2'], 'e', 'after')).toBeNull();
  });

  it('steps by keys over the border of a section, and stops at the ends', () => {
    const step = (ids: string[], by: -1 | 1) => {
      const move = nudge(sections, ids, by);
      return move && shape(afterMove(sections, move, 2));
    };
    expect(step(['b'], -1)).toEqual(['S1:bac', 'S2:de', 'S3:']);
    expect(step(['b'], 1)).toEqual(['S1:acb', 'S2:de', 'S3:']);
    expect(step(['c'], 1)).toEqual(['S1:ab', 'S2:cde', 'S3:']);
    expect(step(['d'], -1)).toEqual(['S1:abcd', 'S2:e', 'S3:']);
    expect(step(['a'], -1)).toBeNull();
    expect(step(['S1'], -1)).toBeNull();
    expect(step(['S2'], 1)).toEqual(['S1:abc', 'S3:', 'S2:de']);
  });

  it('counts pages and numbers anew, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }),
        fc.constantFrom('a', 'b', 'c', 'd', 'e', 'S1', 'S2', 'S3'),
        fc.constantFrom('before' as const, 'after' as const),
        (ids, target, position) => {
          const move = moveTo(sections, ids, { id: target, position })!;
          const next = afterMove(sections, move, 2);
          const items = next.flatMap((each) => each.items);
          expect(items.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
          expect(items.map(({ firstPage }) => firstPage)).toEqual([3, 5, 7, 9, 11]);
          expect(rowsOf(next, new Set()).flatMap((row) => (row.item ? [row.serial] : []))).toEqual([1, 2, 3, 4, 5]);
        },
      ),
    );
  });

  it('hides the items of a closed section, and still counts them', () => {
    const rows = rowsOf(sections, new Set(['S1']));
    expect(rows.map(({ id }) => id)).toEqual(['S1', 'S2', 'd', 'e', 'S3']);
    expect(rows.find(({ id }) => id === 'd')).toMatchObject({ serial: 4 });
  });

  it('writes pages as they are printed', () => {
    expect(pagesOf({ label: '107', lastLabel: '110', pageCount: 4 })).toBe('107–110');
    expect(pagesOf({ label: 'B9', lastLabel: 'B11', pageCount: 3 })).toBe('B9–B11');
    expect(pagesOf({ label: '7', lastLabel: '7', pageCount: 1 })).toBe('7');
    expect(pagesOf({ label: '', lastLabel: '', pageCount: 0 })).toBe('');
    const [first] = afterMove(sections, { kind: 'section', id: 'S1', at: 0 }, 2);
    expect(sectionPages(first!)).toBe('3–8');
  });
});
