import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValue, Lexer } from '#main/bundles/assembler/lexer.ts';
import { NumberMap, ObjectTable } from '#main/bundles/assembler/objects.ts';
import { Scanner } from '#main/bundles/assembler/scanner.ts';
import { NEED_MORE, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';

const scanned = (text: string, strings = false) => {
  const bytes = Buffer.from(`${text}\nendobj\n`, 'latin1');
  const scanner = new Scanner();
  const clean = scanner.scan(bytes, 0, bytes.length, true, strings);
  const segments = Array.from({ length: scanner.count }, (_, i) => [...scanner.segments.slice(i * 4, i * 4 + 4)]);
  return { clean, scanner, segments };
};

/** All references of a value in their order. */
function refsOf(value: PdfValue): number[] {
  if (value instanceof Ref) return [value.num];
  if (Array.isArray(value)) return value.flatMap(refsOf);
  return value instanceof Map ? [...value.values()].flatMap(refsOf) : [];
}

const texts = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '-2.5', '(a (b) \\) 7 0 R)', '<41 42>', '/Name', 'true', 'null', '9 0 R', '12 3 R'),
    fc.array(tie('value'), { maxLength: 6 }).map((items) => `[${items.join(' ')}]`),
    fc
      .array(tie('value'), { maxLength: 6 })
      .map((items) => `<<${items.map((item, i) => `/K${i} ${item}`).join('\n')}>>`),
  ),
})).value;

describe('the scanner', () => {
  it('finds the references that the parser finds, and where they stand', () => {
    fc.assert(
      fc.property(texts, (inner) => {
        const text = `<</X ${inner} /Y [5 6 7 R]>>`;
        const { clean, segments, scanner } = scanned(text);
        expect(clean).toBe(true);
        expect(scanner.end).toBe(text.length);
        const value = new Lexer(Buffer.from(`${text} `, 'latin1'), 0).value();
        expect(isValue(value) && refsOf(value)).toEqual(segments.map(([, , , num]) => num));
        for (const [kind, start, end, num] of segments) {
          expect(kind).toBe(1);
          expect(text.slice(start, end)).toMatch(new RegExp(`^${num}\\s+\\d+\\s+R$`));
        }
      }),
      { seed: 63, numRuns: 300 },
    );
  });

  it('notes strings where they have to be deciphered', () => {
    const { segments } = scanned('<</A (x\\)y) /B <4142>>>', true);
    expect(segments.map(([kind, start, end]) => [kind, start, end])).toEqual([
      [2, 5, 11],
      [2, 15, 21],
    ]);
  });

  it('finds the length of a stream, direct or not', () => {
    const direct = scanned('<</Type/X/Length 17>>').scanner;
    expect([direct.lengthValue, direct.lengthIsRef, direct.isDict]).toEqual([17, false, true]);
    const { scanner, segments } = scanned('<</Length 8 0 R/A 9 0 R>>');
    expect([scanner.lengthValue, scanner.lengthIsRef]).toEqual([8, true]);
    expect(segments.map(([, , , num]) => num)).toEqual([9]);
    // A length further in is another's.
    expect(scanned('<</A<</Length 5>>>>').scanner.lengthStart).toBe(-1);
  });

  it.each(['<</S/JavaScript>>', '<</JS(x)>>', '<</A#42 1>>', '<</AA<<>>>>', '<</EF 3 0 R>>', '<</Length 1/Length 2>>'])(
    'hands %s to the parser',
    (text) => {
      const { clean, scanner } = scanned(text);
      expect(!clean || scanner.suspect).toBe(true);
    },
  );

  it.each(['<</A 1', '[1 2', '<</A >', '>>', ']', '<</A 1]', '12 0 R', 'word', '<</A 1>', '['.repeat(500)])(
    'takes no responsibility for %s',
    (text) => {
      const { clean } = scanned(text);
      expect(clean).toBe(false);
    },
  );

  it('asks for more when the window ends first', () => {
    const bytes = Buffer.from('<</A (text) /B [1 0 R]>>', 'latin1');
    for (let end = 0; end < bytes.length; end++) {
      expect(() => new Scanner().scan(bytes, 0, end, false, false)).toThrow(NEED_MORE as Error);
    }
  });
});

describe('the table of objects', () => {
  it('keeps what was entered first, unless forced', () => {
    const table = new ObjectTable(1000);
    table.set(5, 1, 100, 0);
    table.set(5, 1, 200, 1);
    expect([table.offset(5), table.gen(5)]).toEqual([100, 0]);
    table.set(5, 1, 300, 2, true);
    expect([table.offset(5), table.gen(5), table.highest]).toEqual([300, 2, 5]);
    table.clear();
    expect([table.kind(5), table.highest]).toEqual([0, 0]);
  });

  it('holds huge numbers of a small file without room for all below them', () => {
    const before = process.memoryUsage().arrayBuffers;
    const table = new ObjectTable(1000);
    table.set(8_000_000, 1, 42, 0);
    expect([table.kind(8_000_000), table.offset(8_000_000), table.kind(7_999_999)]).toEqual([1, 42, 0]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
    table.set(9_000_000, 1, 42, 0);
    expect(table.kind(9_000_000)).toBe(0);
  });

  it('agrees with a plain map, dense or sparse', () => {
    const numbers = fc.oneof(fc.nat(3000), fc.integer({ min: 200_000, max: 2_000_000 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, fc.integer({ min: 1, max: 1000 })), { maxLength: 60 }), (entries) => {
        const map = new NumberMap();
        const plain = new Map<number, number>();
        for (const [num, mapped] of entries) {
          map.set(num, mapped);
          plain.set(num, mapped);
        }
        for (const num of [...plain.keys(), 0, 1, 999_999]) expect(map.get(num)).toBe(plain.get(num) ?? 0);
      }),
      { seed: 64, numRuns: 60 },
    );
  });
});
