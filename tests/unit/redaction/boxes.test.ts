import { expect, test } from 'vitest';
import { afterKey, between, firstBox, grouped } from '#renderer/rooms/exhibits/redaction/boxes.ts';

const page = { width: 600, height: 800 };

test('a box is drawn between two corners, whichever came first, and within the page', () => {
  const box = { left: 10, top: 20, width: 90, height: 30 };
  expect(between([10, 20], [100, 50], page)).toEqual(box);
  expect(between([100, 50], [10, 20], page)).toEqual(box);
  expect(between([-50, 700], [100, 900], page)).toEqual({ left: 0, top: 700, width: 100, height: 100 });
});

test('a slip of the hand is no box', () => {
  expect(between([10, 20], [10.5, 200], page)).toBeNull();
  expect(between([10, 20], [10, 20], page)).toBeNull();
});

test('arrows move a box, and with Shift size it, and it stays on the page', () => {
  const box = firstBox(page);
  expect(afterKey(box, 'ArrowLeft', false, page)).toMatchObject({ left: box.left - 4, width: box.width });
  expect(afterKey(box, 'ArrowDown', true, page)).toMatchObject({ top: box.top, height: box.height + 4 });
  expect(afterKey({ ...box, left: 2 }, 'ArrowLeft', false, page)).toMatchObject({ left: 0 });
  expect(afterKey({ ...box, width: 4 }, 'ArrowLeft', true, page)).toMatchObject({ width: 4 });
  expect(afterKey({ ...box, top: 799 - box.height }, 'ArrowDown', false, page)).toMatchObject({
    top: 800 - box.height,
  });
  expect(afterKey(box, 'x', false, page)).toBeNull();
});

test('marks of one term stand together, drawn ones by themselves', () => {
  const mark = (id: string, at: number, term: string | null) => ({ id, page: at, term, reason: null });
  const groups = grouped([mark('a', 1, 'Qadir'), mark('b', 1, null), mark('c', 3, 'Qadir'), mark('d', 3, 'Qadir')]);
  expect(groups.map(({ term, marks, pages }) => [term, marks.map(({ id }) => id), pages])).toEqual([
    ['Qadir', ['a', 'c', 'd'], [1, 3]],
    [null, ['b'], [1]],
  ]);
});
