import { deflateSync } from 'node:zlib';
import { makeDocument, moreNumber, streamBody } from '../bundles/make-pdf.ts';
import type { Case } from './checking.ts';

/** Documents made by hand, in every way in which a page can say a name. */

const NAME = 'Zarmina Qadir';
const AROUND = ['Before', 'after'];

/** Ways to show a text at a place, all of which look the same. */
const SHOWING: Readonly<Record<string, (x: number, y: number) => string>> = {
  'one string': (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before Zarmina Qadir after) Tj ET`,
  'hexadecimal string': (x, y) =>
    `BT /F 14 Tf ${x} ${y} Td <${Buffer.from('Before Zarmina Qadir after').toString('hex')}> Tj ET`,
  'octal escapes': (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before \\132armina Q\\141dir after) Tj ET`,
  'string over two lines of the file': (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before Zarm\\\nina Qadir after) Tj ET`,
  'kerned array': (x, y) =>
    `BT /F 14 Tf ${x} ${y} Td [(Before Z) 20 (ar) -10 (mi) 5 (na Q) 30 (adir) -2 ( after)] TJ ET`,
  'words moved apart': (x, y) => `BT /F 14 Tf ${x} ${y} Td [(Before) -300 (Zarmina) -300 (Qadir) -300 (after)] TJ ET`,
  'several operators': (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before Zar) Tj (mina ) Tj (Qa) Tj (dir) Tj ( after) Tj ET`,
  'operators of the next line': (x, y) =>
    `BT /F 14 Tf 18 TL ${x} ${y + 36} Td (Before) Tj (Zarmina Qadir) ' 1 0.2 (and after) " ET`,
  'spacing and scaling': (x, y) =>
    `BT /F 14 Tf 0.6 Tc 2 Tw 90 Tz 1 Ts ${x} ${y} Td (Before Zarmina Qadir after) Tj 0 Tc 0 Tw 100 Tz 0 Ts ET`,
  'letters one by one': (x, y) =>
    `BT /F 14 Tf ${[...'Before Zarmina Qadir after'].map((char, i) => `1 0 0 1 ${x + i * 11} ${y} Tm (${char}) Tj`).join(' ')} ET`,
  'letters from last to first': (x, y) =>
    `BT /F 14 Tf ${[...'Before Zarmina Qadir after']
      .map((char, i) => `1 0 0 1 ${x + i * 11} ${y} Tm (${char}) Tj`)
      .reverse()
      .join(' ')} ET`,
  'spaced letters': (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before   Z a r m i n a   Q a d i r   after) Tj ET`,
  'broken over lines': (x, y) => `BT /F 14 Tf 18 TL ${x} ${y + 18} Td (Before Zarmina) Tj T* (Qadir after) Tj ET`,
  'hyphen at the end of a line': (x, y) =>
    `BT /F 14 Tf 18 TL ${x} ${y + 18} Td (Before Zar-) Tj T* (mina Qadir after) Tj ET`,
  capitals: (x, y) => `BT /F 14 Tf ${x} ${y} Td (Before ZARMINA QADIR after) Tj ET`,
  'slanted and scaled matrix': (x, y) => `BT /F 7 Tf 2 0 0.3 2 ${x} ${y} Tm (Before Zarmina Qadir after) Tj ET`,
  'small units': (x, y) =>
    `q 0.01 0 0 0.01 0 0 cm BT /F 1400 Tf ${x * 100} ${y * 100} Td (Before Zarmina Qadir after) Tj ET Q`,
  upside: (x, y) => `q 1 0 0 -1 0 ${2 * y} cm BT /F 14 Tf 1 0 0 -1 ${x} ${y} Tm (Before Zarmina Qadir after) Tj ET Q`,
  invisible: (x, y) => `BT /F 14 Tf 3 Tr ${x} ${y} Td (Before Zarmina Qadir after) Tj 0 Tr ET`,
  'drawn twice': (x, y) =>
    `BT /F 14 Tf ${x} ${y} Td (Before Zarmina Qadir after) Tj ET BT /F 14 Tf ${x + 0.4} ${y} Td (Before Zarmina Qadir after) Tj ET`,
  'white on white': (x, y) => `q 1 g BT /F 14 Tf ${x} ${y} Td (Before Zarmina Qadir after) Tj ET Q`,
  'replacement text': (x, y) =>
    `BT /F 14 Tf ${x} ${y} Td (Before ) Tj /Span<</ActualText(Zarmina Qadir)>>BDC (the lady) Tj EMC ( after) Tj ET`,
  'unbalanced states': (x, y) => `q q BT /F 14 Tf ${x} ${y} Td (Before Zarmina Qadir after) Tj`,
};

const PAGES: Readonly<Record<string, { entries: string; x: number; y: number; unit?: number }>> = {
  upright: { entries: '', x: 60, y: 500 },
  'turned by 90': { entries: '/Rotate 90', x: 60, y: 500 },
  'turned by 180': { entries: '/Rotate 180', x: 60, y: 500 },
  'turned by 270 and cropped': { entries: '/Rotate 270/CropBox[40 100 500 700]', x: 60, y: 500 },
  'in units of two points': { entries: '/UserUnit 2/CropBox[20 20 420 620]', x: 60, y: 500, unit: 2 },
};

const STYLES = ['table', 'stream', 'packed'] as const;

/** Every way of showing on every sort of page, 5 × 23 documents. */
export function shownCases(): Case[] {
  return Object.entries(PAGES).flatMap(([page, { entries, x, y, unit = 1 }], p) =>
    Object.entries(SHOWING).map(([how, show], i) => ({
      name: `${how}, ${page}`,
      pdf: makeDocument([{ text: '', entries, content: show(x, y) }, { text: 'Another page' }], {
        style: STYLES[(i + p) % 3]!,
      }),
      terms: [NAME],
      kept: [...AROUND, 'Another page'],
      unit,
    })),
  );
}

const CMAP = (pairs: readonly string[], bytes: number) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <${'00'.repeat(bytes)}> <${'ff'.repeat(bytes)}> endcodespacerange ${pairs.length} beginbfchar ${pairs.join('\n')} endbfchar endcmap end end`;

function wide(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** A font by CIDs in which the letters of `text` have the codes 1, 2, 3 …; the codes of a text. */
function coded(text: string, bytes: 1 | 2) {
  const letters = [...new Set(text)];
  const codes = (of: string) =>
    [...of].map((char) => (letters.indexOf(char) + 33).toString(16).padStart(bytes * 2, '0')).join('');
  const map = CMAP(
    letters.map((char, i) => `<${(i + 33).toString(16).padStart(bytes * 2, '0')}> <${wide(char)}>`),
    bytes,
  );
  return { codes, map };
}

function withFont(name: string, font: (next: number) => string[], content: string, extra: Partial<Case> = {}): Case {
  const first = moreNumber(1);
  const pdf = makeDocument([{ text: '', entries: `/Resources<</Font<</F 3 0 R/G ${first} 0 R>>>>`, content }], {
    more: font(first),
  });
  return { name, pdf, terms: [NAME], kept: AROUND, ...extra };
}

/** Fonts whose codes are no letters by themselves. */
export function fontCases(): Case[] {
  const text = `Before ${NAME} after`;
  const two = coded(text, 2);
  const one = coded(text, 1);
  const urdu = 'درخواست زرمینہ قادر کی ہے';
  const shaped = coded([...urdu].reverse().join(''), 2);
  const forms = 'ﺯﺭﻣﻴﻨﮧ';
  const presented = coded(forms, 2);
  const ligature = CMAP(['<21> <005a0061>', '<22> <0072>', '<23> <006d0069006e0061>', '<24> <0020>'], 1);
  const composite = (map: string) => (next: number) => [
    `<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[${next + 1} 0 R]/ToUnicode ${next + 2} 0 R>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600/W[33[700 500] 40 45 550]>>',
    streamBody(map),
  ];
  const show = (codes: string) => `BT /G 14 Tf 60 500 Td <${codes}> Tj ET`;
  const glyph = '600 0 0 0 500 700 d1 0 0 500 700 re f';
  return [
    withFont('codes of two bytes', composite(two.map), show(two.codes(text))),
    withFont('Urdu drawn from left to right', composite(shaped.map), show(shaped.codes([...urdu].reverse().join(''))), {
      terms: ['زرمینہ قادر'],
      kept: [],
    }),
    withFont('presentation forms in reading order', composite(presented.map), show(presented.codes(forms)), {
      terms: ['زرمینہ'],
      kept: [],
    }),
    withFont(
      'own encoding with a map',
      (next) => [
        `<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 33/LastChar 60/Widths[${'550 '.repeat(28)}]/ToUnicode ${next + 1} 0 R>>`,
        streamBody(one.map),
      ],
      show(one.codes(text)),
      // Helvetica's own shapes for these codes are wider than the font says.
      { looksOther: true },
    ),
    withFont(
      'names of glyphs',
      () => [
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[33/Z/a/r/m/i/n/space/Q/uni0064/i.alt/r]>>/FirstChar 33/LastChar 43/Widths[600 550 330 830 230 550 280 780 550 230 330]>>',
      ],
      `BT /F 14 Tf 60 500 Td (Before ) Tj /G 14 Tf (!"#$%&"'(")*+) Tj /F 14 Tf ( after) Tj ET`,
    ),
    withFont(
      'ligatures in the map',
      (next) => [
        `<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 33/LastChar 40/Widths[${'900 '.repeat(8)}]/ToUnicode ${next + 1} 0 R>>`,
        streamBody(ligature),
      ],
      'BT /F 14 Tf 60 500 Td (Before ) Tj /G 14 Tf <21222324> Tj /F 14 Tf (Qadir after) Tj ET',
    ),
    withFont(
      'a whole name as one glyph',
      (next) => [
        `<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 33/LastChar 34/Widths[5000 300]/ToUnicode ${next + 1} 0 R>>`,
        streamBody(CMAP([`<21> <${wide(NAME)}>`, '<22> <0020>'], 1)),
      ],
      'BT /F 14 Tf 60 500 Td (Before ) Tj /G 14 Tf <212222> Tj /F 14 Tf (after) Tj ET',
    ),
    withFont(
      'drawn glyphs',
      (next) => [
        `<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 33/LastChar 60/Widths[${'600 '.repeat(28)}]/Encoding<</Differences[33/g1/g2/g3/g4/g5/g6/g7/g8/g9/g10/g11/g12/g13/g14/g15/g16]>>/CharProcs<<${Array.from({ length: 16 }, (_, i) => `/g${i + 1} ${next + 1} 0 R`).join('')}>>/Resources<<>>/ToUnicode ${next + 2} 0 R>>`,
        streamBody(glyph),
        streamBody(one.map),
      ],
      show(one.codes(text)),
    ),
    withFont(
      'a name within one drawn glyph',
      (next) => [
        `<</Type/Font/Subtype/Type3/FontBBox[0 0 6000 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 65/LastChar 65/Widths[6000]/Encoding<</Differences[65/A]>>/CharProcs<</A ${next + 1} 0 R>>/Resources<</Font<</H 3 0 R>>>>>>`,
        streamBody(`6000 0 d0 BT /H 800 Tf (${NAME}) Tj ET`),
      ],
      'BT /F 14 Tf 60 500 Td (Before ) Tj /G 14 Tf (A) Tj /F 14 Tf ( after) Tj ET',
      // The word goes out of the glyph, wherever the glyph is shown.
      { looksOther: true },
    ),
    withFont(
      'vertical writing',
      (next) => [
        `<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-V/DescendantFonts[${next + 1} 0 R]/ToUnicode ${next + 2} 0 R>>`,
        '<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>',
        streamBody(two.map),
      ],
      show(two.codes(text)),
      // Poppler takes the shapes from another font, which are wider.
      { kept: [], looksOther: true },
    ),
  ];
}

/** Names in what hangs on pages: forms, notes, fields, layers, bookmarks, links, metadata, attached files, scripts. */
export function hiddenCases(): Case[] {
  const first = moreNumber(2);
  const shown = `BT /F 14 Tf 20 20 Td (Before ${NAME} after) Tj ET`;
  const form = (content: string, entries = '', resources = '/Font<</F 3 0 R>>') =>
    streamBody(content, `/Type/XObject/Subtype/Form/BBox[0 0 400 60]/Resources<<${resources}>>${entries}`);
  const two = (entries: string, content: string, more: string[], catalog = '', trailer = '') =>
    makeDocument(
      [
        { text: '', entries, content },
        { text: '', entries, content },
      ],
      { more, catalog, trailer },
    );
  const make = (name: string, pdf: Buffer, extra: Partial<Case> = {}): Case => ({ name, pdf, terms: [NAME], ...extra });
  const text = 'BT /F 14 Tf 60 500 Td (Nothing else) Tj ET';
  const attached = deflateSync(Buffer.from(`the file of ${NAME}`));
  return [
    make(
      'a form on two pages',
      two(`/Resources<</Font<</F 3 0 R>>/XObject<</X ${first} 0 R>>>>`, 'q 1 0 0 1 40 400 cm /X Do Q', [form(shown)]),
      { count: 2, kept: AROUND },
    ),
    make(
      'a form in a form',
      two(`/Resources<</XObject<</X ${first} 0 R>>>>`, 'q 1 0 0 1 40 400 cm /X Do Q q 0.5 0 0 0.5 40 200 cm /X Do Q', [
        form('q 1 0 0 1 10 5 cm /Y Do Q', '/Matrix[1 0 0 1 4 3]', `/XObject<</Y ${first + 1} 0 R>>`),
        form(shown),
      ]),
      { count: 4, kept: AROUND },
    ),
    make(
      'a soft mask',
      two(
        `/Resources<</Font<</F 3 0 R>>/ExtGState<</G ${first} 0 R>>>>`,
        `${text} q /G gs 0 0 1 rg 0 0 500 100 re f Q`,
        [
          `<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G ${first + 1} 0 R>>>>`,
          form(`1 g ${shown}`, '/Group<</S/Transparency/CS/DeviceGray>>'),
        ],
      ),
      { kept: ['Nothing else'] },
    ),
    make(
      'a pattern',
      two(
        `/Resources<</Font<</F 3 0 R>>/Pattern<</P ${first} 0 R>>>>`,
        `${text} q /Pattern cs /P scn 0 0 400 60 re f Q`,
        [
          streamBody(
            shown,
            '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 400 60]/XStep 400/YStep 60/Resources<</Font<</F 3 0 R>>>>',
          ),
        ],
      ),
      { kept: ['Nothing else'] },
    ),
    make(
      'notes and a field',
      two(
        `/Annots[${first} 0 R ${first + 1} 0 R ${first + 2} 0 R]`,
        text,
        [
          `<</Type/Annot/Subtype/FreeText/Rect[40 400 440 460]/Contents(${NAME})/T(${NAME})/AP<</N ${first + 3} 0 R>>>>`,
          `<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(note on ${NAME})>>`,
          `<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(${NAME})/DV(${NAME})/Rect[40 300 440 360]/AP<</N ${first + 3} 0 R>>>>`,
          form(shown),
        ],
        `/AcroForm<</Fields[${first + 2} 0 R]/DA(/F 12 Tf)>>`,
      ),
      // Poppler draws an icon of its own for the note.
      { count: 4, kept: [...AROUND, 'Nothing else'], looksOther: true },
    ),
    make(
      'a field without a look of its own',
      two(
        `/Annots[${first} 0 R]`,
        text,
        [`<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Before ${NAME} after)/Rect[40 300 440 330]/DA(/F 12 Tf 0 g)>>`],
        `/AcroForm<</NeedAppearances true/Fields[${first} 0 R]/DA(/F 12 Tf)>>`,
      ),
      // Poppler draws no look for it; other viewers do.
      { count: 2, kept: [...AROUND, 'Nothing else'], looksOther: true },
    ),
    make(
      'layers that are off',
      two(
        `/Resources<</Font<</F 3 0 R>>/Properties<</L ${first} 0 R/M ${first + 1} 0 R>>>>`,
        `${text} /OC /L BDC q 1 0 0 1 40 400 cm ${shown} Q EMC /OC /M BDC 0 0 10 10 re f EMC BT /F 14 Tf 60 300 Td /OC /L BDC (${NAME}) Tj EMC (last) Tj ET`,
        ['<</Type/OCG/Name(Draft)>>', `<</Type/OCMD/OCGs[${first} 0 R]/P/AllOn>>`],
        `/OCProperties<</OCGs[${first} 0 R]/D<</OFF[${first} 0 R]>>>>`,
      ),
      { count: 0, kept: ['Nothing else', 'last'] },
    ),
    make(
      'bookmarks, links, labels, names, metadata, a script and a file',
      two(
        `/Annots[${first + 2} 0 R ${first + 3} 0 R]/Metadata ${first + 6} 0 R/PieceInfo<</X<</Private(${NAME})>>>>`,
        text,
        [
          `<</Type/Outlines/First ${first + 1} 0 R/Last ${first + 1} 0 R/Count 1>>`,
          `<</Title(Statement of ${NAME})/Parent ${first} 0 R/Dest[4 0 R/Fit]>>`,
          '<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/A<</S/URI/URI(https://example.org/zarmina%20qadir)>>>>',
          `<</Type/Annot/Subtype/Link/Rect[10 40 90 60]/Dest(${NAME})>>`,
          `<</Type/Filespec/F(${NAME}.txt)/EF<</F ${first + 5} 0 R>>>>`,
          streamBody(attached, '/Type/EmbeddedFile/Filter/FlateDecode'),
          streamBody(`<x:xmpmeta><dc:creator>${NAME}</dc:creator></x:xmpmeta>`, '/Type/Metadata/Subtype/XML'),
          `<</Type/StructTreeRoot/K<</S/P/Alt(${NAME})/E(${NAME})>>>>`,
          `<</Title(${NAME})/Author(${NAME})>>`,
        ],
        `/Outlines ${first} 0 R/PageLabels<</Nums[0<</P(${NAME} )/S/D>>]>>/Metadata ${first + 6} 0 R/StructTreeRoot ${first + 7} 0 R/Names<</Dests<</Names[(${NAME}) [6 0 R/Fit]]>>/EmbeddedFiles<</Names[(${NAME}) ${first + 4} 0 R]>>/JavaScript<</Names[(${NAME})<</S/JavaScript/JS(app.alert\\("${NAME}"\\))>>]>>>>/OpenAction<</S/JavaScript/JS(var a = "${NAME}")>>`,
        `/Info ${first + 8} 0 R`,
      ),
      // The link that spells the name goes with its border.
      { count: 0, kept: ['Nothing else'], looksOther: true },
    ),
    make(
      'a font, a colour and resources named after a person',
      two(
        `/Resources<</Font<</ZarminaQadir ${first} 0 R>>/ColorSpace<</ZarminaQadir[/Separation/ZarminaQadir/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]>>>>`,
        '/ZarminaQadir cs 1 scn BT /ZarminaQadir 14 Tf 60 500 Td (Nothing else) Tj ET /ZarminaQadir MP % Zarmina Qadir',
        ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Name/ZarminaQadir/Note(Zarmina Qadir)>>'],
      ),
      { count: 0, kept: ['Nothing else'], terms: [NAME, 'ZarminaQadir'] },
    ),
  ];
}

/** A name of which one page has the beginning and the next the end. */
export function seamCase(): Case {
  const pdf = makeDocument([{ text: 'Before Zarmina' }, { text: 'Qadir, after' }, { text: 'Zarmina' }]);
  return { name: 'a name over two pages', pdf, terms: [NAME], count: 1, kept: ['Before', 'after', 'Zarmina'] };
}

/** A file whose earlier revision named a person. */
export function revisedCase(): Case {
  const before = makeDocument([{ text: NAME }]);
  const at = before.length;
  const content = streamBody('BT /F 14 Tf 60 500 Td (Nothing else) Tj ET');
  const xref = before.lastIndexOf('xref', before.lastIndexOf('startxref') - 1);
  const body = `5 0 obj\n${content}\nendobj\n`;
  const table = `xref\n5 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${xref}>>\nstartxref\n${at + body.length}\n%%EOF\n`;
  const pdf = Buffer.concat([before, Buffer.from(body + table, 'latin1')]);
  return { name: 'an earlier revision', pdf, terms: [NAME], count: 0, kept: ['Nothing else'] };
}

/** Letters that run to the left, mirrored: backwards as they are drawn, and forwards by where they lie. */
export function mirroredCase(): Case {
  const content = 'BT /F 20 Tf -100 Tz 1 0 0 1 400 500 Tm (ridaQ animraZ) Tj 1 0 0 1 400 400 Tm (esle gnihtoN) Tj ET';
  return { name: 'mirrored letters', pdf: makeDocument([{ text: '', content }]), terms: [NAME], count: 1 };
}
