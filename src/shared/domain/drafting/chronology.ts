import type { BlockDocument, TableRow } from '../blocks/blocks.ts';
import { heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { DatePrecision } from './snapshot.ts';
import { when } from './words.ts';

export interface Chronology {
  matter: { title: string; reference: string | null };
  asOf: string;
  sample: boolean;
  audience: string | null;
  facts: ChronologyFact[];
}

export interface ChronologyFact {
  date: string | null;
  precision: DatePrecision;
  dateTo: string | null;
  time: string | null;
  text: string;
  state: 'known' | 'alleged' | 'disputed';
  /** Whose account it is, where it is an account: "the complainant". */
  by: string | null;
  /** Documents with their pages: "P-2, p. 3". */
  sources: string[];
}

/** The list of dates: date, event, document and page, each event as exactly as it is known. */
export function chronologyDocument(list: Chronology): BlockDocument {
  const row = (fact: ChronologyFact): TableRow => ({
    cells: [inline(dateCell(fact)), inline([fact.text, ...stateWords(fact)]), inline(fact.sources.join('; ') || '–')],
  });
  const parts = [
    `as of ${longDate(list.asOf)}`,
    list.audience ? `for the ${list.audience}` : '',
    list.sample ? 'sample' : '',
  ];
  return {
    meta: printMeta('List of dates', parts.filter(Boolean).join(' · ')),
    blocks: [
      heading(1, list.matter.title, { align: 'start' }),
      para(quiet(list.matter.reference ? `${list.matter.reference}, list of dates` : 'List of dates')),
      { kind: 'space', lines: 0, rule: true },
      list.facts.length === 0
        ? para('No fact is recorded yet.')
        : {
            kind: 'table',
            look: 'lines',
            columns: [
              { header: 'Date', width: 4 },
              { header: 'Event', width: 10 },
              { header: 'Document and page', width: 4 },
            ],
            rows: list.facts.map(row),
          },
    ],
  };
}

function dateCell(fact: ChronologyFact): string {
  if (!fact.date) return 'undated';
  const words = when(fact.date, fact.precision, fact.dateTo).replace(/^(on|in) /, '');
  return fact.time ? `${words}, ${fact.time}` : words;
}

function stateWords({ state, by }: ChronologyFact) {
  const words = { known: by, alleged: by ? `alleged by ${by}` : 'alleged', disputed: 'disputed' }[state];
  return words ? [' ', quiet(`(${words})`)] : [];
}
