// The program with its window: puts the shell around the app. Everything that is not Electron's is in the other folders.
import path from 'node:path';
import { type BrowserWindow, clipboard, app as electron, powerMonitor, protocol, session } from 'electron';
import type { App } from '#main/app.ts';
import { createApp } from '#main/create-app.ts';
import { resourceFolder } from '#main/documents/resources.ts';
import { handlers } from '#main/registry.ts';
import { watchBackups } from '#main/session/backup-schedule.ts';
import { lock } from '#main/session/lifecycle.ts';
import { createCopier } from './shell/clipboard.ts';
import { handleFaults } from './shell/faults.ts';
import { openGateway } from './shell/gateway.ts';
import { windowHost } from './shell/host.ts';
import { watchForAbsence } from './shell/lock.ts';
import { setMenu } from './shell/menu.ts';
import { closeNetwork, guardSession } from './shell/network.ts';
import { schemes, serveRenderer } from './shell/protocol.ts';
import { secretWindows } from './shell/secret-window.ts';
import { guardContents, openWindow } from './shell/window.ts';

const out = path.join(import.meta.dirname, '..');
const devTools = !electron.isPackaged;

/** The days of an advocate are those on the wall, not those in Greenwich. */
function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

function start() {
  // In memory alone: no cache, no storage and no cookie of the page ever reaches the disk.
  const closed = session.fromPartition('misl');
  guardSession(closed, { devTools });
  guardSession(session.defaultSession, { devTools });
  serveRenderer(closed.protocol, path.join(out, 'renderer'));

  let window: BrowserWindow | undefined;
  const parts = { session: closed, preload: path.join(out, 'preload/index.cjs'), devTools };
  function open(instead?: BrowserWindow) {
    const opened = openWindow(parts, instead);
    opened.on('closed', () => {
      if (window !== opened) return;
      window = undefined;
      secrets.close();
    });
    window = opened;
  }
  /** Another window and so another process, which knows nothing of what this one showed. It comes first, so that the
   * program is never without one and does not end. */
  function renew() {
    const old = window;
    open(old);
    old?.destroy();
  }

  const copier = createCopier(clipboard);
  let ending = false;
  const secrets = secretWindows({
    session: closed,
    preload: path.join(out, 'preload/secret.cjs'),
    devTools,
    app: () => app,
    parent: () => window,
  });
  const host = windowHost({
    window: () => window,
    secrets,
    copier,
    onLocked() {
      secrets.close();
      void copier.clear();
      if (window && !ending) renew();
    },
  });
  const app: App = createApp({
    clock: { now: () => new Date().toISOString(), today: localDay },
    host,
    resources: resourceFolder(),
    handlers,
  });

  openGateway(app, () => window);
  setMenu({ act: (id) => host.publish('app.action', { id }), devTools });
  watchForAbsence(app);
  watchBackups(app);
  powerMonitor.on('shutdown', () => electron.quit());
  handleFaults({
    renew,
    end() {
      ending = true;
      void lock(app, 'last-window')
        .then(() => copier.clear())
        .finally(() => electron.exit(1));
    },
  });

  electron.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  electron.on('activate', () => {
    if (!window) open();
  });
  electron.on('window-all-closed', async () => {
    await lock(app, 'last-window');
    if (process.platform !== 'darwin') electron.quit();
  });
  // Nothing of ours outlives the program: neither the open database nor what is on the clipboard.
  let cleared = false;
  electron.on('will-quit', (event) => {
    if (cleared) return;
    event.preventDefault();
    void lock(app, 'last-window')
      .then(() => copier.clear())
      .finally(() => {
        cleared = true;
        electron.quit();
      });
  });
  open();
}

/** A debugger from outside reads everything that the program holds. */
const debugged = electron.isPackaged && process.argv.some((arg) => /^--(remote-debugging|inspect)/.test(arg));

closeNetwork(electron.commandLine);
electron.enableSandbox();
protocol.registerSchemesAsPrivileged(schemes);
electron.on('web-contents-created', (_event, contents) => guardContents(contents));
if (debugged) electron.exit(1);
else if (electron.requestSingleInstanceLock()) void electron.whenReady().then(start);
else electron.quit();
