import { existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { diskFault } from './disk-fault.ts';
import { copyDurably, files, syncFolder } from './files.ts';
import { writeHeader } from './header.ts';
import { compareFiles, isAuthentic, type Manifest, readManifest } from './manifest.ts';
import { insideVault, vaultAround, whyReadOnly } from './place.ts';
import type { Secret } from './slots.ts';
import { openVault } from './vault.ts';
import { verifyVault } from './verify.ts';

export interface DrillResult extends Result<'vault.verify'> {
  /** When the backup was made. */
  createdAt: string;
  files: number;
}

/**
 * Proves that a backup is complete and opens: its list, every file against it, then everything that a check of a vault
 * looks at. Changes nothing.
 * @throws ProblemError `not-a-backup`, `backup-damaged`, and those of opening
 */
export async function drill(backup: string, secret: Secret, signal?: AbortSignal): Promise<DrillResult> {
  const { faults, result } = await prove(backup, secret, signal);
  return { ...result, ok: faults.length === 0 && result.ok, problems: [...faults, ...result.problems] };
}

/** `faults`: what became of the backup since it was made; the others the vault had when it was made. */
async function prove(backup: string, secret: Secret, signal?: AbortSignal) {
  const manifest = readManifest(backup);
  const vault = await openVault(backup, secret, { readonly: true });
  try {
    const faults = await compareFiles(backup, manifest, signal);
    if (manifest.vaultId !== vault.header.vaultId || !isAuthentic(vault.master, manifest)) {
      faults.unshift('manifest.json was altered by something that does not have the vault’s keys');
    }
    const result: DrillResult = {
      ...verifyVault(vault),
      createdAt: manifest.createdAt,
      files: manifest.files.length,
    };
    return { manifest, faults, result };
  } finally {
    vault.close();
  }
}

/**
 * Puts a backup's vault into a new place, after proving it, and proves the copy before it gets its name. A vault that
 * was damaged when the backup was made comes back as it was, with its problems named: the rest of it may be all there is.
 * @throws ProblemError `file-exists`, `backup-damaged`, `inside-vault`, `place-not-safe`, and those of opening
 */
export async function restoreBackup(
  backup: string,
  to: string,
  secret: Secret,
  signal?: AbortSignal,
): Promise<DrillResult> {
  // A link that leads nowhere is something too.
  if (lstatSync(to, { throwIfNoEntry: false })) {
    throw problem('file-exists', `There is something at ${path.basename(to)} already. It was left as it is.`, {
      field: 'to',
      hint: 'Choose a new name; two vaults can lie side by side.',
    });
  }
  const parent = path.dirname(path.resolve(to));
  if (!existsSync(parent))
    throw problem('no-such-folder', 'The folder for the restored vault does not exist. Nothing was restored.', {
      field: 'to',
    });
  const around = vaultAround(to);
  if (around) throw insideVault(around, 'Nothing was restored.');
  const place = whyReadOnly(parent);
  if (place) throw problem('place-not-safe', `Nothing was restored. ${place.reason}`, { field: 'to' });
  const { manifest, faults, result } = await prove(backup, secret, signal);
  if (faults.length > 0) throw damaged(faults);
  const partial = path.join(parent, `.${path.basename(to)}-${process.pid}.part`);
  let isPlaced = false;
  try {
    await copyInto(backup, manifest, partial, secret, signal);
    if (existsSync(to)) throw problem('file-exists', 'Something was put there meanwhile. Nothing was restored.');
    files.rename(partial, path.resolve(to));
    isPlaced = true;
    syncFolder(parent);
    return result;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (isPlaced) rmSync(to, { recursive: true, force: true });
    throw diskFault(error, 'Nothing was restored, and the backup is unharmed.');
  }
}

async function copyInto(backup: string, manifest: Manifest, partial: string, secret: Secret, signal?: AbortSignal) {
  for (const folder of ['db', 'blobs', 'tmp']) mkdirSync(path.join(partial, folder), { recursive: true, mode: 0o700 });
  for (const { path: name } of manifest.files) {
    signal?.throwIfAborted();
    const file = path.join(partial, name);
    mkdirSync(path.dirname(file), { recursive: true });
    await copyDurably(path.join(backup, name), file);
  }
  if ((await compareFiles(partial, manifest, signal)).length > 0) throw notAsWritten();
  // Opened for writing once: the database gets its journal, the header its copy, and all is made durable.
  const vault = await openVault(partial, secret);
  try {
    writeHeader(partial, vault.header);
  } finally {
    vault.close();
  }
  syncFolder(partial);
}

const notAsWritten = () =>
  problem(
    'disk-error',
    'What was written could not be read back as it was. Nothing was restored, and the backup is unharmed.',
    { hint: 'Check the disk, or choose another.' },
  );

const damaged = (problems: string[]) =>
  problem(
    'backup-damaged',
    `The backup is not whole, and nothing was restored: ${problems.slice(0, 3).join('; ')}${problems.length > 3 ? `; and ${problems.length - 3} more` : ''}.`,
    {
      hint: 'Use another backup. What is still readable in this one can be opened for reading: it has the layout of a vault.',
    },
  );
