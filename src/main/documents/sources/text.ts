import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { textDocument } from '#shared/domain/drafting/source-pages.ts';
import { problem } from '#shared/problem.ts';

/** About 800 pages. */
const MOST_CHARACTERS = 2_000_000;

/** A text file as pages; the encoding is told by its mark, else UTF-8, else Windows-1252. */
export function textFileDocument(content: string | Uint8Array, name: string): BlockDocument {
  const text = typeof content === 'string' ? content : decoded(content);
  if (text.length > MOST_CHARACTERS) {
    throw problem('text-too-long', `${name} is too long to be typeset as pages. The file itself is kept as it is.`, {
      hint: 'Make a PDF of the part that is needed.',
    });
  }
  return textDocument(text, name);
}

/** The words of a text file; the encoding is told by its mark, else UTF-8, else Windows-1252. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
