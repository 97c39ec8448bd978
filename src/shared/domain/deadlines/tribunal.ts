import { addMonths, formatDay } from '../dates/days.ts';
import { dayText } from '../dates/words.ts';
import { lessADay } from './period.ts';

/** The working of a time limit that conciliation extends. */
export interface TribunalCount {
  /** The last day without conciliation: the earlier of the two month-end readings. */
  primary: number;
  /** The later reading, where it differs. */
  laterReading: number | undefined;
  /** Days that are not counted: those of conciliation after time began to run. */
  notCounted: number;
  extended: number;
  /** One month after the certificate. */
  floor: number | undefined;
  end: number;
  /** The end that the later reading leads to; the same where the two agree. */
  laterEnd: number;
  /** Conciliation began after the primary limit. */
  outOfTime: boolean;
  why: 'no conciliation' | 'conciliation not ended' | 'out of time' | 'extended' | 'floor';
}

/**
 * Employment Rights Act 1996 s.207B as read in *Luton BC v Haque*: subsection (3), then (4).
 * @param from the effective date of termination, or the act
 * @param acasStart day A; @param acasEnd day B, when the certificate was received
 */
export function countTribunal(from: number, months: number, acasStart?: number, acasEnd?: number): TribunalCount {
  const readings = lessADay(from, months);
  const [primary, later] = [Math.min(...readings), Math.max(...readings)];
  return {
    ...extendBy(from, primary, acasStart, acasEnd),
    laterReading: later === primary ? undefined : later,
    laterEnd: extendBy(from, later, acasStart, acasEnd).end,
  };
}

function extendBy(from: number, primary: number, acasStart: number | undefined, acasEnd: number | undefined) {
  const plain = { primary, notCounted: 0, extended: primary, floor: undefined, end: primary, outOfTime: false };
  if (acasStart === undefined) return { ...plain, why: 'no conciliation' as const };
  if (acasStart > primary) return { ...plain, outOfTime: true, why: 'out of time' as const };
  if (acasEnd === undefined) return { ...plain, why: 'conciliation not ended' as const };
  // Days before time began to run give nothing: the cautious reading.
  const notCounted = Math.max(0, acasEnd - Math.max(acasStart + 1, from) + 1);
  const extended = primary + notCounted;
  const floor = addMonths(acasEnd, 1);
  const atFloor = acasStart <= extended && extended <= floor;
  return {
    ...plain,
    notCounted,
    extended,
    floor,
    end: atFloor ? floor : extended,
    why: atFloor ? ('floor' as const) : ('extended' as const),
  };
}

/** The working in words, step by step. */
export function tribunalSteps(count: TribunalCount, months: number): { date: string; step: string }[] {
  const steps = [
    {
      date: formatDay(count.primary),
      step: `${months} months beginning with that day end${
        count.laterReading === undefined
          ? ''
          : `, by the earlier of two readings at a month's end (the other gives ${dayText(count.laterReading)})`
      }`,
    },
  ];
  if (count.why === 'out of time') {
    steps.push({
      date: formatDay(count.primary),
      step: 'Conciliation began after this day, so it extends nothing: out of time',
    });
  }
  if (count.why === 'conciliation not ended') {
    steps.push({ date: formatDay(count.primary), step: 'Conciliation has no end yet: worked to the limit without it' });
  }
  if (count.floor !== undefined) {
    steps.push({
      date: formatDay(count.extended),
      step: `${count.notCounted} days of conciliation are not counted, from the day after it began to the day of the certificate`,
    });
    if (count.why === 'floor') {
      steps.push({
        date: formatDay(count.floor),
        step: 'That would end within a month of the certificate: one month after it instead',
      });
    }
  }
  return steps;
}
