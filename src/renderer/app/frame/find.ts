import type { Action } from '#renderer/app/actions.ts';

/** What one types before the words to look for one kind alone. */
const PREFIXES: Record<string, string> = { '>': 'action', '#': 'exhibit', '@': 'party' };

/** The kind that is looked for, where a sign says it, and the words. */
export function readQuery(text: string): { kind: string | null; words: string } {
  const typed = text.trimStart();
  const kind = PREFIXES[typed.charAt(0)];
  return kind === undefined ? { kind: null, words: typed.trim() } : { kind, words: typed.slice(1).trim() };
}

/** Letters as they are compared: small, and without accents. One for one, so that places in the text stay. */
const fold = (text: string) =>
  Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at).normalize('NFD').charAt(0).toLowerCase();
    return letter.length === 1 ? letter : text.charAt(at);
  }).join('');

const wordsOf = (query: string) => fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
const isLetter = (letter: string) => /[\p{L}\p{N}]/u.test(letter);

/** Where a word of the text begins with `word`; -1 where none does. */
function beginning(folded: string, word: string, from = 0): number {
  for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter(folded.charAt(at - 1))) return at;
  }
  return -1;
}

/** The text in pieces, those that the query's words are the beginning of marked. */
export function markWords(text: string, query: string): { text: string; isHit: boolean }[] {
  const folded = fold(text);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(query)) {
    for (let at = beginning(folded, word); at >= 0; at = beginning(folded, word, at + 1)) {
      hit.fill(true, at, at + word.length);
    }
  }
  const pieces: { text: string; isHit: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1);
    if (last && last.isHit === hit[at]) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), isHit: hit[at]! });
  }
  return pieces;
}

/**
 * The actions that have every word of the query at the beginning of one of theirs: those whose label begins with it
 * first, then by how early the first word stands. Without words all of them, as they come.
 */
export function rankActions<A extends Pick<Action, 'label' | 'isDisabled'>>(actions: readonly A[], query: string): A[] {
  const words = wordsOf(query);
  return actions
    .filter(({ isDisabled }) => !isDisabled)
    .map((action) => ({ action, places: words.map((word) => beginning(fold(action.label), word)) }))
    .filter(({ places }) => places.every((place) => place >= 0))
    .sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))
    .map(({ action }) => action);
}

/** From here on a word is long enough to mean a kind. */
const KIND_WORD = 4;

/**
 * The kind that a word at either end of the query names, as in "anwar order", and the words without it.
 * @param names the kinds, and what they are called on screen
 */
export function kindInWords(query: string, names: readonly (readonly [kind: string, name: string])[]) {
  const words = wordsOf(query);
  for (const at of [words.length - 1, 0]) {
    const word = words[at] ?? '';
    const named = word.length >= KIND_WORD && names.find(([, name]) => beginning(fold(name), word) === 0);
    const rest = words.filter((_, i) => i !== at);
    if (named && rest.length > 0) return { kind: named[0], words: rest.join(' ') };
  }
  return null;
}
