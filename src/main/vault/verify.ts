import type { Connection } from '#main/store/connection.ts';
import type { Result } from '#shared/contract/index.ts';
import { verifyAudit } from './audit.ts';
import { listBlobs } from './blobs.ts';
import { readHeader, verifyHeader } from './header.ts';
import { databaseKey } from './keys.ts';
import { checkPages } from './pages.ts';
import { databaseFile, newestEpoch, type OpenVault } from './vault.ts';

/** What one part of the check found, or that the part could not be read at all: the other parts go on. */
function attempt<R>(what: string, problems: string[], otherwise: R, check: () => R): R {
  try {
    return check();
  } catch (error) {
    problems.push(`${what}: ${(error as Error).message}`);
    return otherwise;
  }
}

/** Header, database, every blob, the audit chain, and the references both ways. Changes nothing. */
export function verifyVault(vault: OpenVault): Result<'vault.verify'> {
  const { db } = vault;
  const problems: string[] = [];
  attempt('vault.json', problems, undefined, () => checkHeader(vault, problems));
  attempt('database', problems, undefined, () => checkDatabase(db, problems));
  attempt('database', problems, undefined, () => checkEveryPage(vault, problems));
  const remainders: string[] = [];
  const blobs = attempt('blobs', problems, 0, () => checkBlobs(vault, problems, remainders));
  const audit = attempt('audit log', problems, { entries: 0, problems: [] }, () => verifyAudit(db, vault.auditKey));
  problems.push(...audit.problems);
  const rows = attempt('database', problems, 0, () => countRows(db));
  return { ok: problems.length === 0, checked: { blobs, rows, auditEntries: audit.entries }, problems, remainders };
}

function checkHeader({ dir, master, db }: OpenVault, problems: string[]) {
  const { header, fromBackup } = readHeader(dir);
  verifyHeader(master, header);
  if (fromBackup) problems.push('vault.json is damaged; its copy vault.json.bak is whole');
  const newest = newestEpoch(db);
  if (header.epoch < newest)
    problems.push(
      `vault.json is an older one (${header.epoch} of ${newest}): a passphrase that was given up may open it; change the passphrase`,
    );
}

function checkDatabase(db: Connection, problems: string[]) {
  for (const fault of db.pragma('integrity_check') as { integrity_check: string }[]) {
    if (fault.integrity_check !== 'ok') problems.push(`database: ${fault.integrity_check}`);
  }
  for (const fault of db.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    problems.push(`database: a row of ${fault.table} refers to nothing (${fault.rowid})`);
  }
}

function checkEveryPage({ dir, master, header }: OpenVault, problems: string[]) {
  const key = databaseKey(master, header.vaultId);
  for (const fault of checkPages(databaseFile(dir), key)) problems.push(`database: ${fault}`);
  key.key.fill(0);
}

/**
 * A file of the vault's own that no row refers to is none that is wrong: it is written before its row, and a program that
 * was ended between the two, or is between them now, leaves it. A stranger's file under such a name is.
 * @returns how many blobs the database knows
 */
function checkBlobs({ db, dir, blobs }: OpenVault, problems: string[], remainders: string[]): number {
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
  for (const id of listBlobs(dir)) {
    if (known.has(id)) continue;
    if (blobs.isOwn(id)) remainders.push(id);
    else problems.push(`blob ${id}: no record refers to it, and it is not of this vault or not whole`);
  }
  return listed.length;
}

function countRows(db: Connection): number {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
    .pluck()
    .all() as string[];
  return tables.reduce(
    (sum, table) => sum + (db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number),
    0,
  );
}
