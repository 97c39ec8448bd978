import { type Folded, fold, wordsOf } from './fold.ts';
import type { ValueHit } from './numbers.ts';

/** Short and long words for the same part of an address. */
const SAME_AS: Record<string, string> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  apt: 'flat',
  apartment: 'flat',
  blk: 'block',
  sec: 'sector',
  ave: 'avenue',
  h: 'house',
  hse: 'house',
};
const DROPPED = new Set(['no', 'number', 'nr', 'the', 'of']);
/** Words that stand in every address and tell none from another. */
const COMMON = new Set(
  'house flat street road block sector phase floor plot lane avenue town city colony near opposite main district tehsil'.split(
    ' ',
  ),
);
/** An address is told by this many of its words in a row, a number and a word of its own among them. */
const LEAST_WORDS = 3;

interface Part {
  word: string;
  from: number;
  to: number;
}

function partsOf(folded: string): Part[] {
  return wordsOf(folded)
    .map(({ text, from, to }) => ({ word: SAME_AS[text] ?? text, from, to }))
    .filter(({ word }) => !DROPPED.has(word));
}

/** Finds addresses by their parts: house and street without the town, abbreviated or in full. */
export class AddressFinder {
  private readonly addresses: readonly { value: number; words: string[] }[];
  private readonly begins = new Map<string, { value: number; words: string[]; at: number }[]>();

  constructor(values: readonly string[]) {
    this.addresses = values.map((address, value) => ({ value, words: partsOf(fold(address).text).map((p) => p.word) }));
    for (const { value, words } of this.addresses) {
      for (const [at, word] of words.entries()) {
        this.begins.set(word, [...(this.begins.get(word) ?? []), { value, words, at }]);
      }
    }
  }

  find({ text }: Folded): ValueHit[] {
    if (this.begins.size === 0) return [];
    const parts = partsOf(text);
    const hits: ValueHit[] = [];
    for (let i = 0; i < parts.length; i++) {
      for (const { value, words, at } of this.begins.get(parts[i]!.word) ?? []) {
        // Where the run could have begun a word earlier it was found there.
        if (at > 0 && parts[i - 1]?.word === words[at - 1]) continue;
        let length = 1;
        while (at + length < words.length && parts[i + length]?.word === words[at + length]) length++;
        if (tells(words.slice(at, at + length)))
          hits.push({ value, from: parts[i]!.from, to: parts[i + length - 1]!.to });
        else if (at > 0) {
          const turned = turnedRun(parts, i, words);
          if (turned > 0) hits.push({ value, from: parts[i]!.from, to: parts[i + turned - 1]!.to });
        }
      }
    }
    return hits;
  }
}

/**
 * How many words of an address stand in a row from `i`, in whatever order, where they tell it: "Mall Terrace, Flat 6".
 * The number has to stand with what it counts, since a town and a day would be enough otherwise; 0 where they do not.
 */
function turnedRun(parts: readonly Part[], i: number, words: readonly string[]): number {
  const taken = new Set<string>();
  let isCounted = false;
  let length = 0;
  for (; i + length < parts.length; length++) {
    const { word } = parts[i + length]!;
    if (!words.includes(word) || taken.has(word)) break;
    taken.add(word);
    const before = length > 0 ? parts[i + length - 1]!.word : '';
    isCounted ||= /\d/.test(word) && COMMON.has(before) && words[words.indexOf(word) - 1] === before;
  }
  const run = [...taken];
  const own = run.filter((word) => word.length >= 3 && !/\d/.test(word) && !COMMON.has(word));
  return isCounted && own.length >= 2 ? length : 0;
}

function tells(words: readonly string[]): boolean {
  const hasNumber = words.some((word) => /\d/.test(word));
  const own = words.filter((word) => word.length >= 3 && !/\d/.test(word) && !COMMON.has(word));
  return words.length >= LEAST_WORDS && hasNumber && (own.length >= 1 || words.length >= LEAST_WORDS + 1);
}
