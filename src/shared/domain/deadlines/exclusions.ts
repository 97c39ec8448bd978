import type { ExclusionKind } from '../../packs/schema-rules.ts';
import { formatDay } from '../dates/days.ts';
import { dayText } from '../dates/words.ts';

/** Time that is left out of account, both ends included. */
export interface Exclusion {
  kind: ExclusionKind;
  /** `copy`: applied for; `forum`: instituted. `YYYY-MM-DD`. */
  from: string;
  /** `copy`: intimated as ready, whenever it was collected; `forum`: ended. */
  to: string;
  /** What shows it: the copy's endorsement, the order returning the plaint. */
  evidence?: string | undefined;
}
export interface ExclusionDays {
  kind: ExclusionKind;
  from: number;
  to: number;
  evidence: string | undefined;
}

/** What became of one exclusion in the count. */
export interface ExclusionLine {
  given: ExclusionDays;
  /** Days by which time was extended, with both end days. */
  days: number;
  /** The same by the shorter count: the day on which a copy was applied for is not given back. */
  shorter: number;
  /** Why fewer days were given than lie between the dates, or none. */
  reason: string | undefined;
}

/** One line of the ledger of exclusions. */
export interface Excluded {
  kind: ExclusionKind;
  from: string;
  to: string;
  /** Days by which the last day moved. */
  days: number;
  /** The same by the shorter count, which the safe day rests on. */
  shorter: number;
  evidence: string | null;
  /** Why fewer days were given than lie between the dates, or none. */
  reason: string | null;
}

/** The ledger of exclusions of a count. */
export const excludedOf = ({ lines }: Extended): Excluded[] =>
  lines.map(({ given, days, shorter, reason }) => ({
    kind: given.kind,
    from: formatDay(given.from),
    to: formatDay(given.to),
    days,
    shorter,
    evidence: given.evidence ?? null,
    reason: reason ?? null,
  }));

interface Run {
  from: number;
  to: number;
}

export interface Extended {
  end: number;
  shorterEnd: number;
  lines: ExclusionLine[];
  /** Days left out, for the drawn line. */
  runs: readonly Run[];
}

/**
 * Adds excluded time to the last day of a period, before any roll. Overlapping time is given once; nothing is given for
 * the start day and what lies before it (it is not counted anyway), nor for time that begins after the period ran out.
 */
export function extend(
  start: number,
  base: number,
  given: readonly ExclusionDays[],
  allowed: (kind: ExclusionKind) => boolean,
): Extended {
  if (given.length === 0) return { end: base, shorterEnd: base, lines: [], runs: [] };
  const usable = given.filter(({ kind }) => allowed(kind)).sort((a, b) => a.from - b.from || a.to - b.to);
  const full = lengthen(start, base, usable, 0);
  const shorter = lengthen(start, base, usable, 1);
  const lines = given.map((one): ExclusionLine => {
    if (!allowed(one.kind)) {
      return { given: one, days: 0, shorter: 0, reason: 'not left out of account under this rule' };
    }
    const days = full.given.get(one) ?? 0;
    const whole = one.to - one.from + 1;
    const reason =
      days === whole
        ? undefined
        : one.to <= start
          ? 'lies before time began to run'
          : full.late.has(one)
            ? `begins after time had run out on ${dayText(full.late.get(one)!)}`
            : 'in part before time began to run, or given already by another line';
    return { given: one, days, shorter: shorter.given.get(one) ?? 0, reason };
  });
  // A shorter count may not reach the start of a later exclusion that the full count reaches; it is then shorter still.
  return { end: full.end, shorterEnd: Math.min(full.end, shorter.end), lines, runs: full.runs };
}

/** @param less days of a copy exclusion, from its first on, that the shorter way of counting does not give */
function lengthen(start: number, base: number, sorted: readonly ExclusionDays[], less: 0 | 1) {
  const given = new Map<ExclusionDays, number>();
  const late = new Map<ExclusionDays, number>();
  const runs: Run[] = [];
  let end = base;
  let reached = start;
  for (const one of sorted) {
    if (one.from > end) {
      late.set(one, end);
      continue;
    }
    const from = Math.max(one.from + (one.kind === 'copy' ? less : 0), reached + 1);
    const days = Math.max(0, one.to - from + 1);
    given.set(one, days);
    if (days === 0) continue;
    end += days;
    reached = one.to;
    runs.push({ from, to: one.to });
  }
  return { end, given, late, runs };
}
