import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Connection, openConnection } from '#main/store/connection.ts';
import { MIGRATIONS, migrate } from '#main/store/migrate.ts';
import { ProblemError, problem } from '#shared/problem.ts';
import { beginAudit } from './audit.ts';
import { type BlobStore, createBlobStore } from './blobs.ts';
import { diskFault } from './disk-fault.ts';
import { syncFolder, writeDurably } from './files.ts';
import { authentic, FORMAT_VERSION, type Header, healCopy, readHeader, sign, writeHeader } from './header.ts';
import { databaseKey, subkey } from './keys.ts';
import { takeLock, type VaultLock } from './lock-file.ts';
import { insideVault, makeFolder, vaultAround, whyReadOnly } from './place.ts';
import { copyForReading } from './reading-copy.ts';
import { writeRecoveryKey } from './recovery-key.ts';
import { type KdfCost, openSlots, passphraseSlot, recoverySlot, type Secret } from './slots.ts';
import { countTry, forgetTries } from './tries.ts';

/** A vault whose keys are in memory. Closing it forgets them. */
export interface OpenVault {
  readonly dir: string;
  header: Header;
  readonly db: Connection;
  readonly blobs: BlobStore;
  readonly auditKey: Buffer;
  /** For rewrapping slots; zeroed on closing. */
  readonly master: Buffer;
  /** Why nothing may be written; null where all may. */
  readonly readOnly: { reason: string } | null;
  close(): void;
}

export const databaseFile = (dir: string) => path.join(dir, 'db', 'main.db');

/**
 * Makes a new vault in a folder that does not exist yet or is empty. The header comes last: before it, the folder is no
 * vault, and nobody can have put anything into it.
 * @throws ProblemError `not-empty`, `inside-vault`, `no-such-folder`, `place-not-safe`, `empty-passphrase`
 */
export async function createVault(
  dir: string,
  { passphrase, kdf = 'calibrated' }: { passphrase: string; kdf?: KdfCost },
): Promise<{ vault: OpenVault; recoveryKey: string }> {
  if (existsSync(dir) && (!statSync(dir).isDirectory() || readdirSync(dir).length > 0)) {
    throw problem('not-empty', `There is something in ${path.basename(dir)} already. Nothing was changed.`, {
      field: 'dir',
      hint: 'Choose another name or place.',
    });
  }
  const around = vaultAround(dir);
  if (around) throw insideVault(around, 'No vault was made.');
  const master = randomBytes(32);
  const recovery = randomBytes(32);
  const vaultId = randomBytes(16).toString('hex');
  const slots = [await passphraseSlot(passphrase, master, vaultId, kdf), recoverySlot(recovery, master, vaultId)];
  const header = sign(master, {
    format: 'misl-vault',
    version: FORMAT_VERSION,
    vaultId,
    epoch: 1,
    createdAt: new Date().toISOString(),
    suite: 'A256GCM-HKDF-SHA256',
    slots,
  });
  let vault: OpenVault | undefined;
  try {
    makeFolders(dir);
    vault = openWith(dir, header, master, {});
    beginAudit(vault.db, vault.auditKey);
    writeHeader(dir, header);
    const recoveryKey = writeRecoveryKey(recovery);
    recovery.fill(0);
    return { vault, recoveryKey };
  } catch (error) {
    vault?.close();
    rmSync(dir, { recursive: true, force: true });
    throw diskFault(error, 'No vault was made.');
  }
}

function makeFolders(dir: string) {
  makeFolder(dir, 0o700);
  const place = whyReadOnly(dir);
  if (place) {
    rmdirSync(dir);
    throw problem('place-not-safe', `No vault can be made there. ${place.reason}`, { field: 'dir' });
  }
  for (const folder of ['db', 'blobs', 'tmp']) mkdirSync(path.join(dir, folder), { mode: 0o700 });
  syncFolder(dir);
  syncFolder(path.dirname(dir));
  // So that opening finds a database, which it never makes by itself.
  writeDurably(databaseFile(dir), new Uint8Array());
}

