import type { Block, BlockDocument, DocumentMeta, Inline, PageGeometry, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, italic, para, pleadingMeta } from '../blocks/build.ts';
import { dottedDate } from '../blocks/dates.ts';
import { forumLine } from './words.ts';

/** What a bundle's own pages say: cover, index, dividers. The plan gives the page numbers. */
export interface BundleFront {
  /** "Paper book", "Case bundle". */
  title: string;
  /** "INDEX OF THE PAPER BOOK"; null for "INDEX". */
  indexTitle: string | null;
  forumName: string | null;
  /** "(Appellate Jurisdiction)". */
  jurisdiction: string | null;
  caseNumber: string | null;
  first: { names: string[]; role: string } | null;
  second: { names: string[]; role: string } | null;
  /** Lines at the foot of the cover: counsel, hearing date, version, "Volume I of III". */
  notes: string[];
  /** Stands on cover and index of a sample. */
  sample: boolean;
  page: PageGeometry['size'];
}

export interface IndexItem {
  /** The link of its row is `misl-item:<id>`. */
  id: string;
  serial: number;
  title: string;
  mark: string | null;
  date: string | null;
  firstLabel: string;
  lastLabel: string;
}

export interface IndexSection {
  letter: string;
  title: string;
  items: IndexItem[];
}

/** The address that a row of the index carries; the assembler turns it into a jump to the page. */
const itemLink = (id: string) => `misl-item:${id}`;

/** No page numbers of their own: the assembler prints those of the bundle on every page. */
function meta(front: BundleFront, title: string): DocumentMeta {
  return pleadingMeta(title, {
    page: { size: front.page, landscape: false, top: 25, bottom: 25, binding: 25, outer: 20 },
    size: 12,
    spacing: 1.2,
    footer: { numbers: 'none', draft: false, note: null },
  });
}

/** One page: forum, number, parties, title, and what else is to be known of the bundle. */
export function bundleCover(front: BundleFront): BlockDocument {
  const blocks: Block[] = [
    { kind: 'space', lines: 6 },
    ...cause(front),
    { kind: 'space', lines: 3 },
    { kind: 'space', lines: 0, rule: true },
    heading(1, front.title.toUpperCase()),
    { kind: 'space', lines: 0, rule: true },
    { kind: 'space', lines: 2 },
    ...front.notes.map((note) => para(note, { align: 'center' })),
  ];
  return { meta: meta(front, front.title), blocks };
}

function cause(front: BundleFront): Block[] {
  const blocks: Block[] = [];
  if (front.forumName) blocks.push(heading(1, forumLine(front.forumName)));
  if (front.jurisdiction) blocks.push(para(`(${front.jurisdiction})`, { align: 'center' }));
  if (front.caseNumber) blocks.push(para(bold(front.caseNumber), { align: 'center' }));
  if (front.first && front.second) {
    const side = ({ names, role }: { names: string[]; role: string }) => ({
      entries: names.map((name) => inline(name)),
      role,
    });
    blocks.push({ kind: 'parties', first: side(front.first), versus: 'Versus', second: side(front.second) });
  }
  if (front.sample) blocks.push(para(italic('Sample: parties and events are invented'), { align: 'center' }));
  return blocks;
}

/** The index: number, particulars, annexure mark, date, pages from and to; each row a link to its document. */
export function bundleIndex(front: BundleFront, sections: readonly IndexSection[]): BlockDocument {
  const marked = sections.some((section) => section.items.some((item) => item.mark !== null));
  const several = sections.length > 1;
  const columns = [
    { header: 'S. No.', width: 1.7, align: 'center' as const },
    { header: 'Particulars of document', width: 9 },
    ...(marked ? [{ header: 'Ann.', width: 1.8, align: 'center' as const }] : []),
    { header: 'Date', width: 2.9, align: 'center' as const },
    { header: 'Pages', width: 2.7, align: 'center' as const },
  ];
  const row = (item: IndexItem): TableRow => {
    const link = (text: string): Inline[] => [{ kind: 'link', href: itemLink(item.id), text }];
    const date: Inline[] = item.date ? inline(dottedDate(item.date)) : inline(italic('undated'));
    return {
      cells: [
        inline(String(item.serial)),
        link(item.title),
        ...(marked ? [inline(item.mark ?? '–')] : []),
        date,
        link(pageRange(item)),
      ],
    };
  };
  const rows = sections.flatMap((section): TableRow[] => [
    ...(several ? [{ cells: [inline(bold(`${section.letter}. ${section.title}`))], part: true }] : []),
    ...section.items.map(row),
  ]);
  const blocks: Block[] = [
    ...cause(front),
    heading(2, front.indexTitle?.toUpperCase() ?? 'INDEX', { align: 'center' }),
    { kind: 'table', columns, rows, look: 'grid' },
  ];
  return { meta: meta(front, front.indexTitle ?? `Index of ${front.title}`), blocks };
}

/** "3–14", or "7" for a single page. */
function pageRange({ firstLabel, lastLabel }: Pick<IndexItem, 'firstLabel' | 'lastLabel'>): string {
  return firstLabel === lastLabel ? firstLabel : `${firstLabel}–${lastLabel}`;
}
