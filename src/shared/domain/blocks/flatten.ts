import type {
  AnnexureItem,
  Annexures,
  Block,
  BlockDocument,
  Inline,
  Parties,
  Prayer,
  Signature,
  Table,
  TableRow,
  Verification,
} from './blocks.ts';
import { bold, inline, para, quiet } from './build.ts';
import { dottedDate } from './dates.ts';
import type { FlatBlock, FlatCell, FlatPara, FlatRow, FlatTable } from './flat.ts';
import { labelAt, numbersOf } from './number.ts';
import { anchorOf, type Context, firstAnchor, isRtl, oneLine, runs } from './runs.ts';

/**
 * Takes a document apart into what a renderer draws one after another. Pure: the same document gives the same list.
 * Pictures keep their bytes, everything else is new.
 */
export function flatten(doc: BlockDocument): FlatBlock[] {
  const context: Context = { numbers: numbersOf(doc), lang: doc.meta.lang, anchors: new Set() };
  return doc.blocks.flatMap((block) => flat(block, context));
}

function flat(block: Block, context: Context): FlatBlock[] {
  switch (block.kind) {
    case 'heading': {
      const rtl = isRtl(block.content, undefined, context);
      const align = block.align ?? (block.level === 1 ? 'center' : 'start');
      const content = runs(block.content, rtl, context);
      return [{ kind: 'heading', level: block.level, content, align, underline: block.underline ?? false, rtl }];
    }
    case 'para':
      return [paragraph(block, context)];
    case 'numbered': {
      const rtl = isRtl(block.content, block.lang, context);
      const number = context.numbers.paragraphs.get(block.id)!;
      return [
        {
          kind: 'numbered',
          anchor: firstAnchor(anchorOf('p', block.id), context),
          list: block.list,
          style: 'paragraphs',
          level: block.level,
          value: number.value,
          label: number.label,
          content: runs(block.content, rtl, context),
          rtl,
          keepNext: block.keepNext ?? false,
        },
      ];
    }
    case 'quote': {
      const source = block.source ? [paragraph(para(block.source, { look: 'note', indent: 1 }), context)] : [];
      const lang = block.lang ? { lang: block.lang } : {};
      return [
        { ...paragraph(para(block.content, lang), context), quote: true, keepNext: source.length > 0 },
        ...source,
      ];
    }
    case 'parties':
      return [parties(block, context)];
    case 'table':
      return [table(block, context)];
    case 'prayer':
      return prayer(block, context);
    case 'verification':
      return verification(block, context);
    case 'signature':
      return signature(block, context);
    case 'annexures':
      return annexures(block, context);
    case 'space':
      return [{ kind: 'space', lines: block.lines, rule: block.rule ?? false }];
    case 'page-break':
    case 'picture':
      return [block];
  }
}

function paragraph(block: Extract<Block, { kind: 'para' }>, context: Context): FlatPara {
  const rtl = isRtl(block.content, block.lang, context);
  return {
    kind: 'para',
    content: runs(block.content, rtl, context),
    align: block.align ?? 'start',
    rtl,
    keepNext: block.keepNext ?? false,
    indent: block.indent ?? 0,
    tight: block.tight ?? false,
    note: block.look === 'note',
    quote: false,
  };
}

/** Each line of a cell is a paragraph of its own, so that an Urdu line under an English one has its own direction. */
function cell(content: readonly Inline[], context: Context, more: Partial<FlatPara> = {}, span = 1): FlatCell {
  const lines: Inline[][] = [[]];
  for (const run of content) {
    const parts = run.kind === 'text' ? run.text.split(/\r\n?|\n/).map((text) => ({ ...run, text })) : [run];
    for (const [i, part] of parts.entries()) {
      if (i > 0 || part.kind === 'break') lines.push([]);
      if (part.kind !== 'break') lines.at(-1)!.push(part);
    }
  }
  return { paras: lines.map((line) => ({ ...paragraph(para(line, { tight: true }), context), ...more })), span };
}

function placing(widths: number[], rows: FlatCell[][], context: Context): FlatTable {
  const flatRows: FlatRow[] = rows.map((cells) => ({ cells, part: false, marked: false }));
  return {
    kind: 'table',
    widths,
    head: null,
    rows: flatRows,
    look: 'none',
    rtl: context.lang === 'ur',
    together: true,
  };
}

