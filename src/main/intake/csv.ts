import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { nextReference, open } from '#main/matters/matters.ts';
import { addHearing } from '#main/proceedings/hearings.ts';
import { addProceeding } from '#main/proceedings/proceedings.ts';
import type { Job, Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { CsvReport } from '#shared/contract/intake.ts';
import { getPack } from '#shared/packs/library.ts';
import { problem } from '#shared/problem.ts';
import { type CsvField, type DateOrder, fieldOf, forumOf, orderOf, readDate, readTime } from './csv-map.ts';
import { type CsvTable, readCsv } from './csv-text.ts';

type Options = Given<'intake.previewCsv'>;
type ReportRow = CsvReport['rows'][number];

/** What one row says, by field. */
type Said = Partial<Record<CsvField, string>>;

interface Understood {
  report: CsvReport;
  /** For each row of the report that is new: what to make of it. */
  rows: { row: ReportRow; said: Said; filedOn: string | null; time: string | null }[];
}

export async function previewCsv(context: Query, options: Options): Promise<CsvReport> {
  return (await understand(context, options)).report;
}

/** Makes a matter of each new row, all in one command: undone as one, and nothing half-done when it is cancelled. */
export async function importCsv(context: Job, options: Options): Promise<Result<'intake.importCsv'>> {
  const { report, rows } = await understand(context, options);
  const fresh = rows.filter(({ row }) => row.outcome === 'new');
  const matterIds = await context.write(async (command) => {
    const ids: string[] = [];
    for (const [i, { row, said, filedOn, time }] of fresh.entries()) {
      context.signal.throwIfAborted();
      context.report({ unit: 'rows', done: i, total: fresh.length, item: row.title });
      const { id: matterId } = await open(command, {
        ...emptyMatter(options.pack, context.clock.today()),
        ...naming(row, said),
        reference: said.reference || (await nextReference(command)),
      });
      ids.push(matterId);
      if (!row.forum) continue;
      const { id: proceedingId } = await addProceeding(command, {
        ...emptyProceeding,
        matterId,
        forum: row.forum as never,
        forumName: row.forumName!,
        numberText: row.number,
        year: yearOf(said),
        stage: said.stage || null,
        filedOn,
        links: [],
      });
      if (row.nextOn)
        await addHearing(command, {
          ...emptyHearing,
          proceedingId,
          date: row.nextOn,
          time,
          purpose: said.purpose || said.stage || null,
        });
    }
    return ids;
  });
  return { ...report, matterIds };
}

async function understand({ db, clock, services }: Query, options: Options): Promise<Understood> {
  getPack(services.packs, options.pack);
  const table = readCsv(await readFileAt(options.path));
  const fields = table.headings.map((heading) => options.map?.[heading] ?? fieldOf(heading));
  for (const heading of Object.keys(options.map ?? {})) {
    if (!table.headings.includes(heading)) {
      throw problem(
        'csv-no-such-column',
        `The map names a column that the file does not have: ${heading}. Nothing was imported.`,
        { field: 'map' },
      );
    }
  }
  const dated = table.rows.flatMap(({ cells }) =>
    cells.filter((_cell, i) => fields[i] === 'nextOn' || fields[i] === 'filedOn'),
  );
  const found = orderOf(dated);
  const dateOrder = options.dateOrder ?? found ?? (options.pack.startsWith('us') ? 'month-day' : 'day-month');
  const present = await db
    .selectFrom('proceeding')
    .select(['forumName', 'numberText'])
    .where('deletedAt', 'is', null)
    .execute();
  const seen = new Set(present.map(({ forumName, numberText }) => caseKey(forumName, numberText)));
  const references = new Set(
    (await db.selectFrom('matter').select('reference').execute()).map(({ reference }) => reference),
  );
  const rows = table.rows.map(({ line, cells }) =>
    readRow(line, sayings(fields, cells), { dateOrder, seen, references, today: clock.today() }),
  );
  const count = (outcome: ReportRow['outcome']) => rows.filter(({ row }) => row.outcome === outcome).length;
  const report: CsvReport = {
    encoding: table.encoding,
    delimiter: table.delimiter,
    dateOrder,
    dateOrderSure: options.dateOrder !== undefined || found !== null,
    columns: columnsOf(table, fields),
    rows: rows.map(({ row }) => row),
    counts: { new: count('new'), duplicate: count('duplicate'), refused: count('refused') },
  };
  return { report, rows };
}

async function readFileAt(file: string): Promise<Uint8Array> {
  const name = path.basename(file);
  const info = await stat(file).catch(() => null);
  if (!info) throw problem('no-such-file', `There is no file ${name}.`, { field: 'path' });
  if (info.isDirectory())
    throw problem('folder-given', `${name} is a folder, not a file. Nothing was imported.`, { field: 'path' });
  if (info.size > 64 * 1024 * 1024)
    throw problem('csv-too-large', `${name} is larger than 64 MB. Nothing was imported.`, { field: 'path' });
  return readFile(file);
}

function columnsOf({ headings, rows }: CsvTable, fields: CsvField[]): CsvReport['columns'] {
  return headings.map((heading, i) => ({
    heading,
    field: fields[i]!,
    samples: rows.slice(0, 3).map(({ cells }) => cells[i] ?? ''),
  }));
}

function sayings(fields: CsvField[], cells: string[]): Said {
  const said: Said = {};
  for (const [i, field] of fields.entries()) if (field !== 'ignore' && cells[i]) said[field] ??= cells[i];
  return said;
}

interface Known {
  dateOrder: DateOrder;
  seen: Set<string>;
  references: Set<string>;
  today: string;
}

/** How long the words of a row may be, in characters: as the fields of the program that they go to. */
const LONGEST: { [F in CsvField]?: number } = {
  reference: 60,
  title: 500,
  petitioner: 240,
  respondent: 240,
  forum: 500,
  number: 190,
  year: 9,
  purpose: 1000,
  stage: 1000,
  client: 500,
  notes: 100_000,
};

/** The same within what may be kept; what is cut is told. */
function cutToLength(told: Said, problems: string[]): Said {
  const said = { ...told };
  for (const [field, most] of Object.entries(LONGEST) as [CsvField, number][]) {
    const cell = said[field];
    if (cell === undefined || cell.length <= most) continue;
    said[field] = cell.slice(0, most).trim();
    problems.push(`The column read as ${field} has ${cell.length} characters here, and is cut after ${most}`);
  }
  return said;
}

function readRow(line: number, told: Said, { dateOrder, seen, references, today }: Known): Understood['rows'][number] {
  const problems: string[] = [];
  const said = cutToLength(told, problems);
  const dateIn = (field: 'nextOn' | 'filedOn', what: string) => {
    const cell = said[field];
    const date = cell ? readDate(cell, dateOrder) : null;
    if (cell && !date) problems.push(`${what} is not a date that could be read: ${cell.slice(0, 60)}`);
    return date;
  };
  const title = said.title || [said.petitioner, said.respondent].filter(Boolean).join(' v. ') || said.client || '';
  const nextOn = dateIn('nextOn', 'The next date');
  const filedOn = dateIn('filedOn', 'The date of filing');
  if (nextOn && nextOn < today) problems.push('The next date has passed');
  const forumName = said.forum ?? null;
  const forum = forumName ? (forumOf(forumName) ?? 'civil-court') : null;
  if (forumName && !forumOf(forumName)) problems.push('The court was not recognised, and is entered as a civil court');
  if (!forumName && (nextOn || said.number))
    problems.push('No court is named, so the case number and next date have no place');
  const number = said.number
    ? [said.number, said.year && !said.number.includes(said.year) ? said.year : ''].filter(Boolean).join('/')
    : null;
  const key = caseKey(forumName, number);
  const twice = (number !== null && seen.has(key)) || (said.reference !== undefined && references.has(said.reference));
  if (number !== null) seen.add(key);
  if (said.reference) references.add(said.reference);
  if (twice) problems.push('This case is in the register already');
  if (!title) problems.push('There is no title, and no parties to make one of');
  const outcome = !title ? 'refused' : twice ? 'duplicate' : 'new';
  return {
    row: { line, outcome, title, forumName, forum, number, nextOn, problems },
    said,
    filedOn,
    time: said.time ? readTime(said.time) : null,
  };
}

const caseKey = (forum: string | null, number: string | null) =>
  `${forum ?? ''}|${number ?? ''}`.toLowerCase().replace(/[\s.]/g, '');

const yearOf = (said: Said) => {
  const year = Number(said.year ?? /\b(19|20)\d{2}\b/.exec(said.number ?? '')?.[0]);
  return Number.isInteger(year) && year >= 1800 && year <= 2200 ? year : null;
};

const emptyMatter = (pack: string, openedOn: string) => ({
  titleNative: null,
  clientRole: 'other' as const,
  pack,
  kind: null,
  summary: null,
  organisation: null,
  incidentFrom: null,
  incidentTo: null,
  openedOn,
  closedOn: null,
  parties: [],
});

function naming(row: ReportRow, said: Said) {
  const notes = [said.client && `Client: ${said.client}`, said.notes].filter(Boolean).join('\n') || null;
  return { title: row.title, notes };
}

const emptyProceeding = {
  seat: null,
  type: 'case',
  side: 'ours' as const,
  ourRole: null,
  title: null,
  bench: null,
  provision: null,
  relief: null,
  notes: null,
};
const emptyHearing = {
  room: null,
  bench: null,
  outcome: null,
  whatHappened: null,
  adjournedBy: null,
  adjournmentReason: null,
  nextOn: null,
  nextPurpose: null,
};
