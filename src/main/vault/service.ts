import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { verifyAudit } from './audit.ts';
import { listBlobs } from './blobs.ts';
import { type Header, readHeader, verifyHeader } from './header.ts';
import { openSlots, passphraseSlot } from './slots.ts';
import { databaseFile, type OpenVault, replaceSlots } from './vault.ts';

type Info = Result<'vault.info'>;

/** What can be known of a vault without its passphrase: no case data. */
export function vaultInfo(dir: string, header: Header = readHeader(dir).header): Info {
  const blobs = listBlobs(dir);
  const kdf = header.slots.find((slot) => slot.kind === 'passphrase')?.kdf;
  return {
    name: path.basename(dir).replace(/\.misl$/, ''),
    dir,
    vaultId: header.vaultId,
    formatVersion: header.version,
    createdAt: header.createdAt,
    slots: header.slots.map(({ id, kind, label, createdAt }) => ({ id, kind, label, createdAt })),
    kdf: kdf?.alg === 'argon2id' ? { memoryKiB: kdf.m, passes: kdf.t, lanes: kdf.p } : null,
    databaseBytes: sizeOf(databaseFile(dir)),
    blobBytes: blobs.reduce((sum, id) => sum + sizeOf(path.join(dir, 'blobs', id.slice(0, 2), id)), 0),
    blobs: blobs.length,
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Replaces the passphrase's slot alone: the master key, and so everything under it, stays. */
export async function changePassphrase(vault: OpenVault, current: string, next: string) {
  const opened = await openSlots(vault.header, { passphrase: current });
  if (!opened)
    throw problem('wrong-passphrase', 'The current passphrase is not right. Nothing was changed.', {
      field: 'current',
    });
  opened.fill(0);
  await setPassphrase(vault, next);
}

/** Sets the passphrase of an open vault: for one who came in by the recovery key. */
export async function setPassphrase(vault: OpenVault, next: string) {
  if (vault.readOnly) throw problem('read-only', vault.readOnly.reason);
  const fresh = await passphraseSlot(next, vault.master, vault.header.vaultId, 'calibrated');
  replaceSlots(vault, [fresh, ...vault.header.slots.filter(({ kind }) => kind !== 'passphrase')]);
}

/** Header, database, every blob, the audit chain, and the references both ways. Changes nothing. */
export function verifyVault(vault: OpenVault): Result<'vault.verify'> {
  const { db, dir, blobs } = vault;
  const problems: string[] = [];
  try {
    const { header, fromBackup } = readHeader(dir);
    verifyHeader(vault.master, header);
    if (fromBackup) problems.push('vault.json is damaged; its copy vault.json.bak is whole');
    if (header.epoch < vault.header.epoch) problems.push('vault.json is older than the one that was opened');
  } catch (error) {
    problems.push(`vault.json: ${(error as Error).message}`);
  }
  for (const fault of db.pragma('integrity_check', { simple: false }) as { integrity_check: string }[]) {
    if (fault.integrity_check !== 'ok') problems.push(`database: ${fault.integrity_check}`);
  }
  for (const fault of db.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    problems.push(`database: a row of ${fault.table} refers to nothing (${fault.rowid})`);
  }
  const listed = db.prepare('SELECT id, sha256, size FROM blob').all() as {
    id: string;
    sha256: string;
    size: number;
  }[];
  for (const blob of listed) {
    const fault = blobs.check(blob);
    if (fault) problems.push(`blob ${blob.id}: ${fault}`);
  }
  const known = new Set(listed.map(({ id }) => id));
  for (const id of listBlobs(dir)) if (!known.has(id)) problems.push(`blob ${id}: no record refers to it`);
  const audit = verifyAudit(db, vault.auditKey);
  problems.push(...audit.problems);
  const rows = (
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
      .pluck()
      .all() as string[]
  )
    .map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number)
    .reduce((sum, count) => sum + count, 0);
  return { ok: problems.length === 0, checked: { blobs: listed.length, rows, auditEntries: audit.entries }, problems };
}

/** Whether a folder looks like a vault. */
export function isVault(dir: string): boolean {
  try {
    return readdirSync(dir).includes('vault.json');
  } catch {
    return false;
  }
}
