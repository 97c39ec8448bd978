// What the window that asks for secrets may reach of the main process: the calls that it is for, and its own end.
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '#shared/contract/index.ts';

const bridge: Pick<Bridge, 'call'> = {
  call: (name, input) => ipcRenderer.invoke('secret', name, input),
};

contextBridge.exposeInMainWorld('misl', bridge);
contextBridge.exposeInMainWorld('ownWindow', { close: () => ipcRenderer.invoke('secret.close') });
