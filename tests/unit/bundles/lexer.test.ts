import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END_OF_DATA, isValue, Keyword, Lexer, parseNumber } from '#main/bundles/assembler/lexer.ts';
import { hexText, literal, nameText, numberText, textString } from '#main/bundles/assembler/serialise.ts';
import { isDict, Malformed, NEED_MORE, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';

const read = (text: string) => new Lexer(Buffer.from(text, 'latin1'), 0).value();
const string = (text: string) => Buffer.from(text, 'latin1');

/** Random values with the text that stands for them. */
const values = fc.letrec<{ value: [PdfValue, string] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -99999, max: 99999 }).map((n): [PdfValue, string] => [n, numberText(n)]),
    fc.constantFrom<[PdfValue, string]>([true, 'true'], [false, 'false'], [null, 'null'], [0.25, '.25'], [-3, '-3.']),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9 }))
      .map(([num, gen]): [PdfValue, string] => [new Ref(num, gen), `${num} ${gen} R`]),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text): [PdfValue, string] => {
      // A name holds every character but zero.
      const name = Buffer.from(text, 'utf8').toString('latin1').replaceAll('\0', '');
      return [name, nameText(name)];
    }),
    fc
      .uint8Array({ maxLength: 12 })
      .map((bytes): [PdfValue, string] => [Buffer.from(bytes), literal(Buffer.from(bytes).toString('latin1'))]),
    fc.uint8Array({ maxLength: 12 }).map((bytes): [PdfValue, string] => [Buffer.from(bytes), hexText(bytes)]),
    fc
      .array(tie('value'), { maxLength: 5 })
      .map((items): [PdfValue, string] => [items.map(([v]) => v), `[${items.map(([, text]) => text).join(' ')}]`]),
    fc
      .dictionary(fc.stringMatching(/^[A-Za-z]{1,6}$/), tie('value'), { maxKeys: 5 })
      .map((entries): [PdfValue, string] => [
        new Map(Object.entries(entries).map(([key, [v]]) => [key, v])),
        `<<${Object.entries(entries)
          .map(([key, [, text]]) => `/${key} ${text}`)
          .join('')}>>`,
      ]),
  ),
})).value;

describe('the lexer', () => {
  it.each<[string, PdfValue]>([
    ['42', 42],
    ['-.5', -0.5],
    ['+17', 17],
    ['4.', 4],
    ['/Name', 'Name'],
    ['/A#42#20c', 'AB c'],
    ['/', ''],
    ['(a(b)c)', string('a(b)c')],
    ['(\\n\\r\\t\\b\\f\\(\\)\\\\)', string('\n\r\t\b\f()\\')],
    ['(\\101\\60\\7z)', string('A0\x07z')],
    ['(a\\\nb\\\r\nc)', string('abc')],
    ['<48 65 6C6c 6f>', string('Hello')],
    ['<4>', string('@')],
    ['[1 2 R]', [new Ref(1, 2)]],
    ['[1 R 2 R]', [1, null, 2, null]],
    ['[1 2 3 R 4]', [1, new Ref(2, 3), 4]],
    ['% comment\n7', 7],
    ['[true false null]', [true, false, null]],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('reads back every value that is written', () => {
    fc.assert(
      fc.property(values, ([value, text]) => {
        expect(read(`${text} `)).toEqual(value);
      }),
      { seed: 61, numRuns: 300 },
    );
  });

  it('asks for more wherever a window ends, and then reads the same', () => {
    fc.assert(
      fc.property(values, fc.nat(), ([value, text], cut) => {
        const bytes = Buffer.from(`${text} endobj `, 'latin1');
        const end = cut % text.length;
        try {
          const early = new Lexer(bytes, 0, end, false).value();
          // What is whole before the window ends may be read.
          expect(early).toEqual(value);
        } catch (error) {
          expect(error).toBe(NEED_MORE);
        }
        expect(new Lexer(bytes, 0, bytes.length, false).value()).toEqual(value);
      }),
      { seed: 62, numRuns: 300 },
    );
  });

  it.each<[string, number]>([
    ['--5', -5],
    ['.', 0],
    ['1.2.3', 1.2],
    ['12abc', 12],
    ['1e3', 1],
    ['0x10', 0],
    ['-', 0],
  ])('makes of the number %s what viewers make of it', (text, number) => {
    expect(parseNumber(text)).toBeCloseTo(number, 10);
  });

  it.each<[string, PdfValue]>([
    ['<</A 1 /B>>', new Map([['A', 1]])],
    [
      '<</A 1 2 /B 3>>',
      new Map([
        ['A', 1],
        ['B', 3],
      ]),
    ],
    ['<</A [1 2 /B 3 endobj', new Map([['A', [1, 2, 'B', 3]]])],
    ['[1 ) 2]', [1, null, 2]],
    ['(never closed', string('never closed')],
    ['<4142', string('AB')],
  ])('forgives %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it('stops at structure words, so that the next object is not swallowed', () => {
    const lexer = new Lexer(string('<</A (x) endobj 5 0 obj'), 0);
    expect(isDict(lexer.value() as PdfValue)).toBe(true);
    const next = lexer.token();
    expect(next).toBeInstanceOf(Keyword);
    expect((next as Keyword).word).toBe('endobj');
  });

  it('refuses to nest without end', () => {
    expect(() => read('['.repeat(100_000))).toThrow(Malformed);
    expect(() => read('<</A'.repeat(100_000))).toThrow(Malformed);
  });

  it('ends', () => {
    expect(read('  % nothing')).toBe(END_OF_DATA);
    expect(isValue(read(''))).toBe(false);
  });
});

describe('serialising', () => {
  it('writes numbers without an exponent', () => {
    expect([0.1, 1e-9, -1e-9, 1e21, Number.NaN, 1234567.125, -0.5].map(numberText)).toEqual([
      '0.1',
      '0',
      '0',
      '0',
      '0',
      '1234567.125',
      '-0.5',
    ]);
  });

  it('writes names with their odd characters escaped', () => {
    expect(nameText('A B#/()é')).toBe('/A#20B#23#2f#28#29#e9');
  });

  it('writes text as ASCII where it can, else as UTF-16 with its mark', () => {
    expect(textString('Annex (A)')).toBe('(Annex \\(A\\))');
    expect(textString('حکم')).toBe('<feff062d06a90645>');
    expect(read(textString('حکم'))).toEqual(Buffer.from('feff062d06a90645', 'hex'));
  });
});
