import { CamelCasePlugin, Kysely, type Selectable, SqliteDialect, type Transaction } from 'kysely';
import type { Connection } from './connection.ts';
import type { Schema } from './schema.ts';

/** A database that commands write through: always inside the one transaction of a command. */
export type WriteDb = Transaction<Schema>;

/** A database that queries get: its type cannot write. */
export type ReadDb = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>;

export type TableName = keyof Schema;
export type Row<T extends TableName> = Selectable<Schema[T]>;

/**
 * Kysely over an open connection; closing it is the owner's business. Names are `snake_case` in the database and
 * `camelCase` in code.
 */
export function kyselyOver(connection: Connection): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }), plugins: [new CamelCasePlugin()] });
}
