/** How many backups are kept: the last of each day, week and month. */
const KEPT = { days: 7, weeks: 5, months: 12 } as const;

const WEEK = 7 * 86_400_000;
/** The first Monday of the Unix era, so that weeks begin on Mondays. */
const MONDAY = Date.UTC(1970, 0, 5);

/**
 * Which backups may go: all that are neither the last of one of the last seven days that have one, nor of one of the
 * last five weeks, nor of one of the last twelve months. The newest always stays, and so does the one just made, which
 * is not the newest where the clock was put back.
 */
export function expendable<B extends { createdAt: string }>(
  backups: readonly B[],
  justMade?: (backup: B) => boolean,
): B[] {
  const newestFirst = [...backups].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const kept = new Set<B>();
  const keepOnePer = (count: number, period: (at: string) => string) => {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const key = period(backup.createdAt);
      if (seen.has(key)) continue;
      if (seen.size === count) return;
      seen.add(key);
      kept.add(backup);
    }
  };
  keepOnePer(KEPT.days, (at) => at.slice(0, 10));
  keepOnePer(KEPT.weeks, (at) => String(Math.floor((Date.parse(at) - MONDAY) / WEEK)));
  keepOnePer(KEPT.months, (at) => at.slice(0, 7));
  return newestFirst.filter((backup) => !kept.has(backup) && !justMade?.(backup));
}
