import { makeDocument, makePdf, streamBody } from '../bundles/make-pdf.ts';
import { throughQpdf } from '../bundles/programs.ts';

/** The words on the three pages of each. */
export const WORDS = ['Alpha one of three pages', 'Beta two of three pages', 'Gamma three of three'];

/** Documents of three pages that other readers open and the assembler can't copy, or not whole. */
export function unreadable(): { name: string; pdf: Buffer }[] {
  const whole = makeDocument(WORDS.map((text) => ({ text })));
  return [
    { name: 'the owner’s key cut short', pdf: keyCutShort(whole) },
    { name: 'the count of pages spoilt', pdf: spoilt(throughQpdf(whole, []), /\/Count 3/, '/Count 3 endobj') },
  ];
}

/** Encrypted with an empty password, and two bytes missing of a key that only the owner needs. */
export const keyCutShort = (pdf: Buffer) =>
  spoilt(throughQpdf(pdf, ['--encrypt', '', 'own', '256', '--']), /\/O <[0-9a-f]{4}/, '/O <');

const spoilt = (pdf: Buffer, from: RegExp, to: string) =>
  Buffer.from(pdf.toString('latin1').replace(from, to), 'latin1');

/** A page that is larger than any paper, with a line across it. */
export const giant = (points: number) =>
  makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 ${points} ${points}]>>`,
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>',
    streamBody(`${points / 20} w 0 0 m ${points} ${points} l S`),
  ]);

/** A page of which each group asks for a sheet of its own within the one before. */
export function nestedGroups(depth: number, points: number): Buffer {
  const group = (i: number) =>
    streamBody(
      i === depth ? `1 0 0 rg 0 0 ${points} ${points} re f` : `/G gs /X Do`,
      `/Type/XObject/Subtype/Form/BBox[0 0 ${points} ${points}]/Group<</S/Transparency/I true>>/Resources<</ExtGState<</G<</ca .5>>>>/XObject<</X ${5 + i + 1} 0 R>>>>`,
    );
  return makePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 ${points} ${points}]>>`,
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</ExtGState<</G<</ca .5>>>>/XObject<</X 5 0 R>>>>>>',
    streamBody('/G gs /X Do'),
    ...Array.from({ length: depth + 1 }, (_, i) => group(i)),
  ]);
}
