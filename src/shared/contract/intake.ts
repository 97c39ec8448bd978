import { z } from 'zod';
import { calls } from './call.ts';
import { day, id, line } from './fields.ts';

/** What a column of an imported register may hold. */
export const CSV_FIELDS = [
  'reference',
  'title',
  'petitioner',
  'respondent',
  'forum',
  'number',
  'year',
  'filedOn',
  'nextOn',
  'time',
  'purpose',
  'stage',
  'client',
  'notes',
] as const;

const map = z.record(z.string().max(200), z.enum(CSV_FIELDS).or(z.literal('ignore')));
const options = {
  path: z.string().min(1),
  /** Heading of a column → what it holds; what is left out is recognised by its heading. */
  map: map.optional(),
  pack: line,
  /** How `05/06/2026` is read; left out: by the dates of the file itself, else by the pack's country. */
  dateOrder: z.enum(['day-month', 'month-day']).optional(),
};

const csvRow = z.object({
  /** The line of the file that it begins on, from 1. */
  line: z.number(),
  outcome: z.enum(['new', 'duplicate', 'refused']),
  title: z.string(),
  forumName: z.string().nullable(),
  forum: z.string().nullable(),
  number: z.string().nullable(),
  nextOn: day.nullable(),
  problems: z.array(z.string()),
});

const csvReport = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  dateOrder: z.enum(['day-month', 'month-day']),
  /** How the date order was known: `sure` from the file, or assumed from the pack's country. */
  dateOrderSure: z.boolean(),
  columns: z.array(z.object({ heading: z.string(), field: z.string(), samples: z.array(z.string()) })),
  rows: z.array(csvRow),
  counts: z.object({ new: z.number(), duplicate: z.number(), refused: z.number() }),
});
export type CsvReport = z.input<typeof csvReport>;

/** Bringing in what exists already: an advocate's register of cases. */
export const intakeCalls = calls({
  'intake.chooseCsv': { input: z.strictObject({}), output: z.string().nullable(), touches: [] },
  /** Shows what was understood, row by row, and changes nothing. */
  'intake.previewCsv': { input: z.strictObject(options), output: csvReport, touches: ['matter', 'proceeding'] },
  'intake.importCsv': {
    input: z.strictObject(options),
    output: csvReport.extend({ matterIds: z.array(id) }),
    touches: ['matter', 'party', 'party_alias', 'proceeding', 'proceeding_link', 'hearing'],
  },
});
