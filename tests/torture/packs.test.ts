import { expect, test } from 'vitest';
import { errorsOf, numbers, spoil } from '../unit/packs/mutate.ts';

test('a thousand spoilt packs are each refused with a place and a reason', () => {
  const next = numbers(7);
  for (let n = 0; n < 1000; n++) {
    const { pack, fault, texts } = spoil(next);
    const errors = errorsOf(pack, texts);
    expect(errors.length, `${n}: ${fault} in ${pack}`).toBeGreaterThan(0);
    for (const { line, message } of errors) expect([line >= 1, message.length > 5], fault).toEqual([true, true]);
  }
});
