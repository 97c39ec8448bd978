/** The fixtures of the end-to-end tests: the built app, in real Electron if its program is there, else in the stand-in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import type {} from '#renderer/app/bridge.ts';
import type { CallName, Input, Output } from '#shared/contract/index.ts';
import { root } from '../../scripts/find.mjs';
import { launchStandIn, startMain } from '../host/driver/launch.ts';
import { setDay } from '../host/set-day.ts';
import { electronProgram } from './host.ts';

/** What both hosts give. */
interface Host extends Pick<ElectronApplication, 'evaluate' | 'firstWindow' | 'windows'> {
  /** The exit code, once the app has ended. */
  exited: Promise<number | null>;
  /** What the main process wrote on standard error. */
  errors(): string;
  close(): Promise<void>;
}

/** The folders of one test. Nothing that the app writes lies outside of them. */
interface Places {
  userData: string;
  tmp: string;
  /** Where vaults and exports of the test go. */
  work: string;
}

/** A started app, and what a test does to it from outside the page. */
export class Misl {
  readonly host: Host;
  readonly places: Places;
  private readonly args: string[];
  private readonly env: Record<string, string>;
  /** What went wrong in the pages; the fixture fails the test for it. */
  readonly complaints: string[] = [];
  private readonly heard = new WeakSet<Page>();

  constructor(host: Host, places: Places, args: string[], env: Record<string, string>) {
    this.host = host;
    this.places = places;
    this.args = args;
    this.env = env;
  }

  /** The window that is open now: locking makes a new one. */
  async page(): Promise<Page> {
    await this.host.firstWindow();
    const page = this.host.windows().at(-1)!;
    this.listen(page);
    await page.waitForFunction(() => document.readyState === 'complete' && 'misl' in window);
    return page;
  }

  private listen(page: Page) {
    if (this.heard.has(page)) return;
    this.heard.add(page);
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** The window that replaces `old`, once it is there. */
  async pageAfter(old: Page): Promise<Page> {
    await expect.poll(() => this.host.windows().some((page) => page !== old) && old.isClosed()).toBe(true);
    return this.page();
  }

  /** Makes a call of the contract from the page, and fails the test if it is refused. */
  async ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    const page = await this.page();
    const answer = await page.evaluate(([call, given]) => window.misl.call(call, given), [name, input] as [N, never]);
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.message}`);
    return answer.value as Output<N>;
  }

  /** From then on it is that day for the main process. */
  setDay(day: string) {
    return this.host.evaluate(setDay, day);
  }

  /** What the next open dialogs give; null when the user cancels. */
  answerOpen(paths: string[] | null) {
    return this.host.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: !filePaths, filePaths: filePaths ?? [] });
    }, paths);
  }

  /** What the next save dialogs give; null when the user cancels. */
  answerSave(file: string | null) {
    return this.host.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: !filePath, filePath: filePath ?? '' });
    }, file);
  }

  /** Which button the next message boxes are answered with. */
  answerQuestion(button: number) {
    return this.host.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
    }, button);
  }

  /** Runs one of the page's actions by its id, as the menu of the system does. */
  act(id: string) {
    return this.host.evaluate(({ BrowserWindow }, action) => {
      BrowserWindow.getAllWindows()[0]!.webContents.send('event:app.action', { id: action });
    }, id);
  }

  clickMenu(id: string) {
    return this.host.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id);
  }

  clipboardText() {
    return this.host.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** The pages of the system follow. */
  setSystemTheme(theme: 'light' | 'dark') {
    return this.host.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
  }

  /** Loads the page anew, as the app itself would; the vault stays as it is. */
  async reload() {
    const page = await this.page();
    const loaded = page.waitForEvent('load');
    await this.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
    await loaded;
    await this.page();
  }

  /** Starts the app a second time. @returns the exit code of that one */
  async startAgain(): Promise<number | null> {
    const again = electronProgram
      ? spawn(electronProgram, [root, ...this.args], { env: { ...process.env, ...this.env } })
      : startMain({ args: this.args, env: this.env });
    const [code] = await once(again, 'exit');
    return code as number | null;
  }
}

async function launch(args: string[], env: Record<string, string>): Promise<Host> {
  if (!electronProgram) return launchStandIn({ args, env }) as unknown as Host;
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: [root, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  let errors = '';
  app.process().stderr!.on('data', (text) => {
    errors += text;
  });
  const exited = once(app.process(), 'exit').then(([code]) => code as number | null);
  return Object.assign(app, { exited, errors: () => errors });
}

/** How the app itself reports on standard error that something broke; Electron writes other things there. */
const BROKEN = /^(?:\S+ failed: .*|Misl ended: .*|The page .*|The app let .*|.*stand-in host.*)$/gm;

export const test = base.extend<{
  /** What the test expects to go wrong: complaints of pages and of the main process that match are none. */
  expected: RegExp[];
  launchMisl: (options?: { args?: string[]; instance?: string }) => Promise<Misl>;
  misl: Misl;
}>({
  expected: [[], { option: true }],

  /** Starts the app, with folders that are new for each test and shared by the apps of one. */
  launchMisl: async ({ expected }, use, info) => {
    const started: Misl[] = [];
    await use(async ({ args: more = [], instance = 'user-data' } = {}) => {
      const places = {
        userData: info.outputPath(instance),
        tmp: info.outputPath('tmp'),
        work: info.outputPath('work'),
      };
      for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const args = [`--user-data-dir=${places.userData}`, ...asRoot, ...more];
      const env = { TMPDIR: places.tmp };
      const misl = new Misl(await launch(args, env), places, args, env);
      started.push(misl);
      return misl;
    });
    if (info.errors.length > 0)
      for (const page of started.flatMap(({ host }) => host.windows()))
        await page.screenshot({ path: info.outputPath('failed.png') }).catch(() => {});
    await Promise.all(started.map(({ host }) => host.close()));
    const complaints = started
      .flatMap((misl) => [...misl.complaints, ...(misl.host.errors().match(BROKEN) ?? [])])
      .filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    expect(complaints, 'what the pages and the main process complained of').toEqual([]);
  },

  misl: async ({ launchMisl }, use) => use(await launchMisl()),
});

/** A place in the test's own folder. */
export const inside = (misl: Misl, ...parts: string[]) => path.join(misl.places.work, ...parts);

export { expect };
