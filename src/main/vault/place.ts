import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

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
