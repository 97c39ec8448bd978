import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { problem } from '#shared/problem.ts';

export type Connection = Database.Database;

/** The key of a database: 32 bytes of key and 16 of salt, as SQLCipher 4's raw form takes them. */
export interface DatabaseKey {
  key: Buffer;
  salt: Buffer;
}

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Opens (or makes) a database in SQLCipher 4 format.
 *
 * Plain better-sqlite3 ignores `PRAGMA key` without a word, and would write the file in clear; so each opening proves
 * that the cipher is there and that the file on disk is not plain SQLite.
 *
 * @throws ProblemError `wrong-database-key` where the key does not fit or the first page is damaged
 */
export function openConnection(
  file: string,
  { key, salt }: DatabaseKey,
  options: { readonly?: boolean } = {},
): Connection {
  const db = new Database(file, { readonly: options.readonly ?? false, fileMustExist: options.readonly ?? false });
  try {
    db.pragma(`cipher='sqlcipher'`);
    db.pragma('legacy=4');
    db.pragma(`key="x'${key.toString('hex')}${salt.toString('hex')}'"`);
    if (db.pragma('cipher', { simple: true }) !== 'sqlcipher')
      throw problem('no-cipher', 'This build cannot encrypt its database.');
    readFirstPage(db);
    if (!options.readonly) {
      db.pragma('journal_mode=WAL');
      db.pragma('synchronous=FULL');
      db.pragma('secure_delete=ON');
    }
    db.pragma('foreign_keys=ON');
    db.pragma('trusted_schema=OFF');
    db.pragma('cell_size_check=ON');
    db.pragma('temp_store=MEMORY');
    db.pragma('mmap_size=0');
    db.pragma('busy_timeout=5000');
    if (!options.readonly) {
      db.pragma('checkpoint_fullfsync=ON');
      // A file of no pages has no header to look at yet.
      db.exec('PRAGMA user_version=0'.replace('0', String(db.pragma('user_version', { simple: true }))));
      assertEncrypted(file);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function readFirstPage(db: Connection) {
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    // A full or failing disk is no wrong key.
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown }).code))) throw error;
    throw problem(
      'wrong-database-key',
      'The database could not be decrypted: its first page is damaged, or the key is not its own.',
      { hint: 'Nothing was changed. Restore the last backup, or run “misl vault verify”.' },
      error,
    );
  }
}

/** @throws Error when the file begins like a plain SQLite database */
function assertEncrypted(file: string) {
  const head = Buffer.alloc(16);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, head, 0, 16, 0);
  } finally {
    closeSync(fd);
  }
  if (head.equals(PLAIN_HEADER)) throw new Error('The database on disk is not encrypted');
}
