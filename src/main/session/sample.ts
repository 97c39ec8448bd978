import type { App } from '#main/app.ts';
import { buildSampleVault } from '#main/intake/sample.ts';
import type { Command } from '#main/services.ts';
import { openSession } from './lifecycle.ts';

/** Opens a new vault with invented parties, in a place that the system may clear. */
export async function openSample(app: App) {
  openSession(app, await buildSampleVault(app));
  return null;
}

/** Removes every sample matter for good, in one step. */
export async function removeSample({ db }: Command) {
  await db.deleteFrom('matter').where('isSample', '=', 1).execute();
  return null;
}
