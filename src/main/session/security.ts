import path from 'node:path';
import type { App } from '#main/app.ts';
import { exportAll } from '#main/exit/export-all.ts';
import { fileName } from '#main/output.ts';
import type { VaultJob } from '#main/services.ts';
import { uuidv7 } from '#main/store/ids.ts';
import { verifyAudit } from '#main/vault/audit.ts';
import { verifyBeside } from '#main/vault/guard.ts';
import { removeHeader, removeRest } from '#main/vault/remove.ts';
import { assertPassphrase, removeSlot, renewRecoveryKey, setPassphrase } from '#main/vault/service.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import { problem } from '#shared/problem.ts';
import { lock } from './lifecycle.ts';

/**
 * Changes the passphrase: the one of now is asked for again, and then the user in a dialog of the system, which no
 * script in a page can press.
 */
export async function changePassphrase(app: App, { current, next }: Given<'vault.changePassphrase'>) {
  const { vault, runner } = app.session!;
  await assertPassphrase(vault, current, 'current');
  await confirm(app, {
    message: 'Change the passphrase of this vault?',
    detail: 'From now on it opens by the new one. Backups that were made before open by the old one.',
    action: 'Change it',
  });
  await setPassphrase(vault, next);
  await runner.note({ action: 'vault.changePassphrase', entity: null, entityId: null, matterId: null, detail: null });
  return null;
}

/** Makes a new recovery key; the old one opens nothing from then on. */
export async function renewKey(app: App, { passphrase }: Given<'vault.renewRecoveryKey'>) {
  const { vault, runner } = app.session!;
  await assertPassphrase(vault, passphrase, 'passphrase');
  await confirm(app, {
    message: 'Make a new recovery key?',
    detail: 'The old sheets open this vault no longer. Backups that were made before still open by them.',
    action: 'Make a new key',
  });
  const recoveryKey = renewRecoveryKey(vault);
  await runner.note({ action: 'vault.renewRecoveryKey', entity: null, entityId: null, matterId: null, detail: null });
  return { recoveryKey };
}

/** Writes everything out of the vault, unencrypted, into a new folder in one that the user chooses. */
export async function exportEverything(
  app: App,
  { passphrase }: Given<'vault.exportAll'>,
): Promise<Result<'vault.exportAll'>> {
  const { host, clock, session, lastVault } = app;
  await assertPassphrase(session!.vault, passphrase, 'passphrase');
  await confirm(app, {
    message: 'Write everything out of the vault?',
    detail: 'Nothing of it will be encrypted: whoever has the folder can read it all.',
    action: 'Choose a folder',
  });
  const [folder] = await host.chooseFiles({ folder: true });
  if (folder === undefined) return null;
  assertStillOpen(app, session);
  const target = path.join(folder, fileName(`${lastVault?.name ?? 'Vault'} ${clock.today()}`));
  const id = uuidv7();
  const controller = new AbortController();
  const tell = (state: 'running' | 'done' | 'failed' | 'cancelled', done = 0, total: number | null = null, item = '') =>
    host.publish('job', { id, name: 'vault.exportAll', unit: 'files', done, total, item: item || null, state });
  app.jobs.set(id, controller);
  tell('running');
  try {
    const result = await exportAll(app, target, {
      signal: controller.signal,
      onProgress: (done, total, item) => tell('running', done, total, item),
    });
    tell('done');
    host.reveal(result.path);
    return result;
  } catch (error) {
    tell(controller.signal.aborted ? 'cancelled' : 'failed');
    if (controller.signal.aborted)
      throw problem('cancelled', 'Cancelled. Nothing half-done was left behind.', {}, error);
    throw error;
  } finally {
    app.jobs.delete(id);
  }
}

/** Takes a way to open the vault away: a recovery key whose sheets went astray, the key store of a system. */
export async function removeWay(app: App, { passphrase, id }: Given<'vault.removeSlot'>) {
  const { vault, runner } = app.session!;
  await assertPassphrase(vault, passphrase, 'passphrase');
  await confirm(app, {
    message: 'Take this way to open the vault away?',
    detail: 'It opens the vault no longer. Backups that were made before still open by it.',
    action: 'Take it away',
  });
  removeSlot(vault, id);
  await runner.note({ action: 'vault.removeSlot', entity: null, entityId: null, matterId: null, detail: null });
  return null;
}

/**
 * Removes the vault from the disk. Without its header nothing else of it can be read, so that goes first: where that
 * fails, everything is as it was.
 */
export async function deleteVault(app: App, { passphrase }: Given<'vault.delete'>) {
  const { vault } = app.session!;
  if (vault.readOnly) throw problem('read-only', vault.readOnly.reason);
  await assertPassphrase(vault, passphrase, 'passphrase');
  await confirm(app, {
    message: 'Delete this vault for good?',
    detail: 'Every case file in it is gone. Nothing brings it back but a backup.',
    action: 'Delete it',
  });
  removeHeader(vault.dir);
  app.lastVault = null;
  await lock(app, 'asked');
  removeRest(vault.dir);
  return null;
}

/** Opens the window that asks for secrets; it makes the call itself. */
export function askSecret({ host }: App, { purpose, about = '' }: Given<'vault.askSecret'>) {
  if (!host.askSecret)
    throw problem('no-window', 'There is no window to ask in. Nothing was changed.', {
      hint: 'The commands “misl vault …” ask in the terminal.',
    });
  return host.askSecret(purpose, about);
}

/** Asks in a dialog of the system. While it stands there the vault may be locked: whoever answers then has not opened it. */
async function confirm(app: App, question: Parameters<App['host']['confirm']>[0]) {
  const { session } = app;
  const isSure = await app.host.confirm(question);
  assertStillOpen(app, session);
  if (!isSure) throw problem('cancelled', 'Not confirmed. Nothing was changed.');
}

function assertStillOpen(app: App, session: App['session']) {
  if (session === null || app.session !== session)
    throw problem('locked', 'The vault was locked meanwhile. Nothing was changed.', {
      hint: 'Unlock it and begin again.',
    });
}

/** Reads everything there is and says what is not as it was written. */
export function verify({ vault, signal, report }: VaultJob): Promise<Result<'vault.verify'>> {
  report({ unit: 'files', done: 0, total: null });
  return verifyBeside(vault, { signal, onProgress: report });
}

/** Checks the chain of the log alone, which takes a moment and not minutes. */
export function verifyLog({ session }: App): Result<'log.verify'> {
  const { db, auditKey } = session!.vault;
  return verifyAudit(db, auditKey);
}
