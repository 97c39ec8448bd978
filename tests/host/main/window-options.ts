import { existsSync } from 'node:fs';
import path from 'node:path';

type Options = Electron.BrowserWindowConstructorOptions;
type Preferences = NonNullable<Options['webPreferences']>;

/** What may be said of a window; the rest would not be tested here, and so is refused. */
const KNOWN: readonly (keyof Options)[] = [
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'webPreferences',
  // Where it stands, and whether a menu does, is not to be seen here.
  'parent',
  'autoHideMenuBar',
];

/** The only values that the stand-in takes: it has no laxer pages than these. */
const REQUIRED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
} satisfies Partial<Preferences>;

/** Not looked at: pages of Chromium have developer tools, and check no spelling. */
const FREE: readonly (keyof Preferences)[] = ['session', 'preload', 'devTools', 'spellcheck'];

/** @throws for a window that is less closed than the stand-in's, or is asked for something that it can't be */
export function assertOptions({ webPreferences = {}, ...options }: Options) {
  for (const key of Object.keys(options))
    if (!KNOWN.includes(key as keyof Options)) throw new Error(`The stand-in host has no BrowserWindow option ${key}`);
  for (const key of Object.keys(webPreferences))
    if (!(key in REQUIRED) && !FREE.includes(key as keyof Preferences))
      throw new Error(`The stand-in host has no webPreferences.${key}`);
  for (const [key, value] of Object.entries(REQUIRED))
    if (webPreferences[key as keyof typeof REQUIRED] !== value)
      throw new Error(`The stand-in host has only windows whose webPreferences.${key} is ${value}, said outright`);
}

/** The preload script, which must be a file. */
export function safePreload({ preload }: Preferences = {}): string {
  if (!preload || !path.isAbsolute(preload) || !existsSync(preload))
    throw new Error(`There is no preload script at ${preload}`);
  return preload;
}
