import type { BlockDocument } from '../blocks/blocks.ts';
import { flatten } from '../blocks/flatten.ts';
import { stripMarks } from '../blocks/text.ts';

/** All that a document says, for searching: one line for each paragraph or cell; blanks say nothing. */
export function textOf(document: BlockDocument): string {
  return flatten(document).flatMap(linesOf).join('\n');
}

function linesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linesOf);
  if (node === null || typeof node !== 'object') return [];
  const { content, ...rest } = node as { content?: unknown };
  const line = Array.isArray(content) ? content.map(said).join('') : '';
  return [...(line === '' ? [] : [stripMarks(line)]), ...Object.values(rest).flatMap(linesOf)];
}

function said(part: unknown): string {
  const { kind, text, runs } = part as { kind?: string; text?: string; runs?: unknown[] };
  if (kind === 'blank') return ' ';
  if (kind === 'break') return ' ';
  if (runs) return runs.map(said).join('');
  return text ?? '';
}
