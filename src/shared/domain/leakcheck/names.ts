import { hasUrdu } from '../blocks/text.ts';
import { COURTESY, LEGAL_FORM } from '../conflicts/match.ts';
import { soundOf } from '../conflicts/sound.ts';
import { keysOf, type Likeness, wordLike } from './alike.ts';
import { type Folded, fold, type Word, wordsOf } from './fold.ts';

/** A stretch of folded text that is one of the names looked for. */
export interface NameHit {
  /** The place in the list of names. */
  name: number;
  from: number;
  to: number;
}

interface Name {
  at: number;
  words: string[];
}

/** One word of one name that a word of the text is like. */
interface Part {
  name: Name;
  part: number;
  how: Likeness | 'initial';
}

/** What stands before one name that is used alone. */
const TITLES = new Set('mr mrs ms miss mst dr prof sir justice محترم محترمہ جناب'.split(' '));
/** Words that join two persons and are no part of a name. */
const JOINING = new Set('and or the of v vs versus by to from in with is was اور و بنام نے کو سے और'.split(' '));
/** Most words of a middle name that the vault does not have. */
const GAP = 1;
/** Below this many letters a name run together must begin and end with a word. */
const SURE_TOGETHER = 10;
const LEAST_TOGETHER = 7;
const MOST_CACHED = 200_000;

/**
 * Finds names in folded text in all their spellings: other transliterations and scripts, word order, initials, a middle
 * name left out or put in, a title with the surname, letters spaced out, words divided anywhere. A given name alone is
 * found only where it is a name of its own in the list.
 */
export class NameFinder {
  private readonly names: Name[] = [];
  private readonly open = new Set<string>();
  private readonly openWords = new Set<string>();
  /**
   * Names with their words run together, in their own order and with the last first, by their first letters; none of
   * names with initials.
   */
  private readonly together = new Map<number, { name: number; form: string }[]>();
  /** The words of names by their keys, and by their first letters. */
  private readonly byKey = new Map<string, { name: Name; part: number }[]>();
  private readonly parts = new Map<string, readonly Part[]>();

  constructor(names: readonly string[], openNames: readonly string[]) {
    for (const [at, name] of names.entries()) {
      const words = tellingWords(name);
      if (words.length === 0 || words.every((word) => word.length < 2)) continue;
      const whole = words.length > 1 && words.every((word) => word.length > 1);
      const together = whole ? [words.join(''), [words.at(-1)!, ...words.slice(0, -1)].join('')] : [];
      // Some programs write the Arabic script into a PDF as it is seen, from left to right.
      const seen = hasUrdu(name) ? together.map((form) => [...form].reverse().join('')) : [];
      const forms = [...together, ...seen].filter((form) => form.length >= LEAST_TOGETHER);
      this.names.push({ at, words });
      for (const form of forms) {
        const head = headOf(form, 0);
        this.together.set(head, [...(this.together.get(head) ?? []), { name: at, form }]);
      }
    }
    for (const name of this.names) {
      for (const [part, word] of name.words.entries()) {
        // An initial of the name is found as that alone.
        for (const key of [initialKey(word), ...(word.length === 1 ? [] : keysOf(word))]) {
          const list = this.byKey.get(key);
          if (list) list.push({ name, part });
          else this.byKey.set(key, [{ name, part }]);
        }
      }
    }
    const secret = new Set(this.names.map(({ words }) => words.join(' ')));
    for (const name of openNames) {
      const words = tellingWords(name);
      if (secret.has(words.join(' '))) continue;
      this.open.add(words.join(' '));
      for (const word of words) this.openWords.add(word);
    }
  }

  find(folded: Folded): NameHit[] {
    if (this.names.length === 0) return [];
    const { text } = folded;
    const words = wordsOf(text);
    const hits: NameHit[] = [];
    const like = words.map(({ text: word }) => this.partsLike(word));
    for (let i = 0; i < words.length; i++) {
      for (const first of like[i]!) {
        const hit = this.from(folded, words, like, i, first);
        if (hit) hits.push(hit);
      }
    }
    hits.push(...this.runTogether(words));
    return widest(hits.filter(({ from, to }) => !this.isOpen(text.slice(from, to))));
  }

  /** The words of names that a word of a text is like; remembered, since a text says the same words again and again. */
  private partsLike(word: string): readonly Part[] {
    const kept = this.parts.get(word);
    if (kept) return kept;
    const found: Part[] = [];
    const seen = new Set<string>();
    for (const key of word.length === 1 ? [initialKey(word)] : keysOf(word)) {
      for (const { name, part } of this.byKey.get(key) ?? []) {
        const id = `${name.at} ${part}`;
        if (seen.has(id)) continue;
        seen.add(id);
        const own = name.words[part]!;
        const how = word.length === 1 ? 'initial' : wordLike(own, word);
        if (how !== null) found.push({ name, part, how });
      }
    }
    if (this.parts.size > MOST_CACHED) this.parts.clear();
    this.parts.set(word, found);
    return found;
  }

