import type { Extended } from './exclusions.ts';
import type { Direction } from './period.ts';
import type { TribunalCount } from './tribunal.ts';

/** Another day that the law may turn out to give. */
export interface OtherDate {
  label: string;
  due: number;
  citation?: string | undefined;
  confidence?: string | undefined;
}

/** A count with everything that its trace needs, in day numbers. */
export interface Working {
  direction: Direction;
  start: number;
  /** Why time runs from another day than the trigger. */
  startNote: string | undefined;
  /** Lengths that were compared, the one worked to first; empty for tribunals' months. */
  spans: readonly { text: string; end: number }[];
  tribunal: { count: TribunalCount; months: number } | undefined;
  base: number;
  extended: Extended;
  nominal: number;
  /** After the roll, before days are added for service. */
  rolled: number;
  served: number | undefined;
  due: number;
  /** Minutes of the day, for periods of hours. */
  minutes: number | undefined;
  safeBase: number;
  safe: number;
  latest: { day: number; outermost: number | undefined } | undefined;
  outOfTime: boolean;
  others: OtherDate[];
}

/** Why a rule gives no date. */
export interface NoDate {
  none: 'needs-fact' | 'no-period' | 'beyond-reach';
  text: string;
  /** The day from which delay must be explained, where no period is fixed. */
  reviewOn: number | undefined;
}
