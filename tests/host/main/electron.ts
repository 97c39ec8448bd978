/** The module `electron` of the stand-in, as the main process sees it. */
import { strict } from '../strict.ts';
import { app } from './app.ts';
import { dialog } from './dialogs.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem } from './menu.ts';
import { protocol, session } from './session.ts';
import { clipboard, nativeTheme, powerMonitor, shell } from './system.ts';
import { StandInWindow } from './windows.ts';

export { app, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, powerMonitor, protocol, session, shell };
export const BrowserWindow = strict('BrowserWindow', StandInWindow);

// The rest of Electron, so that it can be imported. Each throws by name when it is used.
const rest = new Proxy({} as Record<string, never>, { get: (_, name) => absent(String(name)) });
export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  ImageView,
  inAppPurchase,
  IpcMainServiceWorker,
  MessageChannelMain,
  nativeImage,
  net,
  netLog,
  Notification,
  powerSaveBlocker,
  pushNotifications,
  safeStorage,
  screen,
  sharedTexture,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
  WebSocket,
} = rest;

export * as default from './electron.ts';

function absent(name: string) {
  const refuse = () => {
    throw new Error(`The stand-in host has no electron.${name}`);
  };
  return new Proxy(class {}, { get: refuse, apply: refuse, construct: refuse });
}
