import type {
  AnnexureRun,
  BlankRun,
  Block,
  BlockDocument,
  DocumentMeta,
  Heading,
  Inline,
  PageGeometry,
  Paragraph,
  RefRun,
  TextRun,
} from './blocks.ts';

/** Short words for making blocks; a plain string stands for a run of plain text. */
export type Content = string | Inline | readonly (string | Inline)[];

export function inline(content: Content): Inline[] {
  const list = Array.isArray(content) ? content : [content];
  return list.map((part: string | Inline) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
}

export const bold = (text: string): TextRun => ({ kind: 'text', text, bold: true });
export const italic = (text: string): TextRun => ({ kind: 'text', text, italic: true });
export const quiet = (text: string): TextRun => ({ kind: 'text', text, quiet: true });
export const mono = (text: string): TextRun => ({ kind: 'text', text, mono: true });
export const blankRun = (id: string, label: string): BlankRun => ({ kind: 'blank', id, label });
export const refTo = (target: string): RefRun => ({ kind: 'ref', target });
export const annexureRef = (target: string): AnnexureRun => ({ kind: 'annexure', target });

export function para(content: Content, more: Partial<Omit<Paragraph, 'kind' | 'content'>> = {}): Paragraph {
  return { kind: 'para', content: inline(content), ...more };
}

export function heading(
  level: Heading['level'],
  content: Content,
  more: Partial<Pick<Heading, 'align' | 'underline'>> = {},
): Heading {
  return { kind: 'heading', level, content: inline(content), ...more };
}

export const pageBreak: Block = { kind: 'page-break' };

/** Court paper of Pakistan: legal size, a wide margin at the bound edge, a line and a half. */
export const COURT_LEGAL: PageGeometry = {
  size: 'legal',
  landscape: false,
  top: 25,
  bottom: 25,
  binding: 45,
  outer: 20,
};

/** The Supreme Court of India's A4: 4 cm left and right, 2 cm top and bottom. */
export const COURT_A4_INDIA: PageGeometry = {
  size: 'a4',
  landscape: false,
  top: 20,
  bottom: 20,
  binding: 40,
  outer: 40,
};

/** Prints of our own: A4, 20 mm all round. */
export const PRINT_A4: PageGeometry = { size: 'a4', landscape: false, top: 20, bottom: 20, binding: 20, outer: 20 };

/** A pleading's look unless the template says otherwise. */
export function pleadingMeta(title: string, more: Partial<DocumentMeta> = {}): DocumentMeta {
  return {
    title,
    lang: 'en',
    page: COURT_LEGAL,
    font: 'Tinos',
    size: 13,
    spacing: 1.5,
    header: null,
    footer: { numbers: 'of', draft: true, note: null },
    firstPage: 1,
    ...more,
  };
}

/** A print's look: 10.5 on 14 point Source Serif, tables smaller, a running head over a double rule. */
export function printMeta(title: string, headEnd: string, more: Partial<DocumentMeta> = {}): DocumentMeta {
  return {
    title,
    lang: 'en',
    page: PRINT_A4,
    font: 'Source Serif 4',
    size: 10.5,
    spacing: 1.15,
    header: { start: title, end: headEnd },
    footer: { numbers: 'of', draft: false, note: null },
    firstPage: 1,
    ...more,
  };
}

/** The same document as final: without the draft footer. */
export function finalOf(doc: BlockDocument): BlockDocument {
  return { ...doc, meta: { ...doc.meta, footer: { ...doc.meta.footer, draft: false } } };
}
