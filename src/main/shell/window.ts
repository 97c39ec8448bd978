import { BrowserWindow, nativeTheme, type Session, type WebContents } from 'electron';
import type { SecretPurpose } from '#shared/contract/secret-window.ts';
import { ORIGIN } from './protocol.ts';

/** The colour of paper by day and by night, as in the page's own style: no flash before it is drawn. */
const PAPER = { light: '#fbf9f4', dark: '#1d1a17' };

export interface WindowParts {
  session: Session;
  /** The built preload script. */
  preload: string;
  devTools: boolean;
}

/** Opens the window of the program; in the place of another one where that is given. */
export function openWindow({ session, preload, devTools }: WindowParts, instead?: BrowserWindow): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...instead?.getNormalBounds(),
    minWidth: 960,
    minHeight: 600,
    show: false,
    // The same for everybody: the title stands in the task bar and in the list of windows, so it says nothing of a case.
    title: 'Misl',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: closed({ session, preload, devTools }),
  });
  const maximized = instead?.isMaximized() ?? false;
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()));
  load(window, 'index.html');
  return window;
}

/** Width and height of the window that asks for secrets, by what it shows. */
const SIZES: Record<SecretPurpose, [width: number, height: number]> = {
  passphrase: [560, 480],
  recovery: [760, 740],
  slot: [560, 340],
  drill: [720, 520],
  export: [560, 340],
  delete: [560, 420],
};

/** Opens the window that asks for secrets, over the one of the case files. */
export function openSecretWindow(
  parts: WindowParts,
  parent: BrowserWindow | undefined,
  purpose: SecretPurpose,
  about: string,
): BrowserWindow {
  const [width, height] = SIZES[purpose];
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 480,
    minHeight: 360,
    ...(parent ? { parent } : {}),
    autoHideMenuBar: true,
    show: false,
    title: 'Misl',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: closed(parts),
  });
  window.once('ready-to-show', () => window.show());
  load(window, `secret.html#${purpose}/${encodeURIComponent(about)}`);
  return window;
}

const closed = ({ session, preload, devTools }: WindowParts): Electron.WebPreferences => ({
  session,
  preload,
  devTools,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: process.platform === 'darwin',
});

function load(window: BrowserWindow, page: string) {
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${ORIGIN}/${page}`).catch((error: { code?: string }) => {
    if (!window.isDestroyed()) console.error(`The page could not be loaded: ${error.code ?? 'no reason given'}`);
  });
}

/** For all contents, whoever made them: they stay where they are, open nothing and hold no other page. */
export function guardContents(contents: WebContents) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
