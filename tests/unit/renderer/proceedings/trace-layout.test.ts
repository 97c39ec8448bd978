import { describe, expect, it } from 'vitest';
import {
  bracketsOf,
  cellsOf,
  flagsOf,
  numberSteps,
  placeFlags,
} from '../../../../src/renderer/rooms/proceedings/trace/trace-layout.ts';
import { addDays } from '../../../../src/shared/domain/dates/days.ts';

type Days = Parameters<typeof cellsOf>[0];

/** Day 0, then so many counted days, the last of them due. */
function line(start: string, count: number, change: (at: number) => Partial<Days[number]> = () => ({})): Days {
  return Array.from({ length: count + 1 }, (_, at) => ({
    date: addDays(start, at),
    kind: at === 0 ? 'day0' : at === count ? 'due' : 'counted',
    count: at === 0 ? null : at,
    ...change(at),
  }));
}

const nothing = { today: '2000-01-01', safe: null, target: null };

describe('the cells of a count', () => {
  it('gives every day of a short count a cell of its own', () => {
    const cells = cellsOf(line('2026-11-12', 30), nothing, 60);
    expect(cells).toHaveLength(31);
    expect(cells.every(({ days, span }) => days === 1 && span === 1)).toBe(true);
  });

  it('folds whole weeks of plain days and loses none', () => {
    const days = line('2026-01-01', 180);
    const cells = cellsOf(days, nothing, 60);
    expect(cells.length).toBeLessThan(20);
    expect(cells.reduce((sum, cell) => sum + cell.days, 0)).toBe(181);
    for (const { days: folded } of cells.filter((cell) => cell.days > 1)) expect(folded % 7).toBe(0);
    expect(cells.map(({ from }) => from)).toEqual(cells.map(({ from }) => from).toSorted());
  });

  it('never folds today, the safe day, the target or their neighbours', () => {
    const marks = { today: '2026-03-01', safe: '2026-05-20', target: '2026-05-01' };
    const cells = cellsOf(line('2026-01-01', 180), marks, 60);
    for (const date of Object.values(marks)) {
      for (const near of [addDays(date, -1), date, addDays(date, 1)]) {
        expect(cells.find(({ from }) => from === near)?.days).toBe(1);
      }
    }
    expect(cells.filter(({ isToday }) => isToday)).toHaveLength(1);
  });

  it('folds no days of two kinds together', () => {
    const isLeft = (at: number) => at > 40 && at <= 80;
    const cells = cellsOf(
      line('2026-01-01', 180, (at) => (isLeft(at) ? { kind: 'excluded', count: null } : {})),
      nothing,
      60,
    );
    const left = cells.filter(({ kind }) => kind === 'excluded');
    expect(left.reduce((sum, { days }) => sum + days, 0)).toBe(40);
  });

  it('takes the day of a safe instant', () => {
    const cells = cellsOf(line('2026-11-12', 3), { ...nothing, safe: '2026-11-14T16:30' }, 60);
    expect(cells.find(({ isSafe }) => isSafe)?.from).toBe('2026-11-14');
  });
});

describe('flags', () => {
  it('stand on the days that matter, with the numbers of the steps', () => {
    const cells = cellsOf(line('2026-11-12', 30), { today: '2026-11-23', safe: '2026-12-10', target: null }, 60);
    const { numbers } = numberSteps([
      { date: '2026-12-12', step: 'the last day' },
      { date: '2026-11-12', step: 'runs from' },
      { date: '2026-12-10', step: 'the safe day' },
    ]);
    expect(flagsOf(cells, numbers)).toEqual([
      { kind: 'start', date: '2026-11-12', at: 0.5, number: 1 },
      { kind: 'today', date: '2026-11-23', at: 11.5, number: null },
      { kind: 'safe', date: '2026-12-10', at: 28.5, number: 2 },
      { kind: 'due', date: '2026-12-12', at: 30.5, number: 3 },
    ]);
  });

  it('have words that neither cover one another nor leave the line', () => {
    const width = 900;
    const flags = [10, 300, 840, 870, 890].map((x) => ({ x, width: 150 }));
    const boxes = placeFlags(flags, width).map(({ row, side }, i) => {
      const { x, width: wide } = flags[i]!;
      return { row, from: side === 'after' ? x : x - wide, to: side === 'after' ? x + wide : x };
    });
    for (const [i, box] of boxes.entries()) {
      expect(box.from).toBeGreaterThanOrEqual(-10);
      expect(box.to).toBeLessThanOrEqual(width + 10);
      for (const other of boxes.slice(i + 1)) {
        expect(box.row !== other.row || box.to <= other.from || other.to <= box.from).toBe(true);
      }
    }
    expect(boxes.at(-1)?.row).toBe(0);
  });
});

it('numbers the days of the steps and not the steps', () => {
  const { steps } = numberSteps([
    { date: '2026-12-12', step: 'b' },
    { date: '2026-12-12T16:00', step: 'c' },
    { date: '2026-11-12', step: 'a' },
  ]);
  expect(steps.map(({ step, number }) => [step, number])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
  ]);
});

it('brackets what was counted and each run that was left out', () => {
  const isLeft = (at: number) => (at > 2 && at <= 5) || at === 8;
  const cells = cellsOf(
    line('2026-11-01', 10, (at) => (isLeft(at) ? { kind: 'excluded', count: null } : {})),
    nothing,
    60,
  );
  expect(bracketsOf(cells)).toEqual([
    { kind: 'excluded', from: 3, to: 6, days: 3 },
    { kind: 'excluded', from: 8, to: 9, days: 1 },
    { kind: 'counted', from: 1, to: 11, days: 10 },
  ]);
});
