import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesWith, heapHolds } from './holds.ts';
import { Keyboard } from './keyboard.ts';
import { expect, inside, test } from './misl.ts';

/** Stands in the records, in an exhibit and in what is typed; it must be found nowhere but in what was exported. */
const MARKER = 'Quzrubinarod';
const PASSPHRASE = 'seven lamps under the river';

test('the main job, from the first run to a vault that is opened again', async ({ misl }) => {
  test.setTimeout(240_000);
  await misl.setDay('2026-11-23');
  let page = await misl.page();
  let keys = new Keyboard(page);
  /** What the advocate takes out of the vault on purpose. */
  const exports = path.join(misl.places.work, 'exports');
  mkdirSync(exports);

  await test.step('first run: a vault in three steps, by keyboard', async () => {
    await misl.answerOpen([misl.places.work]);
    await keys.to('Make a vault');
    await keys.press('Enter');
    await keys.fill('Name', 'Chamber');
    await keys.to('Choose a folder');
    await keys.press('Enter');
    await expect(page.getByText(misl.places.work)).toBeVisible();
    await keys.to('Next');
    await keys.press('Enter');
    await keys.fill('Passphrase', PASSPHRASE);
    await expect(page.getByText('very hard to guess')).toBeVisible();
    await keys.fill('Passphrase again', PASSPHRASE);
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Write this key down' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('recovery key: shown once, and proven', async () => {
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const groups = (await misl.clipboardText()).split('-');
    expect(groups).toHaveLength(14);
    for (const field of await page.getByRole('textbox', { name: /^Group \d+/ }).all()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
      await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1]!.toLowerCase());
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
    expect(readdirSync(misl.places.work).sort()).toEqual(['Chamber.misl', 'exports']);
  });

  await test.step('sample vault: looked at, and left', async () => {
    page = await lockedPage();
    await page.getByRole('button', { name: 'Open another vault' }).click();
    await page.getByRole('button', { name: /^Look at a sample/ }).click();
    await expect(page.getByText('Sample vault, invented parties')).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await misl.ask('matters.list', {})).toHaveLength(46);
    page = await lockedPage();
    await page.getByRole('button', { name: 'Open another vault' }).click();
    await misl.answerOpen([inside(misl, 'Chamber.misl')]);
    await page.getByRole('button', { name: /^Open a vault/ }).click();
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 30_000 });
    keys = new Keyboard(page);
  });

  /** Locks by key, and gives the window that takes the place of the old one. */
  async function lockedPage() {
    const old = page;
    await old.keyboard.press('Control+l').catch(() => {});
    const fresh = await misl.pageAfter(old);
    await expect(fresh.getByLabel('Passphrase')).toBeVisible();
    return fresh;
  }

  await test.step('a new matter by keyboard alone', async () => {
    await keys.press('Control+2');
    await expect(page.getByText('No matters yet.')).toBeVisible();
    await keys.press('Control+Shift+N');
    await expect(page.getByRole('heading', { name: 'New matter' })).toBeVisible();
    await keys.fill('Our client', `Nadia ${MARKER}`);
    await keys.fill('Other side', 'Moazzam Tariq');
    await keys.fillDay('Date of the incident', '2026-08-03');
    await keys.fill('Organisation', 'Saffron Studios');
    await keys.fill('Title', 'N. Iqbal v. M. Tariq');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'N. Iqbal v. M. Tariq' })).toBeVisible();
    await keys.press('Alt+8');
    await expect(page.getByText('Moazzam Tariq').first()).toBeVisible();
  });

  await test.step('a proceeding, a hearing, and an order that never reached the merits', async () => {
    await keys.press('Alt+2');
    await expect(page.getByText('No proceeding yet.')).toBeVisible();
    await keys.press('Control+n');
    await keys.choose('Forum', 'Ombudsperson');
    await keys.fill('Kind of case', 'Complaint');
    await keys.fill('Number', 'Complaint 77/2026');
    await keys.fill('Seat', 'Lahore');
    await keys.fillDay('Filed on', '2026-08-20');
    await keys.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Complaint 77/2026').first()).toBeVisible();

    await keys.find('Add a hearing');
    await keys.fillDay('Date', '2026-12-03');
    await keys.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await keys.find('Record an order');
    await keys.choose('This order', 'Ends');
    await keys.fillDay('Date', '2026-11-16');
    await keys.choose('What was done', 'Not entertained');
    await keys.choose('On the ground of', 'Party outside');
    await keys.choose('The allegation itself', 'merits not reached');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'What can still be done' })).toBeVisible();
    await expect(page.getByText('Act IV of 2010 s.9').first()).toBeVisible();
  });

  await test.step('the status statement says what was decided, and what was not', async () => {
    await keys.press('Alt+1');
    await expect(page.getByText(/not entertained for want of jurisdiction/).first()).toBeVisible();
    await expect(page.getByText(/No forum has decided/)).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/case dismissed|cleared/i);
  });

  await test.step('an exhibit is taken in', async () => {
    const letter = path.join(exports, 'letter.txt');
    writeFileSync(letter, `On 3 August the witness ${MARKER} wrote down what she saw.\n`);
    await keys.press('Alt+5');
    await expect(page.getByText('No exhibit yet.')).toBeVisible();
    await misl.answerOpen([letter]);
    await keys.press('Control+n');
    await expect(page.getByRole('tab', { name: 'Exhibits 1' })).toBeVisible();
    await expect(page.getByText('letter').first()).toBeVisible();
  });

  const word = path.join(exports, 'complaint.docx');
  await test.step('the complaint is drafted', async () => {
    await keys.press('Alt+6');
    await expect(page.getByText('Nothing is drafted yet.')).toBeVisible();
    await keys.find('New draft');
    await expect(page.getByRole('dialog')).toBeVisible();
    // Ctrl+Enter works at once: the form has the focus, and not the dialog around it.
    await expect(page.locator('[role="dialog"] form :focus')).toHaveCount(1);
    await keys.choose('Kind of document', 'Complaint');
    await keys.press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Make the Word file' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
    await misl.answerSave(word);
    await keys.press('Control+Shift+W');
    await expect.poll(() => existsSync(word), { timeout: 30_000 }).toBe(true);
    const text = execFileSync('unzip', ['-p', word, 'word/document.xml'], { encoding: 'utf8' });
    expect(text).toContain(`Nadia ${MARKER}`);
  });

  await test.step('a bundle is made of it', async () => {
    await keys.press('Alt+7');
    await expect(page.getByText('No bundle is made yet.')).toBeVisible();
    await keys.find('New bundle');
    await keys.fill('Title', 'Papers for the first hearing');
    await keys.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Make the PDF' })).toBeVisible();
    await page.getByRole('button', { name: 'Exhibit, order, draft' }).click();
    const dialog = page.getByRole('dialog');
    for (const choice of await dialog.getByRole('checkbox').all()) await choice.check({ force: true });
    await dialog.getByRole('button', { name: /^Add \d/ }).click();
    await expect(page.getByRole('row', { name: /letter/ })).toBeVisible();
    const file = path.join(exports, 'bundle.pdf');
    await misl.answerSave(file);
    await page.getByRole('button', { name: 'Make the PDF' }).click();
    await expect(page.getByRole('dialog', { name: /The bundle is made/ })).toBeVisible({ timeout: 60_000 });
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain(MARKER);
    await page.keyboard.press('Escape');
  });

  await test.step('locked: neither memory nor disk holds a word of it', async () => {
    const vault = inside(misl, 'Chamber.misl');
    const { userData, tmp } = misl.places;
    // Both ways of looking find it where it is.
    expect(await heapHolds(page, MARKER)).toBe(true);
    expect(filesWith(exports, MARKER)).toEqual(['letter.txt']);
    page = await lockedPage();
    expect(await heapHolds(page, MARKER)).toBe(false);
    expect([vault, userData, tmp].flatMap((folder) => filesWith(folder, MARKER))).toEqual([]);
    expect([vault, userData, tmp].flatMap((folder) => filesWith(folder, PASSPHRASE))).toEqual([]);
  });

  await test.step('a wrong passphrase opens nothing; the right one shows everything again', async () => {
    await page.getByLabel('Passphrase').fill('seven lamps under the bridge');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This passphrase does not open the vault. Nothing was changed.')).toBeVisible({
      timeout: 30_000,
    });
    expect(await misl.ask('vault.state', {})).toMatchObject({ state: 'locked' });
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Control+2');
    await expect(page.getByRole('heading', { level: 1, name: 'N. Iqbal v. M. Tariq' })).toBeVisible();
    for (const tab of ['Proceedings 1', 'Exhibits 1', 'Drafts 1', 'Bundles 1', 'Parties 2'])
      await expect(page.getByRole('tab', { name: tab })).toBeVisible();
    await expect(page.getByText('not entertained for want of jurisdiction').first()).toBeVisible();
    await page.keyboard.press('Alt+8');
    await expect(page.getByText(`Nadia ${MARKER}`).first()).toBeVisible();
    expect(await misl.ask('vault.verify', {})).toMatchObject({ ok: true });
  });

  await test.step('after the end, nothing is left on the disk either', async () => {
    await misl.host.close();
    for (const folder of [inside(misl, 'Chamber.misl'), misl.places.userData, misl.places.tmp])
      expect(filesWith(folder, MARKER)).toEqual([]);
  });
});
