// The list of 5,000 matters in the window: how long its frames are while it is scrolled, narrowed and opened. The app is
// the built one in the stand-in host, whose Chromium draws without a graphics processor; beside the figures stand those of
// the same window while nothing happens. `MATTERS=500` tries it with fewer, MISL_OUT names another build than out/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createApp } from '#main/create-app.ts';
import { seedMatters } from '#main/intake/seed.ts';
import { handlers } from '#main/registry.ts';
import { openSession } from '#main/session/lifecycle.ts';
import { createVault } from '#main/vault/vault.ts';
import type {} from '#renderer/app/bridge.ts';
import { launchStandIn } from '../host/driver/launch.ts';
import { rests } from '../host/rests.ts';
import { setDay } from '../host/set-day.ts';

const MATTERS = Number(process.env.MATTERS ?? 5000);
const TODAY = '2026-11-23';
const PASSPHRASE = 'seven lanterns over the canal';
/** Milliseconds: a frame that takes longer is felt. */
const LIMIT = 50;

const folder = mkdtempSync(path.join(tmpdir(), 'misl-bench-screen-'));
const dir = path.join(folder, 'Chamber.misl');

async function seed() {
  const no = () => Promise.reject(new Error('no window'));
  const app = createApp({
    clock: { now: () => new Date().toISOString(), today: () => TODAY },
    host: { publish() {}, chooseFiles: no, chooseTarget: no, copy: no, confirm: no, reveal() {} },
    resources: path.join(import.meta.dirname, '../../resources'),
    handlers,
  });
  const { vault } = await createVault(dir, { passphrase: PASSPHRASE, kdf: 'floor' });
  openSession(app, vault);
  await seedMatters(app, { matters: MATTERS, seed: 1 });
  await vault.close();
}

/** Does something while the page notes when each frame begins. @returns milliseconds between frames */
async function frames(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(window, { noted });
    const note = (at: number) => {
      noted.push(at);
      if ((window as never as { noted: number[] }).noted === noted) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await act();
  const times = await page.evaluate(() => {
    const { noted } = window as never as { noted: number[] };
    Object.assign(window, { noted: [] });
    return noted;
  });
  return times.slice(1).map((at, i) => at - times[i]!);
}

function say(what: string, gaps: number[]) {
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  const over = gaps.filter((gap) => gap > LIMIT).length;
  console.log(
    `${what.padEnd(34)} ${String(gaps.length).padStart(5)} frames, half under ${at(0.5)} ms, 99 of 100 under ${at(0.99)}, longest ${at(1)}; ${over} over ${LIMIT}`,
  );
}

await seed();
const host = launchStandIn({ args: [`--user-data-dir=${path.join(folder, 'user-data')}`], env: { TMPDIR: folder } });
try {
  const page = await host.firstWindow();
  await page.waitForFunction(() => document.readyState === 'complete' && 'misl' in window);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await host.evaluate(setDay, TODAY);
  const opening = performance.now();
  await page.evaluate((given) => window.misl.call('vault.unlock', given), { dir, passphrase: PASSPHRASE });
  await host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  await rests(page);
  console.log(`the vault opened and its diary drawn in ${Math.round(performance.now() - opening)} ms, key included`);
  await page.keyboard.press('Control+2');
  const list = page.getByRole('listbox', { name: 'Matters' });
  await list.waitFor();
  await rests(page);
  say('nothing happens', await frames(page, () => page.waitForTimeout(3000)));
  await list.hover();
  say(
    'scrolled by the wheel',
    await frames(page, async () => {
      for (let i = 0; i < 120; i++) {
        await page.mouse.wheel(0, i < 100 ? 400 : -1600);
        await page.waitForTimeout(16);
      }
    }),
  );
  await list.focus();
  say(
    'from end to end by keys',
    await frames(page, async () => {
      for (let i = 0; i < 20; i++) {
        await page.keyboard.press(i % 2 === 0 ? 'End' : 'Home');
        await page.waitForTimeout(50);
      }
      for (let i = 0; i < 40; i++) await page.keyboard.press('PageDown');
    }),
  );
  const filter = page.getByRole('textbox', { name: /^Filter/ });
  await filter.click();
  say(
    'narrowed as one types',
    await frames(page, async () => {
      for (const text of ['hospital', 'motors', 'v. ', 'zzz']) {
        await page.keyboard.type(text, { delay: 60 });
        await page.waitForTimeout(100);
        await filter.fill('');
        await page.waitForTimeout(100);
      }
    }),
  );
  const opened: number[] = [];
  await list.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 12; i++) {
    const start = performance.now();
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title, { polling: 5 });
    opened.push(performance.now() - start);
    await rests(page);
  }
  opened.sort((a, b) => a - b);
  console.log(`a matter opened from the list, seen: ${opened[6]!.toFixed(0)} ms in the middle of 12; wanted 100`);
} finally {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
