import type { Page } from 'playwright-core';

/** Waits until nothing on the page is on its way any more: faces, animations, and what calls still bring. */
export async function rests(page: Page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], [data-waiting]') === null);
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {}))));
  await page.waitForTimeout(250);
}
