import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { filesWith, heapHolds } from './holds.ts';
import { expect, inside, type Misl, test } from './misl.ts';

const PASSPHRASE = 'nine kites over the brick kiln';
const NEXT = 'ten herons beside the old weir';
/** Stands in a record and in what is typed and not saved. */
const MARKER = 'Velzukorhat';

/** A vault made by the page's own call, with a matter in it. @returns its recovery key */
async function makeVault(misl: Misl): Promise<string> {
  await misl.setDay('2026-11-23');
  const { recoveryKey } = await misl.ask('vault.create', {
    dir: misl.places.work,
    name: 'Chamber',
    passphrase: PASSPHRASE,
  });
  await misl.ask('matters.open', {
    reference: 'M-1',
    title: `N. Iqbal v. M. ${MARKER}`,
    titleNative: null,
    clientRole: 'complainant',
    pack: 'pk-punjab',
    kind: null,
    summary: null,
    organisation: null,
    incidentFrom: null,
    incidentTo: null,
    openedOn: '2026-11-23',
    closedOn: null,
    notes: null,
    parties: [],
  });
  await lockByCall(misl);
  return recoveryKey;
}

async function lockByCall(misl: Misl): Promise<Page> {
  const old = await misl.page();
  await old.evaluate(() => window.misl.call('vault.lock', {})).catch(() => {});
  return misl.pageAfter(old);
}

async function unlock(misl: Misl, passphrase: string): Promise<Page> {
  const page = await misl.page();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 30_000 });
  return page;
}

/** The window that asks for secrets, once something has opened it. */
async function secretWindow(misl: Misl, main: Page): Promise<Page> {
  await expect.poll(() => misl.host.windows().length).toBe(2);
  const window = await misl.page();
  expect(window).not.toBe(main);
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  return window;
}

const forms = (text: string) => [text, text.replaceAll('-', '')];

