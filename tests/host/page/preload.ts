/**
 * What a sandboxed preload script finds: `require('electron')` and a few globals. Runs in the preload's own world of the
 * page, together with codec.ts, strict.ts, bridge.ts and files.ts.
 */
import { decode, encode } from '../codec.ts';
import type { Happening } from '../link.ts';
import { strict } from '../strict.ts';
import { bridge } from './bridge.ts';
import { watchFiles } from './files.ts';

/** From the preload to the driver. */
export type Upward =
  | { type: 'invoke'; id: number; text: string }
  | { type: 'opened'; url: string }
  /** The page wanted to go to an address that is no request, such as about:blank. */
  | { type: 'left'; url: string }
  | { type: 'happened'; event: Happening; detail?: string }
  | { type: 'files'; batch: number; count: number }
  | { type: 'failed'; message: string };

/** From the driver to the preload. */
export type Downward =
  | { type: 'event'; text: string }
  | { type: 'answer'; id: number; text: string }
  | { type: 'paths'; batch: number; paths: string[] };

/** What the driver reaches in the preload's world. */
export interface PreloadWorld {
  deliver(message: Downward): void;
  held: ReadonlyMap<number, { files: File[] }>;
}

type IpcListener = Parameters<Electron.IpcRenderer['on']>[1];

interface Surroundings {
  secret: string;
  platform: string;
  tell(message: Upward): void;
  /** The preload script, wrapped in a function. */
  run(require: unknown, process: unknown, exports: object, module: object): void;
}

export function preload({ secret, platform, tell, run }: Surroundings): PreloadWorld {
  const expose = bridge(secret, 'preload');
  const files = watchFiles((batch, count) => tell({ type: 'files', batch, count }));
  const answers = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, IpcListener[]>();
  let last = 0;

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const answer = Promise.withResolvers<unknown>();
      last += 1;
      tell({ type: 'invoke', id: last, text: encode({ channel, args }) });
      answers.set(last, answer);
      return answer.promise.catch((error: Error) => {
        throw new Error(`Error invoking remote method '${channel}': ${error.message}`);
      });
    },
    on(channel: string, listener: IpcListener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off(channel: string, listener: IpcListener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
    },
  } satisfies { [K in 'invoke' | 'on' | 'off']: (...args: Parameters<Electron.IpcRenderer[K]>) => unknown };

  const electron = strict('renderer', {
    contextBridge: strict('contextBridge', { exposeInMainWorld: expose } satisfies Pick<
      Electron.ContextBridge,
      'exposeInMainWorld'
    >),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
    webUtils: strict('webUtils', { getPathForFile: files.pathOf } satisfies Pick<Electron.WebUtils, 'getPathForFile'>),
  });

  function require(name: string) {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`A sandboxed preload cannot load ${name}`);
  }

  function hear({ channel, args }: { channel: string; args: unknown[] }) {
    for (const listener of listeners.get(channel) ?? []) {
      try {
        listener(strict('IpcRendererEvent', {}) as Electron.IpcRendererEvent, ...args);
      } catch (error) {
        reportError(error);
      }
    }
  }

  function deliver(message: Downward) {
    if (message.type === 'paths') return files.release(message.batch, message.paths);
    const content = decode(message.text) as { channel: string; args: unknown[]; value: unknown; error?: string };
    if (message.type === 'event') return hear(content);
    const answer = answers.get(message.id);
    answers.delete(message.id);
    if (content.error === undefined) answer?.resolve(content.value);
    else answer?.reject(new Error(content.error));
  }

  watchPage(tell, secret);
  const process = strict('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform,
    env: {},
    argv: [],
  });
  const module = { exports: {} };
  try {
    run(require, process, module.exports, module);
  } catch (error) {
    tell({ type: 'failed', message: String(error) });
  }
  return { deliver, held: files.held };
}

/** Tells of what a host learns from its window, and of input at most once a second. */
function watchPage(tell: (message: Upward) => void, secret: string) {
  for (const event of ['focus', 'blur'] as const)
    window.addEventListener(event, () => tell({ type: 'happened', event }));
  let lastInput = 0;
  const noteInput = () => {
    if (Date.now() - lastInput < 1000) return;
    lastInput = Date.now();
    tell({ type: 'happened', event: 'input' });
  };
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    window.addEventListener(type, noteInput, { capture: true, passive: true });
  let title = '';
  new MutationObserver(() => {
    if (document.title === title) return;
    title = document.title;
    tell({ type: 'happened', event: 'title', detail: title });
  }).observe(document, { subtree: true, childList: true, characterData: true });
  // These ask for nothing that could be refused on the way, so they are stopped here; main is told all the same.
  window.navigation.addEventListener('navigate', (event) => {
    if (event.destination.sameDocument || /^https?:/.test(event.destination.url)) return;
    event.preventDefault();
    tell({ type: 'left', url: event.destination.url });
  });
  document.addEventListener(`${secret}-open`, (event) =>
    tell({ type: 'opened', url: (event as CustomEvent<string>).detail }),
  );
}

/** In the page's own world: the other end of the bridge, and no way to open a window. */
export function page(secret: string) {
  bridge(secret, 'page');
  window.open = (url = '') => {
    const detail = new URL(url, location.href).href;
    document.dispatchEvent(new CustomEvent(`${secret}-open`, { detail }));
    return null;
  };
}
