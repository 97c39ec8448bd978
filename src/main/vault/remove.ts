import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { problem } from '#shared/problem.ts';
import { files, syncFolder } from './files.ts';

/** What is a vault's own in its folder, besides its header. */
const OWN = ['db', 'blobs', 'tmp', 'lock', 'lock-journal', 'tries'];

/**
 * Removes both headers, and with them every way to open the vault: from then on the rest of it is noise.
 * @throws ProblemError `cannot-write` where they stay, or one of them
 */
export function removeHeader(dir: string) {
  try {
    for (const name of ['vault.json.bak', 'vault.json']) files.remove(path.join(dir, name), { force: true });
  } catch (error) {
    throw problem(
      'cannot-write',
      'The vault could not be deleted: its folder may not be changed. It opens as before.',
      { hint: 'Check who may write in its folder.' },
      error,
    );
  }
  try {
    syncFolder(dir);
  } catch {
    // Should they come back on a disk that fails now: what they open is removed next.
  }
}

/**
 * Removes what else the vault had there. What somebody else put into its folder stays, and so does the folder then.
 * @throws ProblemError `not-all-removed`
 */
export function removeRest(dir: string) {
  try {
    for (const name of OWN) files.remove(path.join(dir, name), { recursive: true, force: true });
    if (existsSync(dir) && readdirSync(dir).length === 0) rmdirSync(dir);
  } catch (error) {
    throw problem(
      'not-all-removed',
      'The vault is deleted: nobody can open it any more. But some of its encrypted files could not be removed.',
      { hint: 'Remove the rest of its folder by hand.' },
      error,
    );
  }
}