/**
 * Opens a vault: its sum (else it is damaged), a slot (else the passphrase is wrong), its MAC (else it was altered),
 * then its database.
 * @throws ProblemError `not-a-vault`, `vault-newer`, `vault-damaged`, `wrong-passphrase`, `wrong-recovery-key`,
 *   `vault-altered`, `vault-in-use`, `too-many-tries`
 */
export async function openVault(dir: string, secret: Secret, options: { readonly?: boolean } = {}): Promise<OpenVault> {
  const { header: read, fromBackup } = readHeader(dir);
  countTry(dir);
  const master = await openSlots(read, secret);
  if (!master) throw wrongSecret(secret);
  forgetTries(dir);
  try {
    const header = authentic(dir, master, read);
    if (!existsSync(databaseFile(dir)) || statSync(databaseFile(dir)).size === 0) throw noDatabase();
    const vault = openWith(dir, header, master, options.readonly ? { reason: 'Opened for reading only.' } : {});
    if (!vault.readOnly && !fromBackup && header === read) healCopyIfPossible(dir);
    return vault;
  } catch (error) {
    master.fill(0);
    throw error;
  }
}

/** On a full disk the copy stays as it is, and the vault opens all the same. */
function healCopyIfPossible(dir: string) {
  try {
    healCopy(dir);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
  }
}

/**
 * Opens a vault for reading beside the one that is open, by its key: for a thread that checks or copies it.
 * @param master stays the caller's; what is opened holds a copy
 */
export function openBeside(dir: string, master: Uint8Array): OpenVault {
  const key = Buffer.from(master);
  try {
    return openWith(dir, authentic(dir, key, readHeader(dir).header), key, { reason: 'Opened for checking only.' });
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

const noDatabase = () =>
  problem('vault-damaged', 'The vault’s database is missing from its folder (db/main.db). Nothing was changed.', {
    hint: 'Restore the vault from a backup, to a new place.',
  });

const brokenDatabase = (cause: unknown) =>
  problem(
    'vault-damaged',
    'The vault’s database is damaged (db/main.db): a part of it that every opening needs cannot be read. Nothing was changed.',
    { hint: 'Restore the vault from a backup, to a new place.' },
    cause,
  );

function wrongSecret(secret: Secret) {
  if ('recoveryKey' in secret)
    return problem('wrong-recovery-key', 'This recovery key does not open this vault. Nothing was changed.', {
      hint: 'It may have been renewed, or belong to another vault.',
    });
  return problem('wrong-passphrase', 'This passphrase does not open the vault. Nothing was changed.', {
    hint: 'Check capitals and the keyboard’s language, or use the recovery key.',
  });
}

function openWith(dir: string, header: Header, master: Buffer, { reason }: { reason?: string }): OpenVault {
  const place = whyReadOnly(dir);
  const readOnly = place ?? (reason === undefined ? null : { reason });
  const lock: VaultLock | null = readOnly ? null : takeLock(dir);
  const key = databaseKey(master, header.vaultId);
  // Where shared memory and locks do not hold, an encrypted copy of the database is what is opened.
  let copy = place ? copyForReading(databaseFile(dir)) : null;
  let db: Connection | undefined;
  try {
    if (!readOnly) sweepPartial(dir);
    const open = () => openConnection(copy?.file ?? databaseFile(dir), key, { readonly: readOnly !== null });
    try {
      db = open();
    } catch (error) {
      if (!readOnly || copy || !/^SQLITE_(FULL|CANTOPEN|IOERR)/.test(String((error as { code?: unknown }).code)))
        throw error;
      // Reading too needs room beside the database, and a full disk has none.
      copy = copyForReading(databaseFile(dir));
      db = open();
    }
    if (lock?.unclean && !isWhole(db)) {
      db.close();
      lock.release();
      return openWith(dir, header, master, { reason: DAMAGED });
    }
    if (readOnly && isOlder(db)) {
      // What may not be written here is brought up to date in an encrypted copy.
      db.close();
      copy ??= copyForReading(databaseFile(dir));
      db = openConnection(copy.file, key);
      migrate(db);
      db.close();
      db = openConnection(copy.file, key, { readonly: true });
    }
    migrate(db);
    assertOwn(db, header, readOnly !== null);
  } catch (error) {
    db?.close();
    copy?.remove();
    lock?.release();
    throw /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))
      ? brokenDatabase(error)
      : diskFault(error, 'The vault was not opened, and nothing was changed.');
  }
  const keys = { blob: subkey(master, header.vaultId, 'blob'), dedup: subkey(master, header.vaultId, 'dedup') };
  const auditKey = subkey(master, header.vaultId, 'audit');
  const connection = db;
  return {
    dir,
    header,
    db: connection,
    auditKey,
    master,
    readOnly,
    blobs: createBlobStore(dir, connection, keys),
    close() {
      try {
        if (connection.open && !readOnly) connection.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full or failing disk the journal stays, with all that was committed: the next opening reads it.
      } finally {
        connection.close();
        for (const key of [master, auditKey, keys.blob, keys.dedup]) key.fill(0);
        copy?.remove();
        lock?.release();
      }
    },
  };
}

