// What a person sees when something is wrong with what they give: a damaged vault, a full disk, a second program, odd files.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { canonical, type Json } from '#main/vault/canonical.ts';
import { root } from '../../scripts/find.mjs';
import { expect, inside, type Misl, test } from './misl.ts';
import { openRecord } from './screens.ts';

const GOLDEN = path.join(root, 'tests/fixtures/vault-1');
const { passphrase } = JSON.parse(readFileSync(path.join(GOLDEN, 'expected.json'), 'utf8')) as { passphrase: string };

/** A vault with two matters in a folder of the test's. */
function copyOfVault(dir: string): string {
  cpSync(path.join(GOLDEN, 'Golden.misl'), dir, { recursive: true });
  return dir;
}

/** Chooses a vault on the first screen and types the passphrase. */
async function tryToOpen(misl: Misl, dir: string): Promise<Page> {
  const page = await misl.page();
  await misl.answerOpen([dir]);
  await page.getByRole('button', { name: /^Open a vault/ }).click();
  const field = page.getByLabel('Passphrase');
  await field.or(page.getByRole('alert')).first().waitFor();
  if (await field.isVisible()) {
    await field.fill(passphrase);
    await page.keyboard.press('Enter');
  }
  return page;
}

async function opened(misl: Misl, dir: string): Promise<Page> {
  const page = await tryToOpen(misl, dir);
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 30_000 });
  return page;
}

/** Opens the first matter of the copy at a tab. */
async function atTab(page: Page, key: string, empty: string) {
  await openRecord(page, 'A. Saleem v. Neelum Motors');
  // Pressed again where the matter was not there yet.
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByText(empty)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
}

test.describe('a vault that is not as it should be', () => {
  test('a cut header is not called a wrong passphrase, and its copy opens the vault', async ({ misl }) => {
    const dir = copyOfVault(inside(misl, 'Cut.misl'));
    const copy = readFileSync(path.join(dir, 'vault.json.bak'));
    for (const name of ['vault.json', 'vault.json.bak']) truncateSync(path.join(dir, name), 100);
    const page = await tryToOpen(misl, dir);
    await expect(page.getByText(/header is damaged. This is not a matter of the passphrase/)).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText(/Restore the vault from a backup/)).toBeVisible();
    writeFileSync(path.join(dir, 'vault.json.bak'), copy);
    await misl.reload();
    await opened(misl, dir);
    expect(await misl.ask('matters.list', {})).toHaveLength(2);
  });

  test('of a newer format is left alone', async ({ misl }) => {
    const dir = copyOfVault(inside(misl, 'Newer.misl'));
    const { sum: _sum, mac, ...header } = JSON.parse(readFileSync(path.join(dir, 'vault.json'), 'utf8'));
    const newer = { ...header, version: header.version + 1 };
    const sum = createHash('sha256')
      .update(canonical(newer as Json))
      .digest('hex');
    for (const name of ['vault.json', 'vault.json.bak'])
      writeFileSync(path.join(dir, name), JSON.stringify({ ...newer, sum, mac }));
    const before = readFileSync(path.join(dir, 'db', 'main.db'));
    const page = await tryToOpen(misl, dir);
    await expect(page.getByText(/has format 2, and this Misl knows format 1. Nothing was changed/)).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText(/Open it with a newer Misl/)).toBeVisible();
    expect(readFileSync(path.join(dir, 'db', 'main.db')).equals(before)).toBe(true);
  });

  test('without its database, or with a folder that is none', async ({ misl }) => {
    const dir = copyOfVault(inside(misl, 'Empty.misl'));
    rmSync(path.join(dir, 'db', 'main.db'));
    const page = await tryToOpen(misl, dir);
    await expect(page.getByText(/database is missing from its folder/)).toBeVisible({ timeout: 30_000 });
    mkdirSync(inside(misl, 'Papers'));
    await misl.reload();
    await tryToOpen(misl, inside(misl, 'Papers'));
    await expect((await misl.page()).getByText(/There is no vault in this folder/)).toBeVisible({ timeout: 30_000 });
  });

  test('that another program has open is opened for reading, with the reason', async ({ launchMisl }) => {
    const first = await launchMisl({ instance: 'first' });
    const dir = copyOfVault(inside(first, 'Shared.misl'));
    await opened(first, dir);
    const second = await launchMisl({ instance: 'second' });
    const page = await tryToOpen(second, dir);
    await expect(page.getByText(/open for writing already, by program \d+/)).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Open for reading only' }).click();
    await expect(page.getByText('Opened for reading only.')).toBeVisible({ timeout: 30_000 });
    await openRecord(page, 'A. Saleem v. Neelum Motors');
    await expect(page.getByRole('heading', { level: 1, name: 'A. Saleem v. Neelum Motors' })).toBeVisible();
    await expect(first.ask('matters.list', {})).resolves.toHaveLength(2);
  });

  test('that lost a document says which, and keeps the rest', async ({ misl }) => {
    const dir = copyOfVault(inside(misl, 'Lost.misl'));
    const page = await opened(misl, dir);
    await atTab(page, 'Alt+5', 'No exhibit yet.');
    const before = blobsOf(dir);
    const letter = inside(misl, 'letter.txt');
    writeFileSync(letter, 'What she wrote down that evening.\n');
    await misl.answerOpen([letter]);
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('tab', { name: 'Exhibits 1' })).toBeVisible();
    const blob = blobsOf(dir).find((file) => !before.includes(file))!;
    rmSync(blob);
    await page.getByText('letter').first().click();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/missing|can’t be shown|lost/).first()).toBeVisible();
    const { ok, problems } = await misl.ask('vault.verify', {});
    expect(ok).toBe(false);
    expect(problems.join()).toContain(path.basename(blob));
    expect(await misl.ask('matters.list', {})).toHaveLength(2);
  });
});

