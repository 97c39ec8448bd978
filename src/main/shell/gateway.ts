import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { App } from '#main/app.ts';
import { ORIGIN } from './protocol.ts';

/** Takes calls from the page of our window alone: from its top frame, while that shows the page of this program. */
export function openGateway(app: App, current: () => BrowserWindow | undefined) {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    if (!isOurs(event, current())) throw new Error('Refused');
    return app.answer(typeof name === 'string' ? name : '', input);
  });
}

function isOurs({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  return (
    window !== undefined &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === ORIGIN
  );
}
