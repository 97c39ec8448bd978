import type { Block, BlockDocument, DocumentMeta } from '../blocks/blocks.ts';
import { para, printMeta, quiet } from '../blocks/build.ts';
import { startsRightToLeft } from '../blocks/text.ts';

/** Pages for what has none of its own. They say what they are made from. */

function meta(title: string, made: string): DocumentMeta {
  const base = printMeta(title, made);
  return { ...base, size: 10, footer: { ...base.footer, numbers: 'none' } };
}

/** Plain text, line by line as it stands in the file. */
export function textDocument(text: string, name: string): BlockDocument {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split(/\n[ \t]*\n/);
  const blocks: Block[] = lines.map((block) => para(keepIndent(block), startsRightToLeft(block) ? { lang: 'ur' } : {}));
  return { meta: meta(name, 'text file'), blocks: text.trim() === '' ? [para(quiet('The file is empty.'))] : blocks };
}

/** Spaces at the start of a line and between columns would fall together on paper. */
function keepIndent(text: string): string {
  return text.replace(/\t/g, '    ').replace(/^ +| {2,}/gm, (spaces) => '\u00A0'.repeat(spaces.length));
}
