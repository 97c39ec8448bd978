import { describe, expect, it } from 'vitest';
import { likelyPages } from '#main/bundles/front-length.ts';
import { countPages } from '#main/documents/typst.ts';
import { type BundleFront, bundleCover, bundleIndex } from '#shared/domain/drafting/bundle-pages.ts';

const plain: BundleFront = {
  title: 'Case bundle',
  indexTitle: null,
  forumName: null,
  jurisdiction: null,
  caseNumber: null,
  first: null,
  second: null,
  notes: [],
  sample: false,
  page: 'a4',
};
const full: BundleFront = {
  ...plain,
  forumName: 'Federal Ombudsperson',
  jurisdiction: 'Appellate Jurisdiction',
  caseNumber: 'Complaint No. 12/2026',
  first: { names: ['The first party'], role: 'Complainant' },
  second: { names: ['The second party', 'The third party'], role: 'Respondents' },
};
const WORDS = 'Order of the Committee on a complaint dated with reply and annexures to it before inquiry'.split(' ');

function index(front: BundleFront, rows: number, sections: number) {
  const title = (i: number) =>
    Array.from({ length: 2 + ((i * 7) % 13) }, (_, word) => WORDS[(i + word * 5) % WORDS.length]).join(' ');
  return bundleIndex(
    front,
    Array.from({ length: sections }, (_, s) => ({
      letter: 'ABC'[s]!,
      title: 'Documents',
      items: Array.from({ length: Math.ceil(rows / sections) }, (_, i) => ({
        id: `${s}-${i}`,
        serial: i + 1,
        title: title(i + s),
        mark: i % 2 === 0 ? `P-${i}` : null,
        date: i % 5 === 0 ? null : '2026-01-15',
        firstLabel: String(i * 14 + 5),
        lastLabel: String(i * 14 + 18),
      })),
    })),
  );
}

describe('how many pages front matter will likely have', () => {
  it('is what the typesetter makes of it, nearly always, and never far from it', () => {
    const fronts: BundleFront[] = [plain, full, { ...full, page: 'legal' }, { ...plain, look: { points: 14 } }];
    const documents = fronts.flatMap((front) => [
      bundleCover(front),
      ...[4, 30, 70, 130].flatMap((rows) => [index(front, rows, 1), index(front, rows, 3)]),
    ]);
    const off = documents.map((document) => Math.abs(likelyPages(document) - countPages(document)));
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
    expect(off.filter((pages) => pages > 0).length).toBeLessThan(documents.length / 8);
  });
});
