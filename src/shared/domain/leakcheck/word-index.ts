import { soundOf } from '../conflicts/sound.ts';
import { consonantsOf, LEAST_NEAR, romansOf, scanned, scriptOf } from './alike.ts';

/**
 * Words that are found by those that are like them (see `wordLike`), without each being held against each. What it gives
 * may be like the word; what it does not give is not. Most words of a text are like none: those are told by numbers that
 * are quickly made.
 */
export class WordIndex<V> {
  private readonly same = new Map<string, V[]>();
  private readonly scanned = new Map<string, V[]>();
  private readonly sound = new Map<string, V[]>();
  private readonly consonants = new Map<string, V[]>();
  private readonly near = new Map<number, V[]>();
  private readonly rough = new Set<number>();

  add(word: string, value: V): void {
    put(this.same, word, value);
    for (const plain of spelt(word)) {
      this.rough.add(roughly(plain));
      put(this.sound, soundOf(plain), value);
      if (scriptOf(plain) !== 'arabic') put(this.consonants, consonantsOf(plain), value);
      if (plain.length >= LEAST_NEAR - 1) put(this.scanned, scanned(plain), value);
      if (plain.length >= LEAST_NEAR) for (const each of new Set(nearly(plain))) put(this.near, each, value);
    }
  }

  /** What may be like a word; the same value may be given several times. */
  like(word: string): V[] {
    const found = [...(this.same.get(word) ?? [])];
    for (const plain of spelt(word)) {
      if (this.rough.has(roughly(plain))) {
        found.push(...(this.sound.get(soundOf(plain)) ?? []));
        if (scriptOf(plain) !== 'arabic') found.push(...(this.consonants.get(consonantsOf(plain)) ?? []));
      }
      if (plain.length >= LEAST_NEAR - 1) found.push(...(this.scanned.get(scanned(plain)) ?? []));
      if (plain.length < LEAST_NEAR) continue;
      for (const each of nearly(plain)) {
        const values = this.near.get(each);
        if (values) found.push(...values);
      }
    }
    return found;
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How a word may be spelt in letters of which the sound is known. */
function spelt(word: string): string[] {
  const script = scriptOf(word);
  return word.length < 3 || script === 'other' ? [] : romansOf(word, script);
}

/** Classes of consonants that spellings of one name swap or join: by the rules of `alike.ts` and `sound.ts`. */
const CLASS = new Uint8Array(128);
for (const [i, letters] of ['kq', 's', 'zj', 'pf', 't', 'b', 'd', 'g', 'l', 'm', 'n', 'r'].entries())
  for (const letter of letters) CLASS[letter.charCodeAt(0)] = i + 1;
const [HARD, SOFT, CH] = [CLASS['k'.charCodeAt(0)]!, CLASS['s'.charCodeAt(0)]!, 13];

/**
 * A number that all spellings of a word have in common: vowels, breathings and doubled consonants are left out, and the
 * others go by classes. Words whose numbers differ do not sound alike.
 */
function roughly(word: string): number {
  const isRoman = !/[^\u0000-\u007f]/.test(word);
  // A sound is written with x for sh and c for ch.
  const plain = isRoman ? word : soundOf(word);
  let hash = 7;
  let last = 0;
  const add = (each: number) => {
    if (each === 0 || each === last) return;
    hash = (Math.imul(hash, 17) + each) | 0;
    last = each;
  };
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i]!;
    const next = plain[i + 1];
    if (letter === 'x') {
      if (isRoman) add(HARD);
      add(SOFT);
    } else if (letter === 'c') {
      if (!isRoman || next === 'h') add(CH);
      else add(next === 'e' || next === 'i' || next === 'y' ? SOFT : HARD);
    } else if (letter !== 't' || next !== 'c' || plain[i + 2] !== 'h') add(CLASS[plain.charCodeAt(i)]!);
  }
  return hash;
}

const BASE = 0x01000193;
const MOST_LETTERS = 64;
const POWERS = new Int32Array(MOST_LETTERS + 1);
POWERS[0] = 1;
for (let i = 1; i <= MOST_LETTERS; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);

/**
 * A number for a word, and one for each of what is left of it without one letter: words that differ in one letter, or in
 * the order of two neighbours, have one in common. Of very long words the beginning.
 */
function nearly(word: string): Int32Array {
  const length = Math.min(word.length, MOST_LETTERS);
  const out = new Int32Array(length + 1);
  let tail = 0;
  for (let i = length - 1; i >= 0; i--) {
    out[i] = tail;
    tail = (Math.imul(word.charCodeAt(i), POWERS[length - 1 - i]!) + tail) | 0;
  }
  out[length] = tail;
  let head = 0;
  for (let i = 0; i < length; i++) {
    out[i] = (Math.imul(head, POWERS[length - 1 - i]!) + out[i]!) | 0;
    head = (Math.imul(head, BASE) + word.charCodeAt(i)) | 0;
  }
  return out;
}
