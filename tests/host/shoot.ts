/**
 * Pictures of the screens, from the built app in the stand-in host:
 *
 *     node tests/host/shoot.ts --out DIR [--theme light|dark] [--size 1280x800] [--locale en|qps-rtl] [--day 2026-11-23]
 *                              [--steps FILE.mjs]
 *
 * Opens the sample vault as if on that day and takes a picture of each room and tab; or does what FILE.mjs says, whose
 * default export is called with `{ page, shot(name), ask(call, input), host }`. MISL_OUT names another build than out/.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type {} from '#renderer/app/bridge.ts';
import { launchStandIn, type StandIn } from './driver/launch.ts';
import { rests } from './rests.ts';
import { setDay } from './set-day.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1280x800' },
    locale: { type: 'string', default: 'en' },
    day: { type: 'string', default: '2026-11-23' },
    steps: { type: 'string' },
  },
});
if (!values.out) throw new Error('Say where the pictures go: --out DIR');
const out = path.resolve(values.out);
const [width = 1280, height = 800] = values.size.split('x').map(Number);
const scratch = mkdtempSync(path.join(tmpdir(), 'misl-shoot-'));
mkdirSync(out, { recursive: true });

interface Shooting {
  page: Page;
  /** Waits until the page rests, and takes a picture of it. */
  shot(name: string): Promise<void>;
  /** Makes a call of the contract. */
  ask(call: string, input: unknown): Promise<unknown>;
  host: StandIn;
}

async function everyRoom({ page, shot }: Shooting) {
  await page.getByRole('navigation').first().waitFor();
  await shot('diary');
  await page.keyboard.press('Control+2');
  // By the palette: the list of matters is in a drawer where the window is narrow.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('R. Anwar v. S. Malik');
  // Where the window is wide, the list stands beside the palette.
  const palette = page.getByRole('dialog');
  await palette
    .getByRole('option', { name: /R\. Anwar/ })
    .first()
    .click();
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  for (const [index, tab] of (await tabs.allInnerTexts()).entries()) {
    await tabs.nth(index).click();
    await shot(`matter-${tab.split(/\s/)[0]!.toLowerCase()}`);
  }
  await page.keyboard.press('Control+,');
  await shot('settings');
  await page.keyboard.press('Control+k');
  await shot('palette');
}

const host = launchStandIn({ args: [`--user-data-dir=${path.join(scratch, 'user-data')}`], env: { TMPDIR: scratch } });
try {
  const page = await host.firstWindow();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.waitForFunction(() => document.readyState === 'complete' && 'misl' in window);
  await page.setViewportSize({ width, height });
  await host.evaluate(
    ({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    },
    values.theme as 'light' | 'dark',
  );
  await host.evaluate(setDay, values.day);
  const ask = (call: string, input: unknown) =>
    page.evaluate(([name, given]) => window.misl.call(name as 'vault.state', given as Record<string, never>), [
      call,
      input,
    ] as const);
  const shooting: Shooting = {
    page,
    async shot(name) {
      await rests(page);
      await page.screenshot({ path: path.join(out, `${name}.png`) });
      process.stdout.write(`${path.join(out, `${name}.png`)}\n`);
    },
    ask,
    host,
  };
  await shooting.shot('start');
  await ask('vault.openSample', {});
  await ask('settings.set', { key: 'theme', value: values.theme });
  await ask('settings.set', { key: 'locale', value: values.locale });
  await page.evaluate(
    (theme) => localStorage.setItem('misl.look', JSON.stringify({ theme, locale: 'en' })),
    values.theme,
  );
  await host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  await page.waitForFunction(() => document.querySelector('nav') !== null);
  const steps = values.steps
    ? ((await import(pathToFileURL(path.resolve(values.steps)).href)) as { default: typeof everyRoom }).default
    : everyRoom;
  await steps(shooting);
} finally {
  await host.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
