// A leak of every sort in a PDF: each is found, and the same file without it is clean.
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Place } from '#main/leakcheck/piece.ts';
import { makePdf, streamBody } from '../bundles/make-pdf.ts';
import { throughQpdf } from '../bundles/programs.ts';
import { listFor, PAPER, scan } from './secrets.ts';

const NAME = 'Mehwish Qurban';
const utf16 = (text: string) =>
  `<feff${[...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

interface Parts {
  content?: string;
  page?: string;
  catalog?: string;
  info?: string;
  resources?: string;
  more?: (string | null)[];
  options?: Parameters<typeof makePdf>[1];
}

/** A page of a document with something added: 1 catalog, 2 pages, 3 page, 4 content, 5 font, 6 information, from 7 on `more`. */
function pdf({ content = '', page = '', catalog = '', info = '', resources = '', more = [], options }: Parts): Buffer {
  const text = `BT /F1 12 Tf 72 700 Td (The witness was in the control room.) Tj ET\n${content}`;
  return makePdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>${page}>>`,
      streamBody(text),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      `<</Producer(Press)${info}>>`,
      ...more,
    ],
    { trailer: '/Info 6 0 R', ...options },
  );
}

/** A font whose codes tell nothing without its map: A is M, B is e, and so on. */
function mapped(text: string): { shown: string; font: string; map: string } {
  const letters = [...new Set(text)];
  const hex = (n: number) => n.toString(16).padStart(4, '0');
  const chars = letters.map((letter, i) => `<${hex(i + 1)}> <${hex(letter.charCodeAt(0))}>`).join('\n');
  return {
    shown: `<${[...text].map((letter) => hex(letters.indexOf(letter) + 1)).join('')}>`,
    font: '<</Type/Font/Subtype/Type0/BaseFont/Sub/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Sub/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Sub/Flags 4>>>>]/ToUnicode 9 0 R>>',
    map: streamBody(
      `/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar\n${chars}\nendbfchar end`,
    ),
  };
}

const appearance = mapped(NAME);
const attached = (name: string, data: string, entries = '') => ({
  catalog: '/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>>>',
  more: [`<</Type/Filespec/F(${name})/EF<</F 8 0 R>>>>`, streamBody(data, `/Type/EmbeddedFile${entries}`)],
});

