import { parse } from 'csv-parse/sync';
import { problem } from '#shared/problem.ts';

export interface CsvTable {
  encoding: string;
  delimiter: string;
  headings: string[];
  /** Cells by column, trimmed and without marks of direction; and the line of the file that the row begins on. */
  rows: { line: number; cells: string[] }[];
}

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_COLUMNS = 200;
/** More than any chamber has files, by far; it keeps what is shown and what is taken in as one command within bounds. */
const MAX_ROWS = 20_000;
/** In characters. A row of a register is never as long: what is, comes of a quotation mark without its end. */
const MAX_ROW = 256 * 1024;

/**
 * Reads a spreadsheet's export: UTF-8 or UTF-16 with or without a mark, else Windows-1252; commas, semicolons or tabs.
 * @throws ProblemError `csv-…` where it is empty, too large or no table
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  if (bytes.length === 0) throw problem('csv-empty', 'This file is empty. Nothing was imported.');
  if (bytes.length > MAX_BYTES)
    throw problem('csv-too-large', 'This file is larger than 32 MB. Nothing was imported.', { hint: 'Split it.' });
  const kind = otherKind(bytes);
  const { encoding, text } = decode(bytes);
  if (kind || isRubbish(text))
    throw problem('csv-not-text', `This is ${kind ?? 'no text file'}, not CSV. Nothing was imported.`, {
      hint: 'Save the sheet as CSV in the program that it comes from, and import that file.',
    });
  const delimiter = guessDelimiter(text);
  const records = parseRecords(text, delimiter);
  const [head, ...body] = records;
  if (!head || body.length === 0)
    throw problem('csv-no-rows', 'This file has a heading but no rows, or nothing at all. Nothing was imported.');
  if (head.record.length > MAX_COLUMNS)
    throw problem('csv-too-wide', `This file has ${head.record.length} columns. Nothing was imported.`);
  if (body.length > MAX_ROWS)
    throw problem('csv-too-many-rows', `This file has more than ${MAX_ROWS} rows. Nothing was imported.`, {
      hint: 'Split it into several files, each with the heading, and import them one after the other.',
    });
  return {
    encoding,
    delimiter,
    headings: head.record.map((cell, i) => clean(cell) || `Column ${i + 1}`),
    rows: body
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(clean) }))
      .filter(({ cells }) => cells.some(Boolean)),
  };
}

interface Record {
  record: string[];
  info: { lines: number };
}

function parseRecords(text: string, delimiter: string): Record[] {
  let last = 0;
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
      // The heading, and one row more than is taken in.
      to: MAX_ROWS + 2,
      info: true,
      on_record: (record, { lines }) => {
        last = lines;
        return record;
      },
    }) as unknown as Record[];
  } catch (error) {
    const where = `on line ${last + 1} or soon after it`;
    if ((error as { code?: string }).code === 'CSV_MAX_RECORD_SIZE') {
      throw problem(
        'csv-row-too-long',
        `A row that begins ${where} goes on for more than 256,000 characters: the end of a quoted cell may be missing. Nothing was imported.`,
        {},
        error,
      );
    }
    throw problem(
      'csv-broken',
      `A quoted cell that begins ${where} has no end. Nothing was imported.`,
      { hint: 'Look for a quotation mark without its fellow.' },
      error,
    );
  }
}

/** What a file is by its first bytes, where people take such files for CSV. */
function otherKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head === 'PK\x03\x04') return 'a workbook (.xlsx, .ods) or a ZIP archive';
  if (head === '\xd0\xcf\x11\xe0') return 'an old workbook (.xls)';
  if (head === '%PDF') return 'a PDF';
  return undefined;
}

/** Control characters that a text may have: tab, ends of line and page, and the breaks of cells. */
const CONTROL = /[\x01-\x08\x0e-\x19\x1b\x1c\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]/g;
const LOOKED_AT = 100_000;

/** Whether what was decoded is no text: a zero anywhere, or more than one in a hundred characters that no text has. */
function isRubbish(text: string): boolean {
  if (text.includes('\0')) return true;
  const head = text.slice(0, LOOKED_AT);
  return (head.match(CONTROL)?.length ?? 0) > head.length / 100;
}

function decode(bytes: Uint8Array): { encoding: string; text: string } {
  const [a, b] = bytes;
  const little = () => ({ encoding: 'UTF-16 LE', text: new TextDecoder('utf-16le').decode(bytes) });
  const big = () => ({ encoding: 'UTF-16 BE', text: new TextDecoder('utf-16be').decode(bytes) });
  if (a === 0xff && b === 0xfe) return little();
  if (a === 0xfe && b === 0xff) return big();
  // Without a mark: in UTF-16 Latin letters, digits, spaces, commas and ends of line have a zero, always on the same side.
  const head = bytes.subarray(0, 4000);
  const [even, odd] = [0, 1].map((side) => head.filter((byte, i) => i % 2 === side && byte === 0).length) as [
    number,
    number,
  ];
  const few = head.length / 100;
  if (bytes.length % 2 === 0 && odd > few && even < odd / 8) return little();
  if (bytes.length % 2 === 0 && even > few && odd < even / 8) return big();
  try {
    return { encoding: 'UTF-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { encoding: 'Windows-1252', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

function guessDelimiter(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Marks of direction are typed by spreadsheets and belong to no name. */
function clean(cell: string): string {
  return cell
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
