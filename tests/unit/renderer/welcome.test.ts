import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRecoveryKey } from '#main/vault/recovery-key.ts';
import { readDetail } from '#renderer/rooms/settings/log-words.ts';
import { ageOf } from '#renderer/rooms/settings/vault/age.ts';
import { askedGroups, groupsOf, isGroup } from '#renderer/rooms/welcome/groups.ts';

describe('groups of a recovery key', () => {
  it('are fourteen of four, as it is written', () => {
    const groups = groupsOf(writeRecoveryKey(Buffer.alloc(32, 7)));
    expect(groups).toHaveLength(14);
    expect(groups.every((group) => group.length === 4)).toBe(true);
  });

  it.each([
    ['9RTW', '9RTW', true],
    [' 9r tw ', '9RTW', true],
    ['OIL0', '0110', true],
    ['9RT', '9RTW', null],
    ['', '9RTW', null],
    ['9RTX', '9RTW', false],
    ['9RTWW', '9RTW', false],
  ])('%j for %j: %s', (typed, group, is) => {
    expect(isGroup(typed, group)).toBe(is);
  });

  it('are asked for by two different numbers, in their order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 14 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 2 }),
        (count, numbers) => {
          const left = [...numbers];
          const [first, second] = askedGroups(count, () => left.shift()!);
          expect(first!).toBeGreaterThanOrEqual(0);
          expect(second!).toBeGreaterThan(first!);
          expect(second!).toBeLessThan(count);
        },
      ),
    );
  });
});

describe('the age of a proof', () => {
  it.each([
    ['2026-11-25T08:00:00Z', 0, false],
    ['2026-10-26T08:00:00Z', 30, false],
    ['2026-10-25T08:00:00Z', 31, true],
    ['2026-12-01T08:00:00Z', 0, false],
  ])('of %s is %i days, old: %s', (at, days, isOld) => {
    expect(ageOf(at, Date.parse('2026-11-25T09:00:00Z'))).toEqual({ days, isOld });
  });
});

describe('the detail of an entry of the log', () => {
  it('is read where it is an object, and is nothing else', () => {
    expect(readDetail('{"by":"recovery","insert hearing":2}')).toEqual({ by: 'recovery', 'insert hearing': 2 });
    for (const odd of [null, '', 'not json', '3', 'null']) expect(readDetail(odd)).toEqual({});
  });
});
