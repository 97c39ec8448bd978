import { describe, expect, it } from 'vitest';
import type { CourtRules, FileFound, FinishedBundle, FoundFile, PageFound } from '#shared/domain/bundles/finished.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';

const court: CourtRules = {
  citation: 'Practice Direction',
  checkedOn: '2026-11-23',
  inForceFrom: '2021-11-29',
  maxPages: 350,
  maxMegabytes: 25,
  dpi: { least: 200, most: 300 },
  rules: [
    { id: 'EW-4', text: 'The index is linked', severity: 'error', citation: 'Guidance' },
    { id: 'EW-12', text: 'One bundle', severity: 'info', citation: 'Guidance' },
  ],
};

const item = (serial: number, title: string, date: string | null, page: number) => {
  const label = String(page);
  return { serial, title, date, firstPage: page, lastPage: page, firstLabel: label, lastLabel: label };
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
    { title: 'Documents, p. 3', page: 3, keepsZoom: true },
    { title: 'Letter, 2021-01-02, p. 3', page: 3, keepsZoom: true },
    { title: 'Reply, p. 4', page: 4, keepsZoom: true },
  ],
  opensAt: 100,
  linksKeepZoom: true,
  sections: [
    { letter: 'A', title: 'Documents', items: [item(1, 'Letter', '2021-01-02', 3), item(2, 'Reply', '2021-01-05', 4)] },
  ],
};
const page: PageFound = {
  width: 595,
  height: 842,
  isUpsideDown: false,
  isSideways: false,
  lacksText: false,
  dpi: { least: 200, most: 300 },
  comments: 0,
  fields: 0,
};
const look: FileFound = {
  pages: [page, page, page, page],
  isPdf: true,
  isLinearised: false,
  said: ['Title', 'Producer'],
  hasMetadata: false,
  hasScripts: false,
  hasEmbeddedFiles: false,
  hasForm: false,
  frontText: ['CASE', 'INDEX S. No. 1 Letter 02.01.2021 3 2 Reply 05.01.2021 4'],
};
const file: FoundFile = { found: bundle, look, name: 'Case_bundle v1.pdf', volume: null, isLate: false };

interface Change {
  found?: Partial<FinishedBundle>;
  look?: Partial<FileFound> | null;
  page?: Partial<PageFound>;
  file?: Partial<FoundFile>;
  court?: Partial<CourtRules>;
}
function changed({ found, look: otherLook, page: otherPage, file: otherFile }: Change): FoundFile {
  const pages = otherPage ? [page, { ...page, ...otherPage }, page, page] : look.pages;
  return {
    ...file,
    found: { ...bundle, ...found },
    look: otherLook === null ? null : { ...look, pages, ...otherLook },
    ...otherFile,
  };
}
const answer = (id: string, change: Change = {}, more: FoundFile[] = []) => {
  const rules = [{ id, text: 'The rule', severity: 'error' as const, citation: 'Guidance' }];
  const checks = courtChecks({ ...court, ...change.court, rules }, [changed(change), ...more]);
  return checks.find((check) => check.id === id)!;
};

