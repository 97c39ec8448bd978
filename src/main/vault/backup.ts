import { existsSync, linkSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openConnection } from '#main/store/connection.ts';
import { problem } from '#shared/problem.ts';
import { createBlobStore } from './blobs.ts';
import { canonical, type Json } from './canonical.ts';
import { copyDurably, files, sha256Of, syncFolder, writeDurably } from './files.ts';
import { databaseKey, subkey } from './keys.ts';
import { isAuthentic, MANIFEST, type Manifest, readManifest, signManifest } from './manifest.ts';
import { makeFolder, vaultAround } from './place.ts';
import { expendable } from './rotation.ts';
import { copyDatabase } from './snapshot.ts';
import { databaseFile, type OpenVault } from './vault.ts';

export interface BackupResult {
  /** The folder of the backup. */
  path: string;
  createdAt: string;
  bytes: number;
  blobs: number;
  /** How many of these were copied now; the others are shared with the backup before. */
  copied: number;
  /** Backups that rotation removed, by their folder's name. */
  removed: string[];
  /** What was found damaged in the vault itself; empty in a good backup. */
  problems: string[];
}

interface BackupOptions {
  now: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Makes a backup of an open vault, also while another program writes in it: a consistent copy of the database, and the
 * blobs that it refers to. It is checked as a whole before it gets its name, and until then nothing has that name.
 * @throws ProblemError `backup-inside-vault`, `no-such-folder`, `backup-failed`, `disk-full`
 */
export async function backUp(vault: OpenVault, to: string, options: BackupOptions): Promise<BackupResult> {
  const inside = vaultAround(to);
  if (inside) {
    const whose =
      inside === realpathSync(vault.dir) ? 'the vault would be lost with it' : 'a vault or backup spoils that';
    throw problem('backup-inside-vault', `A backup inside ${whose}. None was made.`, {
      field: 'to',
      hint: 'Choose a folder on another disk.',
    });
  }
  const target = folderFor(to);
  const vaultName = path.basename(vault.dir).replace(/\.misl$/, '');
  const name = `${vaultName} ${options.now.slice(0, 19).replace('T', ' ').replaceAll(':', '')}.mislbak`;
  const final = path.join(target, name);
  if (existsSync(final)) throw problem('file-exists', `There is a backup ${name} already. None was made.`);
  removeLeftovers(target);
  const partial = path.join(target, `.${os.hostname()}-${process.pid}-${name}.part`);
  let isPlaced = false;
  try {
    const made = await fill(vault, partial, target, options);
    files.rename(partial, final);
    isPlaced = true;
    syncFolder(target);
    return { path: final, ...made, removed: rotate(vault, target, final) };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // It has its name already, and the disk would not say that it keeps it.
    if (isPlaced) rmSync(final, { recursive: true, force: true });
    throw readable(error);
  }
}

function folderFor(to: string): string {
  try {
    makeFolder(to);
    return realpathSync(to);
  } catch (error) {
    throw readable(error);
  }
}

async function fill(vault: OpenVault, partial: string, target: string, { now, signal, onProgress }: BackupOptions) {
  const { dir, header, master } = vault;
  mkdirSync(path.join(partial, 'db'), { recursive: true, mode: 0o700 });
  const copy = databaseFile(partial);
  await copyDatabase(vault, copy, signal);
  const snapshot = openConnection(copy, databaseKey(master, header.vaultId), { readonly: true });
  const keys = {
    blob: subkey(master, header.vaultId, 'blob'),
    dedup: subkey(master, header.vaultId, 'dedup'),
  };
  const problems: string[] = [];
  const listed: Manifest['files'] = [];
  let copied = 0;
  try {
    checkSnapshot(snapshot);
    const before = previousBlobs(master, target, header.vaultId);
    const rows = snapshot.prepare('SELECT id, sha256, size FROM blob ORDER BY id').all() as {
      id: string;
      sha256: string;
      size: number;
    }[];
    const store = createBlobStore(partial, snapshot, keys);
    for (const [done, row] of rows.entries()) {
      signal?.throwIfAborted();
      onProgress?.(done, rows.length);
      const file = store.fileOf(row.id);
      const relative = path.relative(partial, file).replaceAll(path.sep, '/');
      mkdirSync(path.dirname(file), { recursive: true });
      const known = before.get(relative);
      if (known && share(known.file, file, known.size)) {
        listed.push({ path: relative, size: known.size, sha256: known.sha256 });
        continue;
      }
      const source = path.join(dir, relative);
      if (!existsSync(source)) {
        problems.push(`blob ${row.id}: its file is missing`);
        continue;
      }
      const sha256 = await copyDurably(source, file);
      if ((await sha256Of(file)) !== sha256) throw notAsWritten();
      const fault = store.check(row);
      if (fault) problems.push(`blob ${row.id}: ${fault}`);
      listed.push({ path: relative, size: statSync(file).size, sha256 });
      copied += 1;
    }
    onProgress?.(rows.length, rows.length);
  } finally {
    snapshot.close();
    keys.blob.fill(0);
    keys.dedup.fill(0);
  }
  writeDurably(path.join(partial, 'vault.json'), Buffer.from(canonical(header as Json)));
  for (const relative of ['vault.json', 'db/main.db']) {
    const file = path.join(partial, relative);
    listed.push({ path: relative, size: statSync(file).size, sha256: await sha256Of(file) });
  }
  listed.sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = signManifest(master, {
    format: 'misl-backup',
    version: 1,
    vaultId: header.vaultId,
    createdAt: now,
    files: listed,
  });
  writeDurably(path.join(partial, MANIFEST), Buffer.from(canonical(manifest as Json)));
  for (const entry of readdirSync(partial, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) syncFolder(path.join(entry.parentPath, entry.name));
  }
  syncFolder(partial);
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  return { createdAt: now, bytes, blobs: listed.length - 2, copied, problems };
}

const notAsWritten = () =>
  problem(
    'backup-failed',
    'What was written to the disk for backups could not be read back as it was. No backup was made; those before and the vault are unharmed.',
    { hint: 'Check that disk, or choose another.' },
  );

function checkSnapshot(snapshot: ReturnType<typeof openConnection>) {
  const found = snapshot.pragma('integrity_check(1)', { simple: true });
  if (found !== 'ok' || (snapshot.pragma('foreign_key_check') as unknown[]).length > 0) {
    throw problem(
      'backup-failed',
      'The copy of the database did not pass its check. No backup was made; those before are unharmed.',
      {
        hint: '“misl vault verify” says what is wrong.',
      },
    );
  }
}

/** The blobs of the newest whole backup of this vault beside the new one, by their path in it. */
function previousBlobs(master: Buffer, target: string, vaultId: string) {
  const newest = listBackups(master, target, vaultId)[0];
  const known = (newest?.manifest.files ?? []).filter(({ path: name }) => name.startsWith('blobs/'));
  return new Map(
    known.map(({ path: name, size, sha256 }) => [name, { file: path.join(newest!.dir, name), size, sha256 }]),
  );
}

/** Gives a file of the backup before a second name here. @returns false where it is to be copied instead */
function share(from: string, to: string, size: number): boolean {
  if (statSync(from, { throwIfNoEntry: false })?.size !== size) return false;
  try {
    linkSync(from, to);
    return true;
  } catch {
    // The disk has no hard links (exFAT), or it has too many of this file.
    return false;
  }
}

/** The backups of a vault in a folder, newest first; what is not authentic is left out. */
export function listBackups(
  master: Buffer,
  folder: string,
  vaultId: string,
): { dir: string; createdAt: string; manifest: Manifest }[] {
  const found: { dir: string; createdAt: string; manifest: Manifest }[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith('.') || !name.endsWith('.mislbak')) continue;
    try {
      const manifest = readManifest(path.join(folder, name));
      if (manifest.vaultId === vaultId && isAuthentic(master, manifest))
        found.push({ dir: path.join(folder, name), createdAt: manifest.createdAt, manifest });
    } catch {
      // Somebody else's folder, or a damaged one: it is neither used nor removed.
    }
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Removes the backups that need not be kept. @returns the names of those that are gone */
function rotate({ master, header }: OpenVault, folder: string, justMade: string): string[] {
  const backups = listBackups(master, folder, header.vaultId);
  return expendable(backups, ({ dir }) => dir === justMade).flatMap(({ dir }) => {
    const name = path.basename(dir);
    // First out of its name, so that no half-removed backup is taken for a whole one.
    const going = path.join(folder, `.${os.hostname()}-${process.pid}-${name}.part`);
    try {
      files.rename(dir, going);
      rmSync(going, { recursive: true, force: true });
      return [name];
    } catch {
      // One that can't be removed now is too many, and no reason to give up the one just made.
      return [];
    }
  });
}

/** What an interrupted backup of this computer left behind; another's may still be running. */
function removeLeftovers(folder: string) {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`.${os.hostname()}-`) || !name.endsWith('.mislbak.part')) continue;
    const pid = Number(name.slice(os.hostname().length + 2).split('-')[0]);
    if (pid !== process.pid && !isRunning(pid)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readable(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === 'EFBIG')
    return problem(
      'disk-full',
      'The disk for the backup is full. No backup was made, and those before are unharmed.',
      {
        hint: 'Make room there, or choose another disk.',
      },
      error,
    );
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'SQLITE_CANTOPEN')
    return problem(
      'cannot-write',
      'Nothing may be written in the folder for backups. No backup was made.',
      {
        hint: 'Choose another folder.',
      },
      error,
    );
  if (code === 'EIO' || code?.startsWith('SQLITE_'))
    return problem(
      'backup-failed',
      'The backup could not be written or read back. None was made; those before and the vault are unharmed.',
      {
        hint: 'Check the disk for backups, and “misl vault verify”.',
      },
      error,
    );
  return error;
}
