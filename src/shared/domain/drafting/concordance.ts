import type { BlockDocument, TableRow } from '../blocks/blocks.ts';
import { heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { ConcordanceRow, PageRange } from '../bundles/concordance.ts';

export interface ConcordanceHead {
  title: string;
  /** "version 1, served on 14 September 2026". */
  from: string;
  to: string;
  /** The day of the print. */
  on: string;
}

const rangeText = (range: PageRange | null) =>
  range === null
    ? '–'
    : range.firstLabel === range.lastLabel
      ? range.firstLabel
      : `${range.firstLabel}–${range.lastLabel}`;

/** Old page to new page, document by document, as it is handed up to a judge. */
export function concordanceDocument(head: ConcordanceHead, rows: readonly ConcordanceRow[]): BlockDocument {
  const row = ({ title, old, fresh, moved }: ConcordanceRow): TableRow => ({
    cells: [
      inline(title),
      inline(rangeText(old)),
      inline(fresh === null ? 'taken out' : rangeText(fresh)),
      inline(old === null ? 'added' : fresh === null ? '' : moved ? 'moved' : 'same'),
    ],
    marked: moved,
  });
  const moved = rows.filter((each) => each.moved).length;
  return {
    meta: printMeta(`Old page to new: ${head.title}`, longDate(head.on)),
    blocks: [
      heading(1, head.title, { align: 'start' }),
      para(quiet(`Where the pages of ${head.from} stand in ${head.to}`)),
      para(
        moved === 0
          ? 'Every page that was cited is found under its old number.'
          : `${moved} of ${rows.length} documents have other numbers.`,
      ),
      { kind: 'space', lines: 0, rule: true },
      {
        kind: 'table',
        look: 'lines',
        columns: [
          { header: 'Document', width: 9 },
          { header: 'Old pages', width: 3, align: 'center' },
          { header: 'New pages', width: 3, align: 'center' },
          { header: '', width: 2 },
        ],
        rows: rows.map(row),
      },
    ],
  };
}
