import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWithYear } from '#renderer/rooms/diary/dates.ts';
import { daysOf, spanOf, stepped, VIEWS } from '#renderer/rooms/diary/days.ts';
import { clockOn } from '#renderer/rooms/diary/state.ts';
import { addDays, formatDay } from '#shared/domain/dates/days.ts';

const day = fc.integer({ min: 10_000, max: 40_000 }).map(formatDay);

describe('the days that a view shows', () => {
  it('are weeks from Monday, whole weeks of a month, and two weeks of the agenda', () => {
    expect(spanOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(spanOf('month', '2026-11-23')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(spanOf('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(spanOf('agenda', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-12-06' });
    expect(spanOf('day', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  });

  it('hold the day that is looked at, and a step leaves no day out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), day, (view, at) => {
        const span = spanOf(view, at);
        expect(daysOf(span)).toContain(at);
        if (view === 'week' || view === 'month') expect(daysOf(span).length % 7).toBe(0);
        const next = spanOf(view, stepped(view, at, 1));
        expect(next.from <= addDays(span.to, 1)).toBe(true);
        expect(next.to > span.to || view === 'month').toBe(true);
      }),
    );
  });

  it('are months that are clipped to their end', () => {
    expect(stepped('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(stepped('month', '2027-03-31', -1)).toBe('2027-02-28');
  });
});

describe('the clock', () => {
  it('counts only on the day that the vault is at', () => {
    const at = new Date(2026, 10, 23, 9, 5);
    expect(clockOn('2026-11-23', at)).toBe('09:05');
    expect(clockOn('2026-11-24', at)).toBeNull();
  });
});

describe('a day in a sentence', () => {
  it('has its year where it is another one', () => {
    expect(dayWithYear('2026-12-31', '2026-11-23')).not.toContain('2026');
    expect(dayWithYear('2027-01-01', '2026-12-31')).toContain('2027');
    expect(dayWithYear('2028-02-29', '2026-11-23')).toMatch(/29.*2028/);
  });
});
