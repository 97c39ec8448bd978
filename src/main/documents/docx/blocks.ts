import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Align, DocumentMeta } from '#shared/domain/blocks/blocks.ts';
import type { FlatBlock, FlatCell, FlatNumbered, FlatPara, FlatRow, FlatTable } from '#shared/domain/blocks/flat.ts';
import { imageSize } from '../image-size.ts';
import { wordRuns } from './runs.ts';

/** Twips (twentieths of a point) in a millimetre. */
export const MM = 1440 / 25.4;
/** How far a number stands before its text, and each level before the next. */
export const NUMBER_INDENT = Math.round(11 * MM);

export interface Frame {
  meta: DocumentMeta;
  /** Width of the text, in twips. */
  width: number;
  /** Each list gets an instance of Word's numbering of its own, so that counting starts again. */
  lists: Map<string, number>;
}

type WordBlock = Paragraph | Table;

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const ALIGN: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
  justify: AlignmentType.BOTH,
};

export function wordBlock(block: FlatBlock, frame: Frame): WordBlock[] {
  const { size } = frame.meta;
  switch (block.kind) {
    case 'heading': {
      const content = block.underline
        ? block.content.map((run) => (run.kind === 'text' ? { ...run, underline: true } : run))
        : block.content;
      return [
        new Paragraph({
          heading: HEADINGS[block.level - 1]!,
          alignment: ALIGN[block.align],
          bidirectional: block.rtl,
          children: wordRuns(content, size),
        }),
      ];
    }
    case 'para':
      return [paragraph(block, frame)];
    case 'numbered':
      return [numbered(block, frame)];
    case 'table':
      return [table(block, frame), new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 60 } })];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT, after: 0 } })];
    case 'space':
      if (block.rule) {
        const border = { bottom: { style: BorderStyle.DOUBLE, size: 6, space: 1, color: 'auto' } };
        return [new Paragraph({ border, spacing: { line: 120, lineRule: LineRuleType.EXACT, after: 120 } })];
      }
      return Array.from({ length: block.lines }, () => new Paragraph({}));
    case 'picture':
      return [picture(block, frame)];
  }
}

function paragraph(block: FlatPara, frame: Frame, more: Partial<IParagraphOptions> = {}): Paragraph {
  const size = block.note ? frame.meta.size * 0.85 : frame.meta.size;
  const inset = block.quote ? NUMBER_INDENT : block.indent * NUMBER_INDENT;
  return new Paragraph({
    style: block.quote ? 'Quotation' : block.note ? 'Note' : 'Normal',
    alignment: ALIGN[block.align],
    bidirectional: block.rtl,
    keepNext: block.keepNext,
    ...(inset > 0 ? { indent: { start: inset, ...(block.quote ? { end: inset } : {}) } } : {}),
    ...spacing(block.rtl, block.tight, frame),
    children: wordRuns(block.content, size),
    ...more,
  });
}

/** Nastaliq is about twice as high as other letters, and says so in the font: a multiple of that, never "exactly". */
const URDU_LINE = 1.1;

function spacing(rtl: boolean, tight: boolean, frame: Frame): Pick<IParagraphOptions, 'spacing'> {
  if (!rtl && !tight) return {};
  const line = Math.round(240 * (rtl ? URDU_LINE : frame.meta.spacing));
  return { spacing: { line, lineRule: LineRuleType.AUTO, ...(tight ? { after: 0 } : {}) } };
}

