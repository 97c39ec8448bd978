import { describe, expect, it } from 'vitest';
import type { StampPosition } from '#main/bundles/assembler/types.ts';
import { assembled, itemOf, numbered } from './assembling.ts';
import { type MadePage, makeDocument } from './make-pdf.ts';
import { pagePixels, pageWords, qpdfFindings } from './programs.ts';

const ROTATIONS = [0, 90, 180, 270, -90, 450];

/** Pages of every shape, with what of them is seen. */
const SHAPES: { name: string; media: number[]; entries: string }[] = [
  { name: 'plain', media: [0, 0, 595, 842], entries: '' },
  { name: 'landscape', media: [0, 0, 842, 595], entries: '' },
  { name: 'away from the origin', media: [-200, 300, 395, 1142], entries: '' },
  { name: 'with corners the other way round', media: [595, 842, 0, 0], entries: '' },
  { name: 'cropped', media: [0, 0, 900, 1200], entries: '/CropBox[100 150 700 1000]' },
  { name: 'cropped beyond its edge', media: [0, 0, 595, 842], entries: '/CropBox[-50 -50 500 700]' },
  { name: 'cropped to nothing', media: [0, 0, 595, 842], entries: '/CropBox[1000 1000 1200 1200]' },
];

const pagesOf = (more = ''): MadePage[] =>
  SHAPES.flatMap(({ name, media, entries }) =>
    ROTATIONS.map((turn) => ({ text: name.split(' ')[0]!, media, entries: `${entries}${more}/Rotate ${turn}` })),
  );

describe('stamps', () => {
  it.each<StampPosition>(['bottom-centre', 'top-right', 'bottom-left'])(
    'stand at the %s of the page as it is displayed, whatever its turn and its boxes',
    (position) => {
      const { pdf, report } = assembled([itemOf('a', makeDocument(pagesOf()))], {
        stamps: (index) => [{ text: `No${index + 1}`, position, size: 11, bold: true }],
      });
      expect(qpdfFindings(pdf)).toBe('');
      expect(report.items[0]!.problems).toEqual([]);
      const pages = pageWords(pdf);
      expect(pages).toHaveLength(SHAPES.length * ROTATIONS.length);
      for (const [i, { width, height, words }] of pages.entries()) {
        const stamp = words.find(({ text }) => text === `No${i + 1}`);
        expect(stamp, `page ${i + 1}`).toBeDefined();
        const { left, right, top, bottom } = stamp!;
        // It reads from left to right, upright.
        expect(right - left).toBeGreaterThan(bottom - top);
        const where = {
          up: position.startsWith('top') ? top < 45 : height - bottom < 45,
          across: position.endsWith('left')
            ? left < 45
            : position.endsWith('right')
              ? width - right < 45
              : Math.abs((left + right) / 2 - width / 2) < 8,
        };
        expect({ page: i + 1, ...where }).toEqual({ page: i + 1, up: true, across: true });
        expect(left >= 0 && right <= width && top >= 0 && bottom <= height).toBe(true);
      }
    },
  );

  it('keep their size on paper where a unit is not a point', () => {
    const page = { text: 'wide', media: [0, 0, 297.5, 421], entries: '/UserUnit 2' };
    const { pdf } = assembled([itemOf('a', makeDocument([page]))], { stamps: numbered });
    expect(pdf.toString('latin1')).toContain('/UserUnit 2');
    // 11 points are 5.5 units of this page.
    expect(pdf.toString('latin1')).toContain('/MislStamp 5.5 Tf');
  });

  it('are seen on a page that a picture covers', () => {
    const black = '0 g 0 0 595 842 re f';
    const { pdf } = assembled([itemOf('a', makeDocument([{ text: '', content: black }]))], { stamps: numbered });
    const { width, grey } = pagePixels(pdf);
    const row = (y: number) => grey.subarray(y * width, (y + 1) * width);
    expect(row(400).every((value) => value < 10)).toBe(true);
    const foot = Array.from({ length: 40 }, (_, i) => row(842 - 40 + i));
    expect(foot.some((line) => line.some((value) => value > 240))).toBe(true);
  });

  it('are kept clear of text that stands where they would', () => {
    const content = 'BT /F 11 Tf 290 18 Td (7777) Tj ET';
    const { pdf } = assembled([itemOf('a', makeDocument([{ text: '', content }]))], { stamps: numbered });
    const { words } = pageWords(pdf)[0]!;
    const old = words.find(({ text }) => text === '7777')!;
    const stamp = words.find(({ text }) => text === '1')!;
    const apart =
      stamp.right <= old.left || stamp.left >= old.right || stamp.bottom <= old.top || stamp.top >= old.bottom;
    expect(apart).toBe(true);
  });

  it.each([
    ['more saved than restored', 'q q 0.2 0 0 0.2 0 0 cm'],
    ['more restored than saved', 'Q Q 0.2 0 0 0.2 400 400 cm'],
    ['a text object left open', 'BT /F 9 Tf 300 300 Td (open) Tj'],
    ['a string left open', 'BT /F 9 Tf 300 300 Td (open'],
    ['ETBT, which is no operator', 'BT /F 9 Tf 300 300 Td (x) Tj ETBT (y) Tj ET'],
    ['a marked stretch left open', '/OC /Hidden BDC BT /F 9 Tf 300 300 Td (x) Tj ET'],
    ['a clip to nothing', '0 0 1 1 re W n'],
  ])('are drawn in their place after content with %s', (_, content) => {
    const { pdf } = assembled([itemOf('a', makeDocument([{ text: '', content }]))], { stamps: numbered });
    expect(qpdfFindings(pdf)).toBe('');
    const page = pageWords(pdf)[0]!;
    const stamp = page.words.find(({ text }) => text === '1');
    expect(stamp).toBeDefined();
    expect(Math.abs((stamp!.left + stamp!.right) / 2 - page.width / 2)).toBeLessThan(60);
    expect(page.height - stamp!.bottom).toBeLessThan(80);
    const { width, grey } = pagePixels(pdf);
    const ink = grey.subarray(width * (842 - 80)).some((value) => value < 100);
    expect(ink).toBe(true);
  });

  it('that a page is too small for are reported', () => {
    const page = { text: '', media: [0, 0, 3, 3], content: '' };
    const { report } = assembled([itemOf('a', makeDocument([page]))], {
      stamps: () => [{ text: '1234567', position: 'bottom-centre', size: 11 }],
    });
    expect(report.items[0]!.problems).toMatchObject([{ code: 'stamp-does-not-fit', page: 0 }]);
  });

  it('leave a page that has none as it was', () => {
    const { pdf } = assembled([itemOf('a', makeDocument([{ text: 'Plain' }]))]);
    expect(pageWords(pdf)[0]!.words.map(({ text }) => text)).toEqual(['Plain']);
  });

  it('with letters that their font lacks are printed with a mark and reported', () => {
    const { pdf, report } = assembled([itemOf('a', makeDocument([{ text: 'x' }]))], {
      stamps: () => [{ text: 'صA1', position: 'top-left', size: 11 }],
    });
    expect(pageWords(pdf)[0]!.words.map(({ text }) => text)).toContain('?A1');
    expect(report.items[0]!.problems).toMatchObject([{ code: 'stamp-text-unsupported' }]);
  });
});
