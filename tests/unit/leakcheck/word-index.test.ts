import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordLike } from '#shared/domain/leakcheck/alike.ts';
import { WordIndex } from '#shared/domain/leakcheck/word-index.ts';

const PIECES =
  'a e i o u aa ee oo y w h b bh c ch tch ck d dh f g gh j jh k kh l m n p ph q r s sh sch ss t th v x z zh'.split(' ');
const roman = fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 7 }).map((pieces) => pieces.join(''));
const urdu = fc
  .array(fc.constantFrom(...'ابپتٹجچحخدڈرزسشصطعغفقکگلمنوہی'), { minLength: 3, maxLength: 8 })
  .map((letters) => letters.join(''));

/** Another spelling, or a slip. */
const respelt = (word: string) =>
  fc.tuple(fc.nat(word.length), fc.constantFrom(...PIECES), fc.nat(3)).map(([at, piece, how]) => {
    if (how === 0) return word.slice(0, at) + piece + word.slice(at);
    if (how === 1) return word.slice(0, at) + word.slice(at + 1);
    if (how === 2) return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
    return word.replace(/kh|q/g, 'k').replace(/aa/g, 'a').replace(/ee/g, 'i').replace(/w/g, 'v').replace(/ph/g, 'f');
  });

const finds = (name: string, word: string) => {
  const index = new WordIndex<string>();
  index.add(name, name);
  return index.like(word).length > 0;
};

it('gives every word that is like one of its words', () => {
  let alike = 0;
  const pair = roman.chain((name) => fc.tuple(fc.constant(name), respelt(name)));
  fc.assert(
    fc.property(pair, ([name, word]) => {
      if (wordLike(name, word) === null) return true;
      alike++;
      return finds(name, word) && finds(word, name);
    }),
    { seed: 11, numRuns: 6000 },
  );
  // The property is about something.
  expect(alike).toBeGreaterThan(1500);
});

it('gives what sounds like a word of the other script', () => {
  fc.assert(
    fc.property(urdu, roman, (name, word) => wordLike(name, word) === null || (finds(name, word) && finds(word, name))),
    { seed: 11, numRuns: 6000 },
  );
  expect(finds('مہوش', 'mahwash')).toBe(true);
  expect(finds('क़ुर्बान', 'kurbaan')).toBe(true);
  expect(finds('चौधरी', 'chaudhry')).toBe(true);
});

it('gives nothing for most words', () => {
  expect(['studio', 'evening', 'complaint', 'Lahore'].filter((word) => finds('mehwish', word))).toEqual([]);
});