const DAMAGED =
  'The program or the computer ended unexpectedly, and the database was found damaged. It is open for reading only. Export what you need, and restore the last backup to a new place.';

/** After an unclean end only: it reads the whole database. */
function isWhole(db: Connection): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/** Whether the database has an older schema than this program's. */
const isOlder = (db: Connection) => (db.pragma('user_version', { simple: true }) as number) < MIGRATIONS.length;

/** The database says which vault it belongs to, so that one put in from another vault or copy is noticed. */
function assertOwn(db: Connection, header: Header, readonly: boolean) {
  const own = db.prepare("SELECT value FROM meta WHERE key = 'vault.id'").pluck().get() as string | undefined;
  if (own === undefined && !readonly)
    db.prepare("INSERT INTO meta (key, value) VALUES ('vault.id', ?)").run(header.vaultId);
  else if (own !== header.vaultId)
    throw problem('vault-altered', 'The database in this folder belongs to another vault. It was not opened.');
}

/** What a program that ended unexpectedly left half-written. */
function sweepPartial(dir: string) {
  const tmp = path.join(dir, 'tmp');
  mkdirSync(tmp, { recursive: true });
  for (const name of readdirSync(tmp)) rmSync(path.join(tmp, name), { recursive: true, force: true });
}

/** Puts changed slots into the header, with the next epoch, which the database keeps too: an older header then shows. */
export function replaceSlots(vault: OpenVault, slots: Header['slots']) {
  // Its keys are gone: what would be written then would open nothing.
  if (!vault.db.open) throw problem('locked', 'The vault was locked meanwhile. Nothing was changed.');
  const { sum: _sum, mac: _mac, ...unsigned } = vault.header;
  const epoch = Math.max(unsigned.epoch, newestEpoch(vault.db)) + 1;
  const header = sign(vault.master, { ...unsigned, epoch, slots });
  try {
    writeHeader(vault.dir, header);
  } catch (error) {
    // What is on the disk now is what the next change begins with.
    if (error instanceof ProblemError && error.problem.code === 'not-confirmed') vault.header = header;
    throw error;
  }
  vault.header = header;
  vault.db
    .prepare(
      "INSERT INTO meta (key, value) VALUES ('header.epoch', @epoch) ON CONFLICT (key) DO UPDATE SET value = @epoch",
    )
    .run({ epoch: String(epoch) });
}

/** The epoch of the last header that was written to this vault. */
export function newestEpoch(db: Connection): number {
  return Number(db.prepare("SELECT value FROM meta WHERE key = 'header.epoch'").pluck().get() ?? 1);
}