describe('the checks of a court', () => {
  it('say what holds, what does not and what is to be seen, by which rule, looked up when', () => {
    const checks = courtChecks(court, [changed({ found: { pages: 350, bytes: 25_000_001 } })]);
    expect(checks.filter(({ id }) => !id.startsWith('ALL-'))).toEqual([
      {
        id: 'EW-4',
        ok: true,
        severity: 'error',
        message: 'The index is linked',
        detail: null,
        citation: 'Guidance',
        checkedOn: '2026-11-23',
      },
      {
        id: 'EW-12',
        ok: true,
        severity: 'info',
        message: 'One bundle',
        detail: 'It is one file; authorities, where there are any, go in one of their own.',
        citation: 'Guidance',
        checkedOn: '2026-11-23',
      },
      expect.objectContaining({ id: 'limit-pages', ok: true, message: '350 pages of at most 350' }),
      expect.objectContaining({ id: 'limit-size', ok: false, message: '25.1 MB, more than the 25 allowed' }),
    ]);
    expect(checks.filter(({ id }) => id.startsWith('ALL-')).map(({ id, ok }) => [id, ok])).toEqual(
      ['ALL-1', 'ALL-2', 'ALL-3', 'ALL-4', 'ALL-5'].map((id) => [id, true]),
    );
  });

  it('claim nothing of what was not looked at, or is not known', () => {
    for (const id of [
      'EW-1',
      'EW-6',
      'EW-7',
      'EW-9',
      'SC-4',
      'US-1',
      'PK-1',
      'IN-1',
      'ALL-1',
      'ALL-3',
      'ALL-4',
      'ALL-5',
    ])
      expect([id, answer(id, { look: null }).ok]).toEqual([id, null]);
    for (const id of ['PK-2', 'PK-3', 'PK-5', 'US-3', 'US-5', 'US-6', 'XX-1'])
      expect([id, answer(id).ok]).toEqual([id, null]);
    expect(answer('ALL-2', { file: { name: null } }).ok).toBe(null);
  });

  const held =
    'EW-1 EW-2 EW-3 EW-4 EW-5 EW-6 EW-7 EW-8 EW-9 EW-11 SC-1 SC-2 SC-3 SC-4 SC-5 SC-6 SC-7 SC-8 SC-9 ET-1 ET-2 ET-3 ET-4 ' +
    'FAM-2 FAM-3 FAM-4 IN-2 IN-4 IN-5 US-1 US-2 PK-1 ALL-1 ALL-2 ALL-3 ALL-4 ALL-5';
  it.each(held.split(' '))('%s holds of a bundle that keeps it', (id) => expect(answer(id).ok).toBe(true));

  // What a program sees half of is never said to have passed.
  it.each(['EW-13', 'IN-1', 'PK-4', 'US-4', 'EW-10'])('%s is left to be seen where nothing is against it', (id) =>
    expect(answer(id).ok).toBe(null),
  );

  const late = { ...bundle.sections[0]!.items[1]!, late: true };
  const lateFirst = [{ ...bundle.sections[0]!, items: [late, bundle.sections[0]!.items[0]!] }];
  it.each<[string, Change]>([
    ['EW-1', { look: { isPdf: false } }],
    ['EW-2', { found: { printed: ['i', '1', '2', '3'] } }],
    ['EW-2', { found: { printed: ['1', '2', null, '4'] } }],
    ['EW-2', { found: { labels: ['1', '1', '2', '3'] } }],
    ['EW-3', { found: { printed: ['1', '2', null, '4'] } }],
    ['EW-4', { found: { linksHold: false } }],
    ['EW-5', { found: { bookmarks: bundle.bookmarks.slice(0, 3) } }],
    ['EW-5', { found: { bookmarks: bundle.bookmarks.filter(({ title }) => !title.startsWith('Documents')) } }],
    ['EW-5', { found: { bookmarks: bundle.bookmarks.map((mark) => ({ ...mark, page: 1 })) } }],
    ['EW-6', { page: { lacksText: true } }],
    ['EW-7', { page: { isUpsideDown: true } }],
    ['EW-7', { page: { isSideways: true } }],
    ['EW-8', { found: { opensAt: null } }],
    ['EW-8', { found: { linksKeepZoom: false } }],
    ['EW-8', { found: { bookmarks: bundle.bookmarks.map((mark) => ({ ...mark, keepsZoom: false })) } }],
    ['EW-9', { page: { dpi: { least: 200, most: 600 } } }],
    ['EW-11', { found: { sections: lateFirst } }],
    ['EW-13', { found: { labels: ['1', '2', '1', '2'] } }],
    ['SC-3', { found: { opensAt: 75 } }],
    ['SC-4', { page: { lacksText: true } }],
    ['SC-5', { found: { bookmarks: [] } }],
    ['SC-6', { page: { dpi: { least: 100, most: 300 } } }],
    ['SC-8', { found: { sections: lateFirst } }],
    ['ET-1', { found: { sections: bundle.sections.map((each) => ({ ...each, items: each.items.toReversed() })) } }],
    [
      'ET-1',
      { found: { sections: bundle.sections.map((each) => ({ ...each, items: [{ ...each.items[0]!, date: null }] })) } },
    ],
    ['ET-2', { found: { printed: ['1', '2', '1', '2'] } }],
    ['ET-2', { found: { printed: ['1', '2', '3A', '4'] } }],
    ['FAM-1', {}],
    ['FAM-2', { found: { labels: ['1', '2', '1', '2'] } }],
    ['FAM-3', { found: { pages: 351 } }],
    ['FAM-4', { court: { checkedOn: null } }],
    ['IN-1', { page: { width: 612, height: 1008 } }],
    ['IN-4', { found: { isEncrypted: true } }],
    ['IN-5', { found: { bytes: 26_000_000 } }],
    ['US-1', { look: { hasScripts: true } }],
    ['US-1', { look: { hasEmbeddedFiles: true } }],
    ['US-1', { look: { hasForm: true } }],
    ['US-1', { page: { fields: 1 } }],
    ['US-1', { page: { lacksText: true } }],
    ['US-4', { found: { printed: ['A1', 'A2', 'A2', 'A3'] } }],
    ['PK-1', { look: { frontText: ['INDEX 1 Letter 02.01.2021 3'] } }],
    ['PK-1', { look: { frontText: ['INDEX 1 Letter 3 2 Reply 05.01.2021 4'] } }],
    ['ALL-1', { page: { isUpsideDown: true } }],
    ['ALL-2', { file: { name: 'Case: "one".pdf' } }],
    ['ALL-2', { file: { name: `${'x'.repeat(120)}.pdf` } }],
    ['ALL-3', { look: { frontText: ['INDEX 1 Letter 02.01.2021 4 2 Reply 05.01.2021 4'] } }],
    ['ALL-5', { look: { said: ['Title', 'Author'] } }],
    ['ALL-5', { look: { hasMetadata: true } }],
    ['ALL-5', { page: { comments: 2 } }],
  ])('%s does not hold where %j', (id, change) => expect(answer(id, change).ok).toBe(false));

  it('names the pages by the numbers printed on them', () => {
    const change = { found: { labels: ['i', 'A1', 'A2', 'A3'] }, page: { lacksText: true } };
    expect(answer('EW-6', change).detail).toBe('Without a text layer, pages: A1');
    const scan = { ...page, lacksText: true };
    const scans = { found: change.found, look: { pages: [scan, page, scan, scan] } };
    expect(answer('EW-6', scans).detail).toBe('Without a text layer, pages: i, A2–A3');
  });

  it('takes insertions into one run: 12, 12A, 13', () => {
    expect(answer('ET-2', { found: { printed: ['1', '2', '2A', '3'] } }).ok).toBe(true);
    expect(answer('PK-1', { found: { printed: ['1', '2', '2A', '2B'] } }).ok).toBe(true);
  });

  it('FAM-1 holds where letter and number begin anew in each section', () => {
    const [section] = bundle.sections;
    const sections = section!.items.map((each, i) => ({ ...section!, letter: 'AB'[i]!, items: [each] }));
    expect(answer('FAM-1', { found: { printed: ['i', 'ii', 'A1', 'B1'], sections } }).ok).toBe(true);
    expect(answer('FAM-1', { found: { printed: ['i', 'ii', 'A1', 'B2'], sections } }).ok).toBe(false);
  });

  it('look at all volumes', () => {
    const volume = (number: number) => ({ number, of: 2 });
    const second = changed({ found: { printed: ['101', '102', '103', '104'] }, file: { volume: volume(2) } });
    const first: Change = { file: { volume: volume(1) } };
    expect(answer('ET-3', first, [second]).ok).toBe(true);
    expect(answer('ET-2', first, [second]).ok).toBe(true);
    expect(answer('SC-1', first, [second]).ok).toBe(false);
    expect(answer('EW-2', first, [second]).ok).toBe(false);
    expect(answer('IN-2', first, [second]).ok).toBe(false);
    const common = [{ title: 'Index of all volumes', page: 2, keepsZoom: true }, ...bundle.bookmarks];
    expect(answer('IN-2', { ...first, found: { bookmarks: common } }, [second]).ok).toBe(true);
    const odd = { ...second, found: { ...second.found, printed: ['57', '58', '59', '60'] } };
    expect(answer('ET-3', first, [odd])).toMatchObject({ ok: false, detail: 'Volumes begin at 57' });
  });
});
