import { hasUrdu, stripMarks } from '../blocks/text.ts';
import { soundOf } from './sound.ts';

export interface NameMatch {
  likeness: 'very-likely' | 'alike';
  /** Why, each in a clause. */
  reasons: string[];
}

/** Words that say what a person or company is called by courtesy or law, and that tell nobody from another. */
export const COURTESY = new Set(
  'mr mrs ms miss mst dr prof sir syed syeda sayyid mian mirza haji hafiz ch sardar malika adv advocate justice begum محترم محترمہ جناب سید سیدہ'.split(
    ' ',
  ),
);
export const LEGAL_FORM = new Set(
  'pvt private ltd limited plc llp llc inc corp corporation company co smc the and of لمیٹڈ پرائیویٹ کمپنی'.split(' '),
);

/** The words of a name: folded to one spelling, without courtesy, legal form and signs. */
function wordsOf(name: string): string[] {
  const folded = stripMarks(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[هۀة]/g, 'ہ')
    .replace(/&/g, ' and ');
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !COURTESY.has(word) && !LEGAL_FORM.has(word));
  return telling.length > 0 ? telling : words;
}

type Likeness = 'same' | 'initial' | 'sound';

/** A word of the shorter name, by its place, and the one of the longer that it is like. */
interface Pair {
  of: number;
  a: string;
  b: string;
  how: Likeness;
  at: number;
}

/** How one word is like another; null where it is not. */
function wordLike(a: string, b: string): Likeness | null {
  if (a === b) return 'same';
  if (a.length === 1 || b.length === 1) {
    const [short, long] = a.length === 1 ? [a, b] : [b, a];
    return initialOf(short, long) ? 'initial' : null;
  }
  const [x, y] = [soundOf(a), soundOf(b)];
  const telling = x.length >= 2 || (x.length === 1 && Math.min(a.length, b.length) <= 4);
  return x === y && telling ? 'sound' : null;
}

/** An initial of the same script, or of the other one by its sound. */
function initialOf(short: string, long: string): boolean {
  if (long.startsWith(short)) return true;
  if (hasUrdu(short) === hasUrdu(long)) return false;
  const sound = soundOf(short);
  return sound !== '' && soundOf(long).startsWith(sound);
}

/**
 * Whether two names may be of the same one, and why in words: spelling, word order, initials, sound, script, legal form.
 * @returns null where they are not alike
 */
export function matchNames(given: string, found: string): NameMatch | null {
  const a = wordsOf(given);
  const b = wordsOf(found);
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  // A lone word is like a fuller name in too many files to be told.
  if (few.length === 0 || (few.length === 1 && many.length > 1)) return null;
  const free = many.map((word, at) => ({ word, at }));
  const pairs: Pair[] = [];
  // Same words first, so that an initial does not take the word that another one is.
  for (const wanted of ['same', 'sound', 'initial'] as const) {
    for (const [of, word] of few.entries()) {
      if (pairs.some((pair) => pair.of === of)) continue;
      const hit = free.findIndex((other) => wordLike(word, other.word) === wanted);
      if (hit < 0) continue;
      const [other] = free.splice(hit, 1);
      pairs.push({ of, a: word, b: other!.word, how: wanted, at: other!.at });
    }
  }
  if (pairs.length < few.length || pairs.every(({ how }) => how === 'initial')) return null;
  const reasons = reasonsOf(
    given,
    found,
    pairs,
    few,
    free.map(({ word }) => word),
  );
  const same = pairs.every(({ how }) => how === 'same');
  return { likeness: same && free.length === 0 ? 'very-likely' : 'alike', reasons };
}

function reasonsOf(
  given: string,
  found: string,
  pairs: readonly Pair[],
  few: readonly string[],
  left: readonly string[],
): string[] {
  const reasons: string[] = [];
  const inOrder = few.map((_, i) => pairs.find(({ of }) => of === i)!.at);
  const moved = inOrder.some((at, i) => i > 0 && at < inOrder[i - 1]!);
  if (given.trim() === found.trim()) return ['the same name'];
  if (pairs.every(({ how }) => how === 'same')) {
    reasons.push(moved ? 'the same words in another order' : 'the same words');
  } else if (moved) reasons.push('the words stand in another order');
  for (const { a, b, how } of pairs) {
    if (how === 'initial') {
      const [short, long] = a.length === 1 ? [a, b] : [b, a];
      reasons.push(`the initial ${short.toUpperCase()}. fits ${long}`);
    }
    if (how !== 'sound') continue;
    const scripts = hasUrdu(a) !== hasUrdu(b);
    reasons.push(scripts ? `${a} and ${b} sound alike in Urdu and Roman letters` : `${a} and ${b} sound alike`);
  }
  if (left.length > 0) reasons.push(`one of them also has ${left.join(' ')}`);
  return reasons;
}

/** Whether two identity numbers are the same, however they are written. */
export function sameNumber(a: string | null | undefined, b: string | null | undefined): boolean {
  const digits = (value: string | null | undefined) => (value ?? '').replace(/[^0-9A-Za-z]/g, '').toLowerCase();
  return digits(a).length >= 5 && digits(a) === digits(b);
}
