import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strict } from '../strict.ts';
import { Emitter, refusable } from './emitter.ts';
import { createInstanceLock } from './instance.ts';

type Members =
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'whenReady';

const EVENTS = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'browser-window-created',
  'web-contents-created',
  'render-process-gone',
  // These come from macOS alone.
  'activate',
  'open-file',
  'open-url',
];

/** Open windows, oldest first; windows.ts keeps it. */
export const windows: { close(): void }[] = [];

const root = path.resolve(process.argv[1]!);
const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  productName?: string;
  version: string;
};
const { promise: readiness, resolve: becomeReady } = Promise.withResolvers<void>();
let ready = false;
let quitting = false;

/** What the app wants of Chromium, as it would stand on its command line. */
export const switches: string[] = [];
const onOurs = (name: string) => process.argv.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));

const commandLine = strict('app.commandLine', {
  appendSwitch(name, value) {
    if (ready) throw new Error(`Too late for the switch ${name}: the app is ready`);
    switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
  },
  hasSwitch: (name) => onOurs(name) !== undefined,
  getSwitchValue: (name) => onOurs(name)?.split('=').slice(1).join('=') ?? '',
} satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>) as Electron.CommandLine;

const instance = createInstanceLock(
  () => app.getPath('userData'),
  ([argv, folder, data]) => void readiness.then(() => app.emit('second-instance', refusable(), argv, folder, data)),
);

class App extends Emitter implements Pick<Electron.App, Members> {
  name = about.productName ?? about.name;
  readonly isPackaged = false;
  readonly commandLine = commandLine;

  constructor() {
    super('app', EVENTS);
  }

  isReady = () => ready;
  whenReady = () => readiness;
  getAppPath = () => root;
  getName = () => this.name;
  getVersion = () => about.version;

  /** Every window of the stand-in is sandboxed anyway. */
  enableSandbox() {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const home = os.homedir();
    const appData = process.env.XDG_CONFIG_HOME ?? path.join(home, '.config');
    const places: Partial<Record<typeof name, string>> = {
      home,
      appData,
      userData: path.resolve(commandLine.getSwitchValue('user-data-dir') || path.join(appData, this.name)),
      temp: os.tmpdir(),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
    };
    const place = places[name];
    if (!place) throw new Error(`The stand-in host has no electron.app.getPath('${name}')`);
    return place;
  }

  requestSingleInstanceLock = (data: Record<string, unknown> = {}) => instance.take(data);
  hasSingleInstanceLock = () => instance.isHeld();
  releaseSingleInstanceLock = () => instance.release();

  quit() {
    const event = refusable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    quitting = true;
    if (windows.length === 0) leave();
    else for (const window of [...windows]) window.close();
  }

  exit(code = 0) {
    this.emit('quit', refusable(), code);
    process.exit(code);
  }
}

export const app = new App();

/** Called once the app's own module has been loaded, as in Electron. */
export function begin() {
  ready = true;
  app.emit('ready', refusable(), {});
  becomeReady();
}

/** A window refused to close: the app goes on. */
export function staysOpen() {
  quitting = false;
}

export function lastWindowClosed() {
  if (quitting) leave();
  else if (!app.emit('window-all-closed')) app.quit();
}

/** Electron refuses these before 'ready'. */
export function needsReady(what: string) {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`);
}

function leave() {
  const event = refusable();
  app.emit('will-quit', event);
  if (event.defaultPrevented) quitting = false;
  else app.exit();
}
