import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matchNames, sameNumber } from '#shared/domain/conflicts/match.ts';

describe('names that may be of the same one', () => {
  it.each([
    ['Sohail Malik', 'Sohail Malik', 'very-likely', /the same name/],
    ['Malik Sohail', 'Sohail Malik', 'very-likely', /another order/],
    ['Mr. Sohail Malik', 'SOHAIL MALIK', 'very-likely', /the same words/],
    ['S. Malik', 'Sohail Malik', 'alike', /the initial S\. fits sohail/],
    ['Suhail Mallick', 'Sohail Malik', 'alike', /suhail and sohail sound alike/],
    ['Nasreen Bukhari', 'Nasrin Bokhari', 'alike', /sound alike/],
    ['سہیل ملک', 'Sohail Malik', 'alike', /sound alike in Urdu and Roman letters/],
    ['روبینہ انور', 'Rubina Anwar', 'alike', /Urdu and Roman/],
    ['ر۔ انور', 'Rubina Anwar', 'alike', /initial/],
    ['Kinara Productions', 'Kinara Productions (Pvt.) Ltd.', 'very-likely', /the same words/],
    ['Sohail Malik', 'Sohail Ahmad Malik', 'alike', /also has ahmad/],
  ])('%s and %s', (a, b, likeness, reason) => {
    const match = matchNames(a, b);
    expect(match?.likeness).toBe(likeness);
    expect(match?.reasons.join('; ')).toMatch(reason);
    expect(matchNames(b, a)?.likeness).toBe(likeness);
  });

  it.each([
    ['Sohail Malik', 'Rubina Anwar'],
    ['Malik', 'Sohail Malik'],
    ['S. M.', 'Sohail Malik'],
    ['Anwar Hussain', 'Rubina Anwar'],
    ['Kinara Productions', 'Kinara Foods'],
  ])('%s and %s are not', (a, b) => {
    expect(matchNames(a, b)).toBeNull();
  });
});

test('whatever is typed, a name matches itself and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (a, b) => {
      matchNames(a, b);
      if (/\p{L}{2}/u.test(a)) expect(matchNames(a, a)?.likeness).toBe('very-likely');
    }),
  );
});

test('identity numbers are the same however they are written', () => {
  expect(sameNumber('35202-0000001-0', '3520200000010')).toBe(true);
  expect(sameNumber('', null)).toBe(false);
  expect(sameNumber('1-2', '12')).toBe(false);
});
