import { deflateSync } from 'node:zlib';
import { type MadePage, type MakeOptions, makeDocument, makePdf, moreNumber, streamBody } from '../make-pdf.ts';
import { throughQpdf } from '../programs.ts';
import type { OddFile } from './files.ts';

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const say = (text: string, y = 400) => `BT /F 14 Tf 200 ${y} Td (${text}) Tj ET`;
const one = (entries: string, options: MakeOptions & { more?: readonly string[]; catalog?: string } = {}) =>
  makeDocument([{ text: 'First', entries }], options);
const drawn = (content: string, entries = '', more: readonly string[] = []) =>
  makeDocument([{ text: '', content, entries } satisfies MadePage], { more });

/** A file with a page tree of these objects from number 3 on; the font is number 3. */
const tree = (root: string, ...objects: (string | null)[]) => makePdf([CATALOG, root, FONT, ...objects]);
const page = (parent: number, content: number, more = '') =>
  `<</Type/Page/Parent ${parent} 0 R/Contents ${content} 0 R${more}>>`;
const USUAL = '/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>';

/** Adds a revision to a file: these objects, and a table that names them and the one before. */
export function revised(pdf: Buffer, objects: Readonly<Record<number, string | null>>, trailer = ''): Buffer {
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(pdf.toString('latin1'))![1];
  let body = '';
  let table = 'xref\n';
  for (const [num, object] of Object.entries(objects)) {
    if (object === null) table += `${num} 1\n0000000000 00001 f \n`;
    else {
      table += `${num} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`;
      body += `${num} 0 obj\n${object}\nendobj\n`;
    }
  }
  const end = `trailer\n<</Size 99/Root 1 0 R/Prev ${start}${trailer}>>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(body + table + end, 'latin1')]);
}

/** A classic table beside a table in a stream, as files for old and new readers have (ISO 32000-1, 7.5.8.4). */
function hybrid(): Buffer {
  const packed = 'x 0 '.length > 0 ? `3 0 ${FONT}` : '';
  let out = '%PDF-1.5\n';
  const offsets: number[] = [];
  const add = (num: number, body: string) => {
    offsets[num] = out.length;
    out += `${num} 0 obj\n${body}\nendobj\n`;
  };
  add(1, CATALOG);
  add(2, `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`);
  add(4, page(2, 5));
  add(5, streamBody(say('First')));
  add(6, streamBody(packed, '/Type/ObjStm/N 1/First 4'));
  offsets[7] = out.length;
  const rows = Buffer.from([2, 0, 6, 0]);
  out += `7 0 obj\n${streamBody(rows, '/Type/XRef/Size 8/W[1 2 1]/Index[3 1]')}\nendobj\n`;
  const start = out.length;
  out += 'xref\n0 8\n0000000000 65535 f \n';
  for (let num = 1; num < 8; num++) {
    const offset = offsets[num];
    out += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  out += `trailer\n<</Size 8/Root 1 0 R/XRefStm ${offsets[7]}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const TREES: [string, () => Buffer][] = [
  [
    'a tree whose pages inherit all',
    () => tree(`<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}/Rotate 90>>`, page(2, 5), streamBody(say('First'))),
  ],
  [
    'a tree of three levels with boxes on each',
    () =>
      tree(
        `<</Type/Pages/Count 2/Kids[4 0 R]${USUAL}>>`,
        '<</Type/Pages/Parent 2 0 R/Count 2/Kids[5 0 R]/CropBox[10 10 500 700]>>',
        '<</Type/Pages/Parent 4 0 R/Count 2/Kids[6 0 R 7 0 R]/Rotate 180>>',
        page(5, 8),
        page(5, 9, '/Rotate 0/CropBox[0 0 300 300]'),
        streamBody(say('First')),
        streamBody(say('Second', 100)),
      ),
  ],
  [
    'a tree whose nodes name one another',
    () =>
      tree(
        `<</Type/Pages/Count 9/Kids[4 0 R 5 0 R]${USUAL}>>`,
        '<</Type/Pages/Kids[5 0 R 6 0 R]>>',
        '<</Type/Pages/Kids[4 0 R 2 0 R]>>',
        page(4, 7),
        streamBody(say('First')),
      ),
  ],
  [
    'a page that stands in the tree itself',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[<</Type/Page/Parent 2 0 R/Contents 4 0 R>>]${USUAL}>>`,
        streamBody(say('First')),
      ),
  ],
  ['a catalogue whose tree is a page', () => tree(page(2, 4, USUAL), streamBody(say('First')))],
  [
    'children in an array apart',
    () => tree(`<</Type/Pages/Count 1/Kids 4 0 R${USUAL}>>`, '[5 0 R]', page(2, 6), streamBody(say('First'))),
  ],
  [
    'a tree of a hundred levels',
    () => {
      const nodes = Array.from(
        { length: 99 },
        (_, i) => `<</Type/Pages/Count 1/Parent ${i === 0 ? 2 : 3 + i} 0 R/Kids[${i === 98 ? 103 : 5 + i} 0 R]>>`,
      );
      return tree(`<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`, ...nodes, page(102, 104), streamBody(say('First')));
    },
  ],
  ['two hundred pages in one node', () => makeDocument(Array.from({ length: 200 }, (_, i) => ({ text: `P${i}` })))],
  [
    'everything by reference',
    () =>
      tree(
        '<</Type 20 0 R/Count 10 0 R/Kids 11 0 R/MediaBox 12 0 R/Resources 13 0 R>>',
        page(2, 5, '/Rotate 16 0 R'),
        `<</Length 14 0 R>>\nstream\n${say('First')}\nendstream`,
        null,
        null,
        null,
        null,
        '1',
        '[4 0 R]',
        '[15 0 R 15 0 R 17 0 R 18 0 R]',
        '<</Font 19 0 R>>',
        String(say('First').length),
        '0',
        '90',
        '595',
        '842',
        '<</F 3 0 R>>',
        '/Pages',
      ),
  ],
  [
    'references to references',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        '5 0 R',
        '6 0 R',
        page(2, 7),
        '8 0 R',
        streamBody(say('First')),
      ),
  ],
];

const REVISIONS: [string, () => Buffer][] = [
  ['a revision of the content', () => revised(one(''), { 5: streamBody(say('Amended')) })],
  ['a revision that frees the content', () => revised(one(''), { 5: null })],
  ['a revision that frees a page', () => revised(makeDocument([{ text: 'First' }, { text: 'Second' }]), { 6: null })],
  [
    'a revision of a packed file by a table',
    () => revised(makeDocument([{ text: 'First' }], { style: 'packed' }), { 5: streamBody(say('Amended')) }),
  ],
  [
    'forty revisions',
    () =>
      Array.from({ length: 40 }).reduce<Buffer>(
        (pdf, _, i) => revised(pdf, { 5: streamBody(say(`Revision ${i}`)) }),
        one(''),
      ),
  ],
  [
    'a revision with a new catalogue',
    () => revised(one(''), { 50: '<</Type/Catalog/Pages 2 0 R/Lang(en)>>' }, '/Root 50 0 R'),
  ],
  ['a revision cut off', () => revised(one(''), { 5: streamBody(say('Amended')) }).subarray(0, -60)],
  ['a table beside a table in a stream', hybrid],
  [
    'objects numbered from a million',
    () =>
      Buffer.from(
        one('')
          .toString('latin1')
          .replace(/\b3 0 (obj|R)/g, '1000003 0 $1')
          .replace(/startxref[\s\S]*/, ''),
        'latin1',
      ),
  ],
  [
    'objects numbered from eight millions',
    () =>
      Buffer.from(
        one('')
          .toString('latin1')
          .replace(/\b3 0 (obj|R)/g, '8388600 0 $1')
          .replace(/startxref[\s\S]*/, ''),
        'latin1',
      ),
  ],
];

const rich = () =>
  one(`/Annots[${moreNumber(1)} 0 R]`, {
    catalog: '/Lang(en)/Metadata 7 0 R',
    more: [
      '<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/A<</S/URI/URI(https://example.org/)>>>>',
      streamBody('<x:xmpmeta/>', '/Type/Metadata/Subtype/XML'),
    ],
  });
const locked = (...how: string[]) => throughQpdf(rich(), ['--allow-weak-crypto', '--encrypt', ...how, '--']);

const LOCKED: [string, () => Buffer][] = [
  ['RC4 of 40 bits', () => locked('', 'own', '40')],
  ['RC4 of 128 bits', () => locked('', 'own', '128', '--use-aes=n')],
  ['AES of 128 bits', () => locked('', 'own', '128', '--use-aes=y')],
  ['AES of 128 bits with open metadata', () => locked('', 'own', '128', '--use-aes=y', '--cleartext-metadata')],
  ['crypt filters of RC4', () => locked('', 'own', '128', '--force-V4')],
  ['AES of 256 bits', () => locked('', 'own', '256')],
  ['AES of 256 bits as first published', () => locked('', 'own', '256', '--force-R5')],
  ['AES of 256 bits with open metadata', () => locked('', 'own', '256', '--cleartext-metadata')],
  ['only a password for the user, the owner’s empty', () => locked('', '', '128', '--use-aes=y')],
  [
    'an identity filter for streams',
    () => Buffer.from(locked('', 'own', '256').toString('latin1').replace('/StmF /StdCF', '/StmF /Identity'), 'latin1'),
  ],
  [
    'encryption and object streams',
    () => throughQpdf(rich(), ['--object-streams=generate', '--encrypt', '', 'own', '256', '--']),
  ],
  ['encryption and linearisation', () => throughQpdf(rich(), ['--linearize', '--encrypt', '', 'own', '256', '--'])],
  [
    'encryption and a lost table',
    () =>
      Buffer.from(
        locked('', 'own', '256')
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n1'),
        'latin1',
      ),
  ],
];

const image = (filter: string, data: Uint8Array | string, more = '') =>
  streamBody(
    data,
    `/Type/XObject/Subtype/Image/Width 4/Height 4/ColorSpace/DeviceGray/BitsPerComponent 8${filter}${more}`,
  );
const GREY = Buffer.from(Array.from({ length: 16 }, (_, i) => i * 16));
const withImage = (filter: string, data: Uint8Array | string, more = '') =>
  drawn('q 200 0 0 200 100 300 cm /I Do Q', `/Resources<</XObject<</I ${moreNumber(1)} 0 R>>>>`, [
    image(filter, data, more),
  ]);
const hex = (bytes: Uint8Array) => `${Buffer.from(bytes).toString('hex')}>`;

const CONTENTS: [string, () => Buffer][] = [
  [
    'content in three streams that cut a word',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        '<</Type/Page/Parent 2 0 R/Contents[5 0 R 6 0 R 7 0 R]>>',
        streamBody('BT /F 14 Tf 200'),
        streamBody('400 Td (Fir'),
        streamBody('st) Tj ET'),
      ),
  ],
  [
    'content that saves in one stream and restores in another',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        '<</Type/Page/Parent 2 0 R/Contents[5 0 R 6 0 R]>>',
        streamBody('q 2 0 0 2 0 0 cm'),
        streamBody(`Q ${say('First')}`),
      ),
  ],
  [
    'one stream of content for two pages',
    () => tree(`<</Type/Pages/Count 2/Kids[4 0 R 5 0 R]${USUAL}>>`, page(2, 6), page(2, 6), streamBody(say('First'))),
  ],
  [
    'content packed twice',
    () =>
      drawn('', '', []) &&
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        page(2, 5),
        streamBody(deflateSync(deflateSync(say('First'))), '/Filter[/FlateDecode/FlateDecode]'),
      ),
  ],
  [
    'content in hexadecimal',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        page(2, 5),
        streamBody(hex(Buffer.from(say('First'))), '/Filter/ASCIIHexDecode'),
      ),
  ],
  [
    'content by the short name of its filter',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        page(2, 5),
        streamBody(deflateSync(say('First')), '/Filter/Fl'),
      ),
  ],
  [
    'content packed without its end',
    () =>
      tree(
        `<</Type/Pages/Count 1/Kids[4 0 R]${USUAL}>>`,
        page(2, 5),
        streamBody(deflateSync(say('First')).subarray(0, -6), '/Filter/FlateDecode'),
      ),
  ],
  ['content with a white ground over all', () => drawn(`1 g 0 0 595 842 re f 0 g ${say('First')}`)],
  ['content black over all', () => drawn('0 g 0 0 595 842 re f')],
  [
    'an inline image whose data hold EI',
    () => drawn('q 90 0 0 90 100 300 cm BI /W 4 /H 2 /BPC 8 /CS /G ID ab EI cd\nEI Q'),
  ],
  [
    'an inline image in hexadecimal',
    () => drawn(`q 90 0 0 90 100 300 cm BI /W 4 /H 4 /BPC 8 /CS /G /F /AHx ID ${hex(GREY)}\nEI Q`),
  ],
  ['a hundred thousand operators', () => drawn('0 0 m 10 10 l S\n'.repeat(33_000))],
  ['a picture plain', () => withImage('', GREY)],
  ['a picture packed', () => withImage('/Filter/FlateDecode', deflateSync(GREY))],
  [
    'a picture packed with a predictor',
    () =>
      withImage(
        '/Filter/FlateDecode',
        deflateSync(
          Buffer.concat([0, 4, 8, 12].map((i) => Buffer.concat([Buffer.from([2]), GREY.subarray(i, i + 4)]))),
        ),
        '/DecodeParms<</Predictor 15/Columns 4>>',
      ),
  ],
  ['a picture in hexadecimal', () => withImage('/Filter/ASCIIHexDecode', hex(GREY))],
  [
    'a picture in runs',
    () => withImage('/Filter/RunLengthDecode', Buffer.concat([Buffer.from([15]), GREY, Buffer.from([128])])),
  ],
  ['a picture cut short', () => withImage('', GREY.subarray(0, 5))],
  ['a picture of no known filter', () => withImage('/Filter/Unknown', GREY)],
  [
    'forms in forms',
    () =>
      drawn('/A Do', `/Resources<</XObject<</A ${moreNumber(1)} 0 R>>/Font<</F 3 0 R>>>>`, [
        streamBody(
          '/B Do',
          `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</B ${moreNumber(1) + 1} 0 R>>>>`,
        ),
        streamBody(
          say('First'),
          '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 50]/Resources<</Font<</F 3 0 R>>>>',
        ),
      ]),
  ],
  [
    'a form that draws itself',
    () =>
      drawn('/A Do', `/Resources<</XObject<</A ${moreNumber(1)} 0 R>>>>`, [
        streamBody(
          '/A Do',
          `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</A ${moreNumber(1)} 0 R>>>>`,
        ),
      ]),
  ],
  [
    'a font drawn by its own operators',
    () =>
      drawn('BT /T 40 Tf 200 400 Td (a) Tj ET', `/Resources<</Font<</T ${moreNumber(1)} 0 R>>>>`, [
        `<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97/Widths[1000]/Encoding<</Differences[97/a]>>/CharProcs<</a ${moreNumber(1) + 1} 0 R>>/Resources<<>>>>`,
        streamBody('1000 0 0 0 750 750 d1 0 0 750 750 re f'),
      ]),
  ],
  [
    'a page with a pattern and a shading',
    () =>
      drawn(
        '/Pattern cs /P scn 50 50 200 200 re f /S sh',
        `/Resources<</Pattern<</P ${moreNumber(1)} 0 R>>/Shading<</S ${moreNumber(1) + 1} 0 R>>>>`,
        [
          streamBody(
            '0 0 5 5 re f',
            '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>',
          ),
          '<</ShadingType 2/ColorSpace/DeviceGray/Coords[300 300 500 500]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>',
        ],
      ),
  ],
];

const ABOUT: [string, () => Buffer][] = [
  [
    'a field without an appearance',
    () =>
      one(`/Annots[${moreNumber(1)} 0 R]`, {
        catalog: `/AcroForm<</NeedAppearances true/Fields[${moreNumber(1)} 0 R]/DA(/F 0 Tf)/DR<</Font<</F 3 0 R>>>>>>`,
        more: ['<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(value)/DA(/F 12 Tf 0 g)/Rect[100 100 300 120]>>'],
      }),
  ],
  [
    'annotations of every kind',
    () =>
      one(
        `/Annots[${['Text', 'FreeText', 'Line', 'Square', 'Circle', 'Highlight', 'Ink', 'Popup', 'Sound', 'Movie', 'Screen', '3D', 'Redact', 'Watermark', 'Unheard'].map((kind) => `<</Type/Annot/Subtype/${kind}/Rect[10 10 60 60]/Contents(x)>>`).join('')}]`,
      ),
  ],
  [
    'an annotation that names itself',
    () =>
      one(`/Annots[${moreNumber(1)} 0 R]`, {
        more: [`<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent ${moreNumber(1)} 0 R>>`],
      }),
  ],
  [
    'a link to a page that is not there',
    () => one('/Annots[<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/Dest[99 0 R/Fit]>>]'),
  ],
  [
    'bookmarks in a circle',
    () =>
      one('', {
        catalog: `/Outlines ${moreNumber(1)} 0 R`,
        more: [
          `<</First ${moreNumber(1) + 1} 0 R/Last ${moreNumber(1) + 1} 0 R>>`,
          `<</Title(a)/Parent ${moreNumber(1)} 0 R/Next ${moreNumber(1) + 1} 0 R/First ${moreNumber(1)} 0 R/Dest[4 0 R/Fit]>>`,
        ],
      }),
  ],
  [
    'names in a tree of circles',
    () =>
      one('/Annots[<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/Dest(a)>>]', {
        catalog: `/Names<</Dests ${moreNumber(1)} 0 R>>`,
        more: [`<</Kids[${moreNumber(1)} 0 R]/Names[(a)[4 0 R/Fit]]>>`],
      }),
  ],
  ['labels of pages', () => one('', { catalog: '/PageLabels<</Nums[0<</S/r>> 1<</P(x)>>]>>' })],
  ['a dynamic form', () => one('', { catalog: '/AcroForm<</XFA(x)>>/NeedsRendering true' })],
  [
    'a portfolio',
    () =>
      one('', { catalog: '/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.txt)>>]>>>>' }),
  ],
  [
    'a script that opens',
    () => one('/AA<</O<</S/JavaScript/JS(x)>>>>', { catalog: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
  ],
  [
    'a page of a thumbnail, pieces and tags',
    () =>
      one('/Thumb 5 0 R/PieceInfo<</X<</Private 5 0 R>>>>/StructParents 0/B[5 0 R]', {
        catalog: '/StructTreeRoot<</Type/StructTreeRoot>>/MarkInfo<</Marked true>>',
      }),
  ],
  [
    'layers that are off',
    () =>
      drawn(
        `/OC /L BDC ${say('Hidden')} EMC ${say('First', 200)}`,
        `/Resources<</Font<</F 3 0 R>>/Properties<</L ${moreNumber(1)} 0 R>>>>`,
        ['<</Type/OCG/Name(L)>>'],
      ),
  ],
  ['version 2.0', () => one('', { header: '%PDF-2.0\n' })],
  ['a header of version 9.9', () => one('', { header: '%PDF-9.9\n' })],
  [
    'an extension and a version in the catalogue',
    () => one('', { catalog: '/Version/1.9/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>' }),
  ],
];

/** Whole files, each of a make that is odd in one respect. */
export function oddMakes(): OddFile[] {
  return [...TREES, ...REVISIONS, ...LOCKED, ...CONTENTS, ...ABOUT].map(([name, make]) => ({ name, pdf: make() }));
}
