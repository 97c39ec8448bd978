import { describe, expect, it } from 'vitest';
import { assembled, itemOf } from './assembling.ts';
import { makeDocument, moreNumber, streamBody } from './make-pdf.ts';
import { pageTexts, qpdfFindings, structure } from './programs.ts';

const FORBIDDEN =
  /JavaScript|\/JS\b|Launch|SubmitForm|ImportData|GoToR|GoToE|Rendition|EmbeddedFile|\/AA\b|\/EF\b|OpenAction|PieceInfo/;

/** Binds one page with these annotations or entries; what came of it. */
function laundered(options: { entries?: string; catalog?: string; more?: string[] }) {
  const { entries = '', catalog = '', more = [] } = options;
  const pdf = makeDocument([{ text: 'Body', entries }], { catalog, more });
  const { pdf: out, report } = assembled([itemOf('a', pdf)]);
  expect(qpdfFindings(out)).toBe('');
  expect(pageTexts(out)).toEqual(['Body']);
  const read = structure(out);
  return { read, dropped: report.dropped.map(({ what }) => what), problems: report.items[0]!.problems };
}

const more = moreNumber(1);
const link = (action: string) => ({ entries: `/Annots[<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/A ${action}>>]` });

describe('what is dropped, and reported', () => {
  it.each<[string, string, Parameters<typeof laundered>[0]]>([
    ['script', 'a script of the document', { catalog: '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>' }],
    ['script', 'a script on opening', { catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }],
    ['script', 'triggers of the document', { catalog: '/AA<</WC<</S/JavaScript/JS(x)>>>>' }],
    ['script', 'a script of a link', link('<</S/JavaScript/JS(x)>>')],
    ['script', 'a script whose name is disguised', link('<</S/J#61vaScript/JS(x)>>')],
    ['launch', 'a program to start', link('<</S/Launch/F(cmd.exe)>>')],
    ['external', 'a form to send', link('<</S/SubmitForm/F(https://example.org/)>>')],
    ['external', 'another file to open', link('<</S/GoToR/F(other.pdf)/D[0/Fit]>>')],
    ['embedded-file', 'a file inside to open', link('<</S/GoToE/T<</R/C>>/D[0/Fit]>>')],
    ['media', 'a film', link('<</S/Rendition/JS(x)>>')],
    ['tags', 'structure tags', { catalog: '/StructTreeRoot<</Type/StructTreeRoot>>' }],
    [
      'embedded-file',
      'embedded files',
      {
        catalog: `/Names<</EmbeddedFiles<</Names[(x)<</Type/Filespec/EF<</F ${more} 0 R>>>>]>>>>`,
        more: [streamBody('secret', '/Type/EmbeddedFile')],
      },
    ],
    [
      'embedded-file',
      'an attached file',
      {
        entries: `/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[1 1 9 9]/FS<</Type/Filespec/EF<</F ${more} 0 R>>>>>>]`,
        more: [streamBody('secret', '/Type/EmbeddedFile')],
      },
    ],
    [
      'external',
      'content fetched from elsewhere',
      {
        entries: `/Annots[<</Type/Annot/Subtype/Square/Rect[1 1 9 9]/AP<</N ${more} 0 R>>>>]`,
        more: ['<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/F(http://example.org/x)/Length 0>>\nstream\n\nendstream'],
      },
    ],
    [
      'private-data',
      'private data of other programs',
      {
        entries: `/Annots[<</Type/Annot/Subtype/Square/Rect[1 1 9 9]/AP<</N ${more} 0 R>>>>]`,
        more: [streamBody('', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/PieceInfo<</X<</Private(me)>>>>')],
      },
    ],
  ])('%s: %s', (kind, _, options) => {
    const { read, dropped } = laundered(options);
    expect(dropped).toContain(kind);
    expect(read.text).not.toMatch(FORBIDDEN);
    expect(read.text).not.toContain('secret');
  });

  it('a field becomes its look, and its form is reported', () => {
    const { read, dropped } = laundered({
      entries: `/Annots[${more} 0 R]`,
      catalog: `/AcroForm<</Fields[${more} 0 R]>>`,
      more: [
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(x)/Rect[9 9 99 29]/AP<</N ${more + 1} 0 R>>/AA<</K<</S/JavaScript/JS(x)>>>>>>`,
        streamBody('0 g', '/Type/XObject/Subtype/Form/BBox[0 0 90 20]'),
      ],
    });
    expect(dropped).toEqual(expect.arrayContaining(['form', 'script']));
    expect(read.annotations(1)).toMatchObject([{ '/Subtype': '/Stamp' }]);
    expect(read.catalog['/AcroForm']).toBeUndefined();
  });

  it('a field whose value can’t be drawn is reported', () => {
    const { problems } = laundered({
      entries: '/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V<FEFF0627>/Rect[9 9 99 29]>>]',
    });
    expect(problems).toMatchObject([{ code: 'missing-appearance' }]);
  });

  it('a signature is recognised, an empty field for one is not', () => {
    const signed = (value: string) =>
      laundered({
        entries: `/Annots[${more} 0 R]`,
        catalog: `/AcroForm<</SigFlags 3/Fields[${more} 0 R]>>`,
        more: [`<</Type/Annot/Subtype/Widget/FT/Sig/T(s)${value}/Rect[0 0 0 0]>>`],
      }).problems.map(({ code }) => code);
    expect(signed('/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>')).toContain('signed');
    expect(signed('')).not.toContain('signed');
  });

  it('what is not forbidden stays: addresses, comments, links to pages', () => {
    const { read, dropped } = laundered({
      entries: `/Annots[<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/A<</S/URI/URI(https://example.org/a)>>>><</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(Note)>><</Type/Annot/Subtype/Link/Rect[1 1 9 9]/Dest[4 0 R/Fit]>>]`,
    });
    expect(dropped).toEqual([]);
    const [address, comment, jump] = read.annotations(1);
    expect(address).toMatchObject({ '/A': { '/URI': 'u:https://example.org/a' } });
    expect(comment).toMatchObject({ '/Contents': 'u:Note' });
    expect(read.target(jump!['/Dest'])).toBe(1);
  });

  it('metadata of the sources does not come along', () => {
    const pdf = makeDocument([{ text: 'Body' }], {
      trailer: `/Info ${more} 0 R`,
      catalog: `/Metadata ${more + 1} 0 R`,
      more: ['<</Author(Somebody)>>', streamBody('<x>Somebody</x>', '/Type/Metadata/Subtype/XML')],
    });
    expect(assembled([itemOf('a', pdf)]).pdf.toString('latin1')).not.toContain('Somebody');
  });
});
