import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '#renderer/i18n/en/index.ts';
import { rests } from '../host/rests.ts';
import { expect, type Misl, test } from './misl.ts';
import { openSample, parts, welcome } from './screens.ts';

test.describe.configure({ timeout: 180_000 });

/** What axe finds on the page: the rule, what it asks for, and where. In the dark only colours are another question. */
async function judge(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await rests(page);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (theme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} at ${html}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  const see = (name: string, page: Page) =>
    test.step(name, async () => expect.soft(await judge(page, theme), name).toEqual([]));

  test(`axe finds nothing before a vault is open, ${theme}`, async ({ misl }) => {
    await misl.page();
    await misl.setSystemTheme(theme);
    await welcome(misl, see);
  });

  for (const [part, visit] of Object.entries(parts)) {
    test(`axe finds nothing in ${part}, ${theme}`, async ({ misl }) => {
      const page = await openSample(misl, { theme, locale: 'en' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await visit(misl, page, see);
    });
  }
}

/** Whether the page is wider than its window, or a part of it wider than it may be without being made to scroll. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page');
    for (const element of document.querySelectorAll('body *')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || (left >= -1 && right <= window.innerWidth + 1)) continue;
      let above: Element | null = element.parentElement;
      while (above && !scrolls(above) && getComputedStyle(above).overflowX !== 'hidden') above = above.parentElement;
      if (!above) found.push(`${element.tagName.toLowerCase()}.${element.className}`);
    }
    return found.slice(0, 5);
  });

test.describe('in a language from right to left, a third longer', () => {
  const see = (name: string, page: Page) =>
    test.step(name, async () => {
      await rests(page);
      expect.soft(await page.evaluate(() => document.documentElement.dir), name).toBe('rtl');
      expect.soft(await overflowing(page), name).toEqual([]);
      expect.soft(await untranslated(page), name).toEqual([]);
    });

  for (const [part, visit] of Object.entries(parts)) {
    test(`${part} mirrors, fits and is translated`, async ({ misl }: { misl: Misl }) => {
      const page = await openSample(misl, { theme: 'light', locale: 'qps-rtl' });
      await visit(misl, page, see);
    });
  }
});

/** Every text of the English catalogue of four words or more, without values: records say other things. */
const english = (() => {
  const texts = (part: object): string[] =>
    Object.values(part).flatMap((value) => (typeof value === 'string' ? [value] : texts(value as object)));
  return texts(en).filter((text) => /(\p{L}+ ){3}\p{L}/u.test(text) && !text.includes('{{'));
})();

/** Words of the catalogue that are shown in English although the language is another. */
const untranslated = (page: Page) =>
  page.evaluate((texts) => {
    const known = new Set(texts);
    const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
    return shown
      .flatMap((element) => [
        ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue),
        ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)),
      ])
      .filter((text) => text && known.has(text.trim()))
      .slice(0, 5);
  }, english);
