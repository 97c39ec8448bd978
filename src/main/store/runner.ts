import type { Kysely } from 'kysely';
import { problem } from '#shared/problem.ts';
import { type Change, changesOf, installCapture, setCurrentCommand } from './capture.ts';
import type { Connection } from './connection.ts';
import type { AppendAudit, AuditInput, Clock, CommandContext } from './context.ts';
import { kyselyOver } from './database.ts';
import { readableFault } from './faults.ts';
import { uuidv7 } from './ids.ts';
import { reindex } from './index-search.ts';
import type { Schema } from './schema.ts';
import { takeBack } from './undo.ts';

export interface CommandOptions {
  /** The call's name, as the audit log and the undo list show it. */
  name: string;
  /** The tables that it may write; undefined for commands of the program itself. */
  touches?: readonly string[] | undefined;
  undoable: boolean;
  /** Forgets what undo knew of the rows that it removed: for emptying the bin. */
  purges?: boolean;
}

export interface CommandResult<R> {
  value: R;
  /** The command's id, to undo it by; null where nothing was changed or it can't be undone. */
  undo: string | null;
  touched: string[];
}

export interface Runner<S> {
  db: Kysely<Schema>;
  /** Runs a command in one transaction, with its audit entry, search entries and what undo needs. */
  run<R>(options: CommandOptions, act: (context: CommandContext<S>) => Promise<R>): Promise<CommandResult<R>>;
  /** Takes a command back, or puts it again where it was itself an undo. */
  undo(command: string): Promise<CommandResult<{ name: string }>>;
  /** Writes an audit entry for something that changes no record: what left the vault, a failed try, a look. */
  note(entry: Omit<AuditInput, 'at' | 'actor'>): Promise<void>;
}

/**
 * The one funnel for every write of a vault.
 *
 * @param onChange told after each commit which tables were touched
 * @param onPurged told after each commit that removed something for good
 */
export function createRunner<S>(
  connection: Connection,
  parts: {
    clock: Clock;
    services: S;
    actor: string;
    audit: AppendAudit;
    onChange(touched: string[]): void;
    onPurged?(): void;
  },
): Runner<S> {
  const { clock, services, actor, audit } = parts;
  const db = kyselyOver(connection);
  if (!connection.readonly) installCapture(connection);

  async function run<R>(
    options: CommandOptions,
    act: (context: CommandContext<S>) => Promise<R>,
    undoes: string | null = null,
  ) {
    if (connection.readonly) throw problem('read-only', 'This vault is open for reading only. Nothing was changed.');
    const id = uuidv7();
    const transaction = db.transaction().execute(async (trx) => {
      const at = clock.now();
      await trx
        .insertInto('command')
        .values({ id, name: options.name, at, undoable: options.undoable ? 1 : 0, undoes })
        .execute();
      setCurrentCommand(connection, id);
      try {
        const value = await act({ db: trx, clock, services, newId: uuidv7 });
        const changes = changesOf(connection, id);
        const touched = [...new Set(changes.map((change) => change.tbl))];
        assertDeclared(options, touched);
        reindex(connection, new Map(changes.map((c) => [`${c.tbl}/${c.row_id}`, [c.tbl, c.row_id] as const])).values());
        const about = aboutOf(changes);
        connection.prepare('UPDATE command SET matter_id = ? WHERE id = ?').run(about.matterId, id);
        if (undoes !== null) connection.prepare('UPDATE command SET undone_by = ? WHERE id = ?').run(id, undoes);
        if (changes.length > 0)
          audit(connection, { at, actor, action: options.name, ...about, detail: detailOf(changes) });
        if (!options.undoable) forgetChanges(connection, id, options.purges ? changes : []);
        if (options.purges) forgetBlobs(connection);
        return { value, touched, undo: options.undoable && changes.length > 0 ? id : null };
      } finally {
        setCurrentCommand(connection, null);
      }
    });
    const result = await transaction.catch((error) => {
      throw readableFault(error);
    });
    if (options.purges) parts.onPurged?.();
    if (result.touched.length > 0) parts.onChange(result.touched);
    return result;
  }

  return {
    db,
    run,
    async undo(command) {
      const row = await db.selectFrom('command').selectAll().where('id', '=', command).executeTakeFirst();
      if (!row?.undoable) throw problem('cannot-undo', 'This can no longer be taken back. Nothing was changed.');
      if (row.undoneBy !== null) throw problem('already-undone', 'This was taken back already.');
      const act = async () => {
        takeBack(connection, command);
        return { name: row.name };
      };
      return run({ name: row.undoes === null ? 'undo' : 'redo', undoable: true }, act, command);
    },
    async note(entry) {
      if (connection.readonly) return;
      await db.transaction().execute(async () => audit(connection, { at: clock.now(), actor, ...entry }));
      parts.onChange(['audit_entry']);
    },
  };
}

/** What can't be undone is not remembered; and what was purged is not remembered by earlier commands either. */
function forgetChanges(db: Connection, command: string, purged: Change[]) {
  const spoil = db.prepare(
    'UPDATE command SET undoable = 0 WHERE id IN (SELECT command_id FROM change WHERE tbl = ? AND row_id = ?)',
  );
  const forget = db.prepare('DELETE FROM change WHERE tbl = ? AND row_id = ?');
  // What somebody was typing into a record that is gone for good.
  const leave = db.prepare('DELETE FROM unsaved_edit WHERE record_id = ?');
  for (const { tbl, row_id } of purged) {
    spoil.run(tbl, row_id);
    forget.run(tbl, row_id);
    leave.run(row_id);
  }
  db.prepare('DELETE FROM change WHERE command_id = ?').run(command);
}

/** Removes the rows of contents that no record has any more, and that no command could bring back. */
function forgetBlobs(db: Connection) {
  db.exec(`
    DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM exhibit_file WHERE blob_id = blob.id)
      AND NOT EXISTS (SELECT 1 FROM draft_version WHERE blob_id = blob.id)
      AND NOT EXISTS (SELECT 1 FROM bundle_version WHERE blob_id = blob.id)
      AND NOT EXISTS (SELECT 1 FROM change WHERE instr(coalesce(before, '') || coalesce(after, ''), blob.id) > 0)`);
}

function assertDeclared({ name, touches }: CommandOptions, touched: string[]) {
  const undeclared = touches && touched.filter((table) => !touches.includes(table));
  if (undeclared?.length) throw new Error(`${name} wrote ${undeclared.join(', ')} without saying so in the contract`);
}

/** Which record a command was about: the first that it changed, and the matter that this belongs to. */
function aboutOf(changes: Change[]): { entity: string | null; entityId: string | null; matterId: string | null } {
  const first = changes[0];
  if (!first) return { entity: null, entityId: null, matterId: null };
  const row = JSON.parse(first.after ?? first.before ?? '{}') as { matter_id?: string };
  return {
    entity: first.tbl,
    entityId: first.row_id,
    matterId: first.tbl === 'matter' ? first.row_id : (row.matter_id ?? null),
  };
}

/** Counts by table and kind of change: ids and numbers only, never text of the case. */
function detailOf(changes: Change[]): string {
  const counts: Record<string, number> = {};
  for (const { tbl, op } of changes) counts[`${op} ${tbl}`] = (counts[`${op} ${tbl}`] ?? 0) + 1;
  return JSON.stringify(counts);
}
