import { hasUrdu } from '../blocks/text.ts';
import { COURTESY, LEGAL_FORM } from '../conflicts/match.ts';
import { soundOf } from '../conflicts/sound.ts';
import { type Likeness, wordLike } from './alike.ts';
import { type Folded, fold, type Word, wordsOf } from './fold.ts';
import { WordIndex } from './word-index.ts';

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

/** One word of one name. */
interface Telling {
  name: Name;
  part: number;
}

/** One word of one name that a word of the text is like. */
interface Part extends Telling {
  how: Likeness | 'initial';
}

/** What stands before one name that is used alone. */
const TITLES = new Set(
  'mr mrs ms miss mst mx dr prof engr sir madam justice adv advocate janab mohtarma shri smt محترم محترمہ جناب'.split(
    ' ',
  ),
);
/** What stands after it. */
const TITLES_AFTER = new Set('sahib saheb sahab sahiba صاحب صاحبہ'.split(' '));
/** Words that stand between two persons, or in a sentence, and are no part of a name. */
const JOINING = new Set(
  (
    'and or the of v vs versus by to from in with is was he she they it his her him who that this had has have said did ' +
    'not no اور و بنام نے کو سے وہ کہ'
  ).split(' '),
);
/** Most words of a middle name that the vault does not have: two where they are written as names. */
const GAP = 2;
/** Below this many letters a name run together must begin and end with a word. */
const SURE_TOGETHER = 10;
const LEAST_TOGETHER = 7;
const HEADS = 1 << 16;
const NONE: Part[] = [];

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
   * Names with their words run together, in their own order and with the last first, by their first letters; with one
   * of them as an initial, when that is one word. None of names with initials.
   */
  private readonly begun = new Uint8Array(HEADS);
  private readonly together = new Map<number, { name: number; form: string; isOneWord: boolean }[]>();
  /** The words of names by those that are like them, and by their first letters. */
  private readonly words = new WordIndex<Telling>();
  private readonly initials = new Map<string, Telling[]>();
  private readonly parts = new Map<string, readonly Part[]>();

  constructor(names: readonly string[], openNames: readonly string[]) {
    for (const [at, name] of names.entries()) {
      const words = tellingWords(name);
      if (words.length === 0 || words.every((word) => word.length < 2)) continue;
      const whole = words.length > 1 && words.every((word) => word.length > 1);
      const together = whole ? [words.join(''), [words.at(-1)!, ...words.slice(0, -1)].join('')] : [];
      // "mqurban", as users of a site are called.
      const [own, last] = [words[0]!, words.at(-1)!];
      const short = whole && !hasUrdu(name) ? [own[0]! + last, own + last[0]!] : [];
      // Some programs write the Arabic script into a PDF as it is seen, from left to right; a sign that turns the
      // direction makes letters of any script be seen in the other order.
      const seen = together.map((form) => [...form].reverse().join(''));
      const forms = [
        ...[...together, ...seen].map((form) => ({ form, isOneWord: false })),
        ...short.map((form) => ({ form, isOneWord: true })),
      ];
      this.names.push({ at, words });
      for (const { form, isOneWord } of forms) {
        if (form.length < LEAST_TOGETHER) continue;
        const head = headOf(form, 0);
        this.begun[head] = 1;
        this.together.set(head, [...(this.together.get(head) ?? []), { name: at, form, isOneWord }]);
      }
    }
    for (const name of this.names) {
      for (const [part, word] of name.words.entries()) {
        const telling = { name, part };
        // An initial of the name is found as that alone.
        if (word.length > 1) this.words.add(word, telling);
        this.initials.set(word[0]!, [...(this.initials.get(word[0]!) ?? []), telling]);
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
    hits.push(...this.runTogether(folded, words));
    return widest(hits.filter(({ from, to }) => !this.isOpen(text.slice(from, to))));
  }

  /** The words of names that a word of a text is like; remembered, since a text says the same words again and again. */
  private partsLike(word: string): readonly Part[] {
    const kept = this.parts.get(word);
    if (kept) return kept;
    let found: Part[] = NONE;
    const isInitial = word.length === 1;
    for (const { name, part } of (isInitial ? this.initials.get(word) : this.words.like(word)) ?? []) {
      if (found.some((each) => each.name === name && each.part === part)) continue;
      const how = isInitial ? 'initial' : wordLike(name.words[part]!, word);
      if (how === null) continue;
      if (found === NONE) found = [];
      found.push({ name, part, how });
    }
    // What is like no name is soon known again.
    if (found.length > 0) this.parts.set(word, found);
    return found;
  }

  /** The longest run of a name's words that begins at word `i` with `first`, where it is enough to tell whose name it is. */
  private from(folded: Folded, words: Word[], like: (readonly Part[])[], i: number, first: Part): NameHit | null {
    const { name } = first;
    const { text } = folded;
    const taken = new Map([[first.part, first.how]]);
    let last = i;
    for (let next = i + 1; next < words.length && next - last <= GAP + 1 && taken.size < name.words.length; next++) {
      const between = text.slice(words[next - 1]!.to, words[next]!.from);
      if (/\n\s*\n/.test(between)) break;
      const fits = like[next]!.filter((part) => part.name === name && !taken.has(part.part));
      const best = fits.find(({ how }) => how === 'same') ?? fits[0];
      if (best) {
        const isInitialFirst = taken.get(first.part) === 'initial' && taken.size === 1;
        // An initial stands beside its name, and not a word away.
        if (best.how === 'initial' || taken.values().some((how) => how === 'initial')) {
          if (next - last > 1 || !(isInitialFirst ? /^[.\u06d4\s_-]*$/ : /^[,.\u060c\u06d4\s_-]*$/).test(between))
            break;
        }
        taken.set(best.part, best.how);
        last = next;
      } else if (JOINING.has(words[next]!.text)) break;
      // Of words that are no names one may stand between: a slip, or what stands in the next column.
      else if (next - last === GAP && !isWrittenAsNames(folded, words.slice(last + 1, next + 1))) break;
    }
    const isTold = taken.size === 1 && this.isTitled(folded, name, words, i);
    if (!isTold && !isEnough(name, [...taken.values()])) return null;
    // "joined" is how Junaid may be spelt; where nothing stands beside it, it has to be written as a name.
    const isLone = taken.size === 1 && first.how === 'sound';
    if (isLone && /^\p{Ll}/u.test(folded.source.slice(folded.at[words[i]!.from]))) return null;
    return { name: name.at, from: words[i]!.from, to: words[last]!.to };
  }

  /** "Ms Bukhari": a title and one of the names, alone, where no one whose name is open has it. */
  private isTitled({ source, at }: Folded, name: Name, words: Word[], i: number): boolean {
    const word = words[i]!;
    if (name.words.length < 2 || word.text.length < 4) return false;
    if (!TITLES_AFTER.has(words[i + 1]?.text ?? '')) {
      if (!TITLES.has(words[i - 1]?.text ?? '')) return false;
      // Another name follows: it is someone else.
      if (/^\s+\p{Lu}/u.test(source.slice(at[word.to]!, at[word.to]! + 8))) return false;
    } else if (/\p{Lu}[\p{L}\p{M}.]*\s+$/u.test(source.slice(Math.max(0, at[word.from]! - 40), at[word.from]!)))
      return false;
    const isLike = (own: string) => ['same', 'sound'].includes(wordLike(own, word.text) ?? '');
    return name.words.some(isLike) && ![...this.openWords].some(isLike);
  }

  /** Names whose words or letters were pulled apart or run together. */
  private runTogether({ source, at: places }: Folded, words: Word[]): NameHit[] {
    const letters = words.map((word) => word.text).join('');
    const starts: number[] = [];
    let sum = 0;
    for (const word of words) {
      starts.push(sum);
      sum += word.text.length;
    }
    const hits: NameHit[] = [];
    for (let at = 0; at + LEAST_TOGETHER <= letters.length; at++) {
      const head = headOf(letters, at);
      if (this.begun[head] === 0) continue;
      for (const { name, form, isOneWord } of this.together.get(head) ?? []) {
        if (!letters.startsWith(form, at)) continue;
        const end = at + form.length;
        const first = lastAtMost(starts, at);
        const last = lastAtMost(starts, end - 1);
        const from = words[first]!.from + at - starts[first]!;
        const to = words[last]!.from + end - starts[last]!;
        const [isBegun, isEnded] = [from === words[first]!.from, to === words[last]!.to];
        const isWhole = isBegun && isEnded;
        if (!isWhole && (isOneWord || form.length < SURE_TOGETHER)) continue;
        if (isOneWord && first !== last) continue;
        // Hira Khan is no part of Tahira Khan; but what begins with a capital may stand behind another word.
        const isCut = (place: number) => /^\p{Ll}/u.test(source.slice(places[place]));
        if (first !== last && ((!isBegun && isCut(from)) || (!isEnded && isCut(to)))) continue;
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
  if (telling.length > 1) return telling;
  // Mirza and Begum are courtesies in some names, and in others all that makes one of a word that many bear.
  const own = words.filter((word) => !TITLES.has(word) && !LEGAL_FORM.has(word));
  return own.length > 0 ? own : words;
}

/** Whether words stand in a text as names do, with a capital and nothing but white space between them. */
function isWrittenAsNames({ source, at }: Folded, words: readonly Word[]): boolean {
  const [from, to] = [at[words[0]!.from]!, at[words.at(-1)!.to]!];
  return /^\p{Lu}[\p{L}\p{M}.'-]*(?:[^\S\n]+\p{Lu}[\p{L}\p{M}.'-]*)*\s*$/u.test(source.slice(from, to));
}

/** A number for the first four letters of a run, below {@link HEADS}. */
const headOf = (text: string, at: number) =>
  (text.charCodeAt(at) * 4099 +
    text.charCodeAt(at + 1) * 521 +
    text.charCodeAt(at + 2) * 67 +
    text.charCodeAt(at + 3) * 9) &
  (HEADS - 1);

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