/** A file and, after its end, a revision that puts other objects in the place of some. */
function revised(base: Buffer, objects: Record<number, string>): Buffer {
  let out = base.toString('latin1');
  const offsets = Object.entries(objects).map(([num, body]) => {
    const at = out.length;
    out += `${num} 0 obj\n${body}\nendobj\n`;
    return [num, at] as const;
  });
  const previous = /startxref\n(\d+)/.exec(base.toString('latin1'))![1];
  const start = out.length;
  const rows = offsets.map(([num, at]) => `${num} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n${rows}trailer\n<</Size 20/Root 1 0 R/Info 6 0 R/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const exif = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 60]),
  Buffer.from(`Exif\0\0II*\0 Artist ${NAME}`.padEnd(58, '\0'), 'latin1'),
  Buffer.from([0xff, 0xd9]),
]).toString('latin1');

const PLANTED: Record<string, { where: Place; file: () => Buffer }> = {
  'text of a page': { where: 'text', file: () => pdf({ content: `BT /F1 12 Tf 72 600 Td (said ${NAME} then) Tj ET` }) },
  'text over two lines': {
    where: 'text',
    file: () => pdf({ content: 'BT /F1 12 Tf 14 TL 72 600 Td (it was Mehwish) Tj T* (Qurban who came) Tj ET' }),
  },
  'a word divided at the end of a line': {
    where: 'text',
    file: () => pdf({ content: 'BT /F1 12 Tf 14 TL 72 600 Td (it was Mehwish Qur-) Tj T* (ban who came) Tj ET' }),
  },
  'letters put one by one': {
    where: 'text',
    file: () =>
      pdf({ content: [...NAME].map((letter, i) => `BT /F1 12 Tf ${72 + i * 14} 600 Td (${letter}) Tj ET`).join('\n') }),
  },
  'words in another order than they are seen': {
    where: 'text',
    file: () =>
      pdf({
        content:
          'BT /F1 12 Tf 130 600 Td (Qurban) Tj ET BT /F1 12 Tf 72 500 Td (and then nothing of it) Tj ET BT /F1 12 Tf 72 600 Td (Mehwish) Tj ET',
      }),
  },
  'another spelling': { where: 'text', file: () => pdf({ content: 'BT /F1 12 Tf 72 600 Td (M. Kurbaan) Tj ET' }) },
  'an invisible text layer': {
    where: 'text',
    file: () => pdf({ content: `BT 3 Tr /F1 12 Tf 72 600 Td (${NAME}) Tj ET` }),
  },
  'white text': { where: 'text', file: () => pdf({ content: `1 g BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET` }) },
  'text under a black box': {
    where: 'text',
    file: () => pdf({ content: `BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET 0 g 60 590 200 30 re f` }),
  },
  'text outside the page': {
    where: 'outside-page',
    file: () => pdf({ content: `BT /F1 12 Tf 72 2000 Td (${NAME}) Tj ET` }),
  },
  'text outside the crop box': {
    where: 'outside-page',
    file: () => pdf({ page: '/CropBox[0 0 595 650]', content: `BT /F1 12 Tf 72 800 Td (${NAME}) Tj ET` }),
  },
  'a replacement text': {
    where: 'hidden-object',
    file: () =>
      pdf({ more: [streamBody(`/Span<</ActualText(${NAME})>>BDC EMC`, '/Type/XObject/Subtype/Form/BBox[0 0 1 1]')] }),
  },
  'an alternative text': {
    where: 'alternative-text',
    file: () => pdf({ more: [`<</Type/StructElem/S/Figure/Alt(${NAME})>>`] }),
  },
  'the expansion of an abbreviation': {
    where: 'alternative-text',
    file: () => pdf({ more: [`<</Type/StructElem/S/Span/E${utf16(NAME)}>>`] }),
  },
  'the words of an annotation': {
    where: 'annotation',
    file: () =>
      pdf({ page: '/Annots[7 0 R]', more: [`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(ask ${NAME})>>`] }),
  },
  'the author of an annotation': {
    where: 'annotation',
    file: () => pdf({ page: '/Annots[7 0 R]', more: [`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(${NAME})>>`] }),
  },
  'the appearance of an annotation': {
    where: 'hidden-object',
    file: () =>
      pdf({
        page: '/Annots[7 0 R]',
        more: [
          '<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 8 0 R>>>>',
          streamBody(
            `BT /G 9 Tf ${appearance.shown} Tj ET`,
            `/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</G 10 0 R>>>>`,
          ),
          appearance.map,
          appearance.font,
        ],
      }),
  },
  'a form field': {
    where: 'form-field',
    file: () => pdf({ catalog: '/AcroForm<</Fields[7 0 R]>>', more: [`<</FT/Tx/T(name)/V(${NAME})>>`] }),
  },
  'the default of a form field': {
    where: 'form-field',
    file: () => pdf({ catalog: '/AcroForm<</Fields[7 0 R]>>', more: [`<</FT/Tx/T(name)/DV${utf16(NAME)}>>`] }),
  },
  'the title of the document': { where: 'metadata', file: () => pdf({ info: `/Title(Statement of ${NAME})` }) },
  'the author, in UTF-16': { where: 'metadata', file: () => pdf({ info: `/Author${utf16(NAME)}` }) },
  'an entry of the metadata that nobody knows': { where: 'metadata', file: () => pdf({ info: `/Client(${NAME})` }) },
  'XMP metadata': {
    where: 'metadata',
    file: () =>
      pdf({
        catalog: '/Metadata 7 0 R',
        more: [
          streamBody(
            `<?xpacket?><x:xmpmeta><dc:creator>${NAME}</dc:creator></x:xmpmeta>`,
            '/Type/Metadata/Subtype/XML',
          ),
        ],
      }),
  },
  'a bookmark': {
    where: 'outline',
    file: () =>
      pdf({
        catalog: '/Outlines 7 0 R',
        more: ['<</First 8 0 R/Last 8 0 R/Count 1>>', `<</Title(${NAME})/Parent 7 0 R/Dest[3 0 R/Fit]>>`],
      }),
  },
  'a page label': { where: 'page-label', file: () => pdf({ catalog: `/PageLabels<</Nums[0<</P(${NAME} )/S/D>>]>>` }) },
  'a named destination': {
    where: 'destination',
    file: () => pdf({ catalog: `/Names<</Dests<</Names[(${NAME})[3 0 R/Fit]]>>>>` }),
  },
  'a destination of the old kind': {
    where: 'destination',
    file: () => pdf({ catalog: '/Dests<</Mehwish#20Qurban[3 0 R/Fit]>>' }),
  },
  'a link': {
    where: 'link',
    file: () =>
      pdf({
        page: '/Annots[7 0 R]',
        more: ['<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/?q=Mehwish%20Qurban)>>>>'],
      }),
  },
  'a script': {
    where: 'script',
    file: () => pdf({ catalog: `/OpenAction<</S/JavaScript/JS(app.alert\\("${NAME}"\\))>>` }),
  },
  'the name of a layer': {
    where: 'layer',
    file: () => pdf({ catalog: '/OCProperties<</OCGs[7 0 R]/D<<>>>>', more: [`<</Type/OCG/Name(${NAME})>>`] }),
  },
  'text on a layer that is switched off': {
    where: 'text',
    file: () =>
      pdf({
        catalog: '/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>',
        resources: '/Properties<</L 7 0 R>>',
        content: `/OC/L BDC BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET EMC`,
        more: ['<</Type/OCG/Name(Notes)>>'],
      }),
  },
  'a picture of text that no page draws': {
    where: 'hidden-object',
    file: () => pdf({ more: [streamBody(`BT /F1 9 Tf (${NAME}) Tj ET`, '/Type/XObject/Subtype/Form/BBox[0 0 9 9]')] }),
  },
  'an object that nothing refers to': { where: 'hidden-object', file: () => pdf({ more: [`(${NAME})`] }) },
  'a packed object that nothing refers to': {
    where: 'hidden-object',
    file: () => pdf({ more: [`[(${NAME})]`], options: { style: 'packed', trailer: '/Info 6 0 R' } }),
  },
  'a compressed stream of its own': {
    where: 'hidden-object',
    file: () => pdf({ more: [streamBody(deflateSync(Buffer.from(`note: ${NAME}`)), '/Filter/FlateDecode')] }),
  },
  'a page that was taken out': {
    where: 'hidden-object',
    file: () =>
      pdf({
        more: [
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 8 0 R/Resources<</Font<</G 10 0 R>>>>>>',
          streamBody(`BT /G 9 Tf ${appearance.shown} Tj ET`),
          appearance.map,
          appearance.font,
        ],
      }),
  },
  'an attachment': { where: 'attachment', file: () => pdf(attached('note.txt', `about ${NAME}`)) },
  'the name of an attachment': { where: 'attachment', file: () => pdf(attached('Mehwish Qurban.txt', 'nothing')) },
  'a PDF inside': {
    where: 'attachment',
    file: () =>
      pdf(attached('inner.pdf', pdf({ content: `BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET` }).toString('latin1'))),
  },
  'the picture of a camera': {
    where: 'metadata',
    file: () =>
      pdf({
        more: [
          streamBody(
            exif,
            '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode',
          ),
        ],
      }),
  },
  'an earlier revision of a page': {
    where: 'earlier-revision',
    file: () =>
      revised(pdf({ content: `BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET` }), {
        4: streamBody('BT /F1 12 Tf 72 700 Td (Nothing.) Tj ET'),
      }),
  },
  'an earlier revision of the metadata': {
    where: 'metadata',
    file: () => revised(pdf({ info: `/Author(${NAME})` }), { 6: '<</Producer(Press)>>' }),
  },
  'a comment between objects': {
    where: 'bytes',
    file: () => Buffer.from(pdf({}).toString('latin1').replace('xref\n', `% ${NAME}\nxref\n`), 'latin1'),
  },
  'bytes after the end': {
    where: 'bytes',
    file: () => Buffer.concat([pdf({}), Buffer.from(`\n${NAME}\n`, 'utf16le')]),
  },
};

for (const [sort, { where, file }] of Object.entries(PLANTED)) {
  it(`finds a name in ${sort}`, async () => {
    const { hits } = await scan('bundle.pdf', file());
    expect(hits.map((hit) => [hit.kind, hit.party, hit.where])).toContainEqual(['name', 'Witness A', where]);
  });
}

/** What else is kept from the other side, by what it is told as. */
const KEPT: Record<string, string> = {
  'identity-number': 'CNIC 42101 7654321 8',
  phone: 'call +92 300 765 4321',
  email: 'write to mehwish.q@example.org',
  address: 'lives at Flat 6, Mall Terrace',
  privileged: 'said to be settled at once, for the second witness would not survive cross-examination',
};
const papers = (privilege: string) => listFor('court', [{ ...PAPER, privilege }]);

for (const [kind, words] of Object.entries(KEPT)) {
  it(`finds what is told as ${kind}, on a page, in an annotation and in the metadata`, async () => {
    const list = kind === 'privileged' ? papers(kind) : listFor();
    for (const parts of [
      { content: `BT /F1 9 Tf 12 TL 72 600 Td (${words.replace(/(.{30,}?) /, '$1) Tj T* (')}) Tj ET` },
      { page: '/Annots[7 0 R]', more: [`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${words})>>`] },
      { info: `/Subject(${words})` },
    ]) {
      const { hits } = await scan('bundle.pdf', pdf(parts), list);
      expect(hits.map((hit) => hit.kind)).toContain(kind);
    }
  });
}

it('finds what is without prejudice where the court is to read it, and not where the other side is, who had it', async () => {
  const content = `BT /F1 9 Tf 72 600 Td (${KEPT.privileged}) Tj ET`;
  const { hits } = await scan('bundle.pdf', pdf({ content }), papers('without-prejudice'));
  expect(hits.map(({ kind }) => kind)).toEqual(['privileged']);
  const theirs = listFor('other-side', [{ ...PAPER, privilege: 'without-prejudice' }]);
  expect((await scan('bundle.pdf', pdf({ content }), theirs)).hits).toEqual([]);
});

it('finds it in files as other programs write them: packed, linearised, encrypted without a password', async () => {
  const plain = pdf({
    content: `BT /F1 12 Tf 72 600 Td (${NAME}) Tj ET`,
    info: `/Author(${NAME})`,
    page: '/Annots[7 0 R]',
    more: [`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${NAME})>>`],
  });
  for (const options of [
    ['--object-streams=generate', '--recompress-flate'],
    ['--linearize', '--object-streams=disable'],
    ['--linearize', '--object-streams=generate'],
    ['--encrypt', '', 'own', '256', '--'],
    ['--allow-weak-crypto', '--encrypt', '', 'own', '128', '--use-aes=n', '--'],
  ]) {
    const { hits, isWhole, pages } = await scan('made.pdf', throughQpdf(plain, options));
    expect({ isWhole, pages }).toEqual({ isWhole: true, pages: 1 });
    expect(hits.map(({ where }) => where).sort(), options.join(' ')).toEqual(['annotation', 'metadata', 'text']);
  }
  const locked = throughQpdf(plain, ['--encrypt', 'secret', 'own', '256', '--']);
  expect(await scan('locked.pdf', locked)).toMatchObject({ isWhole: false, unread: ['it asks for a password'] });
});

it('finds nothing in the same document without them', async () => {
  const { hits, unread, pages } = await scan('bundle.pdf', pdf({}));
  expect({ hits, unread, pages }).toEqual({ hits: [], unread: [], pages: 1 });
});

it('names the page, and the text around what it found', async () => {
  const { hits } = await scan('bundle.pdf', PLANTED['text of a page']!.file());
  expect(hits).toHaveLength(1);
  const [{ page, context, start, end, term }] = hits as [(typeof hits)[0]];
  expect({ page, term }).toEqual({ page: 1, term: NAME });
  expect(context.slice(start, end)).toBe(NAME);
});

it('finds it in the name of the file itself', async () => {
  const { hits } = await scan('/out/Statement of Mehwish Qurban.pdf', pdf({}));
  expect(hits.map(({ where }) => where)).toEqual(['file-name']);
});
