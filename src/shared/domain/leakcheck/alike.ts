import { soundOf } from '../conflicts/sound.ts';

/** How one word is like another: the same letters, one spelling of it among others, or one letter off. */
export type Likeness = 'same' | 'sound' | 'near';

type Script = 'roman' | 'arabic' | 'indian' | 'other';

export function scriptOf(word: string): Script {
  const code = word.charCodeAt(0);
  if (code < 0x250) return 'roman';
  if (code >= 0x600 && code <= 0x77f) return 'arabic';
  return code >= 0x900 && code <= 0xd7f ? 'indian' : 'other';
}

/** Consonants and vowels of the Indian scripts by their place in the block, which is the same for all of them. */
const INDIAN: Record<number, string> = Object.fromEntries(
  (
    '05:a 06:aa 07:i 08:ee 09:u 0a:oo 0b:ri 0f:e 10:ai 13:o 14:au 15:k 16:kh 17:g 18:gh 19:n 1a:ch 1b:ch 1c:j 1d:jh ' +
    '1e:n 1f:t 20:t 21:d 22:d 23:n 24:t 25:th 26:d 27:dh 28:n 29:n 2a:p 2b:ph 2c:b 2d:bh 2e:m 2f:y 30:r 31:r 32:l 33:l ' +
    '34:l 35:v 36:sh 37:sh 38:s 39:h 3e:aa 3f:i 40:ee 41:u 42:oo 43:ri 47:e 48:ai 4b:o 4c:au 58:q 59:kh 5a:gh 5b:z 5c:r ' +
    '5d:r 5e:f 5f:y'
  )
    .split(' ')
    .map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(3)]),
);
const [FIRST_CONSONANT, LAST_CONSONANT, VIRAMA, ANUSVARA, CANDRABINDU, NUKTA] = [0x15, 0x39, 0x4d, 0x02, 0x01, 0x3c];
/** What the dot below makes of a letter; of the others the sound stays the same in Roman spelling. */
const DOTTED: Record<number, string> = { 56: 'sh', 28: 'z', 43: 'f', 33: 'r', 34: 'r' };

/** A word of Devanagari, Bengali, Gurmukhi, Gujarati … in Roman letters; the last short a is not spoken. */
function romanOfIndian(word: string): string {
  let out = '';
  const codes = [...word].map((letter) => letter.charCodeAt(0) & 0x7f);
  for (const [i, code] of codes.entries()) {
    const isDotted = codes[i + 1] === NUKTA;
    if (code === ANUSVARA || code === CANDRABINDU) out += 'n';
    else out += (isDotted ? DOTTED[code] : undefined) ?? INDIAN[code] ?? '';
    const next = codes[i + (isDotted ? 2 : 1)];
    const isConsonant = (code >= FIRST_CONSONANT && code <= LAST_CONSONANT) || (code >= 0x58 && code <= 0x5f);
    const hasSign = next !== undefined && ((next >= 0x3e && next <= 0x4c) || next === VIRAMA);
    if (isConsonant && next !== undefined && !hasSign) out += 'a';
  }
  return out;
}

/** How a word may be written in Roman letters; Hindi often leaves out the dot that makes a j a z. */
export function romansOf(word: string, script: Script): string[] {
  if (script !== 'indian') return [word];
  const roman = romanOfIndian(word);
  return roman.includes('j') ? [roman, roman.replaceAll('j', 'z')] : [roman];
}

/** A Roman word as consonants with what may stand between them: "bokhari" → b·uo·k·a·r·ie. */
interface Skeleton {
  readonly consonants: string;
  /** The vowels before each consonant and after the last, each as all the letters that it may be written with. */
  readonly vowels: readonly string[];
}