const blobsOf = (dir: string) =>
  readdirSync(path.join(dir, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test.describe('files that are not as they should be', () => {
  test('are told one by one with the reason; the good ones are taken in', async ({ misl }) => {
    const page = await opened(misl, copyOfVault(inside(misl, 'Chamber.misl')));
    await atTab(page, 'Alt+5', 'No exhibit yet.');
    const folder = inside(misl, 'papers');
    mkdirSync(path.join(folder, 'inner'), { recursive: true });
    const file = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
    file('good.txt', 'A letter of 3 August.\n');
    file('empty.pdf', '');
    file('broken.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 0x51)]));
    file('not-word.docx', 'This is no Word file.');
    file('\u202egnp.exe.txt', 'A name that is read backwards.\n');
    file(`${'long '.repeat(50)}.txt`, 'A name as long as a disk takes.\n');
    file('inner/deep.txt', 'In a folder of the folder.\n');
    execFileSync('qpdf', ['--empty', path.join(folder, 'plain.pdf')]);
    execFileSync('qpdf', [
      '--encrypt',
      'user',
      'owner',
      '256',
      '--',
      path.join(folder, 'plain.pdf'),
      path.join(folder, 'locked.pdf'),
    ]);
    rmSync(path.join(folder, 'plain.pdf'));
    await misl.answerOpen([folder]);
    await page.keyboard.press('Control+n');
    const notice = page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'files taken in' });
    await expect(notice).toContainText('7 of 8 files taken in', { timeout: 30_000 });
    for (const said of [
      /empty.pdf is empty \(0 bytes\), so there is nothing to take in/,
      /broken.pdf.*It is damaged: its pages can’t be read. It is kept as it is/,
      /locked.pdf.*It asks for a password/,
      /not-word.docx.*Its name says that it is a Word file, but its content is plain text/,
      /marks that turn the direction of writing.*It ends in .txt/,
    ])
      await expect(notice).toContainText(said);
    expect(await misl.ask('vault.verify', {})).toMatchObject({ ok: true });
    expect(readdirSync(folder)).toHaveLength(8);
  });

  test('a register in UTF-16, and one with 40 columns, are shown before they are taken in', async ({ misl }) => {
    const page = await opened(misl, copyOfVault(inside(misl, 'Chamber.misl')));
    const rows = [
      ['Case No', 'Court', 'Parties', 'Next date', ...Array.from({ length: 36 }, (_, i) => `Column ${i}`)],
      ['W.P. 12/2026', 'Lahore High Court', 'ندا بنام سیفران', '14.12.2026', ...Array(36).fill('x')],
      [
        'Suit 5/2025',
        'Civil Court, Lahore',
        `${'N'.repeat(300)} v. A/B \u202eSons`,
        'not fixed',
        ...Array(36).fill(''),
      ],
    ];
    const sheet = inside(misl, 'register.csv');
    const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n');
    writeFileSync(sheet, Buffer.from(`\ufeff${text}`, 'utf16le'));
    await misl.answerOpen([sheet]);
    await page.keyboard.press('Control+2');
    await expect(async () => {
      await misl.act('matters.import');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Choose/ }).click();
    await expect(dialog.getByText('ندا بنام سیفران')).toBeVisible();
    await expect(dialog.getByText('14 Dec')).toBeVisible();
    await dialog.getByRole('button', { name: /^Take in 2/ }).click();
    await expect(dialog).toHaveCount(0);
    expect(await misl.ask('matters.list', {})).toHaveLength(4);
    // What is no table says so, and nothing is taken in.
    writeFileSync(sheet, Buffer.from('Case No;"never closed\n'));
    await misl.act('matters.import');
    await dialog.getByRole('button', { name: /Choose/ }).click();
    await expect(
      dialog.getByText(/quoted cell that begins on line 1.*has no end\. Nothing was imported/),
    ).toBeVisible();
    expect(await misl.ask('matters.list', {})).toHaveLength(4);
  });
});

test.describe('a disk', () => {
  let disk: string;
  test.beforeAll(() => {
    disk = path.join(mkdtempSync(path.join(tmpdir(), 'misl-e2e-disk-')), 'disk');
    mkdirSync(disk);
  });
  test.afterAll(() => {
    spawnSync('umount', ['-l', disk]);
    rmSync(path.dirname(disk), { recursive: true, force: true });
  });

  test('that is full keeps what was there; one that may only be read is opened for reading', async ({ misl }) => {
    // Only who may mount has a disk that fills up, or that may only be read.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status !== 0) {
      test.info().annotations.push({ type: 'not tried', description: 'this user may not mount a small disk' });
      return;
    }
    const dir = copyOfVault(path.join(disk, 'Chamber.misl'));
    let page = await opened(misl, dir);
    await atTab(page, 'Alt+5', 'No exhibit yet.');
    const large = inside(misl, 'recording.bin');
    writeFileSync(large, randomBytes(6 * 1024 * 1024));
    await misl.answerOpen([large]);
    await page.keyboard.press('Control+n');
    await expect(page.getByText(/disk.*is full/i).first()).toBeVisible({ timeout: 30_000 });
    expect(await misl.ask('vault.verify', {})).toMatchObject({ ok: true });
    const old = page;
    await page.keyboard.press('Control+l').catch(() => {});
    page = await misl.pageAfter(old);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(
      page.getByText(/Nothing may be written in the vault’s folder. It is open for reading only/),
    ).toBeVisible({
      timeout: 30_000,
    });
    expect(await misl.ask('matters.list', {})).toHaveLength(2);
  });
});
