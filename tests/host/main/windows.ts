import { encode } from '../codec.ts';
import type { FrameFacts, Main, Offered } from '../link.ts';
import { strict } from '../strict.ts';
import { app, lastWindowClosed, needsReady, staysOpen, switches, windows } from './app.ts';
import { driver } from './driver.ts';
import { Emitter, refusable } from './emitter.ts';
import { answerRequest, assertGuarded, downloadStarts, partitionOf, session } from './session.ts';
import { noteInput } from './system.ts';
import { assertOptions, safePreload } from './window-options.ts';

type ContentsMembers =
  | 'id'
  | 'session'
  | 'mainFrame'
  | 'getURL'
  | 'isDestroyed'
  | 'reload'
  | 'send'
  | 'setWindowOpenHandler';
type WindowMembers =
  | 'id'
  | 'webContents'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show';
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** What is known of an open window, out of the app's sight. */
interface Held {
  window: StandInWindow;
  contents: StandInContents;
  url: string;
  openHandler: OpenHandler | undefined;
  opened: Promise<void>;
  size: { width: number; height: number };
  shown: boolean;
  focused: boolean;
}

let last = 0;
const all = new Map<number, Held>();

const CONTENTS_EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'destroyed',
  // Can't happen here: nothing redirects, and no window may have a webview.
  'will-redirect',
  'will-attach-webview',
];

class StandInContents extends Emitter implements Pick<Electron.WebContents, ContentsMembers> {
  readonly id: number;
  readonly session: Electron.Session;

  constructor(id: number, its: Electron.Session) {
    super('WebContents', CONTENTS_EVENTS);
    this.id = id;
    this.session = its;
  }

  get mainFrame() {
    return frameOf({ url: this.getURL(), isMainFrame: true });
  }

  getURL = () => all.get(this.id)?.url ?? '';
  isDestroyed = () => !all.has(this.id);
  reload = () => void all.get(this.id)?.window.loadURL(this.getURL());

  setWindowOpenHandler(handler: OpenHandler) {
    const mine = all.get(this.id);
    if (mine) mine.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]) {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
    // What is sent to a page that is just going away is lost, as in Electron.
    driver.deliver(this.id, encode({ channel, args })).catch(() => {});
  }
}

export class StandInWindow extends Emitter implements Pick<Electron.BrowserWindow, WindowMembers> {
  readonly id = ++last;
  readonly webContents: Electron.WebContents;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', ['ready-to-show', 'show', 'focus', 'blur', 'close', 'closed', 'page-title-updated']);
    needsReady('BrowserWindow');
    assertOptions(options);
    const its = options.webPreferences?.session ?? session.defaultSession;
    const contents = new StandInContents(this.id, its);
    this.webContents = contents as unknown as Electron.WebContents;
    const size = { width: options.width ?? 800, height: options.height ?? 600 };
    const opened = driver.open(this.id, {
      ...size,
      preload: safePreload(options.webPreferences),
      partition: partitionOf(its),
      switches,
    });
    all.set(this.id, {
      window: this,
      contents,
      url: '',
      openHandler: undefined,
      opened,
      size,
      shown: options.show !== false,
      focused: false,
    });
    windows.push(this);
    app.emit('browser-window-created', refusable(), this);
    app.emit('web-contents-created', refusable(), this.webContents);
  }

  static getAllWindows = () => [...all.values()].map(({ window }) => window);
  static getFocusedWindow = () => [...all.values()].find(({ focused }) => focused)?.window ?? null;
  static fromId = (id: number) => all.get(id)?.window ?? null;
  static fromWebContents = (contents: Electron.WebContents) => all.get(contents.id)?.window ?? null;

  isDestroyed = () => !all.has(this.id);
  isVisible = () => held(this.id).shown;
  isFocused = () => held(this.id).focused;
  isMaximized = () => false;
  isMinimized = () => false;
  restore = () => this.show();
  maximize = () => this.show();
  focus = () => void driver.focus(held(this.id).window.id).catch(() => {});
  getNormalBounds = () => ({ x: 0, y: 0, ...held(this.id).size });

  show() {
    held(this.id).shown = true;
    this.emit('show', refusable());
  }

  async loadURL(url: string) {
    const mine = held(this.id);
    assertGuarded(mine.contents.session, this.webContents);
    if (/^(https?|wss?|file|data|about|blob|javascript):/.test(url))
      throw new Error(`The stand-in host loads only pages of the app's own scheme, not ${url}`);
    mine.url = url;
    try {
      await mine.opened;
      await driver.load(this.id, url);
    } catch (error) {
      if (!this.isDestroyed()) mine.contents.emit('did-fail-load', refusable(), -2, String(error), url, true);
      throw Object.assign(new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error }), { code: 'ERR_FAILED' });
    }
    if (this.isDestroyed()) return;
    mine.contents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  close() {
    const event = refusable();
    this.emit('close', event);
    if (event.defaultPrevented) staysOpen();
    else this.destroy();
  }

  destroy() {
    driver.close(this.id).catch(() => {});
    gone(this.id);
  }
}

