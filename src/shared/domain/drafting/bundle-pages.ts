import type { Block, BlockDocument, Column, DocumentMeta, Inline, PageGeometry, TableRow } from '../blocks/blocks.ts';
import { bold, heading, inline, italic, para, pleadingMeta } from '../blocks/build.ts';
import { dottedDate } from '../blocks/dates.ts';
import type { IndexColumn } from '../bundles/profile.ts';
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
  /** Margins, type and lines where the court fixes them. */
  look?: FrontLook | undefined;
  /** The columns of the index in their order; those of a plain bundle where they are left out. */
  columns?: readonly IndexColumn[] | undefined;
}

/** How a court wants typeset pages to look; each where it says nothing as they are otherwise. */
export interface FrontLook {
  marginsMm?: { top: number; right: number; bottom: number; left: number } | undefined;
  points?: number | undefined;
  /** Line height as a multiple of a single line. */
  spacing?: number | undefined;
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
  /** "Volume II": in an index of several. */
  volume?: string;
  /** It is in another file, to which no link leads. */
  isElsewhere?: boolean;
}

/** The address that a row of the index carries; the assembler turns it into a jump to the page. */
const itemLink = (id: string) => `misl-item:${id}`;

/** No page numbers of their own: the assembler prints those of the bundle on every page. */
function meta(front: BundleFront, title: string): DocumentMeta {
  const margins = front.look?.marginsMm ?? { top: 25, bottom: 25, left: 25, right: 20 };
  const { top, bottom, left: binding, right: outer } = margins;
  return pleadingMeta(title, {
    page: { size: front.page, landscape: false, top, bottom, binding, outer },
    size: front.look?.points ?? 12,
    // A table of rows is read line by line: no court wants it spaced out as its pleadings are.
    spacing: Math.min(front.look?.spacing ?? 1.2, 1.2),
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

const PLAIN_COLUMNS: readonly IndexColumn[] = ['serial', 'description', 'annexure', 'date', 'page'];

const HEADS: Record<IndexColumn, Column> = {
  serial: { header: 'S. No.', width: 1.7, align: 'center' },
  description: { header: 'Particulars of document', width: 9 },
  annexure: { header: 'Ann.', width: 1.8, align: 'center' },
  date: { header: 'Date', width: 2.9, align: 'center' },
  from: { header: 'From', width: 1.7, align: 'center' },
  to: { header: 'To', width: 1.7, align: 'center' },
  page: { header: 'Pages', width: 2.7, align: 'center' },
};

/** The index in the columns that the court wants; each row a link to its document, unless that is in another file. */
export function bundleIndex(front: BundleFront, sections: readonly IndexSection[]): BlockDocument {
  const marked = sections.some((section) => section.items.some((item) => item.mark !== null));
  const columns = (front.columns ?? PLAIN_COLUMNS).filter((column) => column !== 'annexure' || marked);
  const several = sections.length > 1;
  const row = (item: IndexItem, isElsewhere: boolean): TableRow => {
    const link = (text: string): Inline[] =>
      isElsewhere ? inline(text) : [{ kind: 'link', href: itemLink(item.id), text }];
    const cells: Record<IndexColumn, () => Inline[]> = {
      serial: () => inline(String(item.serial)),
      description: () => link(item.title),
      annexure: () => inline(item.mark ?? '–'),
      date: () => (item.date ? inline(dottedDate(item.date)) : inline(italic('undated'))),
      from: () => link(item.firstLabel),
      to: () => link(item.lastLabel),
      page: () => link(pageRange(item)),
    };
    return { cells: columns.map((column) => cells[column]()) };
  };
  const rows = sections.flatMap(({ letter, title, items, volume, isElsewhere }, s): TableRow[] => [
    ...(volume && volume !== sections[s - 1]?.volume ? [partRow(volume)] : []),
    ...(several ? [partRow(`${letter}. ${title}`)] : []),
    ...items.map((item) => row(item, isElsewhere ?? false)),
  ]);
  const blocks: Block[] = [
    ...cause(front),
    heading(2, front.indexTitle?.toUpperCase() ?? 'INDEX', { align: 'center' }),
    { kind: 'table', columns: columns.map((column) => HEADS[column]), rows, look: 'grid' },
  ];
  return { meta: meta(front, front.indexTitle ?? `Index of ${front.title}`), blocks };
}

const partRow = (text: string): TableRow => ({ cells: [inline(bold(text))], part: true });

/** "3–14", or "7" for a single page. */
function pageRange({ firstLabel, lastLabel }: Pick<IndexItem, 'firstLabel' | 'lastLabel'>): string {
  return firstLabel === lastLabel ? firstLabel : `${firstLabel}–${lastLabel}`;
}
