// What holds of every rule, pack and date.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '#shared/domain/dates/days.ts';
import { calendarOf, isClosed } from '#shared/domain/deadlines/calendar.ts';
import { computeDates, prepareRule } from '#shared/domain/deadlines/compute.ts';
import { count, library } from './packs.ts';

const SEED = { seed: 20261123, numRuns: 400 };

const rules = [...library.packs.values()].flatMap((pack) =>
  [...pack.rules.entries()].map(([id, versions]) => ({ pack, id, rule: versions.at(-1)! })),
);
const anyRule = fc.constantFrom(...rules);
const fixed = rules.filter(({ rule }) => rule.period.kind === 'fixed' && (rule.sense ?? 'by') === 'by');
const copying = fixed.filter(({ rule }) => rule.excludes?.includes('copy'));
const day = fc.integer({ min: parseDay('2015-01-01')!, max: parseDay('2028-12-31')! });

const number = (text: string | null | undefined) => parseDay((text ?? '').slice(0, 10));

test('without a trigger there is no date, and it is said what is missing', () => {
  for (const { pack, id } of rules) {
    const got = count({ pack: pack.id, rule: id, trigger: null });
    expect(got.due, `${pack.id} ${id}`).toBeNull();
    expect(got.reason?.code).toBe('needs-start-date');
  }
});

test('due is never before nominal where the day moves forward, and lands on an open day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixed), day, ({ pack, id, rule }, at) => {
      const got = count({ pack: pack.id, rule: id, trigger: formatDay(at) });
      if (got.due === null) return;
      const nominal = number(got.nominal)!;
      const due = number(got.due)!;
      const calendar = calendarOf(pack, rule.forum, {});
      if (rule.closed.move === 'none') expect(due).toBe(nominal);
      if (rule.closed.move === 'next') {
        expect(due).toBeGreaterThanOrEqual(nominal);
        expect(isClosed(calendar, due)).toBe(false);
        for (let between = nominal; between < due; between++) expect(isClosed(calendar, between)).toBe(true);
      }
    }),
    SEED,
  );
});

test('the safe day is never later than the due day, and the target never later than the safe day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixed), day, ({ pack, id }, at) => {
      const got = count({ pack: pack.id, rule: id, trigger: formatDay(at) });
      if (got.due === null) return;
      expect(number(got.safe)).toBeLessThanOrEqual(number(got.due)!);
      expect(number(got.target)).toBeLessThanOrEqual(number(got.safe)!);
    }),
    SEED,
  );
});

test('a period in days ends no earlier than so many days after its start', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixed), day, ({ pack, id, rule }, at) => {
      const { period } = rule;
      if (period.kind !== 'fixed' || period.unit !== 'days' || rule.closed.move === 'previous') return;
      const got = count({ pack: pack.id, rule: id, trigger: formatDay(at) });
      if (got.due === null || got.rule !== rule.id) return;
      if (rule.direction === 'before') return;
      const version = library.packs.get(pack.id)!.rules.get(id)!;
      // Rules with several versions give the length that was in force then.
      if (version.length > 1) return;
      expect(number(got.due)! - at).toBeGreaterThanOrEqual(period.amount);
    }),
    SEED,
  );
});

test('more time for the copy never shortens a date', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...copying),
      day,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      ({ pack, id }, at, applied, ready, more) => {
        const ask = (days: number) =>
          count({
            pack: pack.id,
            rule: id,
            trigger: formatDay(at),
            exclusions: [{ kind: 'copy', from: formatDay(at + applied), to: formatDay(at + applied + days) }],
          });
        const shorter = ask(ready);
        const longer = ask(ready + more);
        const none = count({ pack: pack.id, rule: id, trigger: formatDay(at) });
        if (shorter.due === null || longer.due === null) return;
        expect(number(longer.due)!).toBeGreaterThanOrEqual(number(shorter.due)!);
        expect(number(longer.safe)!).toBeGreaterThanOrEqual(number(shorter.safe)!);
        expect(number(shorter.due)!).toBeGreaterThanOrEqual(number(none.due)!);
      },
    ),
    SEED,
  );
});

test('a later start never ends earlier, and months never skip one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixed), day, ({ pack, id, rule }, at) => {
      const first = count({ pack: pack.id, rule: id, trigger: formatDay(at) });
      const second = count({ pack: pack.id, rule: id, trigger: formatDay(at + 1) });
      if (first.due === null || second.due === null || pack.rules.get(id)!.length > 1) return;
      expect(number(second.nominal)!).toBeGreaterThanOrEqual(number(first.nominal)!);
      const { period } = rule;
      if (period.kind === 'fixed' && period.unit === 'months' && !period.clear && !period.lessADay) {
        const from = formatDay(at).slice(0, 7).split('-').map(Number) as [number, number];
        const to = first.nominal!.slice(0, 7).split('-').map(Number) as [number, number];
        expect((to[0] - from[0]) * 12 + to[1] - from[1]).toBe(period.amount);
      }
    }),
    SEED,
  );
});

test('dates alone are those of the full computation', () => {
  fc.assert(
    fc.property(anyRule, day, ({ pack, id }, at) => {
      const trigger = formatDay(at);
      const full = count({ pack: pack.id, rule: id, trigger });
      const dates = computeDates(prepareRule(pack, id), { trigger });
      expect(dates).toEqual({
        nominal: full.nominal,
        due: full.due,
        safe: full.safe,
        target: full.target,
        ...(full.latest === undefined ? {} : { latest: full.latest }),
        ...(full.outOfTime ? { outOfTime: true } : {}),
      });
    }),
    SEED,
  );
});
