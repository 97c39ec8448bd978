import type { Block, BlockDocument } from '../blocks/blocks.ts';
import { heading, inline, italic, mono, para, printMeta, quiet } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';

export interface CustodySheet {
  matter: { title: string; reference: string | null };
  today: string;
  sample: boolean;
  exhibit: {
    number: number;
    title: string;
    /** "P-3 in Complaint 143/2026". */
    marks: string[];
    kind: string;
    source: string | null;
    custodian: string | null;
    acquiredOn: string | null;
    /** When and where a page or post was captured. */
    captured: string | null;
  };
  files: { name: string; size: number; sha256: string; pages: number | null }[];
  /** `at` is an instant, shown as it is given. */
  entries: { at: string; step: string; by: string | null; note: string | null; sha256: string | null }[];
  /** "Articles 46-A, 73, 78-A and 164 of the Qanun-e-Shahadat Order 1984", from the pack. */
  provision: string | null;
}

/** Where an exhibit came from and what was done with it since, with the hash of each file. */
export function custodySheetDocument(sheet: CustodySheet): BlockDocument {
  const { exhibit } = sheet;
  const fact = (label: string, value: string | null): { cells: ReturnType<typeof inline>[] } => ({
    cells: [inline(quiet(label)), value === null || value === '' ? inline(italic('not recorded')) : inline(value)],
  });
  const blocks: Block[] = [
    heading(1, `Custody of exhibit ${exhibit.number}: ${exhibit.title}`, { align: 'start' }),
    para(quiet(sheet.matter.reference ? `${sheet.matter.title}, ${sheet.matter.reference}` : sheet.matter.title)),
    { kind: 'space', lines: 0, rule: true },
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: 'Particular', width: 4 },
        { header: 'As recorded', width: 13 },
      ],
      rows: [
        fact('Marked', exhibit.marks.join('; ')),
        fact('Kind', exhibit.kind),
        fact('Obtained from', exhibit.source),
        fact('Obtained on', exhibit.acquiredOn && longDate(exhibit.acquiredOn)),
        fact('Captured', exhibit.captured),
        fact('Held by', exhibit.custodian),
      ],
    },
    heading(2, 'Files'),
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: 'File and SHA-256', width: 12 },
        { header: 'Size', width: 3, align: 'end' },
        { header: 'Pages', width: 2, align: 'end' },
      ],
      rows: sheet.files.map((file) => ({
        cells: [
          inline([file.name, { kind: 'break' }, mono(grouped(file.sha256))]),
          inline(`${file.size.toLocaleString('en-GB')} bytes`),
          inline(file.pages === null ? '–' : String(file.pages)),
        ],
      })),
    },
    heading(2, 'Steps'),
    {
      kind: 'table',
      look: 'lines',
      columns: [
        { header: 'Time', width: 4 },
        { header: 'Step', width: 3 },
        { header: 'By', width: 4 },
        { header: 'Note', width: 6 },
      ],
      rows: sheet.entries.map((entry) => ({
        cells: [inline(instant(entry.at)), inline(entry.step), inline(entry.by ?? '–'), inline(entry.note ?? '')],
      })),
    },
    ...statement(sheet),
  ];
  const head = [longDate(sheet.today), sheet.sample ? 'sample' : ''].filter(Boolean).join(' · ');
  return { meta: printMeta('Custody sheet', head), blocks };
}

function statement({ provision, today }: CustodySheet): Block[] {
  const under = provision ? ` For the purposes of ${provision}.` : '';
  return [
    heading(2, 'Statement'),
    para(
      `The files above were kept without change from the time at which they were imported; the SHA-256 of each was taken then and is the same today, ${longDate(today)}.${under}`,
      { align: 'start' },
    ),
    {
      kind: 'signature',
      left: [inline('Place: ______________'), inline('Date: ______________')],
      right: [inline('Name and capacity')],
      through: null,
    },
  ];
}

/** A hash in groups of four, so that it can be read aloud and may break at a line's end. */
const grouped = (hash: string) => hash.replace(/(.{4})(?=.)/g, '$1 ');

/** "23 November 2026, 10:15 UTC" from an instant. */
function instant(at: string): string {
  const [day = '', time = ''] = at.split('T');
  return time === '' ? longDate(day) : `${longDate(day)}, ${time.slice(0, 5)} UTC`;
}