const SPELT_TOGETHER: readonly [RegExp, string][] = [
  [/tch|ch/g, 'C'],
  [/s*(?:sch|sh)/g, 'S'],
  [/kh|ck|q/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/zh/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/bh/g, 'b'],
  [/jh/g, 'j'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  [/aa+/g, 'a'],
  [/ee+|ii+|ie(?!$)|ea(?![aeiou])/g, 'i'],
  [/oo+|uu+/g, 'u'],
  // A last h or silent e is written or not: Fatimah, Nasrine.
  [/(?<=[aeiou])h$/g, ''],
  [/(?<=[bcdfgjklmnprstvzCS])e$/g, ''],
];
const MAY_BE: Record<string, string> = { a: 'a', e: 'aei', i: 'ie', y: 'ie', o: 'ou', u: 'uo' };

const skeletons = new Map<string, Skeleton>();

function skeletonOf(word: string): Skeleton {
  const kept = skeletons.get(word);
  if (kept) return kept;
  let text = word.replace(/[^a-z]/g, '');
  for (const [pattern, as] of SPELT_TOGETHER) text = text.replace(pattern, as);
  text = text.replace(/([^aeiouy])\1+/g, '$1');
  let consonants = '';
  const vowels: string[] = [];
  let run = '';
  for (const [i, letter] of [...text].entries()) {
    // A y between consonant and vowel is a consonant at the beginning of a word only: Yasir, and Sadiya like Sadia.
    if ('aeiou'.includes(letter) || (letter === 'y' && i > 0)) run += MAY_BE[letter];
    // A v after a vowel and before a consonant or the end is half a vowel: Nawaz keeps it, Chowdhry does not.
    else if (letter === 'v' && run.endsWith('u') && !'aeiouy'.includes(text[i + 1] ?? '')) run += 'u';
    else {
      vowels.push(run);
      consonants += letter;
      run = '';
    }
  }
  vowels.push(run);
  const skeleton = { consonants, vowels };
  if (skeletons.size > 50_000) skeletons.clear();
  skeletons.set(word, skeleton);
  return skeleton;
}

/** The consonants of a Roman word, one letter for each sound. */
export const consonantsOf = (word: string) => skeletonOf(word).consonants;

/** Whether two Roman words are spellings of one name: the same consonants, and vowels that may stand for one another. */
function romanAlike(a: string, b: string): boolean {
  const [x, y] = [skeletonOf(a), skeletonOf(b)];
  if (x.consonants !== y.consonants || x.consonants.length < 2) return false;
  const last = x.vowels.length - 1;
  return x.vowels.every((left, i) => {
    const right = y.vowels[i]!;
    if (left === '' && right === '') return true;
    // Inside a word a short vowel may be left out; at its ends it tells one name from another.
    if (left === '' || right === '') return i > 0 && i < last;
    return [...left].some((letter) => right.includes(letter));
  });
}

/**
 * Whether a word of the Arabic script sounds like a Roman one: by consonants, since Urdu writes no short vowels, and by
 * whether it begins and ends with a vowel.
 */
function soundsAlike(arabic: string, roman: string): boolean {
  const [x, y] = [soundOf(arabic), soundOf(roman)];
  return (
    x === y &&
    x.length >= 2 &&
    /^[اع]/.test(arabic) === /^[aeiou]/.test(roman) &&
    /[اویےہع]$/.test(arabic) === /[aeiouy]h?$/.test(roman)
  );
}

/** From so many letters on, a word may be one letter off. */
export const LEAST_NEAR = 6;

/** Letters that text recognition takes for one another when they stand close. */
export const scanned = (word: string) =>
  /rn|vv|cl/.test(word) ? word.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd') : word;

/**
 * One letter more, less or other, or two that changed places, in a word long enough for that to be a slip: as people and
 * text recognition make them.
 */
function isNear(a: string, b: string): boolean {
  return isOneOff(a, b) || (Math.min(a.length, b.length) >= LEAST_NEAR - 1 && scanned(a) === scanned(b));
}

function isOneOff(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LEAST_NEAR || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  if (Math.max(a.length, b.length) - head - tail <= 1) return true;
  const isSwap = a.length === b.length && a.length - head - tail === 2;
  return isSwap && a[head] === b[head + 1] && a[head + 1] === b[head];
}

/** How a word of a text is like a word of a name; null where it is not. Both are folded. */
export function wordLike(name: string, word: string): Likeness | null {
  if (name === word) return 'same';
  if (name.length < 3 || word.length < 3) return null;
  const [x, y] = [scriptOf(name), scriptOf(word)];
  if (x === 'arabic' && y === 'arabic') return isNear(name, word) ? 'near' : null;
  if (x === 'other' || y === 'other') return null;
  const [lefts, rights] = [romansOf(name, x), romansOf(word, y)];
  const isAny = (alike: (left: string, right: string) => boolean) =>
    lefts.some((left) => rights.some((right) => alike(left, right)));
  if (x === 'arabic') return isAny(soundsAlike) ? 'sound' : null;
  if (y === 'arabic') return isAny((left, right) => soundsAlike(right, left)) ? 'sound' : null;
  if (isAny((left, right) => Math.min(left.length, right.length) >= 4 && romanAlike(left, right))) return 'sound';
  return isAny(isNear) ? 'near' : null;
}
