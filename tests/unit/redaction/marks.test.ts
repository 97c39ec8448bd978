import { describe, expect, it } from 'vitest';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { openSource } from '#main/bundles/assembler/open.ts';
import { contentOf } from '#main/redaction/engine/content-model.ts';
import { operators } from '#main/redaction/engine/operators.ts';
import { type PageView, toPage, toSeen } from '#main/redaction/engine/page.ts';
import type { Mark } from '#main/redaction/engine/redact.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import { pageTexts, pageWords } from '../bundles/programs.ts';
import { checkCase } from './checking.ts';

const TEXT = 'BT /F 14 Tf 60 500 Td (Before Zarmina Qadir after) Tj 0 -30 Td (The line below) Tj ET';
const PAGES = [
  { name: 'upright', entries: '', unit: 1 },
  { name: 'cropped', entries: '/CropBox[30 50 500 700]', unit: 1 },
  { name: 'turned by 90', entries: '/Rotate 90/CropBox[30 50 500 700]', unit: 1 },
  { name: 'turned by 180', entries: '/Rotate 180', unit: 1 },
  { name: 'turned by -90', entries: '/Rotate -90', unit: 1 },
  { name: 'in units of two points', entries: '/UserUnit 2', unit: 2 },
];

describe('a mark that is drawn over what poppler shows there', () => {
  it.each(PAGES)('$name', async ({ name, entries, unit }) => {
    const pdf = makeDocument([{ text: '', entries, content: TEXT }]);
    const words = pageWords(pdf)[0]!.words.filter(({ text }) => /Zarmina|Qadir/.test(text));
    const marks = words.map(
      ({ left, top, right, bottom }): Mark => ({
        page: 1,
        left: left * unit,
        top: top * unit,
        width: (right - left) * unit,
        height: (bottom - top) * unit,
        reason: null,
      }),
    );
    expect(marks).toHaveLength(2);
    const { bytes, redactions } = await checkCase({
      name,
      pdf,
      terms: [],
      marks,
      unit,
      kept: ['Before', 'after', 'line below'],
    });
    expect(redactions).toEqual([{ page: 1, term: null, count: 2 }]);
    expect(pageTexts(bytes)[0]).not.toMatch(/[ZQ]|mina|dir/);
  });
});

it('what is seen and where it lies on the page are the same place', () => {
  for (const rotate of [0, 90, 180, 270] as const) {
    const visible = [10, 20, 310, 520] as const;
    const view: PageView = { media: visible, crop: null, visible, rotate, unit: 2 };
    const seen = { left: 40, top: 60, width: 30, height: 10 };
    expect(toSeen(view, toPage(view, seen))).toEqual(seen);
  }
});

const MARK: Mark = { page: 1, left: 100, top: 342, width: 100, height: 60, reason: null };
/** The same in the units of the page, which is 842 points high. */
const AREA = [100, 440, 200, 500] as const;

/** The points that the content of the first page draws through, without those of our own box. */
function pointsOf(pdf: Uint8Array): [number, number][] {
  const { file, pages } = openSource(bytesSource(pdf), undefined, () => {});
  const page = file.get(pages[0]!.num);
  const content = contentOf(file, file.entry(page, 'Contents'));
  const own = content.lastIndexOf('q\n0 g');
  return [...operators(content.subarray(0, own < 0 ? content.lastIndexOf('q 0 g') : own))].flatMap(({ op, args }) => {
    const n = args.filter((value): value is number => typeof value === 'number');
    if (!['m', 'l', 'c'].includes(op)) return [];
    return Array.from({ length: n.length / 2 }, (_, i): [number, number] => [n[i * 2]!, n[i * 2 + 1]!]);
  });
}

describe('lines and fillings under a mark', () => {
  it.each([
    ['a line through it', '2 w 50 470 m 300 470 l S'],
    ['a signature', '1 w 110 450 m 120 490 130 490 140 450 c 150 440 160 500 190 460 c S'],
    ['a curve that leaves it', '0 0 1 RG 3 w 150 470 m 250 600 350 300 400 470 c S'],
    ['a filled shape with an edge in it', '1 0 0 rg 150 400 m 300 400 l 300 600 l 150 600 l h f'],
    ['a ring', '0 0.5 0 rg 150 470 m 400 470 l 400 700 l 150 700 l h 230 490 m 380 490 l 380 680 l 230 680 l h f*'],
    ['a shape filled and drawn', '0.5 g 150 450 m 300 450 l 220 600 l b'],
    ['one inside', '120 450 m 180 450 l 150 490 l f'],
    ['a clip with an edge in it', 'q 150 400 m 300 400 l 300 600 l 150 600 l h W n 0 0 1 rg 0 0 500 700 re f Q'],
    ['turned', 'q 0.7 0.7 -0.7 0.7 150 300 cm 0 100 m 300 140 l S Q'],
  ])('%s', async (name, drawing) => {
    const pdf = makeDocument([{ text: '', content: `${drawing} BT 0 g /F 14 Tf 60 200 Td (Below) Tj ET` }]);
    const { bytes, removed } = await checkCase({ name, pdf, terms: [], marks: [MARK], kept: ['Below'] });
    expect(removed.paths).toBe(1);
    if (name === 'turned') return;
    const inside = pointsOf(bytes).filter(
      ([x, y]) => x > AREA[0] + 1 && x < AREA[2] - 1 && y > AREA[1] + 1 && y < AREA[3] - 1,
    );
    expect(inside).toEqual([]);
  });

  it('a plain ground under it stays as it is', async () => {
    const ground = '0.9 g 20 20 500 800 re f 0 G 20 20 500 800 re S';
    const pdf = makeDocument([{ text: '', content: `${ground} BT 0 g /F 14 Tf 60 200 Td (Below) Tj ET` }]);
    const { removed } = await checkCase({ name: 'ground', pdf, terms: [], marks: [MARK], kept: ['Below'] });
    expect(removed.paths).toBe(0);
  });
});
