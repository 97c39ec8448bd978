// Writes src/main/store/schema.ts, the types of the tables, from what the migrations make. A test compares the two.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openConnection } from '../src/main/store/connection.ts';
import { migrate } from '../src/main/store/migrate.ts';

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

const types: Record<string, string> = { TEXT: 'string', INTEGER: 'number', REAL: 'number', BLOB: 'Buffer' };
const camel = (name: string) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(`_${name}`);

/** The text of schema.ts for the newest schema. */
export function schemaText(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-schema-'));
  const db = openConnection(path.join(folder, 'schema.db'), { key: Buffer.alloc(32), salt: Buffer.alloc(16) });
  try {
    migrate(db);
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY name")
      .pluck()
      .all() as string[];
    const bodies = tables.map((table) => {
      const columns = db.pragma(`table_info(${table})`) as Column[];
      const fields = columns.map((column) => `  ${camel(column.name)}: ${typeOf(table, column)};`);
      return `export interface ${pascal(table)}Table {\n${fields.join('\n')}\n}\n`;
    });
    return [
      '// Made by scripts/schema.ts from the migrations: change those, not this.',
      "import type { Generated } from 'kysely';\n",
      ...bodies,
      `export interface Schema {\n${tables.map((table) => `  ${camel(table)}: ${pascal(table)}Table;`).join('\n')}\n}\n`,
    ].join('\n');
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

function typeOf(table: string, column: Column): string {
  if (table === 'search') return 'string';
  const type = types[column.type];
  if (!type) throw new Error(`No type for ${table}.${column.name} ${column.type}`);
  const full = column.notnull || column.pk ? type : `${type} | null`;
  const generated = column.dflt_value !== null || (column.pk && column.type === 'INTEGER');
  return generated ? `Generated<${full}>` : full;
}

if (import.meta.main) writeFileSync(new URL('../src/main/store/schema.ts', import.meta.url), schemaText());
