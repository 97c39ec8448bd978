import { spanText } from '../domain/deadlines/period.ts';
import type { OwnRow } from './pack.ts';
import type { RuleRow } from './schema-rules.ts';
import type { PackSource } from './source.ts';

/**
 * A row of a pack that the user installed, as it stands in a loaded pack: its citation names the pack, so that the source
 * is seen wherever the citation is, beside every date, in every draft and on the command line.
 * @param was the row in whose place it stands
 */
export function ownRow<Row>(row: Row, { manifest }: PackSource, was: Row | undefined): Row {
  const { id, title, version } = manifest;
  const own: OwnRow = { pack: id, title, version, now: inShort(row), was: was ? wasOf(was) : null };
  const citation = (row as { citation?: string }).citation;
  const source = `${was ? 'overridden by' : 'from'} “${title}” ${version}`;
  return { ...row, ...(citation === undefined ? {} : { citation: `${citation}; ${source}` }), own };
}

const wasOf = (row: unknown): OwnRow['was'] => ({ origin: (row as { origin: string }).origin, text: inShort(row) });

/** A row in a line: of a rule its length and its citation. */
function inShort(row: unknown): string {
  const { period, citation, title, text, en, days, source } = row as {
    period?: RuleRow['period'];
    citation?: string;
    title?: string;
    text?: string;
    en?: string;
    days?: readonly object[];
    source?: string;
  };
  if (days) return `${days.length} closed ${days.length === 1 ? 'day' : 'days'}, ${source}`;
  return [period ? periodText(period) : (title ?? text ?? en), citation].filter(Boolean).join(', ');
}

/** How long a rule gives, in words: "30 days", "3 months, extended by conciliation". */
function periodText(period: RuleRow['period']): string {
  switch (period.kind) {
    case 'fixed':
      return spanText(period);
    case 'earliest':
      return `the earliest of ${period.of.map(spanText).join(' and ')}`;
    case 'choice':
      return Object.entries(period.values)
        .map(([answer, length]) => `${answer}: ${length === 'none' ? 'none' : spanText(length)}`)
        .join('; ');
    case 'asked':
      return 'as the order says';
    case 'tribunal':
      return `${period.months} months, extended by conciliation`;
    case 'none':
      return 'no period';
  }
}
