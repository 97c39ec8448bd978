import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { App } from '#main/app.ts';
import { isSecretAct } from '#shared/contract/secret-window.ts';
import { ORIGIN } from './protocol.ts';

/** Takes calls from the page of our window alone: from its top frame, while that shows the page of this program. */
export function openGateway(app: App, current: () => BrowserWindow | undefined) {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    // What a secret is asked for is done in a window of its own: see secret-window.ts.
    if (!isOurs(event, current()) || (typeof name === 'string' && isSecretAct(name))) throw new Error('Refused');
    return app.answer(typeof name === 'string' ? name : '', input);
  });
}

/** Whether a call comes from the top frame of a window, while that shows a page of this program. */
export function isOurs({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  return (
    window !== undefined &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === ORIGIN
  );
}
