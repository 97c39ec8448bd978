import { afterEach, expect, it, vi } from 'vitest';
import { uuidv7 } from '#main/store/ids.ts';

afterEach(() => vi.useRealTimers());

it('makes ids that sort in the order in which they were made, however fast', () => {
  const made = Array.from({ length: 20_000 }, () => uuidv7());
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
  for (const id of made.slice(0, 50))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('goes on in order within one millisecond, past the end of the count, and when the clock is put back', () => {
  vi.useFakeTimers();
  vi.setSystemTime(Date.now() + 60_000);
  const before = Array.from({ length: 10_000 }, () => uuidv7());
  vi.setSystemTime(Date.now() - 3_600_000);
  const after = Array.from({ length: 100 }, () => uuidv7());
  const made = [...before, ...after];
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
});
