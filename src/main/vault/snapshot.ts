import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { runInWorker } from '#main/workers/run.ts';
import { PORTION, syncFile } from './files.ts';
import { databaseKey } from './keys.ts';
import type { OpenVault } from './vault.ts';

/** What the thread that copies a database is told. */
export interface DatabaseCopy {
  file: string;
  key: Uint8Array;
  salt: Uint8Array;
  to: string;
}

/** How long what was written of a copy may wait for the disk, in milliseconds. */
const FLUSH_EVERY = 5;

/**
 * Writes a copy of an open vault's database as it is at one moment, durably and without the room of what was deleted,
 * while others go on writing: it takes no lock but that of a reader.
 *
 * SQLite brings a copy to the disk all at once at its end, and meanwhile everybody else's writes wait behind it. So a
 * thread makes a larger one, and it is brought to the disk from here bit by bit while it grows.
 */
export async function copyDatabase({ db, master, header }: OpenVault, to: string, signal?: AbortSignal): Promise<void> {
  if (statSync(db.name).size <= 4 * PORTION) db.prepare('VACUUM INTO ?').run(to);
  else {
    const { key, salt } = databaseKey(master, header.vaultId);
    const copy: DatabaseCopy = { file: db.name, key: new Uint8Array(key), salt: new Uint8Array(salt), to };
    key.fill(0);
    const state = { isDone: false };
    const copying = runInWorker<void>('copy-database', copy, { signal }).finally(() => {
      copy.key.fill(0);
      state.isDone = true;
    });
    await Promise.all([copying, flushUntil(state, to)]);
  }
  syncFile(to);
}

/** Only makes the end quicker: what the disk refuses here it refuses there, and there it counts. */
async function flushUntil(state: { isDone: boolean }, file: string) {
  while (!state.isDone) {
    await sleep(FLUSH_EVERY);
    if (!existsSync(file)) continue;
    const handle = await open(file, 'r+');
    try {
      while (!state.isDone) {
        await handle.datasync().catch(() => undefined);
        await sleep(FLUSH_EVERY);
      }
    } finally {
      await handle.close();
    }
  }
}
