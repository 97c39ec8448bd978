import mammoth from 'mammoth';
import type { Block, BlockDocument, Inline } from '#shared/domain/blocks/blocks.ts';
import { PRINT_A4, printMeta } from '#shared/domain/blocks/build.ts';
import { problem } from '#shared/problem.ts';
import { imageSize } from '../image-size.ts';
import { readZip, writeZip, ZipError } from '../zip.ts';
import { bareJpeg } from './jpeg.ts';

/** A Word file of 4,000 pages unpacks to some 60 MB. */
const LIMITS = { total: 256 * 1024 * 1024, entries: 5000 };
const MOST_TEXT = 48 * 1024 * 1024;

/** What mammoth gives: its own tree, of which this is the part that pages are made from. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderline?: boolean;
  isDeleted?: boolean;
  styleName?: string | null;
  alignment?: string | null;
  numbering?: { level: string | number; isOrdered: boolean } | null;
  breakType?: string;
  contentType?: string;
  altText?: string | null;
  colSpan?: number;
  rowSpan?: number;
  read?: () => Promise<Buffer>;
}

/**
 * A foreign Word file as blocks: its words, tables and pictures, not its layout, which only Word knows. The head of
 * every page says so.
 */
export async function foreignDocx(bytes: Uint8Array, name: string): Promise<BlockDocument> {
  const tree = await read(opened(bytes, name), name);
  const blocks: Block[] = [];
  const counts = new Map<number, number>();
  for (const node of tree.children ?? []) blocks.push(...(await block(node, counts)));
  const base = printMeta(name, 'not Word’s layout');
  return {
    meta: {
      ...base,
      font: 'Tinos',
      size: 11,
      page: { ...PRINT_A4, binding: 25, outer: 25 },
      footer: { ...base.footer, numbers: 'none' },
    },
    blocks,
  };
}

/** The package, checked, with simple fields taken out from around their results: mammoth would lose those. */
function opened(bytes: Uint8Array, name: string): Uint8Array {
  try {
    const entries = readZip(bytes, LIMITS);
    const text = entries.find((entry) => entry.name === 'word/document.xml');
    if (!text) throw new ZipError('not-zip', 'no document');
    if (text.bytes.length > MOST_TEXT) throw new ZipError('too-big', 'text');
    text.bytes = Buffer.from(
      Buffer.from(text.bytes)
        .toString('utf8')
        .replace(/<\/?w:fldSimple\b[^>]*>/g, ''),
    );
    return writeZip(entries);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw refused(error.reason, name);
  }
}

function refused(reason: ZipError['reason'], name: string) {
  const hint = 'Open it in Word, save it as PDF and add that. The file itself is kept as it is.';
  if (reason === 'too-big') return problem('docx-too-large', `${name} unpacks to more than can be typeset.`, { hint });
  if (reason === 'encrypted') return problem('docx-encrypted', `${name} is protected by a password.`, { hint });
  return problem('docx-unreadable', `${name} is not a Word file that can be read: it is damaged or of another kind.`, {
    hint,
  });
}

async function read(bytes: Uint8Array, name: string): Promise<Node> {
  let tree: Node | null = null;
  const keep = (document: Node) => {
    tree = document;
    // Mammoth shall not make HTML of it.
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { transformDocument: keep as (document: unknown) => unknown },
    );
  } catch {
    throw refused('damaged', name);
  }
  if (!tree) throw refused('damaged', name);
  return tree;
}

async function block(node: Node, counts: Map<number, number>): Promise<Block[]> {
  if (node.type === 'table') return [table(node)];
  if (node.type !== 'paragraph') return [];
  const pictures: Block[] = [];
  for (const image of findAll(node, 'image')) pictures.push(await picture(image));
  const content = [...marker(node, counts), ...runs(node, {})];
  const level =
    /^heading ([1-9])/i.exec(node.styleName ?? '')?.[1] ?? (/^title$/i.test(node.styleName ?? '') ? '1' : null);
  const align =
    ({ center: 'center', right: 'end', end: 'end', both: 'justify' } as const)[node.alignment ?? ''] ?? 'start';
  const breaks: Block[] = findAll(node, 'break').some((each) => each.breakType === 'page')
    ? [{ kind: 'page-break' }]
    : [];
  if (content.length === 0) return [...breaks, ...pictures];
  const text: Block =
    level === null
      ? { kind: 'para', content, align, indent: node.numbering ? Math.min(3, Number(node.numbering.level) || 0) : 0 }
      : { kind: 'heading', level: Math.min(3, Number(level)) as 1 | 2 | 3, content, align };
  return [...breaks, text, ...pictures];
}

