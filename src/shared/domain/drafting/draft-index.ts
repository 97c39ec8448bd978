import type { BlockDocument, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, italic, PRINT_A4, para, printMeta } from '../blocks/build.ts';
import { dottedDate, longDate } from '../blocks/dates.ts';

/** A list of what is to go into a bundle, sent to the other side to agree. */
export interface DraftIndex {
  title: string;
  caseNumber: string | null;
  on: string;
  sections: {
    letter: string;
    title: string;
    items: {
      title: string;
      date: string | null;
      pageCount: number;
      agreed: 'agreed' | 'not-agreed' | 'asked' | null;
    }[];
  }[];
}

const STANDING = { agreed: 'agreed', 'not-agreed': 'not agreed', asked: '' } as const;

/** Number, document, date, pages, whether it is agreed, and room for what the other side says. */
export function draftIndexDocument(index: DraftIndex): BlockDocument {
  let serial = 0;
  const row = ({ title, date, pageCount, agreed }: DraftIndex['sections'][number]['items'][number]): TableRow => {
    serial += 1;
    return {
      cells: [
        inline(String(serial)),
        inline(title),
        date ? inline(dottedDate(date)) : inline(italic('undated')),
        inline(String(pageCount)),
        inline(agreed === null ? '' : STANDING[agreed]),
        inline(''),
      ],
    };
  };
  return {
    meta: printMeta(`Draft index: ${index.title}`, longDate(index.on), {
      font: 'Tinos',
      page: { ...PRINT_A4, landscape: true },
      footer: { numbers: 'of', draft: false, note: null },
    }),
    blocks: [
      heading(1, `Draft index: ${index.title}`, { align: 'start' }),
      ...(index.caseNumber ? [para(bold(index.caseNumber))] : []),
      para(
        'Please say of each document whether it is agreed, and name any that is missing. What is not agreed goes in as disputed.',
      ),
      {
        kind: 'table',
        look: 'grid',
        columns: [
          { header: 'No.', width: 1.2, align: 'center' },
          { header: 'Document', width: 9 },
          { header: 'Date', width: 2.6, align: 'center' },
          { header: 'Pages', width: 1.6, align: 'center' },
          { header: 'Agreed', width: 2.4, align: 'center' },
          { header: 'Remarks of the other side', width: 6 },
        ],
        rows: index.sections.flatMap(({ letter, title, items }): TableRow[] => [
          { cells: [inline(bold(`${letter}. ${title}`))], part: true },
          ...items.map(row),
        ]),
      },
    ],
  };
}