/** Number and name of each on one side, the role at the end of its side, "Versus" between. */
function parties(block: Parties, context: Context): FlatTable {
  // Numbers only where there are several on a side; else a name begins where the text does.
  const isNumbered = block.first.entries.length > 1 || block.second.entries.length > 1;
  const span = isNumbered ? 2 : 1;
  const side = ({ entries, role }: Parties['first']): FlatCell[][] => [
    ...entries.map((entry, i) =>
      entries.length > 1
        ? [cell(inline(`${i + 1}.`), context), cell(entry, context)]
        : [cell(entry, context, {}, span)],
    ),
    [cell([bold(`… ${role}`)], context, { align: 'end' }, span)],
  ];
  const versus = [cell([bold(block.versus)], context, { align: 'center' }, span)];
  return placing(isNumbered ? [1, 15] : [1], [...side(block.first), versus, ...side(block.second)], context);
}

function table(block: Table, context: Context): FlatTable {
  const aligned = ({ cells, spans }: TableRow) =>
    cells.map((content, i) => cell(content, context, { align: block.columns[i]?.align ?? 'start' }, spans?.[i] ?? 1));
  return {
    kind: 'table',
    widths: block.columns.map((column) => column.width),
    head: block.columns.every((column) => column.header === '')
      ? null
      : block.columns.map((column) => cell([bold(column.header)], context, { align: column.align ?? 'start' })),
    rows: block.rows.map((row) => ({
      cells: row.part ? [cell(row.cells[0] ?? [], context, {}, block.columns.length)] : aligned(row),
      part: row.part ?? false,
      marked: row.marked ?? false,
    })),
    look: block.look,
    rtl: context.lang === 'ur',
    together: false,
  };
}

function prayer(block: Prayer, context: Context): FlatBlock[] {
  const items: FlatBlock[] = block.items.map((content, i) => {
    const rtl = isRtl(content, undefined, context);
    return {
      kind: 'numbered',
      anchor: null,
      list: block.id,
      style: 'letters',
      level: 0,
      value: i + 1,
      label: labelAt(1, i + 1),
      content: runs(content, rtl, context),
      rtl,
      keepNext: false,
    };
  });
  return [
    centred(block.heading, context),
    paragraph(para(block.lead, { align: 'justify', keepNext: true }), context),
    ...items,
    // The signature that follows is never alone on a page.
    ...(block.close ? [paragraph(para(block.close, { align: 'justify', keepNext: true }), context)] : []),
  ];
}

function centred(text: string, context: Context): FlatBlock {
  const content = inline(text);
  const rtl = isRtl(content, undefined, context);
  return { kind: 'heading', level: 2, content: runs(content, rtl, context), align: 'center', underline: true, rtl };
}

function verification(block: Verification, context: Context): FlatBlock[] {
  return [
    centred(block.heading, context),
    paragraph(para(block.content, { align: 'justify', keepNext: true }), context),
    signed([], [block.signatory], context),
  ];
}

const SPACE: Inline[] = inline('\u00A0');
const RULE: Inline[] = inline('______________________');

/** Lines at the start side, and the signatory's under a rule at the other, with room for the hand. */
function signed(left: Inline[][], right: Inline[][], context: Context, above: Inline[] = SPACE): FlatTable {
  const column = (lines: Inline[][], align: FlatPara['align']): FlatCell => ({
    paras: lines.map((line) => ({ ...paragraph(para(line, { tight: true }), context), align })),
    span: 1,
  });
  return placing(
    [1, 1],
    [[column([SPACE, ...left], 'start'), column([above, SPACE, RULE, ...right], 'center')]],
    context,
  );
}

function signature(block: Signature, context: Context): FlatBlock[] {
  const main = signed(block.left, block.right, context);
  if (!block.through) return [main];
  return [main, signed([], block.through.lines, context, [bold(block.through.label)])];
}

function annexures(block: Annexures, context: Context): FlatBlock[] {
  const row = (item: AnnexureItem, i: number): FlatRow => {
    const mark: FlatPara = {
      ...paragraph(para('', { tight: true, align: 'center' }), context),
      content: [{ kind: 'anchor', anchor: firstAnchor(anchorOf('a', item.id), context), text: oneLine(item.mark) }],
    };
    const what = inline(item.form ? [item.title, ' ', quiet(`(${item.form})`)] : item.title);
    return {
      cells: [
        cell(inline(String(i + 1)), context, { align: 'center' }),
        cell(what, context),
        { paras: [mark], span: 1 },
        cell(inline(item.date ? dottedDate(item.date) : 'undated'), context, { align: 'center' }),
        cell(inline(item.pages ?? '–'), context, { align: 'center' }),
      ],
      part: false,
      marked: false,
    };
  };
  const head = ['S. No.', 'Particulars of document', 'Annexure', 'Date', 'Pages'];
  const list: FlatTable = {
    kind: 'table',
    widths: [2, 9, 3.4, 3.6, 2.4],
    head: head.map((text, i) => cell([bold(text)], context, { align: i === 1 ? 'start' : 'center' })),
    rows: block.items.map(row),
    look: 'grid',
    rtl: context.lang === 'ur',
    together: false,
  };
  return [centred(block.heading, context), list];
}
