import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Connection, openConnection } from '#main/store/connection.ts';
import { migrate } from '#main/store/migrate.ts';
import { problem } from '#shared/problem.ts';
import { type BlobStore, createBlobStore } from './blobs.ts';
import { syncFolder } from './files.ts';
import { FORMAT_VERSION, type Header, readHeader, sign, verifyHeader, writeHeader } from './header.ts';
import { databaseKey, subkey } from './keys.ts';
import { takeLock, type VaultLock } from './lock-file.ts';
import { whyReadOnly } from './place.ts';
import { writeRecoveryKey } from './recovery-key.ts';
import { type KdfCost, openSlots, passphraseSlot, recoverySlot, type Secret } from './slots.ts';

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
 * Makes a new vault in a folder that does not exist yet or is empty.
 * @throws ProblemError `not-empty`
 */
export async function createVault(
  dir: string,
  { passphrase, kdf = 'calibrated' }: { passphrase: string; kdf?: KdfCost },
): Promise<{ vault: OpenVault; recoveryKey: string }> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw problem('not-empty', `There is something in ${path.basename(dir)} already. Nothing was changed.`, {
      field: 'dir',
      hint: 'Choose another name or place.',
    });
  }
  for (const folder of ['', 'db', 'blobs', 'tmp']) mkdirSync(path.join(dir, folder), { recursive: true, mode: 0o700 });
  syncFolder(path.dirname(dir));
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
  writeHeader(dir, header);
  const vault = openWith(dir, header, master, {});
  const recoveryKey = writeRecoveryKey(recovery);
  recovery.fill(0);
  return { vault, recoveryKey };
}

/**
 * Opens a vault: its sum (else it is damaged), a slot (else the passphrase is wrong), its MAC (else it was altered),
 * then its database.
 * @throws ProblemError `not-a-vault`, `vault-newer`, `vault-damaged`, `wrong-passphrase`, `wrong-recovery-key`,
 *   `vault-altered`, `vault-in-use`
 */
export async function openVault(dir: string, secret: Secret, options: { readonly?: boolean } = {}): Promise<OpenVault> {
  const { header } = readHeader(dir);
  const master = await openSlots(header, secret);
  if (!master) throw wrongSecret(secret);
  try {
    verifyHeader(master, header);
    return openWith(dir, header, master, options);
  } catch (error) {
    master.fill(0);
    throw error;
  }
}

function wrongSecret(secret: Secret) {
  if ('recoveryKey' in secret)
    return problem('wrong-recovery-key', 'This recovery key does not open this vault. Nothing was changed.', {
      hint: 'It may have been renewed, or belong to another vault.',
    });
  return problem('wrong-passphrase', 'This passphrase does not open the vault. Nothing was changed.', {
    hint: 'Check capitals and the keyboard’s language, or use the recovery key.',
  });
}

function openWith(dir: string, header: Header, master: Buffer, options: { readonly?: boolean }): OpenVault {
  const readOnly = options.readonly ? { reason: 'Opened for reading only.' } : whyReadOnly(dir);
  const lock: VaultLock | null = readOnly ? null : takeLock(dir);
  try {
    if (!readOnly) sweepPartial(dir);
    const db = openConnection(databaseFile(dir), databaseKey(master, header.vaultId), { readonly: readOnly !== null });
    if (!readOnly) migrate(db);
    assertOwn(db, header, readOnly !== null);
    const keys = { blob: subkey(master, header.vaultId, 'blob'), dedup: subkey(master, header.vaultId, 'dedup') };
    const auditKey = subkey(master, header.vaultId, 'audit');
    return {
      dir,
      header,
      db,
      auditKey,
      master,
      readOnly,
      blobs: createBlobStore(dir, db, keys),
      close() {
        if (db.open) {
          if (!readOnly) db.pragma('wal_checkpoint(TRUNCATE)');
          db.close();
        }
        for (const key of [master, auditKey, keys.blob, keys.dedup]) key.fill(0);
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

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

/** Puts changed slots into the header, with the next epoch. */
export function replaceSlots(vault: OpenVault, slots: Header['slots']) {
  const { sum: _sum, mac: _mac, ...unsigned } = vault.header;
  const header = sign(vault.master, { ...unsigned, epoch: unsigned.epoch + 1, slots });
  writeHeader(vault.dir, header);
  vault.header = header;
}