/** List numbers are counted again: Word's own formats are not told. */
function marker(node: Node, counts: Map<number, number>): Inline[] {
  if (!node.numbering) return [];
  const level = Number(node.numbering.level) || 0;
  for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper);
  if (!node.numbering.isOrdered) return [{ kind: 'text', text: '•\u00A0\u00A0' }];
  const value = (counts.get(level) ?? 0) + 1;
  counts.set(level, value);
  return [{ kind: 'text', text: `${value}.\u00A0\u00A0` }];
}

type Look = { bold?: boolean; italic?: boolean; underline?: boolean };

function runs(node: Node, look: Look): Inline[] {
  if (node.isDeleted) return [];
  switch (node.type) {
    case 'text':
      return node.value ? [{ kind: 'text', text: node.value, ...look }] : [];
    case 'tab':
      return [{ kind: 'text', text: '\u2003', ...look }];
    case 'break':
      return node.breakType === 'line' ? [{ kind: 'break' }] : [];
    case 'run': {
      const own: Look = {
        ...(node.isBold || look.bold ? { bold: true } : {}),
        ...(node.isItalic || look.italic ? { italic: true } : {}),
        ...(node.isUnderline || look.underline ? { underline: true } : {}),
      };
      return (node.children ?? []).flatMap((child) => runs(child, own));
    }
    case 'table':
      return [];
    default:
      return (node.children ?? []).flatMap((child) => runs(child, look));
  }
}

/** Cells that run over several columns keep their width; one that runs over rows leaves empty places below it. */
function table(node: Node): Block {
  const rows = (node.children ?? []).filter((row) => row.type === 'tableRow');
  const below: number[] = [];
  const grid = rows.map((row) => {
    const cells: { content: Inline[]; span: number }[] = [];
    let column = 0;
    const skip = () => {
      for (; (below[column] ?? 0) > 0; column += 1) {
        below[column]! -= 1;
        cells.push({ content: [], span: 1 });
      }
    };
    for (const cell of row.children ?? []) {
      skip();
      const span = Math.min(63, Math.max(1, cell.colSpan ?? 1));
      cells.push({ content: paragraphs(cell), span });
      for (let i = 0; i < span; i += 1) below[column + i] = Math.max(0, (cell.rowSpan ?? 1) - 1);
      column += span;
    }
    skip();
    return { cells, width: column };
  });
  const width = Math.max(1, ...grid.map((row) => row.width));
  return {
    kind: 'table',
    look: 'grid',
    columns: Array.from({ length: width }, () => ({ header: '', width: 1 })),
    rows: grid.map((row) => {
      const missing = Array.from({ length: width - row.width }, () => ({ content: [] as Inline[], span: 1 }));
      const cells = [...row.cells, ...missing];
      return { cells: cells.map(({ content }) => content), spans: cells.map(({ span }) => span) };
    }),
  };
}

/** A cell's paragraphs, and those of tables within it, one under another. */
function paragraphs(cell: Node): Inline[] {
  const all = findAll(cell, 'paragraph').map((each) => runs(each, {}));
  return all.flatMap((content, i): Inline[] => (i === 0 ? content : [{ kind: 'break' }, ...content]));
}

function findAll(node: Node, type: string): Node[] {
  return (node.children ?? []).flatMap((child) => [...(child.type === type ? [child] : []), ...findAll(child, type)]);
}

/** What stands in the place of a picture that can't be decoded. */
export function lostPicture(alt: string): Block {
  return {
    kind: 'para',
    content: [{ kind: 'blank', id: 'picture', label: `a picture that can’t be shown here: ${alt}` }],
  };
}

async function picture(node: Node): Promise<Block> {
  const alt = node.altText || 'picture';
  try {
    const bytes = Uint8Array.from((await node.read?.()) ?? []);
    const info = imageSize(bytes);
    if (!info) return lostPicture(alt);
    const data = info.mime === 'image/jpeg' ? bareJpeg(bytes, info.orientation) : bytes;
    return { kind: 'picture', mime: info.mime, bytes: data, alt, width: Math.min(160, (info.width / 96) * 25.4) };
  } catch {
    return lostPicture(alt);
  }
}
