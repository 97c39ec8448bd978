import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { problem } from '#shared/problem.ts';

/**
 * Who has the vault open for writing. Node has no file locks, SQLite does: the writer holds an exclusive transaction on
 * a small database of its own, which the system ends with the process, so that a crash leaves nobody locked out.
 */
export interface VaultLock {
  release(): void;
}

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/** @throws ProblemError `vault-in-use` with the name of the one who has it */
export function takeLock(dir: string): VaultLock {
  const db = new Database(path.join(dir, 'lock'));
  try {
    db.pragma('journal_mode=DELETE');
    db.pragma('busy_timeout=200');
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL)');
    db.transaction((holder: Holder) => {
      db.exec('DELETE FROM holder');
      db.prepare('INSERT INTO holder (pid, host, since) VALUES (@pid, @host, @since)').run(holder);
    })({ pid: process.pid, host: os.hostname(), since: new Date().toISOString() });
    // Reserved and not exclusive: others may still read who has it.
    db.exec('BEGIN IMMEDIATE');
    return {
      release() {
        if (!db.open) return;
        db.exec('ROLLBACK');
        db.exec('DELETE FROM holder');
        db.close();
      },
    };
  } catch (error) {
    db.close();
    if (!/^SQLITE_BUSY/.test((error as { code?: string }).code ?? '')) throw error;
    const holder = holderOf(dir);
    const who = holder
      ? `program ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 16).replace('T', ' ')}`
      : 'another program';
    throw problem(
      'vault-in-use',
      `This vault is open for writing already, by ${who}. Nothing was changed.`,
      { hint: 'Close it there, or open it here for reading only.' },
      error,
    );
  }
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
