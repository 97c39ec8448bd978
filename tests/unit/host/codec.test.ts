import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../host/codec.ts';

const cyclic: Record<string, unknown> = { name: 'ring' };
cyclic.self = cyclic;
const sparse: number[] = [];
sparse[1] = 1;
sparse[3] = 2;

const travellers: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  text: 'مثل',
  numbers: [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  big: 2n ** 80n,
  date: new Date('2024-02-29'),
  'invalid date': new Date(Number.NaN),
  regexp: /a\/b/giu,
  map: new Map<unknown, unknown>([[{ key: 1 }, new Set([1, 'x'])]]),
  bytes: new Uint8Array([0, 255, 7]),
  floats: new Float64Array([1.5, -2]),
  'part of a buffer': new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
  buffer: new Uint8Array([1, 2]).buffer,
  view: new DataView(new ArrayBuffer(4)),
  error: new RangeError('too far'),
  'sparse array': sparse,
  '__proto__ as a key': JSON.parse('{"__proto__": 1}'),
  cyclic,
};

describe('what structured clone takes arrives as structured clone gives it', () => {
  test.each(Object.keys(travellers))('%s', (name) => {
    expect(decode(encode(travellers[name]))).toStrictEqual(structuredClone(travellers[name]));
  });

  test('a part that is shared stays shared', () => {
    const part = { a: 1 };
    const [first, second] = decode(encode([part, part])) as object[];
    expect(first).toBe(second);
  });
});

test.each([[() => 1], [Symbol('s')], [Promise.resolve()], [new WeakMap()], [{ deep: [() => 1] }], [new Blob(['x'])]])(
  'what it rejects is rejected: %s',
  (value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.');
  },
);
