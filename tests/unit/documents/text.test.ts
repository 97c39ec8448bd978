import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUrdu, isolate, printable, segments, startsRightToLeft, stripMarks } from '#shared/domain/blocks/text.ts';

const L = '\u200E';
const numbers = ['12-03-2026', '35202-1234567-1', '+92-300-1234567', '12345/2019', '2(f)', 'W.P. No. 12345/2019'];

describe('isolating numbers in Urdu', () => {
  it.each(numbers)('puts a mark on both sides of %s and nowhere inside', (number) => {
    expect(isolate(`مورخہ ${number} کو`)).toBe(`مورخہ ${L}${number}${L} کو`);
  });

  it('leaves the full stop of the sentence outside', () => {
    expect(isolate('دفعہ 9.')).toBe(`دفعہ ${L}9${L}.`);
  });

  it('fences the hyphens of Arabic-Indic digits, which a mark outside does not hold', () => {
    expect(isolate('٢٠٢٦-٠٣')).toBe(`${L}٢٠٢٦${L}-${L}٠٣${L}`);
  });

  it('changes nothing the second time, and is undone by stripping', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ابکہ۔ 0-9/(.)aZ۱٣+:'), maxLength: 60 });
    fc.assert(
      fc.property(text, (given) => {
        const once = isolate(given);
        expect(isolate(once)).toBe(once);
        expect(stripMarks(once)).toBe(given);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe('cutting by script', () => {
  it('loses and reorders nothing', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ابکہ۔، 0-9/(.)aZ۱٣+:'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'), (given, direction) => {
        const joined = segments(given, direction)
          .map((part) => part.text)
          .join('');
        expect(stripMarks(joined)).toBe(given);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('holds an Urdu phrase with a date together inside an English sentence, and marks the date after it', () => {
    const parts = segments('wrote میں 12-03-2026 کو on 13-03-2026', 'ltr');
    expect(parts.map(({ urdu }) => urdu)).toEqual([false, true, false, true, false]);
    expect(parts[2]!.text).toBe(`${L}12-03-2026${L}`);
    expect(parts[4]!.text.startsWith(L)).toBe(true);
  });

  it('knows which way a text reads by its first letter', () => {
    expect(startsRightToLeft('12-03-2026 کو')).toBe(true);
    expect(startsRightToLeft('12-03-2026 on کو')).toBe(false);
    expect(hasUrdu('۱۲-۰۳')).toBe(false);
  });
});

describe('printable text', () => {
  it('keeps letters, marks and signs, and drops what breaks a file or turns text round', () => {
    expect(printable('a\u0000b\u202Ec\u2067d\uFFFE')).toBe('abcd');
    expect(printable('\u200Fنام\u200E 😀 & <b>')).toBe('\u200Fنام\u200E 😀 & <b>');
    expect(printable('x\uD800y')).toBe('x\uFFFDy');
    expect(printable('a\r\nb\u2028c')).toBe('a\nb\nc');
  });
});
