import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/find.mjs';
import { THREADS } from '../../../scripts/run.mjs';
import { type Driver, link, type Main } from '../link.ts';
import { headlessScreen, visibleScreen } from './chromium.ts';
import { Window } from './window.ts';

type Electron = typeof import('electron');

export interface LaunchOptions {
  args?: string[];
  /** Beside this process's own. */
  env?: Record<string, string>;
  /** With windows on the screen, and a person who answers the dialogs. */
  isVisible?: boolean;
}

const boot = fileURLToPath(new URL('../main/boot.ts', import.meta.url));

/** Starts the app's main process alone. Without a driver it can open no window: for a second start, which has none. */
export function startMain({ args = [], env = {} }: LaunchOptions) {
  return fork(boot, [root, ...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
    execArgv: ['--disable-warning=ExperimentalWarning', THREADS],
  });
}

export type StandIn = ReturnType<typeof launchStandIn>;

/** Starts the built app in the stand-in host. What it gives is a part of Playwright's ElectronApplication. */
export function launchStandIn(options: LaunchOptions = {}) {
  const child = startMain(options);
  const errors: string[] = [];
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors.push(text);
    process.stderr.write(text);
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const screen = options.isVisible ? visibleScreen() : headlessScreen();
  const closed = exited.then(() => screen.close());

  const windows = new Map<number, Window>();
  let newWindow = Promise.withResolvers<Page>();
  newWindow.promise.catch(() => {});
  void exited.then((code) => newWindow.reject(new Error(`The app ended (${code})`)));
  const pages = () => [...windows.values()].map(({ page }) => page);

  const main = link<Driver, Main>(child, {
    async open(id, wanted) {
      const window = await Window.open(await screen.newPage(wanted), main, id, wanted);
      windows.set(id, window);
    },
    async load(id, url) {
      const window = windows.get(id)!;
      await window.load(url);
      newWindow.resolve(window.page);
      newWindow = Promise.withResolvers<Page>();
      newWindow.promise.catch(() => {});
    },
    deliver: async (id, text) => windows.get(id)?.deliver({ type: 'event', text }),
    focus: (id) => windows.get(id)!.page.bringToFront(),
    async close(id) {
      const window = windows.get(id);
      windows.delete(id);
      await window?.page.close();
    },
    paint: (scheme) => screen.paint(scheme),
    prompt(question, suggestion) {
      const page = pages().at(-1);
      if (!options.isVisible || !page) throw new Error(`No answer was scripted for this dialog: ${question}`);
      return page.evaluate(([text, value]) => prompt(text, value), [question, suggestion] as const);
    },
  });

  return {
    windows: pages,
    firstWindow: async () => pages()[0] ?? newWindow.promise,
    evaluate: <R, Arg = void>(act: (electron: Electron, arg: Arg) => R | Promise<R>, arg?: Arg) =>
      main.evaluate(act.toString(), arg) as Promise<Awaited<R>>,
    /** What the main process wrote on standard error. */
    errors: () => errors.join(''),
    /** The exit code of the main process, when it ends. */
    exited,
    async close() {
      main.evaluate('({ app }) => app.quit()', null).catch(() => {});
      await Promise.race([exited, sleep(5000, null, { ref: false })]);
      child.kill();
      await closed;
    },
  };
}
