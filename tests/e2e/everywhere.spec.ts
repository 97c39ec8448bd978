import { expect, test } from './misl.ts';
import { openSample } from './screens.ts';

test('a new matter and quick add are to be had in every room, by key and by the menu', async ({ misl }) => {
  const page = await openSample(misl, { theme: 'light', locale: 'en' });
  for (const room of ['Control+,', 'Control+1', 'Control+2']) {
    await page.keyboard.press(room);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.keyboard.press('Control+Shift+N');
    await expect(page.getByRole('heading', { level: 1, name: 'New matter' }), room).toBeVisible();
    await misl.clickMenu('quick-add');
    await expect(page.getByPlaceholder('W.P. 12345/2019 12 Dec 10am arguments'), room).toBeFocused();
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
});

test('a key that would do nothing is not offered', async ({ misl }) => {
  const page = await openSample(misl, { theme: 'light', locale: 'en' });
  await expect(page.getByPlaceholder('W.P. 12345/2019 12 Dec 10am arguments')).toBeVisible();
  const keys = page.getByRole('dialog');
  await page.keyboard.press('?');
  await expect(keys).toContainText('New matter');
  await expect(keys).not.toContainText('Forward');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByRole('heading', { level: 1, name: 'New matter' })).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  await expect(keys).toContainText('Back');
  await expect(keys).not.toContainText('New matter');
});

test('a vault is made by the first press, though the passphrase was typed that moment', async ({ misl }) => {
  const page = await misl.page();
  await misl.answerOpen([misl.places.work]);
  await page.getByRole('button', { name: /^Make a vault/ }).click();
  await page.getByLabel('Name').fill('Chamber');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText(misl.places.work)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Passphrase', { exact: false }).last().fill('seven lamps under the river');
  // Within the pause after which it is judged by itself.
  await page.getByLabel('Passphrase', { exact: false }).first().fill('seven lamps under the river');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Write this key down' })).toBeVisible({ timeout: 30_000 });
});
