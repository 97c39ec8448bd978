import { command, type Handlers, host, job, purge, query, undoable } from '#main/handlers.ts';
import { triesOf } from '#main/vault/tries.ts';
import type { backupCalls } from '#shared/contract/backup.ts';
import type { logCalls } from '#shared/contract/log.ts';
import type { unsavedCalls } from '#shared/contract/unsaved.ts';
import type { vaultCalls } from '#shared/contract/vault.ts';
import { backupState, chooseBackupFolder, drillBackup, runBackup } from './backup.ts';
import { emptyBin, listBin, restore } from './bin.ts';
import { info } from './info.ts';
import { create, lock, state, unlock } from './lifecycle.ts';
import { exportLog, listLog } from './log.ts';
import { findInPalette } from './palette.ts';
import { openSample, removeSample } from './sample.ts';
import {
  askSecret,
  changePassphrase,
  deleteVault,
  exportEverything,
  removeWay,
  renewKey,
  verify,
  verifyLog,
} from './security.ts';
import { getSettings, setSetting } from './settings.ts';
import { strength } from './strength.ts';
import { lastCommands, takeBackCommand } from './undo.ts';
import { dropUnsaved, keepUnsaved, listUnsaved } from './unsaved.ts';

export const sessionHandlers: Handlers<
  keyof typeof vaultCalls | keyof typeof unsavedCalls | keyof typeof backupCalls | keyof typeof logCalls
> = {
  'vault.state': host(state),
  'vault.create': host(create),
  'vault.openSample': host(openSample),
  'vault.unlock': host(unlock),
  'vault.tries': host((_app, { dir }) => {
    const { count, wait } = triesOf(dir);
    return { count, waitSeconds: Math.ceil(wait / 1000) };
  }),
  'vault.lock': host(async (app) => {
    await lock(app, 'asked');
    return null;
  }),
  'vault.chooseFolder': host(async ({ host }) => (await host.chooseFiles({ folder: true }))[0] ?? null),
  'vault.strength': host((_app, { passphrase }) => strength(passphrase)),
  'vault.info': host(info),
  'vault.changePassphrase': host(changePassphrase),
  'vault.renewRecoveryKey': host(renewKey),
  'vault.removeSlot': host(removeWay),
  'vault.exportAll': host(exportEverything),
  'vault.delete': host(deleteVault),
  'vault.askSecret': host(askSecret),
  'vault.verify': job(verify),
  'vault.removeSample': purge(removeSample),

  'backup.state': host(backupState),
  'backup.chooseFolder': host(chooseBackupFolder),
  'backup.run': job(runBackup),
  'backup.drill': job(drillBackup),

  'undo.last': query(lastCommands),
  'undo.take': host(takeBackCommand),

  'unsaved.keep': host(keepUnsaved),
  'unsaved.drop': host(dropUnsaved),
  'unsaved.list': query(listUnsaved),

  'bin.list': query(listBin),
  'bin.restore': command(undoable(restore)),
  'bin.empty': purge(emptyBin),

  'settings.get': query(getSettings),
  'settings.set': command(setSetting),

  'log.list': query(listLog),
  'log.verify': host(verifyLog),
  'log.export': host(exportLog),

  'jobs.cancel': host((app, { id }) => {
    app.jobs.get(id)?.abort();
    return null;
  }),
  'palette.find': query(findInPalette),
  'clipboard.copy': host(async ({ host }, { text, secret }) => {
    await host.copy(text, secret);
    return null;
  }),
};
