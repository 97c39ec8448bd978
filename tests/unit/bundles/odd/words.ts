import { type MadePage, type MakeOptions, makeDocument, makePdf } from '../make-pdf.ts';

/** What odd files are made of: their usual objects, and short ways to documents of one page. */

export const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
export const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
export const say = (text: string, y = 400) => `BT /F 14 Tf 200 ${y} Td (${text}) Tj ET`;
export const one = (entries: string, options: MakeOptions & { more?: readonly string[]; catalog?: string } = {}) =>
  makeDocument([{ text: 'First', entries }], options);
export const drawn = (content: string, entries = '', more: readonly string[] = []) =>
  makeDocument([{ text: '', content, entries } satisfies MadePage], { more });

/** A file with a page tree of these objects from number 3 on; the font is number 3. */
export const tree = (root: string, ...objects: (string | null)[]) => makePdf([CATALOG, root, FONT, ...objects]);
export const page = (parent: number, content: number, more = '') =>
  `<</Type/Page/Parent ${parent} 0 R/Contents ${content} 0 R${more}>>`;
export const USUAL = '/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>';
