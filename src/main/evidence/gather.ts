import { type Dirent, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { vaultAround } from '#main/vault/place.ts';
import { ProblemError } from '#shared/problem.ts';

/** A file that may be taken in. */
export interface FoundFile {
  path: string;
  name: string;
  /** Bytes, when it was found. */
  size: number;
}

/** A file that was not taken in, and why. */
export interface RefusedFile {
  name: string;
  refused: string;
}

/** What systems and office programs leave in folders: nobody's evidence. */
const LITTER = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i;
/** More than this in one folder is a disk that was dropped by mistake. */
const MOST_IN_FOLDER = 20_000;

/**
 * Looks at each path before anything is read: ordinary files that hold something are found, all else is refused by
 * name. With `folders` a folder stands for the files in and below it, in the order of their names.
 */
export async function gather(
  paths: readonly string[],
  { folders = false }: { folders?: boolean | undefined } = {},
): Promise<(FoundFile | RefusedFile)[]> {
  const found: (FoundFile | RefusedFile)[] = [];
  for (const each of paths) found.push(...(await look(each, folders)));
  return found;
}

async function look(file: string, folders: boolean): Promise<(FoundFile | RefusedFile)[]> {
  const name = path.basename(file) || file;
  const no = (refused: string) => [{ name, refused }];
  try {
    const info = await stat(file);
    const vault = vaultAround(file);
    if (vault && !isOnItsWay(file, vault)) return no(inVault(name, vault));
    if (info.isDirectory()) {
      if (folders) return await inFolder(file, name);
      return no(
        `${name} is a folder, not a file. Nothing of it was taken in: give its files, or take it in as a folder.`,
      );
    }
    // A pipe would be waited for without end, and a device has no end.
    if (!info.isFile()) return no(`${name} is no ordinary file but a device, a pipe or a socket. It was not opened.`);
    if (info.size === 0)
      return no(`${name} is empty (0 bytes), so there is nothing to take in. Copy it again from where it came from.`);
    return [{ path: file, name, size: info.size }];
  } catch (error) {
    return no(reasonOf(error, name));
  }
}

async function inFolder(folder: string, name: string): Promise<(FoundFile | RefusedFile)[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const vaults = new Set<string>();
  const files = entries
    .filter((entry) => entry.isFile() && !isLitter(entry, folder))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const vault = vaultAround(file);
      if (vault) vaults.add(vault);
      return !vault;
    })
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const passedOver = [...vaults].map((vault) => ({ name: path.basename(vault), refused: inVault(null, vault) }));
  if (files.length === 0 && passedOver.length > 0) return passedOver;
  if (files.length === 0) return [{ name, refused: `${name} is a folder without files. Nothing was taken in.` }];
  if (files.length > MOST_IN_FOLDER) {
    const refused = `${name} holds ${files.length} files, more than the ${MOST_IN_FOLDER} that are taken in at once. Take in its folders one by one.`;
    return [{ name, refused }];
  }
  return [...(await gather(files)), ...passedOver];
}

/** What the program itself made to be taken in lies in the vault's folder for partial files. */
const isOnItsWay = (file: string, vault: string) => realpathSync(file).startsWith(path.join(vault, 'tmp') + path.sep);

function inVault(name: string | null, vault: string): string {
  const what = path.basename(vault);
  if (name === null || name === what)
    return `${what} is a vault of Misl or a backup of one. Its files are encrypted and nobody’s evidence; they were not taken in.`;
  return `${name} is a part of ${what}, a vault of Misl or a backup of one. It is encrypted and was not taken in.`;
}

function isLitter(entry: Dirent, folder: string): boolean {
  const within = path.relative(folder, path.join(entry.parentPath, entry.name));
  return within.split(path.sep).some((part) => LITTER.test(part));
}

/** Why a file could not be read, in words that name it and no path. */
export function reasonOf(error: unknown, name: string): string {
  if (error instanceof ProblemError) return [error.problem.message, error.problem.hint].filter(Boolean).join(' ');
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return `There is no file ${name}. It may have been moved or renamed.`;
    case 'EISDIR':
      return `${name} is a folder, not a file.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} may not be read: this user has no right to it.`;
    case 'ENAMETOOLONG':
      return `The name of ${name.slice(0, 40)}… is too long for this system. Give the file a shorter one.`;
    case 'ELOOP':
      return `${name} is a link that leads back to itself.`;
    case 'EIO':
      return `${name} could not be read: the disk or the connection to it fails.`;
    default:
      return `${name} could not be read. It was left as it is.`;
  }
}
