import type { Connection } from '#main/store/connection.ts';

/** What is left out: the search index and what undo remembers can be made again or hold nothing of their own. */
const LEFT_OUT = /^(search(_.*)?|indexed_text|command|change|sqlite_.*)$/;
/** Keyed hashes say nothing without the vault's keys. */
const SECRET_COLUMNS = new Set(['blob.dedup']);

interface Column {
  name: string;
  type: 'TEXT' | 'INTEGER' | 'BLOB';
  notnull: number;
  pk: number;
}

/** The tables that an export has, in the order of their names, each with its columns. */
export function exportedTables(db: Connection): { table: string; columns: Column[] }[] {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  return (names as string[])
    .filter((name) => !LEFT_OUT.test(name))
    .map((table) => ({
      table,
      columns: (db.pragma(`table_info(${table})`) as Column[]).filter(
        ({ name }) => !SECRET_COLUMNS.has(`${table}.${name}`),
      ),
    }));
}

/**
 * One table as a JSON array, an object a row, its fields named as the columns are; bytes as hex. It comes in parts, so
 * that a table larger than memory can be written too.
 */
export function* tableAsJson(db: Connection, table: string, columns: readonly Column[]): Generator<string> {
  const fields = columns.map(({ name }) => `"${name}"`).join(', ');
  let first = true;
  yield '[';
  for (const row of db.prepare(`SELECT ${fields} FROM "${table}" ORDER BY rowid`).iterate()) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(row, (_key, value) => asHex(value))}`;
    first = false;
  }
  yield '\n]\n';
}

/** JSON.stringify has already turned a Buffer into `{type, data}` when the replacer sees it. */
function asHex(value: unknown): unknown {
  const bytes = value as { type?: string; data?: number[] } | null;
  if (bytes !== null && typeof bytes === 'object' && bytes.type === 'Buffer' && Array.isArray(bytes.data))
    return Buffer.from(bytes.data).toString('hex');
  return value;
}

const TYPES = { TEXT: 'string', INTEGER: 'integer', BLOB: 'string' } as const;

/** The JSON Schema (draft 2020-12) of every table of an export: each file of `records/` is an array of its definition. */
export function exportSchema(db: Connection): object {
  const definitions = exportedTables(db).map(({ table, columns }) => [
    table,
    {
      type: 'object',
      additionalProperties: false,
      required: columns.map(({ name }) => name),
      properties: Object.fromEntries(
        columns.map(({ name, type, notnull, pk }) => [
          name,
          {
            type: notnull || pk ? TYPES[type] : [TYPES[type], 'null'],
            ...(type === 'BLOB' ? { pattern: '^([0-9a-f]{2})*$' } : {}),
          },
        ]),
      ),
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Records of a Misl vault',
    $defs: Object.fromEntries(definitions),
  };
}
