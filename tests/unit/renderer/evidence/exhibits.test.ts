import { describe, expect, test } from 'vitest';
import { findIn, fold, hitsIn } from '#renderer/rooms/exhibits/viewer/find.ts';
import { movedBy } from '#renderer/rooms/issues/order.ts';
import { summaryOf } from '#renderer/rooms/issues/summary.ts';

describe('the search in a file', () => {
  const found = (text: string, query: string) => findIn(text, query).map(([from, to]) => text.slice(from, to));

  test('minds neither case, accents, line ends nor marks of direction', () => {
    expect(found('The STUDIO\n  B session', 'studio b')).toEqual(['STUDIO\n  B']);
    expect(found('Un résumé', 'resume')).toEqual(['résumé']);
    expect(found('case \u200e61/2021\u200e ends', '61/2021 ends')).toEqual(['61/2021\u200e ends']);
    expect(found('مجھے ابھی', 'ابھی')).toEqual(['ابھی']);
  });
  test('finds each place once, and nothing for nothing', () => {
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(found('text', '  ')).toEqual([]);
    expect(found('text', 'other')).toEqual([]);
  });
  test('counts hits by page', () => {
    const pages = [
      { page: 1, text: 'studio, studio' },
      { page: 3, text: 'a studio' },
    ];
    expect(hitsIn(pages, 'Studio')).toEqual([
      { page: 1, nth: 0 },
      { page: 1, nth: 1 },
      { page: 3, nth: 0 },
    ]);
  });
  test('keeps a place for every letter that it folds', () => {
    const { text, at } = fold('ﬁn Ä');
    expect(text).toBe('fin a');
    expect(at).toHaveLength(text.length);
  });
});

describe('the order of issues', () => {
  test('changes by one place, and not beyond the ends', () => {
    expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(movedBy(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(movedBy(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
    expect(movedBy(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});

describe('the line under an issue', () => {
  const t = (key: string, values?: Record<string, unknown>) =>
    [key, values?.count, values?.result].filter(Boolean).join(' ');
  const point = (stance: string) => ({ stance }) as never;
  const finding = (result: string) => ({ result }) as never;

  test('says how a question was decided, and never counts what was not reached', () => {
    const findings = [finding('against'), finding('against'), finding('not-reached'), finding('pending')];
    expect(summaryOf(t, { kind: 'question', points: [], findings })).toBe('state.found 2 finding.is.against');
    expect(summaryOf(t, { kind: 'question', points: [], findings: [finding('not-reached')] })).toBe('state.none');
  });
  test('says what is denied and unanswered', () => {
    const points = [point('denied'), point('denied'), point('silent'), point('agreed')];
    expect(summaryOf(t, { kind: 'allegation', points, findings: [] })).toBe('state.denied 2, state.silent 1');
    expect(summaryOf(t, { kind: 'allegation', points: [point('agreed')], findings: [] })).toBe('state.agreed');
  });
});
