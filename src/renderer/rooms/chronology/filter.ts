import type { Fact } from './dates.ts';

export interface Filter {
  /** Words, all of which must stand in the fact or its sources. */
  search: string;
  /** An issue's id, `none` for facts without one, null for any. */
  issue: string | null;
  state: Fact['state'] | null;
  side: NonNullable<Fact['side']> | null;
  /** The years that the ruler shows, as days; null for all. */
  from: string | null;
  to: string | null;
}

export const EVERYTHING: Filter = { search: '', issue: null, state: null, side: null, from: null, to: null };

export const isNarrow = (filter: Filter) => JSON.stringify(filter) !== JSON.stringify(EVERYTHING);

/** Letters without their accents and case, so that "resume" finds "Résumé". */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The facts that fit, in the order they have. */
export function filtered(facts: readonly Fact[], filter: Filter): Fact[] {
  const words = folded(filter.search).split(/\s+/).filter(Boolean);
  return facts.filter((fact) => {
    if (filter.state !== null && fact.state !== filter.state) return false;
    if (filter.side !== null && fact.side !== filter.side) return false;
    if (filter.issue !== null && (fact.issueId ?? 'none') !== filter.issue) return false;
    if (filter.from !== null && (fact.dateTo ?? fact.date ?? '') < filter.from) return false;
    if (filter.to !== null && (fact.date === null || fact.date > filter.to)) return false;
    if (words.length === 0) return true;
    const sources = fact.sources.flatMap(({ label, pin, note }) => [label, pin, note]);
    const text = folded([fact.text, fact.place, fact.witnesses, fact.notes, ...sources].filter(Boolean).join(' '));
    return words.every((word) => text.includes(word));
  });
}
