import type { Inline } from '../blocks/blocks.ts';
import { annexureRef } from '../blocks/build.ts';

/**
 * References to annexures inside text that people write. A person types and reads `{C}`; what is kept is
 * `{annexure:<id>}`, so that the letter follows when the list changes.
 */
interface Cited {
  id: string;
  mark: string;
}

const KEPT = /\{annexure:([^{}\s]{1,64})\}/g;
const TYPED = /\{\s*([A-Za-z]{1,2})\s*\}/g;
const EITHER = /\{annexure:([^{}\s]{1,64})\}|\{\s*([A-Za-z]{1,2})\s*\}/g;

/** `{C}` → `{annexure:<id>}`; a letter that no annexure has stays as it was typed. */
export function citationsAsKept(text: string, annexures: readonly Cited[]): string {
  return text.replace(TYPED, (typed, mark: string) => {
    const found = annexures.find((each) => each.mark === mark.toUpperCase());
    return found ? `{annexure:${found.id}}` : typed;
  });
}

/** `{annexure:<id>}` → `{C}`; one that is no longer in the list stays as it is kept. */
export function citationsAsTyped(text: string, annexures: readonly Cited[]): string {
  return text.replace(KEPT, (kept, id: string) => {
    const found = annexures.find((each) => each.id === id);
    return found ? `{${found.mark}}` : kept;
  });
}

/** The text with live references in it; a letter or id that the list lacks becomes a dangling one. */
export function withCitations(text: string, annexures: readonly Cited[]): Inline[] {
  const out: Inline[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) out.push({ kind: 'text', text: text.slice(at, to) });
  };
  for (const found of text.matchAll(EITHER)) {
    plain(found.index);
    const [, id, mark] = found;
    const letter = mark?.toUpperCase();
    out.push(annexureRef(id ?? annexures.find((each) => each.mark === letter)?.id ?? `no annexure ${letter}`));
    at = found.index + found[0].length;
  }
  plain(text.length);
  return out;
}
