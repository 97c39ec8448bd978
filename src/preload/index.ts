// What the page may reach of the main process, as `window.misl`. It runs sandboxed, as one classic script.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/contract/index.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  subscribe(name, listener) {
    // Names of events are prefixed, so that no subscription can hear a channel of Electron's own.
    const channel = `event:${name}`;
    const relay = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(channel, relay);
    return () => {
      ipcRenderer.off(channel, relay);
    };
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('misl', bridge);
