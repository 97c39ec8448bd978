import type { Block, BlockDocument, Inline, TableRow } from '#shared/domain/blocks/blocks.ts';

/** Height and width in points of the sizes of paper. */
const PAPER = { a4: [842, 595], legal: [1008, 612], letter: [792, 612] } as const;
const POINTS_PER_MM = 72 / 25.4;
/** What templates/document.typ has around the text of a cell, across and up, in points. */
const CELL_PADDING = { across: 10, up: 9 };
/** Of the size of the text around a table: a capital letter of a cell, a further line, and the width of a letter. */
const CAPITAL = 0.5762;
const LINE = 1.02;
const LETTER = 0.365;

/**
 * About how many pages a typeset document of the front will have, by the letters and lines in it alone: so that documents
 * can be numbered and copied before it is typeset. The typesetter has the last word.
 */
export function likelyPages({ meta, blocks }: BlockDocument): number {
  const { top, bottom, binding, outer } = meta.page;
  const [height, width] = PAPER[meta.page.size];
  const room = height - (top + bottom) * POINTS_PER_MM;
  const across = width - (binding + outer) * POINTS_PER_MM;
  let pages = 1;
  let used = 0;
  const take = (points: number) => {
    if (used + points > room && used > 0) {
      pages += 1;
      used = 0;
    }
    used += points;
  };
  for (const block of blocks) {
    if (block.kind !== 'table') {
      take(heightOf(block, meta.size));
      continue;
    }
    const total = block.columns.reduce((sum, column) => sum + column.width, 0);
    const letters = block.columns.map(
      (column) => ((column.width / total) * across - CELL_PADDING.across) / (meta.size * LETTER),
    );
    const header = rowHeight(1, meta.size);
    take(header);
    for (const row of block.rows) {
      const rowPoints = rowHeight(linesOf(row, letters), meta.size);
      // The head of the table stands on every page of it.
      if (used + rowPoints > room) {
        pages += 1;
        used = header;
      }
      used += rowPoints;
    }
  }
  return pages;
}

const rowHeight = (lines: number, size: number) => CELL_PADDING.up + size * (CAPITAL + (lines - 1) * LINE);

function linesOf({ cells, part }: TableRow, letters: readonly number[]): number {
  if (part) return 1;
  return Math.max(1, ...cells.map((cell, i) => Math.ceil(lengthOf(cell) / letters[i]!)));
}

const lengthOf = (cell: readonly Inline[]) =>
  cell.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0);

/** A block that is no table, in points, for text of `size`. */
function heightOf(block: Block, size: number): number {
  switch (block.kind) {
    case 'heading':
      return size * 1.63;
    case 'space':
      return size * 1.22 * block.lines;
    case 'parties':
      return size * 1.38 * (block.first.entries.length + block.second.entries.length + 3);
    default:
      return size * 1.73;
  }
}