function held(id: number): Held {
  const mine = all.get(id);
  if (!mine) throw new TypeError('Object has been destroyed');
  return mine;
}

/** The page is no more, whoever closed it. */
function gone(id: number) {
  const mine = all.get(id);
  if (!mine) return;
  all.delete(id);
  windows.splice(windows.indexOf(mine.window), 1);
  mine.contents.emit('destroyed');
  mine.window.emit('closed');
  if (windows.length === 0) lastWindowClosed();
}

/** The contents of a window; undefined once it is gone, for what its page still says. */
export const contentsOf = (window: number): Electron.WebContents | undefined => all.get(window)?.window.webContents;

/** A frame of a page; only top frames have a preload, and so a voice. */
export function frameOf({ url, isMainFrame }: FrameFacts): Electron.WebFrameMain {
  const { protocol, host } = new URL(url);
  const parent = isMainFrame ? null : (strict('WebFrameMain', {}) as Electron.WebFrameMain);
  return strict('WebFrameMain', { url, origin: `${protocol}//${host}`, parent }) as Electron.WebFrameMain;
}

/** What the driver tells of windows. */
export const windowCalls: Pick<Offered<Main>, 'request' | 'navigate' | 'opened' | 'happened'> = {
  request(window, request) {
    const contents = contentsOf(window);
    return contents ? answerRequest(contents, request) : 'cancelled';
  },

  navigate(window, url, isMainFrame) {
    const contents = all.get(window)?.contents;
    if (!contents) return false;
    const event = { ...refusable(), url, isSameDocument: false, isMainFrame };
    contents.emit('will-frame-navigate', event);
    if (isMainFrame) contents.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  },

  opened(window, url) {
    if (!all.has(window)) return;
    const handler = held(window).openHandler;
    if (!handler) throw new Error('Call setWindowOpenHandler: without it Electron opens whatever a page asks for');
    const referrer = { url: '', policy: 'default' } as const;
    const { action } = handler({ url, frameName: '', features: '', disposition: 'new-window', referrer });
    if (action !== 'deny') throw new Error('The stand-in host opens no windows for a page');
  },

  happened(id, event, detail = '') {
    const mine = all.get(id);
    if (!mine) return;
    const { window, contents } = mine;
    switch (event) {
      case 'closed':
        return gone(id);
      case 'crashed': {
        const details = { reason: 'crashed', exitCode: 1 };
        contents.emit('render-process-gone', refusable(), details);
        return void app.emit('render-process-gone', refusable(), contents, details);
      }
      case 'title':
        return void window.emit('page-title-updated', refusable(), detail, true);
      case 'download':
        return downloadStarts(contents.session, window.webContents);
      case 'input':
        return noteInput();
      default:
        mine.focused = event === 'focus';
        window.emit(event, refusable());
    }
  },
};
