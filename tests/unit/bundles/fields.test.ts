// Form fields that have a value and no look of their own: drawn as viewers draw them, and seen by a program not ours.
import { describe, expect, it } from 'vitest';
import { assembled, itemOf } from './assembling.ts';
import { makeDocument, moreNumber } from './make-pdf.ts';
import { pagePixels, qpdfFindings } from './programs.ts';

const BOX = [100, 600, 300, 640] as const;

/** How dark the box of a field is, from left to right in four parts, after binding: 0 where it is blank. */
function inkOf(entries: string, { box = BOX, parent = '' }: { box?: readonly number[]; parent?: string } = {}) {
  const first = moreNumber(1);
  const above = parent === '' ? '' : `/Parent ${first + 1} 0 R`;
  const pdf = makeDocument([{ text: '', entries: `/Annots[${first} 0 R]` }], {
    catalog: `/AcroForm<</NeedAppearances true/Fields[${first} 0 R]/DA(/Helv 0 Tf 0 g)>>`,
    more: [
      `<</Type/Annot/Subtype/Widget/F 4/Rect[${box.join(' ')}]${above}${entries}>>`,
      ...(parent === '' ? [] : [`<<${parent}/Kids[${first} 0 R]>>`]),
    ],
  });
  const { pdf: bound, report } = assembled([itemOf('a', pdf)]);
  expect(qpdfFindings(bound)).toBe('');
  const { width, grey } = pagePixels(bound);
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const parts = [0, 1, 2, 3].map((part) => {
    let ink = 0;
    for (let y = 842 - top; y < 842 - bottom; y++) {
      for (let x = 0; x < (right - left) / 4; x++) {
        if (grey[y * width + Math.floor(left + (part * (right - left)) / 4 + x)]! < 200) ink++;
      }
    }
    return ink;
  });
  return { parts, problems: report.items[0]!.problems.map(({ code }) => code) };
}

const shown = (entries: string, more?: Parameters<typeof inkOf>[1]) => inkOf(entries, more).parts.map((ink) => ink > 0);

describe('a field without a look', () => {
  it('shows its text where it is aligned', () => {
    expect(shown('/FT/Tx/V(Ab)')).toEqual([true, false, false, false]);
    expect(shown('/FT/Tx/V(Ab)/Q 2')).toEqual([false, false, false, true]);
    expect(shown('/FT/Tx/V(Ab)/Q 1')).toEqual([false, true, true, false]);
    expect(shown('/FT/Tx/V<FEFF00410062>')).toEqual([true, false, false, false]);
  });

  it('has its value from the field above it', () => {
    expect(shown('', { parent: '/FT/Tx/V(Ab)/T(name)' })).toEqual([true, false, false, false]);
  });

  it('spreads over its cells, breaks its lines, and shrinks into its box', () => {
    expect(shown('/FT/Tx/V(1234)/Ff 16777216/MaxLen 4')).toEqual([true, true, true, true]);
    expect(shown(`/FT/Tx/V(${'word '.repeat(12)})/Ff 4096`)).toEqual([true, true, true, true]);
    expect(shown('/FT/Tx/V(0123456789012345678901234567890123456789)')).toEqual([true, true, true, true]);
  });

  it('shows a choice, a tick, a ground and a border', () => {
    expect(shown('/FT/Ch/V[(Yes)]')).toEqual([true, false, false, false]);
    const tick = { box: [100, 600, 120, 620] };
    expect(shown('/FT/Btn/AS/On', tick).some(Boolean)).toBe(true);
    expect(shown('/FT/Btn/AS/Off', tick).some(Boolean)).toBe(false);
    expect(shown('/FT/Btn/Ff 32768/V/On', tick).some(Boolean)).toBe(false);
    expect(shown('/FT/Tx/V(x)/MK<</BG[.5]/BC[0 0 1]>>')).toEqual([true, true, true, true]);
  });

  it('hides a password, and stands turned where it says so', () => {
    expect(inkOf('/FT/Tx/V(MMMM)/Ff 8192').parts[0]).toBeLessThan(inkOf('/FT/Tx/V(MMMM)').parts[0]!);
    const upright = { box: [100, 600, 140, 800] };
    expect(shown('/FT/Tx/V(MMMMMMMM)/MK<</R 90>>', upright).some(Boolean)).toBe(true);
  });

  it('of a value that can’t be written is reported and not guessed', () => {
    expect(inkOf('/FT/Tx/V<FEFF0627>')).toEqual({ parts: [0, 0, 0, 0], problems: ['missing-appearance'] });
  });
});
