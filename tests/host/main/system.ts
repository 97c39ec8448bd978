import { existsSync } from 'node:fs';
import { strict } from '../strict.ts';
import { driver } from './driver.ts';
import { Emitter } from './emitter.ts';

/** Kept in memory: the clipboard of the machine is left alone. */
let copied = '';
export const clipboard = strict('clipboard', {
  readText: async () => copied,
  async writeText(text: string) {
    copied = text;
  },
  clear() {
    copied = '';
  },
} satisfies Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear'>);

/** There is no file manager; what would be shown must be there. */
export const shell = strict('shell', {
  showItemInFolder(file: string) {
    if (!existsSync(file)) throw new Error(`There is no file to show at ${file}`);
    process.stdout.write(`The file is at ${file}\n`);
  },
} satisfies Pick<Electron.Shell, 'showItemInFolder'>);

let lastInput = Date.now();
export function noteInput() {
  lastInput = Date.now();
}

/** Tests emit its events. */
class PowerMonitor extends Emitter implements Pick<Electron.PowerMonitor, 'getSystemIdleTime'> {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']);
  }

  /** Seconds since the last input to a window of this app; Electron counts input to any program. */
  getSystemIdleTime = () => Math.floor((Date.now() - lastInput) / 1000);
}
export const powerMonitor = new PowerMonitor();

/** The system of the stand-in is a light one. */
class NativeTheme extends Emitter implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  private chosen: Electron.NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors() {
    return this.chosen === 'dark';
  }

  get themeSource() {
    return this.chosen;
  }

  set themeSource(source) {
    this.chosen = source;
    void driver.paint(source === 'system' ? null : source);
    this.emit('updated');
  }
}
export const nativeTheme = new NativeTheme();
