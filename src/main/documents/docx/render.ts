import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from 'docx';
import type { BlockDocument, DocumentMeta } from '#shared/domain/blocks/blocks.ts';
import { para } from '#shared/domain/blocks/build.ts';
import { flatten } from '#shared/domain/blocks/flatten.ts';
import { hasUrdu, printable } from '#shared/domain/blocks/text.ts';
import { resourceFolder } from '../resources.ts';
import { type Frame, MM, NUMBER_INDENT, wordBlock } from './blocks.ts';
import { halfPoints, URDU_FONT, WORD_FONT, wordRuns } from './runs.ts';
import { sealed } from './seal.ts';

/**
 * A Word file of the document: real numbering, styles, page fields and cross references. The same document gives the
 * same bytes, and nothing in them tells the machine, the user or the hour.
 */
export async function wordFile(doc: BlockDocument): Promise<Uint8Array> {
  const { meta } = doc;
  const [width, height] = pageSize(meta);
  const rtl = meta.lang === 'ur';
  const left = rtl ? meta.page.outer : meta.page.binding;
  const right = rtl ? meta.page.binding : meta.page.outer;
  const frame: Frame = { meta, width: Math.round(width - (left + right) * MM), lists: new Map() };
  const landscape = meta.page.landscape;
  const blocks = flatten(doc);
  const file = new Document({
    title: printable(meta.title),
    creator: '',
    ...(hasUrduText(blocks, doc) ? { fonts: [{ name: URDU_FONT, data: urduFont() }] } : {}),
    styles: styles(meta),
    numbering: NUMBERING,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself when it lies.
            size: {
              width: landscape ? height : width,
              height: landscape ? width : height,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: Math.round(meta.page.top * MM),
              bottom: Math.round(meta.page.bottom * MM),
              left: Math.round(left * MM),
              right: Math.round(right * MM),
              header: Math.round(meta.page.top * 0.45 * MM),
              footer: Math.round(meta.page.bottom * 0.45 * MM),
            },
            ...(meta.firstPage === 1 ? {} : { pageNumbers: { start: meta.firstPage } }),
          },
        },
        ...(meta.header ? { headers: { default: pageHead(meta.header, frame) } } : {}),
        footers: { default: pageFoot(frame) },
        children: blocks.flatMap((block) => wordBlock(block, frame)),
      },
    ],
  });
  return sealed(await Packer.toBuffer(file), printable(meta.title));
}

/** Whether any of it is in Arabic letters: then its font goes with it, since few machines have a Nastaliq. */
const hasUrduText = (blocks: readonly unknown[], { meta }: BlockDocument) =>
  meta.lang === 'ur' || hasUrdu(JSON.stringify(blocks));

/** Of the SIL Open Font License, which lets it be embedded. */
const urduFont = () => readFileSync(path.join(resourceFolder(), 'fonts', 'NotoNastaliqUrdu-Regular.ttf'));

/** Width and height of a sheet that stands upright, in twips. */
const SHEETS = { a4: [11906, 16838], legal: [12240, 20160], letter: [12240, 15840] } as const;

/** The sheet upright or lying, in twips. */
function pageSize(meta: DocumentMeta): [number, number] {
  const [short, long] = SHEETS[meta.page.size];
  return meta.page.landscape ? [long, short] : [short, long];
}

function styles(meta: DocumentMeta): IStylesOptions {
  const latin = WORD_FONT[meta.font];
  const font = { ascii: latin, hAnsi: latin, eastAsia: latin, cs: URDU_FONT };
  const line = Math.round(240 * meta.spacing);
  const pleading = meta.font === 'Tinos';
  const step = (factor: number, before: number) => ({
    run: {
      font,
      bold: true,
      boldComplexScript: true,
      color: '000000',
      size: halfPoints(meta.size * factor),
      italics: false,
    },
    paragraph: { keepNext: true, spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO } },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: halfPoints(meta.size),
          sizeComplexScript: halfPoints(meta.size),
          language: { value: 'en-GB', bidirectional: 'ur-PK' },
        },
        paragraph: { spacing: { line, lineRule: LineRuleType.AUTO, after: 120 } },
      },
      heading1: step(pleading ? 1.1 : 1.5, 0),
      heading2: step(pleading ? 1 : 1.2, 200),
      heading3: step(1, 160),
    },
    paragraphStyles: [
      {
        id: 'Quotation',
        name: 'Quotation',
        basedOn: 'Normal',
        run: { size: halfPoints(meta.size * 0.93) },
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO, after: 120 } },
      },
      { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: halfPoints(meta.size * 0.85) } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: halfPoints(meta.size * 0.88) } },
    ],
  };
}

const level = (at: number, text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], depth = at) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: NUMBER_INDENT * (depth + 1), hanging: NUMBER_INDENT } } },
});

const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'paragraphs',
      levels: [
        level(0, '%1.', LevelFormat.DECIMAL),
        level(1, '(%2)', LevelFormat.LOWER_LETTER),
        level(2, '(%3)', LevelFormat.LOWER_ROMAN),
      ],
    },
    { reference: 'letters', levels: [level(0, '(%1)', LevelFormat.LOWER_LETTER)] },
  ],
};

function line(text: string, frame: Frame, size: number): ParagraphChild[] {
  const [flat] = flatten({ meta: frame.meta, blocks: [para(text)] });
  return flat?.kind === 'para' ? wordRuns(flat.content, size) : [];
}

function pageHead(head: { start: string; end: string }, frame: Frame): Header {
  const size = frame.meta.size * 0.8;
  const small = (text: string) => line(text, frame, size);
  return new Header({
    children: [
      new Paragraph({
        style: 'Note',
        bidirectional: frame.meta.lang === 'ur',
        tabStops: [{ type: TabStopType.RIGHT, position: frame.width }],
        border: { bottom: { style: BorderStyle.DOUBLE, size: 6, space: 2, color: 'auto' } },
        spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
        children: [...small(head.start), new TextRun({ text: '\t' }), ...small(head.end)],
      }),
    ],
  });
}

function pageFoot(frame: Frame): Footer {
  const { footer, size } = frame.meta;
  const small = size * 0.8;
  const points = halfPoints(small);
  const number =
    footer.numbers === 'of'
      ? [new TextRun({ size: points, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]
      : footer.numbers === 'plain'
        ? [new TextRun({ size: points, children: [PageNumber.CURRENT] })]
        : [];
  const draft = footer.draft ? [new TextRun({ text: 'Draft: check before filing', italics: true, size: points })] : [];
  const note = footer.note === null ? [] : line(footer.note, frame, small);
  return new Footer({
    children: [
      new Paragraph({
        style: 'Note',
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(frame.width / 2) },
          { type: TabStopType.RIGHT, position: frame.width },
        ],
        spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
        children: [
          ...draft,
          new TextRun({ text: '\t' }),
          ...number,
          ...(note.length > 0 ? [new TextRun({ text: '\t' }), ...note] : []),
        ],
      }),
    ],
  });
}
