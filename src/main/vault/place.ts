import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { problem } from '#shared/problem.ts';

/** File systems on which SQLite's shared memory and locks do not hold. */
const NETWORK = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  '9p',
  'afs',
  'ceph',
  'glusterfs',
  'fuse.rclone',
  'davfs',
]);

/** Folders that a program copies elsewhere while they are written, half a file at a time. */
const SYNCHRONISED =
  /^(dropbox|onedrive( - .*)?|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|box|pcloud ?drive|syncthing)$/i;

/**
 * Why a vault in this place is opened for reading only; null where it may be written.
 * @param mounts the text of /proc/self/mounts, where there is one
 */
export function whyReadOnly(dir: string, mounts: string | undefined = readMounts()): { reason: string } | null {
  const place = realpathSync(dir);
  const synchronised = place.split(path.sep).find((part) => SYNCHRONISED.test(part));
  if (synchronised) {
    return {
      reason: `The vault lies in a folder that is synchronised (${synchronised}); written there it could be torn. It is open for reading only. Move it to a folder of this computer, and put backups there instead.`,
    };
  }
  const type = fileSystemOf(place, mounts);
  if (place.startsWith('\\\\') || (type && NETWORK.has(type))) {
    return {
      reason: `The vault lies on another computer (${type ?? 'a network folder'}), where its database cannot be written safely. It is open for reading only. Copy it to this computer, and put backups there instead.`,
    };
  }
  try {
    accessSync(place, constants.W_OK);
    return null;
  } catch {
    return { reason: 'Nothing may be written in the vault’s folder. It is open for reading only.' };
  }
}

/**
 * The vault, or the backup of one, that a place is or lies in; it need not exist yet. Nothing of anybody's belongs there:
 * it would be lost with the vault, or make the backup one that is not as it was made.
 */
export function vaultAround(place: string): string | undefined {
  let folder = real(path.resolve(place));
  for (;;) {
    if (existsSync(path.join(folder, 'vault.json')) && existsSync(path.join(folder, 'db'))) return folder;
    const above = path.dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/** Where a place really is, as far as it exists. */
function real(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    const above = path.dirname(place);
    return above === place ? place : path.join(real(above), path.basename(place));
  }
}

/** @param safe one sentence: what became of that which was being done */
export const insideVault = (vault: string, safe: string) =>
  problem(
    'inside-vault',
    `That would lie inside ${path.basename(vault)}, which is a vault or a backup of one. ${safe}`,
    {
      hint: 'Choose a place outside it.',
    },
  );

/**
 * Makes a folder and those above it, where they are missing.
 * @throws ProblemError `no-such-folder` where something else has its name or one of theirs
 */
export function makeFolder(dir: string, mode?: number) {
  try {
    mkdirSync(dir, { recursive: true, mode });
  } catch (error) {
    if (!/^(EEXIST|ENOTDIR|ELOOP|ENAMETOOLONG|ENOENT)$/.test(String((error as NodeJS.ErrnoException).code)))
      throw error;
    throw problem(
      'no-such-folder',
      `${path.basename(dir)} is no folder, and none can be made there. Nothing was changed.`,
      { hint: 'Choose another name or place.' },
      error,
    );
  }
}

function readMounts(): string | undefined {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return undefined;
  }
}

/** The type of the file system that holds a place, by the longest mount point that begins it. */
function fileSystemOf(place: string, mounts: string | undefined): string | undefined {
  let best = '';
  let found: string | undefined;
  for (const line of mounts?.split('\n') ?? []) {
    const [, encoded, type] = line.split(' ');
    const at = encoded?.replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    if (at === undefined || !type) continue;
    if ((place === at || place.startsWith(at === '/' ? '/' : `${at}/`)) && at.length >= best.length)
      [best, found] = [at, type];
  }
  return found;
}
