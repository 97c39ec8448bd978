import { describe, expect, it } from 'vitest';
import { courtChecks, type FinishedBundle } from '#shared/domain/bundles/profile-checks.ts';

const court = {
  citation: 'Practice Direction',
  checkedOn: '2026-11-23',
  maxPages: 350,
  maxMegabytes: 25,
  rules: [
    { id: 'EW-4', text: 'The index is linked', citation: 'Guidance' },
    { id: 'SC-4', text: 'Text on every page', citation: 'Practice' },
  ],
};

const bundle: FinishedBundle = {
  pages: 4,
  bytes: 1000,
  linksHold: true,
  isEncrypted: false,
  printed: ['1', '2', '3', '4'],
  labels: ['1', '2', '3', '4'],
  bookmarks: [
    { title: 'Index', page: 2, keepsZoom: true },
    { title: 'Letter, 2021-01-02, p. 3', page: 3, keepsZoom: true },
    { title: 'Reply, p. 4', page: 4, keepsZoom: true },
  ],
  opensAt: 100,
  linksKeepZoom: true,
  sections: [
    {
      letter: 'A',
      items: [
        { title: 'Letter', date: '2021-01-02', firstPage: 3, firstLabel: '3' },
        { title: 'Reply', date: '2021-01-05', firstPage: 4, firstLabel: '4' },
      ],
    },
  ],
};
const holds = (id: string, found: Partial<FinishedBundle> = {}) => {
  const rules = [{ id, text: 'The rule', citation: 'Guidance' }];
  const checks = courtChecks({ ...court, maxPages: null, maxMegabytes: null, rules }, { ...bundle, ...found });
  return checks.map(({ ok }) => ok);
};

describe('the checks of a court', () => {
  it('say what holds, by which rule, looked up when', () => {
    const checks = courtChecks(court, { ...bundle, pages: 350, bytes: 25_000_001 });
    expect(checks).toEqual([
      { id: 'EW-4', ok: true, message: 'The index is linked', citation: 'Guidance', checkedOn: '2026-11-23' },
      {
        id: 'limit-pages',
        ok: true,
        message: '350 pages of at most 350',
        citation: 'Practice Direction',
        checkedOn: '2026-11-23',
      },
      {
        id: 'limit-size',
        ok: false,
        message: '25.1 MB, more than the 25 allowed',
        citation: 'Practice Direction',
        checkedOn: '2026-11-23',
      },
    ]);
  });

  it('claim nothing of what was not looked at', () => {
    const checks = courtChecks(court, { ...bundle, pages: 351, linksHold: false });
    expect(checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['EW-4', false],
      ['limit-pages', false],
      ['limit-size', true],
    ]);
  });

  it.each(['EW-2', 'EW-4', 'EW-5', 'EW-8', 'SC-2', 'SC-3', 'SC-5', 'SC-7', 'ET-1', 'ET-2', 'FAM-2', 'IN-4'])(
    '%s holds of a bundle that keeps it',
    (id) => expect(holds(id)).toEqual([true]),
  );

  it.each<[string, Partial<FinishedBundle>]>([
    ['EW-2', { printed: ['i', '1', '2', '3'] }],
    ['EW-2', { printed: ['1', '2', null, '4'] }],
    ['EW-4', { linksHold: false }],
    ['EW-5', { bookmarks: bundle.bookmarks.slice(0, 2) }],
    ['EW-5', { bookmarks: bundle.bookmarks.map((mark) => ({ ...mark, page: 1 })) }],
    ['EW-8', { opensAt: null }],
    ['EW-8', { linksKeepZoom: false }],
    ['EW-8', { bookmarks: bundle.bookmarks.map((mark) => ({ ...mark, keepsZoom: false })) }],
    ['SC-3', { opensAt: 75 }],
    ['SC-5', { bookmarks: [] }],
    ['ET-1', { sections: bundle.sections.map(({ letter, items }) => ({ letter, items: items.toReversed() })) }],
    ['ET-1', { sections: bundle.sections.map((each) => ({ ...each, items: [{ ...each.items[0]!, date: null }] })) }],
    ['ET-2', { printed: ['1', '2', '1', '2'] }],
    ['FAM-1', {}],
    ['FAM-2', { labels: ['1', '2', '1', '2'] }],
    ['IN-4', { isEncrypted: true }],
  ])('%s does not hold where %j', (id, found) => expect(holds(id, found)).toEqual([false]));

  it('FAM-1 holds where letter and number begin anew in each section', () => {
    const [section] = bundle.sections;
    const sections = section!.items.map((item, i) => ({ letter: 'AB'[i]!, items: [item] }));
    expect(holds('FAM-1', { printed: ['i', 'ii', 'A1', 'B1'], sections })).toEqual([true]);
    expect(holds('FAM-1', { printed: ['i', 'ii', 'A1', 'B2'], sections })).toEqual([false]);
  });
});
