// What is seen of the pages of a finished file: direction of the text, scans, resolution, notes and fields.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { examineFiles } from '#main/bundles/examination/examine.ts';
import { readPdf } from '#main/evidence/read-pdf.ts';
import { assembled, itemOf, numbered } from './assembling.ts';
import { type MadePage, makeDocument, moreNumber, streamBody } from './make-pdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-examine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pages put into a bundle with their numbers, and looked at. */
async function look(pages: readonly MadePage[], more: readonly string[] = [], catalog = '') {
  const { pdf } = assembled([itemOf('a', makeDocument(pages, { more, catalog }))], { stamps: numbered, title: 'T' });
  const file = path.join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  const [found] = await examineFiles({ files: [{ path: file, frontPages: 1 }] }, () => {}, readPdf);
  return found!;
}

/** A grey picture of so many pixels. */
const picture = (width: number, height: number) =>
  streamBody(
    deflateSync(Buffer.alloc(width * height, 128)),
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
  );
/** A page with the picture of number `num` over all of it. */
const scan = (num: number, content = ''): MadePage => ({
  text: '',
  entries: `/Resources<</Font<</F 3 0 R>>/XObject<</I ${num} 0 R>>>>`,
  content: `q 595 0 0 842 0 0 cm /I Do Q ${content}`,
});
const words = (matrix: string) => `BT /F 12 Tf ${matrix} Tm (These are the words of the page) Tj ET`;

describe('a page of a finished bundle', () => {
  it.each<[string, string, string, boolean, boolean]>([
    ['upright', '1 0 0 1 100 700', '', false, false],
    ['on its head', '-1 0 0 -1 500 700', '', true, false],
    ['on its head, and turned upright by the page', '-1 0 0 -1 500 700', '/Rotate 180', false, false],
    ['upright, and turned on its head by the page', '1 0 0 1 100 700', '/Rotate 180', true, false],
    ['running up', '0 1 -1 0 300 100', '', false, true],
    ['running up, and turned upright by the page', '0 1 -1 0 300 100', '/Rotate 90', false, false],
    ['upright, and laid on its side by the page', '1 0 0 1 100 700', '/Rotate 270', false, true],
  ])('is seen to be %s', async (_, matrix, entries, isUpsideDown, isSideways) => {
    const { pages } = await look([{ text: '', content: words(matrix), entries }]);
    expect(pages[0]).toMatchObject({ isUpsideDown, isSideways, lacksText: false, dpi: null });
    const isTurned = /90|270/.test(entries);
    expect([pages[0]!.width, pages[0]!.height]).toEqual(isTurned ? [842, 595] : [595, 842]);
  });

  it('is a scan where a picture has no text over it, of the resolution that it has on the page', async () => {
    const num = moreNumber(3);
    const { pages } = await look(
      [scan(num), scan(num, words('3 Tr 1 0 0 1 100 700')), { text: 'Words alone' }],
      [picture(1240, 1754)],
    );
    expect(pages.map(({ lacksText }) => lacksText)).toEqual([true, false, false]);
    expect(pages.map(({ dpi }) => dpi)).toEqual([{ least: 150, most: 150 }, { least: 150, most: 150 }, null]);
    expect(pages[0]!.isUpsideDown).toBe(null);
  });

  it('is searched in the forms that it draws', async () => {
    const num = moreNumber(1);
    const form = streamBody(
      words('1 0 0 1 0 0'),
      '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[-1 0 0 -1 500 700]/Resources<</Font<</F 3 0 R>>>>',
    );
    const entries = `/Resources<</XObject<</X ${num} 0 R>>>>`;
    const { pages } = await look([{ text: '', content: '/X Do', entries }], [form]);
    expect(pages[0]).toMatchObject({ isUpsideDown: true, lacksText: false });
  });

  it('has its notes and fields counted', async () => {
    const at = '/Rect[10 10 90 30]';
    const entries = `/Annots[<</Type/Annot/Subtype/Text${at}/Contents(Mine)>><</Type/Annot/Subtype/Highlight${at}/QuadPoints[10 10 90 10 10 30 90 30]>>]`;
    const { pages } = await look([{ text: 'Noted', entries }, { text: 'Clean' }]);
    expect(pages.map(({ comments, fields }) => [comments, fields])).toEqual([
      [2, 0],
      [0, 0],
    ]);
  });

  it('does not fail on content that is damaged or loops', async () => {
    const num = moreNumber(2);
    const loop = streamBody('/X Do', `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${num} 0 R>>>>`);
    const entries = `/Resources<</XObject<</X ${num} 0 R>>>>`;
    const { pages } = await look(
      [
        { text: '', content: '/X Do', entries },
        { text: '', content: 'Q Q Q ( unclosed' },
      ],
      [loop],
    );
    expect(pages).toHaveLength(2);
  });
});

it('says of a file what it says of itself, and reads its first page', async () => {
  const found = await look(
    [{ text: 'First' }, { text: 'Second' }],
    [],
    '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
  );
  expect(found).toMatchObject({
    isPdf: true,
    isLinearised: false,
    hasMetadata: false,
    hasScripts: false,
    hasEmbeddedFiles: false,
    hasForm: false,
  });
  expect(found.said.toSorted()).toEqual(['Producer', 'Title']);
  expect(found.frontText).toEqual([expect.stringContaining('First')]);

  // And of one that was not made by us.
  const file = path.join(folder, 'other.pdf');
  const catalog = '/OpenAction<</S/JavaScript/JS(1)>>/Names<</EmbeddedFiles<</Names[]>>>>/AcroForm<</Fields[]>>';
  writeFileSync(file, makeDocument([{ text: 'Other' }], { catalog }));
  const [other] = await examineFiles({ files: [{ path: file, frontPages: 1 }] }, () => {}, readPdf);
  expect(other).toMatchObject({ hasScripts: true, hasEmbeddedFiles: true, hasForm: true, said: [] });
});
