import type { Insertable, Updateable } from 'kysely';
import { problem } from '#shared/problem.ts';
import type { CommandContext } from './context.ts';
import type { ReadDb, Row, TableName } from './database.ts';
import type { Schema } from './schema.ts';

/** SQLite has no booleans: `true` is 1. */
export type Bits<T> = { [K in keyof T]: T[K] extends boolean | undefined ? number : T[K] };

/** Tables whose rows are made, changed, binned and restored as records of their own. */
export type StampedTable = { [T in TableName]: 'deletedAt' extends keyof Schema[T] ? T : never }[TableName];

/** Turns the booleans of an input into what the database takes, and leaves out what is undefined. */
export function bits<T extends object>(values: T): Bits<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  ) as Bits<T>;
}

type Made = 'id' | 'createdAt' | 'updatedAt' | 'deletedAt';

/** Inserts a record with a new id and its stamps. @returns the id */
export async function create<T extends StampedTable, S>(
  { db, clock, newId }: CommandContext<S>,
  table: T,
  values: Omit<Insertable<Schema[T]>, Made> & { id?: string },
): Promise<string> {
  const now = clock.now();
  const row = { id: newId(), ...bits(values), createdAt: now, updatedAt: now };
  await db
    .insertInto(table)
    .values(row as never)
    .execute();
  return row.id;
}

/**
 * Changes some fields of a record.
 * @throws ProblemError `not-found` where it isn't there or lies in the bin
 */
export async function change<T extends StampedTable, S>(
  { db, clock }: CommandContext<S>,
  table: T,
  id: string,
  values: Partial<Updateable<Schema[T]>> | object,
): Promise<void> {
  await find(db, table, id);
  await db
    .updateTable(table as 'matter')
    .set({ ...bits(values), updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
}

/**
 * One record by its id.
 * @throws ProblemError `not-found` where it isn't there or lies in the bin
 */
export async function find<T extends StampedTable>(db: ReadDb, table: T, id: string): Promise<Row<T>> {
  const row = await db
    .selectFrom(table as 'matter')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw problem('not-found', 'This record is no longer there: it was removed, or never was in this vault.');
  return row as unknown as Row<T>;
}

/** Puts a record into the bin, where it lies for 30 days. */
export async function bin<T extends StampedTable, S>(context: CommandContext<S>, table: T, id: string): Promise<void> {
  await change(context, table, id, { deletedAt: context.clock.now() });
}

/**
 * A row as the contract has it: where the database says text, the contract names the words that it may be, and the
 * gateway validates every answer.
 */
export function typed<T>(row: object): T {
  return row as T;
}
