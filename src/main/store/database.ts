import { CamelCasePlugin, type Driver, Kysely, type Selectable, SqliteDialect, type Transaction } from 'kysely';
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
  return new Kysely<Schema>({ dialect: new OwnDialect(connection), plugins: [new CamelCasePlugin()] });
}

/**
 * SQLite rolls back by itself where the disk is full or fails; rolling back once more would then be the error that is
 * seen, and not what happened.
 */
class OwnDialect extends SqliteDialect {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    super({ database: connection });
    this.#connection = connection;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollback = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = async (held) => {
      if (this.#connection.inTransaction) await rollback(held);
    };
    return driver;
  }
}
