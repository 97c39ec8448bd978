import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/find.mjs';
import type { WindowOptions } from '../link.ts';

/** Where the pages of one app are made. */
export interface Screen {
  /** A blank page for a window, in its size. */
  newPage(options: WindowOptions): Promise<Page>;
  paint(scheme: 'light' | 'dark' | null): Promise<void>;
  close(): Promise<void>;
}

function settings({ switches }: WindowOptions) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium here: run `npm run setup`, or name one in MISL_CHROMIUM');
  if (!switches.some((each) => each.startsWith('--host-resolver-rules=MAP * ')))
    throw new Error('Close the network first: the stand-in host opens no window before no name leads anywhere');
  return {
    executablePath,
    // Chromium has no sandbox for root.
    chromiumSandbox: process.getuid?.() !== 0,
    // Electron gives each window its own process too; Chromium would save on them.
    args: [...switches, '--renderer-process-limit=100'],
  };
}

const PROFILE = { acceptDownloads: false, serviceWorkers: 'block', viewport: null } as const;

/** A context in which nothing is granted, and requests are refused unless a window answers them. */
async function close(context: BrowserContext) {
  await context.grantPermissions([]);
  await context.route('**/*', (route) => route.abort('blockedbyclient'));
  return context;
}

/** Pages that a page opened itself: the app has refused them, and they have loaded nothing. */
function closeStrangers(context: BrowserContext, own: WeakSet<Page>, coming: Set<Promise<Page>>) {
  context.on('page', async (page) => {
    await Promise.allSettled(coming);
    if (!own.has(page)) await page.close().catch(() => {});
  });
}

/** Without a screen, one Chromium serves all the apps of this process that give it the same switches. */
const shared = new Map<string, Promise<Browser>>();

/** Pages that nobody sees, for tests. Each app has contexts of its own: one for each partition. */
export function headlessScreen(): Screen {
  const contexts = new Map<string, Promise<BrowserContext>>();
  const own = new WeakSet<Page>();
  const coming = new Set<Promise<Page>>();
  let colorScheme: 'light' | 'dark' | null = null;

  async function contextFor(options: WindowOptions) {
    const key = options.switches.join(' ');
    const browser = shared.get(key) ?? chromium.launch(settings(options));
    shared.set(key, browser);
    const context = await close(await (await browser).newContext(PROFILE));
    closeStrangers(context, own, coming);
    return context;
  }

  return {
    async newPage(options) {
      const context = contexts.get(options.partition) ?? contextFor(options);
      contexts.set(options.partition, context);
      const its = await context;
      const opening = its.newPage().then((page) => {
        own.add(page);
        return page;
      });
      coming.add(opening);
      const page = await opening.finally(() => coming.delete(opening));
      await page.setViewportSize({ width: options.width, height: options.height });
      await page.emulateMedia({ colorScheme });
      return page;
    },
    async paint(scheme) {
      colorScheme = scheme;
      for (const context of contexts.values())
        for (const page of (await context).pages()) await page.emulateMedia({ colorScheme });
    },
    async close() {
      for (const context of contexts.values()) await (await context).close();
    },
  };
}

/** The first page of an app window. */
const BLANK = 'data:text/html,';

/** Windows for a person. Each is a Chromium of its own: only the first window of one is without tabs and address. */
export function visibleScreen(): Screen {
  const contexts = new Set<BrowserContext>();
  return {
    async newPage(options) {
      const { args, ...others } = settings(options);
      const { width, height } = options;
      const context = await chromium.launchPersistentContext('', {
        ...others,
        ...PROFILE,
        headless: false,
        args: [...args, `--app=${BLANK}`, `--window-size=${width},${height}`, '--test-type'],
      });
      contexts.add(await close(context));
      const page = context.pages().find((blank) => blank.url() === BLANK) ?? (await context.newPage());
      closeStrangers(context, new WeakSet([page]), new Set());
      // Left to the person: without a listener Playwright dismisses every prompt.
      page.on('dialog', () => {});
      page.on('close', () => {
        contexts.delete(context);
        void context.close().catch(() => {});
      });
      return page;
    },
    async paint(colorScheme) {
      for (const context of contexts) for (const page of context.pages()) await page.emulateMedia({ colorScheme });
    },
    async close() {
      for (const context of contexts) await context.close().catch(() => {});
    },
  };
}
