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

/**
 * Reads a spreadsheet's export: UTF-8 or UTF-16 with or without a mark, else Windows-1252; commas, semicolons or tabs.
 * @throws ProblemError `csv-…` where it is empty, too large or no table
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  if (bytes.length === 0) throw problem('csv-empty', 'This file is empty. Nothing was imported.');
  if (bytes.length > MAX_BYTES)
    throw problem('csv-too-large', 'This file is larger than 32 MB. Nothing was imported.', { hint: 'Split it.' });
  const { encoding, text } = decode(bytes);
  if (text.includes('\0'))
    throw problem('csv-not-text', 'This is not a text file. Nothing was imported.', { hint: 'Save the sheet as CSV.' });
  const delimiter = guessDelimiter(text);
  const records = parseRecords(text, delimiter);
  const [head, ...body] = records;
  if (!head || body.length === 0)
    throw problem('csv-no-rows', 'This file has a heading but no rows, or nothing at all. Nothing was imported.');
  if (head.record.length > MAX_COLUMNS)
    throw problem('csv-too-wide', `This file has ${head.record.length} columns. Nothing was imported.`);
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
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as Record[];
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    throw problem(
      'csv-broken',
      `This file breaks off inside a quoted cell${line ? `, near line ${line}` : ''}. Nothing was imported.`,
      {},
      error,
    );
  }
}

function decode(bytes: Uint8Array): { encoding: string; text: string } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: 'UTF-16 LE', text: new TextDecoder('utf-16le').decode(bytes) };
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16 BE', text: new TextDecoder('utf-16be').decode(bytes) };
  // Without a mark: Latin letters in UTF-16 leave every second byte zero.
  const head = bytes.subarray(0, 1000);
  const zeros = (from: number) => head.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (zeros(1) > head.length / 8) return { encoding: 'UTF-16 LE', text: new TextDecoder('utf-16le').decode(bytes) };
  if (zeros(0) > head.length / 8) return { encoding: 'UTF-16 BE', text: new TextDecoder('utf-16be').decode(bytes) };
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
