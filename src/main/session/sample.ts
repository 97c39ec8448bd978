import type { App } from '#main/app.ts';
import { createSampleVault, fillSample } from '#main/intake/sample.ts';
import type { Command } from '#main/services.ts';
import { problem } from '#shared/problem.ts';
import { openSession } from './lifecycle.ts';

/** Opens a new vault with invented parties, in a place that the system may clear. */
export async function openSample(app: App) {
  if (app.session) throw problem('vault-open', 'A vault is open already.', { hint: 'Lock it first.' });
  openSession(app, await createSampleVault());
  await fillSample(app);
  return null;
}

/** Removes every sample matter for good, in one step. */
export async function removeSample({ db }: Command) {
  await db.deleteFrom('matter').where('isSample', '=', 1).execute();
  return null;
}
