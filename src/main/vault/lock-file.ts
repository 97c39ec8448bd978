import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { problem } from '#shared/problem.ts';

/**
 * Who has the vault open for writing. Node has no file locks, SQLite does: the writer holds an exclusive transaction on
 * a small database of its own, which the system ends with the process, so that a crash leaves nobody locked out.
 */
export interface VaultLock {
  /** The one who had it before did not close it: the program or the computer ended unexpectedly. */
  readonly unclean: boolean;
  release(): void;
}

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/** @throws ProblemError `vault-in-use` with the name of the one who has it, `disk-full`, `cannot-lock` */
export function takeLock(dir: string): VaultLock {
  try {
    return lockWith(path.join(dir, 'lock'));
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^SQLITE_BUSY/.test(code)) throw inUse(dir, error);
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
      // It holds nothing but who has it: a damaged one is made anew, and must not keep the owner out.
      for (const name of ['lock', 'lock-journal']) rmSync(path.join(dir, name), { force: true });
      return { ...lockWith(path.join(dir, 'lock')), unclean: true };
    }
    if (code === 'SQLITE_FULL')
      throw problem(
        'disk-full',
        'The disk of the vault is full: it could not even be marked as in use. Nothing was changed.',
        { hint: 'Make room on it, or open the vault for reading only.' },
        error,
      );
    if (/^SQLITE_/.test(code))
      throw problem(
        'cannot-lock',
        'The vault could not be marked as in use. Nothing was changed.',
        {
          hint: 'Check that its folder may be written and its disk is not full, or open it for reading only.',
        },
        error,
      );
    throw error;
  }
}

function lockWith(file: string): VaultLock {
  const db = new Database(file);
  try {
    db.pragma('busy_timeout=200');
    db.pragma('journal_mode=DELETE');
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL)');
    const holder: Holder = { pid: process.pid, host: os.hostname(), since: new Date().toISOString() };
    const left = db
      .transaction(() => {
        const { changes } = db.prepare('DELETE FROM holder').run();
        db.prepare('INSERT INTO holder (pid, host, since) VALUES (@pid, @host, @since)').run(holder);
        return changes;
      })
      .immediate();
    // Reserved and not exclusive: others may still read who has it.
    db.exec('BEGIN IMMEDIATE');
    return { unclean: left > 0, release: () => releaseLock(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function releaseLock(db: Database.Database) {
  if (!db.open) return;
  try {
    db.exec('DELETE FROM holder; COMMIT');
  } catch {
    // A full disk: the next one will think that this end was unclean, and check; nothing worse.
  } finally {
    db.close();
  }
}

function inUse(dir: string, cause: unknown) {
  const holder = holderOf(dir);
  const who = holder
    ? `program ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 16).replace('T', ' ')}`
    : 'another program';
  return problem(
    'vault-in-use',
    `This vault is open for writing already, by ${who}. Nothing was changed.`,
    { hint: 'Close it there, or open it here for reading only.' },
    cause,
  );
}

function holderOf(dir: string): Holder | undefined {
  const db = new Database(path.join(dir, 'lock'), { readonly: true, timeout: 200 });
  try {
    return db.prepare('SELECT pid, host, since FROM holder').get() as Holder | undefined;
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}
