import type { Fact } from './dates.ts';

/** Days since 1970 of a plain date. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

export interface Span {
  /** Days since 1970. */
  first: number;
  last: number;
}

/** From a little before the first fact to a little after the last or today; null where no fact has a date. */
export function spanOf(facts: readonly Pick<Fact, 'date' | 'dateTo'>[], today: string): Span | null {
  const days = facts.flatMap(({ date, dateTo }) => [date, dateTo].filter((day) => day !== null).map(dayNumber));
  if (days.length === 0) return null;
  const all = [...days, dayNumber(today)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = Math.max(20, (high - low) * 0.02);
  return { first: low - margin, last: high + margin };
}

/** The years whose first day lies within and leaves room for its figure, at most fifteen of them. */
export function yearsIn({ first, last }: Span): number[] {
  const year = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const count = year(last) - year(first);
  const step = Math.max(1, Math.ceil(count / 15));
  const years = Array.from({ length: count }, (_, i) => year(first) + 1 + i);
  const latest = last - (last - first) / 20;
  return years.filter((each) => each % step === 0 && dayNumber(`${each}-01-01`) < latest);
}

/** How many marks fit over one another; what is more is drawn on the highest. */
const HIGHEST = 3;

/** Each fact with its place in the heap of those that stand too close to be drawn beside one another. */
export function heaped<F extends Pick<Fact, 'date'>>(
  facts: readonly F[],
  { first, last }: Span,
): { fact: F; height: number }[] {
  const slots = new Map<number, number>();
  return facts.map((fact) => {
    const slot = Math.round(((dayNumber(fact.date!) - first) / (last - first)) * 160);
    const height = slots.get(slot) ?? 0;
    slots.set(slot, height + 1);
    return { fact, height: Math.min(HIGHEST, height) };
  });
}
