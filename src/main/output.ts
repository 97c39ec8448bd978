import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { vaultAround } from '#main/vault/place.ts';
import { problem } from '#shared/problem.ts';

/** A file that left the vault. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * Writes a file beside its name and gives it the name only when it is whole and on the disk.
 * @throws ProblemError `file-exists` unless it may be overwritten; `cannot-write` with what is safe
 */
export async function writeOutput(
  target: string,
  bytes: Uint8Array,
  { overwrite }: { overwrite: boolean },
): Promise<Written> {
  await intoPlace(target, { overwrite }, async (partial) => {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
  return { path: target, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Lets `write` fill a partial file beside the target, then puts it in place; on any failure nothing is left behind. */
export async function intoPlace(
  target: string,
  { overwrite }: { overwrite: boolean },
  write: (partial: string) => Promise<void>,
) {
  refuseInsideVault(target);
  const partial = path.join(
    path.dirname(target),
    `.${path.basename(target).slice(0, 80)}.${randomBytes(4).toString('hex')}.part`,
  );
  try {
    await write(partial);
    if (overwrite) await rename(partial, target);
    else await putWhereNothingIs(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw readable(error, target);
  }
}

/** A link never replaces what is there, so two programs cannot overwrite one another between a look and a write. */
async function putWhereNothingIs(partial: string, target: string) {
  try {
    await link(partial, target);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // A stick formatted as FAT or exFAT has no links: the name is taken by an empty file that only one can make.
    await (await open(target, 'wx', 0o600)).close();
    try {
      await rename(partial, target);
    } catch (failed) {
      await rm(target, { force: true });
      throw failed;
    }
    return;
  }
  await rm(partial);
}

/** What a file system says that has no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR', 'UNKNOWN']);

/**
 * Nothing is written among a vault's own files, where it could take the place of one.
 * @throws ProblemError `inside-vault`
 */
export function refuseInsideVault(target: string) {
  const vault = vaultAround(target);
  if (vault)
    throw problem(
      'inside-vault',
      `${path.basename(target)} would lie inside the vault ${path.basename(vault)}, among its own files. Nothing was written.`,
      { hint: 'Choose a folder outside the vault.' },
    );
}

export function readable(error: unknown, target: string): unknown {
  const name = path.basename(target);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EEXIST':
      if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) return folderInTheWay(name, error);
      return problem(
        'file-exists',
        `There is a file ${name} already. It was left as it is.`,
        { hint: 'Choose another name, or allow it to be replaced (--force).' },
        error,
      );
    case 'ENOSPC':
      return problem(
        'disk-full',
        `The disk is full: ${name} was not written, and no part of it was left behind. The vault is unharmed.`,
        { hint: 'Make room or choose another disk.' },
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem(
        'cannot-write',
        `Nothing may be written in that folder: ${name} was not written. The vault is unharmed.`,
        { hint: 'Choose another folder.' },
        error,
      );
    case 'ENOENT':
      return problem(
        'no-such-folder',
        `The folder for ${name} does not exist. Nothing was written.`,
        { hint: 'Choose another folder.' },
        error,
      );
    case 'ENAMETOOLONG':
      return problem(
        'name-too-long',
        'The name of the file is longer than its disk takes. Nothing was written.',
        { hint: 'Choose a shorter name.' },
        error,
      );
    case 'EISDIR':
    case 'ENOTEMPTY':
      return folderInTheWay(name, error);
    default:
      return error;
  }
}

const folderInTheWay = (name: string, error: unknown) =>
  problem('folder-in-the-way', `${name} is a folder. Nothing was written.`, { hint: 'Choose another name.' }, error);

/** A title as a file's name: no slashes, no marks of direction, not too long. */
export function fileName(title: string): string {
  const safe = title
    .replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    [...safe]
      .slice(0, 80)
      .join('')
      .replace(/[. ]+$/, '') || 'Untitled'
  );
}
