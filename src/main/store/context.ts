import type { Connection } from './connection.ts';
import type { ReadDb, WriteDb } from './database.ts';

/** Time, day and ids are given, never taken: tests and `--today` set them. */
export interface Clock {
  /** Now, as a UTC instant. */
  now(): string;
  /** The day that deadlines and lists are counted from, `YYYY-MM-DD`. */
  today(): string;
}

/** What every service function gets first. */
export interface QueryContext<S = unknown> {
  db: ReadDb;
  clock: Clock;
  /** What services need beside the database: packs, blobs. */
  services: S;
}

export interface CommandContext<S = unknown> extends Omit<QueryContext<S>, 'db'> {
  db: WriteDb;
  newId(): string;
}

export interface JobProgress {
  unit: 'bytes' | 'pages' | 'files' | 'rows' | 'steps';
  done: number;
  total: number | null;
  item?: string;
}

/** Long work: reads as it likes, reports, can be cancelled, and writes by whole commands. */
export interface JobContext<S = unknown> extends QueryContext<S> {
  signal: AbortSignal;
  report(progress: JobProgress): void;
  /** Runs one command, in a transaction of its own. */
  write<R>(run: (context: CommandContext<S>) => Promise<R>): Promise<R>;
}

/** Appends one entry to the audit log, inside the open transaction. */
export type AppendAudit = (db: Connection, entry: AuditInput) => void;

export interface AuditInput {
  at: string;
  actor: string;
  action: string;
  entity: string | null;
  entityId: string | null;
  matterId: string | null;
  /** JSON of ids, counts and hashes: never text of the case. */
  detail: string | null;
}