test('what is typed and not saved is kept over a lock, and offered', async ({ misl }) => {
  await makeVault(misl);
  let page = await unlock(misl, PASSPHRASE);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Edit the matter');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Summary').fill(`She wrote it down: ${MARKER}`);
  const old = page;
  // By key, over the dialog; and nothing was typed for less than a moment.
  await page.keyboard.press('Control+l').catch(() => {});
  page = await misl.pageAfter(old);
  await expect(page.getByLabel('Passphrase')).toBeVisible();
  expect(await heapHolds(page, MARKER)).toBe(false);
  expect(filesWith(inside(misl, 'Chamber.misl'), MARKER)).toEqual([]);

  page = await unlock(misl, PASSPHRASE);
  await expect(page.getByText(/You had an unsaved edit of “Edit the matter” in N\. Iqbal/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('dialog').getByLabel('Summary')).toHaveValue(`She wrote it down: ${MARKER}`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [matter] = await misl.ask('matters.list', {});
  expect(await misl.ask('matters.get', { id: matter!.id })).toMatchObject({
    summary: `She wrote it down: ${MARKER}`,
  });
  expect(await misl.ask('unsaved.list', {})).toEqual([]);
  await expect(page.getByText(/You had an unsaved edit/)).toHaveCount(0);
});

test('a passphrase is changed in a window of its own, which can do nothing else', async ({ misl }) => {
  await makeVault(misl);
  const page = await unlock(misl, PASSPHRASE);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const window = await secretWindow(misl, page);

  // Neither window can do what the other is for.
  const tried = (where: Page, name: string, input: object) =>
    where.evaluate(
      ([call, given]) =>
        globalThis.window.misl.call(call as 'vault.state', given as Record<string, never>).then(
          () => 'answered',
          () => 'refused',
        ),
      [name, input] as const,
    );
  expect(await window.evaluate(() => Object.keys(globalThis.window.misl))).toEqual(['call']);
  for (const name of ['matters.list', 'vault.delete', 'vault.exportAll', 'vault.renewRecoveryKey', 'log.list'])
    expect(await tried(window, name, { passphrase: PASSPHRASE })).toBe('refused');
  for (const name of [
    'vault.changePassphrase',
    'vault.delete',
    'vault.exportAll',
    'vault.renewRecoveryKey',
    'backup.drill',
  ])
    expect(await tried(page, name, { passphrase: PASSPHRASE, current: PASSPHRASE, next: NEXT })).toBe('refused');

  await window.getByLabel('Passphrase now').fill(PASSPHRASE);
  await window.getByLabel('New passphrase', { exact: true }).fill(NEXT);
  await window.getByLabel('New passphrase again').fill(NEXT);
  await expect(window.getByText('very hard to guess')).toBeVisible();
  await misl.answerQuestion(1);
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Not confirmed. Nothing was changed.')).toBeVisible({ timeout: 30_000 });
  await misl.answerQuestion(0);
  await window.keyboard.press('Control+Enter');
  await expect.poll(() => misl.host.windows().length, { timeout: 30_000 }).toBe(1);
  await expect(page.getByText('Passphrase changed', { exact: true })).toBeVisible();
  // The page of the case files never had it.
  expect(await heapHolds(page, NEXT)).toBe(false);
  await lockByCall(misl);
  await unlock(misl, NEXT);
});

test('a new recovery key is shown there alone, and leaves nothing', async ({ misl }) => {
  const first = await makeVault(misl);
  const page = await unlock(misl, PASSPHRASE);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Renew' }).click();
  const window = await secretWindow(misl, page);
  await window.getByLabel('Passphrase now').fill(PASSPHRASE);
  await misl.answerQuestion(0);
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('heading', { name: /Write the new key down/ })).toBeVisible({ timeout: 30_000 });
  await window.getByRole('button', { name: 'Copy' }).click();
  await expect(window.getByText('Copied.')).toBeVisible();
  const key = await misl.clipboardText();
  expect(key).not.toBe(first);
  expect(key.split('-')).toHaveLength(14);
  for (const field of await window.getByRole('textbox', { name: /^Group \d+/ }).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await field.fill(key.split('-')[Number(/\d+/.exec(label)?.[0]) - 1]!);
  }
  // It is in that window, and looking for it there finds it.
  expect(await heapHolds(window, key)).toBe(true);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => misl.host.windows().length).toBe(1);
  expect(await heapHolds(page, key)).toBe(false);

  // What was copied is taken back by the lock; what the user copied after it would not be.
  const locked = await lockByCall(misl);
  expect(await misl.clipboardText()).toBe('');
  const { userData, tmp } = misl.places;
  for (const secret of [...forms(key), ...forms(first), PASSPHRASE, MARKER]) {
    expect(await heapHolds(locked, secret)).toBe(false);
    for (const folder of [inside(misl, 'Chamber.misl'), userData, tmp]) expect(filesWith(folder, secret)).toEqual([]);
    expect(misl.host.errors()).not.toContain(secret);
  }
  await locked.getByRole('button', { name: 'Use the recovery key' }).click();
  await locked.getByLabel('Recovery key').fill(key);
  await locked.keyboard.press('Enter');
  await expect(locked.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 30_000 });
});

test('what somebody copied elsewhere is not taken from the clipboard', async ({ misl }) => {
  await makeVault(misl);
  await unlock(misl, PASSPHRASE);
  await misl.ask('clipboard.copy', { text: 'ours', secret: false });
  await misl.host.evaluate(({ clipboard }) => clipboard.writeText('theirs'));
  await lockByCall(misl);
  expect(await misl.clipboardText()).toBe('theirs');
});

test('a typed passphrase is forgotten after a minute, and the page says so', async ({ misl }) => {
  await makeVault(misl);
  const page = await misl.page();
  await page.clock.install();
  await page.reload().catch(() => {});
  await misl.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload());
  const field = page.getByLabel('Passphrase');
  await field.fill(PASSPHRASE);
  await page.clock.runFor(59_000);
  await expect(field).toHaveValue(PASSPHRASE);
  await page.clock.runFor(2000);
  await expect(field).toHaveValue('');
  await expect(page.getByText(/forgotten/)).toBeVisible();
});

test('a vault is deleted by its passphrase and its name, and a yes in the dialog of the system', async ({ misl }) => {
  await makeVault(misl);
  const page = await unlock(misl, PASSPHRASE);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Delete the vault' }).click();
  const window = await secretWindow(misl, page);
  await window.getByLabel('Passphrase now').fill(PASSPHRASE);
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('That is not its name.')).toBeVisible();
  await window.getByLabel(/type its name/).fill('Chamber');
  await misl.answerQuestion(0);
  await window.keyboard.press('Control+Enter');
  const start = await misl.pageAfter(page);
  await expect(start.getByRole('button', { name: /^Make a vault/ })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => misl.host.windows().length).toBe(1);
  await expect.poll(() => existsSync(inside(misl, 'Chamber.misl'))).toBe(false);
});