function numbered(block: FlatNumbered, frame: Frame): Paragraph {
  if (!frame.lists.has(block.list)) frame.lists.set(block.list, frame.lists.size);
  const children = wordRuns(block.content, frame.meta.size);
  return new Paragraph({
    numbering: { reference: block.style, level: block.level, instance: frame.lists.get(block.list)! },
    // Short lines of a list would be pulled apart.
    alignment: block.level === 0 && block.style === 'paragraphs' ? AlignmentType.BOTH : AlignmentType.START,
    bidirectional: block.rtl,
    keepNext: block.keepNext,
    ...spacing(block.rtl, false, frame),
    children: block.anchor === null ? children : [new Bookmark({ id: block.anchor, children })],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '404040' };
const HAIR = { style: BorderStyle.SINGLE, size: 2, color: '808080' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function table(block: FlatTable, frame: Frame): Table {
  const total = block.widths.reduce((sum, each) => sum + each, 0);
  const widths = block.widths.map((each) => Math.floor((each / total) * frame.width));
  const rows = block.rows.map((row, i) =>
    tableRow(row, block, widths, frame, block.together && i < block.rows.length - 1),
  );
  const head =
    block.head && tableRow({ cells: block.head, part: false, marked: false }, block, widths, frame, true, true);
  const edge = block.look === 'grid' ? LINE : NONE;
  const inside = block.look === 'grid' ? LINE : block.look === 'lines' ? HAIR : NONE;
  return new Table({
    width: { size: frame.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: block.rtl,
    borders: {
      top: block.look === 'lines' ? NONE : edge,
      bottom: block.look === 'lines' ? HAIR : edge,
      left: edge,
      right: edge,
      insideHorizontal: inside,
      insideVertical: edge,
    },
    rows: head ? [head, ...rows] : rows,
  });
}

/** Rows of an index stay whole; a row longer than that may run over the page, or it would be cut off. */
const LONG_ROW = 1200;

function tableRow(
  row: FlatRow,
  block: FlatTable,
  widths: number[],
  frame: Frame,
  keepNext: boolean,
  head = false,
): TableRow {
  const length = row.cells.reduce((sum, cell) => sum + textLength(cell), 0);
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = widths.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0);
    column += cell.span;
    const fill = row.part ? 'EDEDED' : row.marked ? 'F6E3A1' : null;
    return new TableCell({
      columnSpan: cell.span,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      margins:
        block.look === 'none' ? { left: 0, right: 0, top: 0, bottom: 0 } : { left: 90, right: 90, top: 40, bottom: 40 },
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      ...(head && block.look === 'lines' ? { borders: { bottom: { ...LINE, size: 8 } } } : {}),
      children: cell.paras.map((each) => cellParagraph(each, block, frame, keepNext, row.part)),
    });
  });
  return new TableRow({
    cantSplit: length < LONG_ROW,
    tableHeader: head,
    height: { value: 20, rule: HeightRule.ATLEAST },
    children: cells,
  });
}

function cellParagraph(para: FlatPara, block: FlatTable, frame: Frame, keepNext: boolean, strong: boolean): Paragraph {
  const content = strong
    ? para.content.map((run) => (run.kind === 'text' ? { ...run, bold: true } : run))
    : para.content;
  const placed = block.look === 'none';
  const line = Math.round(240 * (para.rtl ? URDU_LINE : placed ? 1 + (frame.meta.spacing - 1) / 2 : 1.08));
  return paragraph({ ...para, content }, frame, {
    style: placed ? 'Normal' : 'TableText',
    keepNext,
    spacing: { line, lineRule: LineRuleType.AUTO, after: 0 },
  });
}

function textLength(cell: FlatCell): number {
  return cell.paras.reduce(
    (sum, each) => sum + each.content.reduce((n, run) => n + ('text' in run ? run.text.length : 0), 0),
    0,
  );
}

function picture(block: Extract<FlatBlock, { kind: 'picture' }>, frame: Frame): Paragraph {
  const type = ({ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const)[block.mime as 'image/png'];
  const size = imageSize(block.bytes);
  if (!type || !size) return new Paragraph({ children: [new TextRun({ text: `[● picture: ${block.alt}]` })] });
  // Pixels at 96 to the inch are what the library counts in.
  const wanted = block.width === null ? frame.width / 15 : (block.width * MM) / 15;
  const width = Math.min(wanted, frame.width / 15, size.width);
  const height = Math.round((width * size.height) / size.width);
  const transformation = { width: Math.round(width), height };
  const altText = { name: 'picture', description: block.alt, title: block.alt };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new ImageRun({ type, data: block.bytes, transformation, altText })],
  });
}
