import { command, type Handlers, host, purge, query, undoable } from '#main/handlers.ts';
import { changePassphrase } from '#main/vault/service.ts';
import { verifyVault } from '#main/vault/verify.ts';
import type { vaultCalls } from '#shared/contract/vault.ts';
import { emptyBin, listBin, restore } from './bin.ts';
import { info } from './info.ts';
import { create, lock, state, unlock } from './lifecycle.ts';
import { listLog } from './log.ts';
import { findInPalette } from './palette.ts';
import { openSample, removeSample } from './sample.ts';
import { getSettings, setSetting } from './settings.ts';
import { strength } from './strength.ts';
import { lastCommands, takeBackCommand } from './undo.ts';

export const sessionHandlers: Handlers<keyof typeof vaultCalls> = {
  'vault.state': host(state),
  'vault.create': host(create),
  'vault.openSample': host(openSample),
  'vault.unlock': host(unlock),
  'vault.lock': host(async (app) => {
    await lock(app, 'asked');
    return null;
  }),
  'vault.chooseFolder': host(async ({ host }) => (await host.chooseFiles({ folder: true }))[0] ?? null),
  'vault.strength': host((_app, { passphrase }) => strength(passphrase)),
  'vault.info': host(info),
  'vault.changePassphrase': host(async (app, { current, next }) => {
    await changePassphrase(app.session!.vault, current, next);
    return null;
  }),
  'vault.verify': host((app) => verifyVault(app.session!.vault)),
  'vault.removeSample': purge(removeSample),

  'undo.last': query(lastCommands),
  'undo.take': host(takeBackCommand),

  'bin.list': query(listBin),
  'bin.restore': command(undoable(restore)),
  'bin.empty': purge(emptyBin),

  'settings.get': query(getSettings),
  'settings.set': command(setSetting),

  'log.list': query(listLog),

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
