import type {
  AnnexureItem,
  Annexures,
  Block,
  BlockDocument,
  Inline,
  Lang,
  Parties,
  Prayer,
  Signature,
  Table,
  TableRow,
  TextRun,
  Verification,
} from './blocks.ts';
import { bold, inline, para, quiet } from './build.ts';
import { dottedDate } from './dates.ts';
import type { FlatBlock, FlatCell, FlatInline, FlatPara, FlatRow, FlatTable, FlatText } from './flat.ts';
import { labelAt, type Numbers, numbersOf } from './number.ts';
import { printable, safeAddress, segments, startsRightToLeft } from './text.ts';

/**
 * Takes a document apart into what a renderer draws one after another. Pure: the same document gives the same list.
 * Pictures keep their bytes, everything else is new.
 */
export function flatten(doc: BlockDocument): FlatBlock[] {
  const context: Context = { numbers: numbersOf(doc), lang: doc.meta.lang, anchors: new Set() };
  return doc.blocks.flatMap((block) => flat(block, context));
}

interface Context {
  numbers: Numbers;
  lang: Lang;
  /** Targets already placed: a bookmark may stand only once. */
  anchors: Set<string>;
}

function firstAnchor(anchor: string, context: Context): string | null {
  if (context.anchors.has(anchor)) return null;
  context.anchors.add(anchor);
  return anchor;
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

/** A paragraph runs right to left when it says so, else when its first letter does, else with its document. */
function isRtl(content: readonly Inline[], lang: Lang | undefined, context: Context): boolean {
  if (lang) return lang === 'ur';
  const text = content.map((run) => ('text' in run ? run.text : '')).join(' ');
  return /\p{L}/u.test(text) ? startsRightToLeft(text) : context.lang === 'ur';
}

/** A stable name for the target of a reference: letters and digits only, as Word asks of a bookmark. */
function anchorOf(kind: 'p' | 'a', id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return `${kind}_${id.replace(/[^A-Za-z0-9]/g, '').slice(0, 22)}_${hash.toString(36)}`;
}

function runs(content: readonly Inline[], rtl: boolean, context: Context): FlatInline[] {
  const out: FlatInline[] = [];
  for (const run of content) {
    switch (run.kind) {
      case 'text':
        out.push(...textRuns(run, rtl));
        break;
      case 'ltr':
        out.push(...textRuns({ kind: 'text', text: run.text, bold: run.bold ?? false }, rtl, true));
        break;
      case 'blank':
        out.push({
          kind: 'blank',
          label: oneLine(run.label),
          why: 'missing',
          id: encodeURIComponent(printable(run.id)),
        });
        break;
      case 'ref': {
        const number = context.numbers.paragraphs.get(run.target);
        if (number)
          out.push({ kind: 'ref', anchor: anchorOf('p', run.target), text: number.full, before: '', of: 'number' });
        else out.push({ kind: 'blank', label: 'a paragraph that is no longer there', why: 'dangling', id: null });
        break;
      }
      case 'annexure': {
        const mark = context.numbers.annexures.get(run.target);
        if (mark === undefined)
          out.push({ kind: 'blank', label: 'annexure: nothing is linked', why: 'dangling', id: null });
        else
          out.push({
            kind: 'ref',
            anchor: anchorOf('a', run.target),
            text: oneLine(mark),
            before: 'Annexure\u00A0',
            of: 'mark',
          });
        break;
      }
      case 'link': {
        const texts = textRuns({ kind: 'text', text: oneLine(run.text) }, rtl);
        const href = safeAddress(run.href);
        if (href === null) out.push(...texts);
        else out.push({ kind: 'link', href, runs: texts.filter((each) => each.kind === 'text') });
        break;
      }
      case 'break':
        out.push({ kind: 'break' });
    }
  }
  return fenceAfterUrdu(out, rtl);
}

const LRM = '\u200E';

/** A run that follows an Urdu one may begin with a date: the bidi rules look across runs, so the mark must too. */
function fenceAfterUrdu(content: FlatInline[], rtl: boolean): FlatInline[] {
  if (rtl) return content;
  return content.map((run, i) => {
    const before = content[i - 1];
    if (run.kind !== 'text' || run.urdu || before?.kind !== 'text' || !before.urdu || run.text.startsWith(LRM))
      return run;
    return { ...run, text: LRM + run.text };
  });
}

function textRuns(run: TextRun, rtl: boolean, whole = false): (FlatText | { kind: 'break' })[] {
  const look = {
    bold: run.bold ?? false,
    italic: run.italic ?? false,
    underline: run.underline ?? false,
    quiet: run.quiet ?? false,
    mono: run.mono ?? false,
  };
  const out: (FlatText | { kind: 'break' })[] = [];
  for (const [i, line] of printable(run.text).split('\n').entries()) {
    if (i > 0) out.push({ kind: 'break' });
    if (line === '') continue;
    const parts = whole ? [{ text: rtl ? LRM + line + LRM : line, urdu: false }] : segments(line, rtl ? 'rtl' : 'ltr');
    for (const part of parts) out.push({ kind: 'text', ...part, ...look });
  }
  return out;
}

const oneLine = (text: string) => printable(text).replaceAll('\n', ' ');

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