  /** The longest run of a name's words that begins at word `i` with `first`, where it is enough to tell whose name it is. */
  private from(folded: Folded, words: Word[], like: (readonly Part[])[], i: number, first: Part): NameHit | null {
    const { name } = first;
    const { text } = folded;
    const taken = new Map([[first.part, first.how]]);
    let last = i;
    for (let next = i + 1; next < words.length && next - last <= GAP + 1 && taken.size < name.words.length; next++) {
      if (/\n\s*\n/.test(text.slice(words[next - 1]!.to, words[next]!.from))) break;
      const fits = like[next]!.filter((part) => part.name === name && !taken.has(part.part));
      const best = fits.find(({ how }) => how === 'same') ?? fits[0];
      if (best) {
        // An initial stands beside its name, and not a word away.
        if (next - last > 1 && (best.how === 'initial' || taken.values().some((how) => how === 'initial'))) break;
        taken.set(best.part, best.how);
        last = next;
      } else if (JOINING.has(words[next]!.text)) break;
    }
    const isTold = taken.size === 1 && this.isTitled(folded, name, words, i);
    if (!isTold && !isEnough(name, [...taken.values()])) return null;
    return { name: name.at, from: words[i]!.from, to: words[last]!.to };
  }

  /** "Ms Bukhari": a title and one of the names, alone, where no one whose name is open has it. */
  private isTitled({ source, at }: Folded, name: Name, words: Word[], i: number): boolean {
    const word = words[i]!;
    const before = words[i - 1];
    if (name.words.length < 2 || word.text.length < 4 || before === undefined || !TITLES.has(before.text)) return false;
    // Another name follows: it is someone else.
    if (/^\s+\p{Lu}/u.test(source.slice(at[word.to]!, at[word.to]! + 8))) return false;
    const isLike = (own: string) => ['same', 'sound'].includes(wordLike(own, word.text) ?? '');
    return name.words.some(isLike) && ![...this.openWords].some(isLike);
  }

  /** Names whose words or letters were pulled apart or run together. */
  private runTogether(words: Word[]): NameHit[] {
    const letters = words.map((word) => word.text).join('');
    const starts: number[] = [];
    let sum = 0;
    for (const word of words) {
      starts.push(sum);
      sum += word.text.length;
    }
    const hits: NameHit[] = [];
    for (let at = 0; at + LEAST_TOGETHER <= letters.length; at++) {
      for (const { name, form } of this.together.get(headOf(letters, at)) ?? []) {
        if (!letters.startsWith(form, at)) continue;
        const end = at + form.length;
        const first = lastAtMost(starts, at);
        const last = lastAtMost(starts, end - 1);
        const isWhole = starts[first] === at && starts[last]! + words[last]!.text.length === end;
        if (!isWhole && form.length < SURE_TOGETHER) continue;
        const from = words[first]!.from + at - starts[first]!;
        const to = words[last]!.from + end - starts[last]!;
        // Letters scattered over a page are no name.
        if (to - from <= form.length * 6) hits.push({ name, from, to });
      }
    }
    return hits;
  }

  /** Whether what was found is, letter by letter, the name of someone whose name may be read. */
  private isOpen(found: string): boolean {
    return this.open.has(tellingWords(found).join(' '));
  }
}

/** Whether what was found of a name tells whose it is. */
function isEnough(name: Name, taken: (Likeness | 'initial')[]): boolean {
  const count = (how: Likeness | 'initial') => taken.filter((each) => each === how).length;
  const [own] = name.words;
  // A lone name has to be told from a word of another script by more than two consonants.
  if (name.words.length === 1) return count('same') === 1 || (count('sound') === 1 && soundOf(own!).length >= 3);
  // Of a long name all words but one.
  if (taken.length < Math.max(2, name.words.length - 1) || taken.length === count('initial')) return false;
  return count('near') === 0 || (count('near') === 1 && count('same') >= 1);
}

/** The words of a name without courtesy, legal form and signs, folded. */
function tellingWords(name: string): string[] {
  const words = wordsOf(fold(name).text).map(({ text }) => text);
  const telling = words.filter((word) => !COURTESY.has(word) && !LEGAL_FORM.has(word));
  return telling.length > 0 ? telling : words;
}

/** The key by which an initial finds the words that begin with it. */
const initialKey = (word: string) => `.${word[0]}`;

/** The first four letters of a run as a number. */
const headOf = (text: string, at: number) =>
  ((text.charCodeAt(at) * 1031 + text.charCodeAt(at + 1)) * 1031 + text.charCodeAt(at + 2)) * 1031 +
  text.charCodeAt(at + 3);

function lastAtMost(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Of hits that overlap the widest. */
function widest(hits: NameHit[]): NameHit[] {
  const kept: NameHit[] = [];
  for (const hit of hits.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || hit.from >= last.to) kept.push(hit);
    else if (hit.to - hit.from > last.to - last.from) kept[kept.length - 1] = hit;
  }
  return kept;
}
