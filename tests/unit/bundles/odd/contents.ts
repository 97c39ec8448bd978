import { deflateSync } from 'node:zlib';
import { moreNumber, streamBody } from '../make-pdf.ts';
import { drawn, one, page, say, tree, USUAL } from './words.ts';

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

export const CONTENTS: [string, () => Buffer][] = [
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

export const ABOUT: [string, () => Buffer][] = [
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
