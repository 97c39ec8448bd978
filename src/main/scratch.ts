import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { newSeal } from './sealed-file.ts';
import { uuidv7 } from './store/ids.ts';

/**
 * A folder among the partial files of a vault, for as long as `use` takes, with the seal for what is written there: nothing
 * of the vault lies in it in plain text.
 */
export async function inScratch<R>(tmp: string, use: (folder: string, seal: Uint8Array) => Promise<R>): Promise<R> {
  const folder = path.join(tmp, `${uuidv7()}.part`);
  try {
    await mkdir(folder, { mode: 0o700 });
    return await use(folder, newSeal());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
