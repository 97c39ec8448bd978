import { describe, expect, test } from 'vitest';
import type { Fact } from '#renderer/rooms/chronology/dates.ts';
import { EVERYTHING, filtered, isNarrow } from '#renderer/rooms/chronology/filter.ts';
import { heaped, spanOf, yearsIn } from '#renderer/rooms/chronology/ruler-layout.ts';

const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  id,
  matterId: 'm',
  text: `Fact ${id}`,
  precision: 'day',
  date: '2021-01-01',
  time: null,
  dateTo: null,
  place: null,
  state: 'known',
  side: null,
  issueId: null,
  isIncident: false,
  witnesses: null,
  effect: null,
  notes: null,
  sources: [],
  ...more,
});
const ids = (facts: Fact[]) => facts.map(({ id }) => id);

describe('the filter', () => {
  const source = { id: 's', exhibitId: 'x', orderId: null, pin: 'p. 2', note: null, label: 'P-3' };
  const facts = [
    fact('a', { text: 'The Résumé is sent', state: 'alleged', issueId: 'i' }),
    fact('b', { side: 'theirs', date: '2022-06-01', sources: [source] }),
    fact('c', { date: null }),
    fact('d', { date: '2020-12-01', dateTo: '2021-02-01' }),
  ];
  const only = (more: object) => ids(filtered(facts, { ...EVERYTHING, ...more }));

  test('shows all at first', () => {
    expect(isNarrow(EVERYTHING)).toBe(false);
    expect(only({})).toEqual(['a', 'b', 'c', 'd']);
  });
  test.each([
    [{ search: 'resume sent' }, ['a']],
    [{ search: 'p-3 p. 2' }, ['b']],
    [{ state: 'alleged' }, ['a']],
    [{ side: 'theirs' }, ['b']],
    [{ issue: 'i' }, ['a']],
    [{ issue: 'none' }, ['b', 'c', 'd']],
    [{ from: '2021-01-15', to: '2022-01-01' }, ['d']],
    [{ from: null, to: '2021-06-01' }, ['a', 'd']],
  ])('%j', (more, expected) => {
    expect(only(more)).toEqual(expected);
  });
});

describe('the ruler', () => {
  const facts = [
    fact('a', { date: '2020-12-18' }),
    fact('b', { date: '2020-12-18' }),
    fact('c', { date: '2024-02-14' }),
  ];
  const span = spanOf(facts, '2026-11-23')!;

  test('reaches from before the first fact to after today', () => {
    const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
    expect(day(span.first) < '2020-12-18').toBe(true);
    expect(day(span.last) > '2026-11-23').toBe(true);
  });
  test('names the years within', () => {
    expect(yearsIn(span)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });
  test('names a few years of a long time', () => {
    const years = yearsIn(spanOf([fact('a', { date: '1901-01-01' })], '2026-11-23')!);
    expect(years.length).toBeLessThanOrEqual(15);
    expect(years.length).toBeGreaterThan(5);
  });
  test('heaps what stands on one day, and no higher than there is room', () => {
    expect(heaped(facts, span).map(({ height }) => height)).toEqual([0, 1, 0]);
    const many = Array.from({ length: 9 }, (_, i) => fact(String(i)));
    expect(Math.max(...heaped(many, span).map(({ height }) => height))).toBe(3);
  });
  test('is not there without a date', () => {
    expect(spanOf([fact('a', { date: null })], '2026-11-23')).toBeNull();
  });
});
