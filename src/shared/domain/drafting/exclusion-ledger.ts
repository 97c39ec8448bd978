import type { BlockDocument, TableRow } from '../blocks/blocks.ts';
import { blankRun, bold, heading, inline, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import type { Deadline } from '../deadlines/compute.ts';
import type { Excluded } from '../deadlines/exclusions.ts';

/** A deadline whose count leaves time out of account. */
export interface LedgerOf {
  matterTitle: string;
  numberText: string | null;
  title: string;
  triggerOn: string;
  override: { on: string; reason: string } | null;
  count: Pick<Deadline, 'trigger' | 'citation' | 'nominal' | 'due' | 'safe'> & {
    excluded: readonly Excluded[];
  };
}

const GROUNDS: Record<Excluded['kind'], string> = {
  copy: 'Time requisite for the certified copy: from the day on which it was applied for to the day intimated as ready',
  forum: 'Time before a forum without jurisdiction: from its institution to its end',
  other: 'Time otherwise left out of account',
};

/**
 * The ledger of exclusions as the table that an application or affidavit on limitation takes: each stretch of time with
 * its days, its ground and what shows it, and what the last day is by either count. What has no evidence is left blank.
 */
export function ledgerDocument({
  matterTitle,
  numberText,
  title,
  triggerOn,
  override,
  count,
}: LedgerOf): BlockDocument {
  const name = [numberText, matterTitle].filter(Boolean).join(', ');
  const total = count.excluded.reduce((sum, { days }) => sum + days, 0);
  const row = ({ kind, from, to, days, evidence, reason }: Excluded, at: number): TableRow => ({
    cells: [
      inline(String(at + 1)),
      inline(longDate(from)),
      inline(longDate(to)),
      inline(String(days)),
      inline(reason ? [GROUNDS[kind], ' ', quiet(`(${reason})`)] : GROUNDS[kind]),
      evidence ? inline(evidence) : [blankRun(`evidence-${at + 1}`, 'what shows it: the exhibit or the endorsement')],
    ],
    marked: !evidence,
  });
  const day = (value: string | null) => (value ? longDate(value.slice(0, 10)) : 'no day');
  return {
    meta: printMeta('Table of time excluded', name),
    blocks: [
      heading(1, 'Table of time excluded', { align: 'start' }),
      para([bold(title), name ? `, ${name}` : '']),
      para(`Time runs from ${longDate(triggerOn)} (${count.trigger}); ${count.citation}.`),
      {
        kind: 'table',
        look: 'grid',
        columns: [
          { header: 'No.', width: 1, align: 'end' },
          { header: 'From', width: 2.4 },
          { header: 'To', width: 2.4 },
          { header: 'Days', width: 1.2, align: 'end' },
          { header: 'Ground', width: 5.5 },
          { header: 'Shown by', width: 4.5 },
        ],
        rows: [
          ...count.excluded.map(row),
          {
            cells: [inline(''), inline(''), [bold('Total')], [bold(String(total))], inline(''), inline('')],
          },
        ],
      },
      para(
        `The last day by the count alone, with these days: ${day(count.nominal)}; as the calendar moves it: ${day(count.due)}.`,
      ),
      ...(count.safe && count.safe !== count.due
        ? [para(`By the strictest accepted way of counting: ${day(count.safe)}.`)]
        : []),
      ...(override
        ? [para(`Worked to ${longDate(override.on)} instead${override.reason ? `: ${override.reason}` : ''}.`)]
        : []),
    ],
  };
}
