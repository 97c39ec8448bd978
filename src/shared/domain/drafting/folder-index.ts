import type { Block, BlockDocument, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, italic, mono, para, printMeta, quiet } from '../blocks/build.ts';
import { dottedDate, longDate } from '../blocks/dates.ts';

/** The index of a folder of documents as they came. */
export interface FolderIndex {
  title: string;
  caseNumber: string | null;
  on: string;
  sample: boolean;
  sections: { title: string; rows: (FolderFile | FolderGap)[] }[];
}

interface FolderFile {
  number: string;
  title: string;
  mark: string | null;
  date: string | null;
  file: string;
  sha256: string;
}

/** A document that is not in the folder, and why; its title is not for these readers. */
interface FolderGap {
  number: string;
  leftOut: string;
}

/** Number, document, date, the file's name and its hash, section by section. */
export function folderIndexDocument(index: FolderIndex): BlockDocument {
  const row = (each: FolderFile | FolderGap): TableRow => {
    if ('leftOut' in each)
      return { cells: [inline(each.number), inline(italic('left out')), inline('–'), inline(quiet(each.leftOut))] };
    const { number, title, mark, date, file, sha256 } = each;
    return {
      cells: [
        inline(number),
        inline(mark ? [title, quiet(` (${mark})`)] : title),
        date ? inline(dottedDate(date)) : inline(italic('undated')),
        [...inline(file), { kind: 'break' }, mono(inFours(sha256))],
      ],
    };
  };
  const blocks: Block[] = [
    heading(1, index.title, { align: 'start' }),
    para(quiet([index.caseNumber, 'index of the documents as they came'].filter(Boolean).join(', '))),
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: 'No.', width: 1.4 },
        { header: 'Document', width: 7 },
        { header: 'Date', width: 2.6 },
        { header: 'File and its SHA-256', width: 8 },
      ],
      rows: index.sections.flatMap((section): TableRow[] => [
        { cells: [inline(bold(section.title))], part: true },
        ...section.rows.map(row),
      ]),
    },
  ];
  return { meta: printMeta(index.title, `${longDate(index.on)}${index.sample ? ' · sample' : ''}`), blocks };
}

const inFours = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ');
