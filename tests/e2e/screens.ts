import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { rests } from '../host/rests.ts';
import type { Misl } from './misl.ts';

/** Called at each screen, when it is there. */
export type See = (name: string, page: Page) => Promise<void>;

/** The sample matter, which has something of every kind in it. */
const SAMPLE = 'R. Anwar v. S. Malik';
const DAY = '2026-11-23';

/** Opens the sample vault in a language and a look. */
export async function openSample(misl: Misl, look: { theme: 'light' | 'dark'; locale: string }): Promise<Page> {
  await misl.setDay(DAY);
  await misl.answerOpen(null);
  await misl.answerSave(null);
  await misl.ask('vault.openSample', {});
  for (const key of ['theme', 'locale'] as const) await misl.ask('settings.set', { key, value: look[key] });
  await misl.reload();
  const page = await misl.page();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', look.locale);
  return page;
}

/** Finds a record by its name, which is the same in every language, and opens it. */
export async function openRecord(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await rests(page);
}

/** Runs an action; again where the page that offers it was not there yet. */
function until(misl: Misl, id: string, done: () => Promise<void>) {
  return expect(async () => {
    await misl.act(id);
    await done();
  }, id).toPass({ timeout: 20_000 });
}

const TABS = [
  'overview',
  'proceedings',
  'issues',
  'chronology',
  'exhibits',
  'drafts',
  'bundles',
  'parties',
  'log',
] as const;

/** Opens a part of the sample matter. */
async function openTab(misl: Misl, page: Page, tab: (typeof TABS)[number]) {
  await openRecord(page, SAMPLE);
  await until(misl, `matter.tab.${tab}`, () =>
    expect(page.getByRole('tab').nth(TABS.indexOf(tab))).toHaveAttribute('aria-selected', 'true', { timeout: 2000 }),
  );
  await rests(page);
}

/** Each action opens a dialog, which is looked at and closed again. */
async function seeDialogs(misl: Misl, page: Page, see: See, actions: readonly string[]) {
  for (const id of actions) {
    await until(misl, id, () => expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 }));
    await see(id, page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog'), id).toHaveCount(0);
  }
}

/** Each action leads to a page, which is looked at and left. */
async function seePages(misl: Misl, page: Page, see: See, pages: Readonly<Record<string, string>>) {
  for (const [id, leave] of Object.entries(pages)) {
    const text = () => page.locator('main').textContent();
    for (const step of [id, leave]) {
      const before = await text();
      await until(misl, step, () => expect.poll(text, { timeout: 2000 }).not.toBe(before));
      await rests(page);
      if (step === id) await see(id, page);
    }
  }
}

/** The screens of each part of the program, one after the other. */
export const parts: Record<string, (misl: Misl, page: Page, see: See) => Promise<void>> = {
  async diary(misl, page, see) {
    await page.keyboard.press('Control+1');
    for (const view of ['d', 'w', 'm', 'a']) {
      await page.keyboard.press(view);
      await see(`diary ${view}`, page);
    }
    await seeDialogs(misl, page, see, ['palette', 'keys']);
    await misl.act('quick-add');
    await page.keyboard.type('W.P. 61842/2021 12 Dec 10am arguments');
    await see('quick add', page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await seePages(misl, page, see, { 'diary.forgotten': 'room.diary', 'diary.after': 'after.leave' });
  },

  async matters(misl, page, see) {
    await openTab(misl, page, 'overview');
    await see('overview', page);
    await page.locator('[aria-controls=list-drawer]').click();
    await see('list of matters', page);
    await page.keyboard.press('Escape');
    await misl.act('map.table');
    await see('overview as a table', page);
    await seeDialogs(misl, page, see, ['matter.edit', 'matters.import']);
    await openTab(misl, page, 'parties');
    await see('parties', page);
    await seeDialogs(misl, page, see, ['parties.add']);
    await openTab(misl, page, 'log');
    await see('log', page);
    await seePages(misl, page, see, { 'matters.new': 'matters.new.leave' });
  },

  async proceedings(misl, page, see) {
    await openTab(misl, page, 'proceedings');
    await see('proceedings', page);
    await seeDialogs(misl, page, see, [
      'proceedings.add',
      'proceedings.edit',
      'proceedings.link',
      'proceedings.parties',
      'hearings.add',
      'orders.add',
      'filings.add',
      'services.add',
      'copies.add',
      'deadlines.add',
      'tasks.add',
      'payments.add',
    ]);
    await seePages(misl, page, see, { 'proceedings.check': 'check.back' });
    await page.locator('main').getByText('Complaint 61/2021').first().click();
    await rests(page);
    await seePages(misl, page, see, { 'orders.open-last': 'order.back' });
    await openRecord(page, 'Concise statement');
    await see('deadline', page);
  },

  async evidence(misl, page, see) {
    await openTab(misl, page, 'issues');
    await see('issues', page);
    await seeDialogs(misl, page, see, ['issues.add', 'issues.addPoint', 'issues.edit']);
    await openTab(misl, page, 'chronology');
    await see('chronology', page);
    await seeDialogs(misl, page, see, ['chronology.add']);
    await openTab(misl, page, 'exhibits');
    await see('exhibits', page);
    await seeDialogs(misl, page, see, ['exhibits.addWithout']);
    const exhibits = await misl.ask('exhibits.list', { matterId: await sampleId(misl) });
    const kinds = new Map(exhibits.map((exhibit) => [exhibit.kind, exhibit]));
    for (const { kind, title } of kinds.values()) {
      await openRecord(page, title);
      await see(`exhibit of the kind ${kind}`, page);
    }
    await seeDialogs(misl, page, see, ['exhibits.edit', 'exhibits.mark']);
  },

  async documents(misl, page, see) {
    const matterId = await sampleId(misl);
    await openTab(misl, page, 'drafts');
    await see('drafts', page);
    await seeDialogs(misl, page, see, ['drafts.new']);
    const [draft] = await misl.ask('drafts.list', { matterId });
    await openRecord(page, draft!.title);
    await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
    await see('draft', page);
    await seeDialogs(misl, page, see, ['drafts.versions']);
    await openTab(misl, page, 'bundles');
    await see('bundles', page);
    await seeDialogs(misl, page, see, ['bundles.new']);
    const [bundle] = await misl.ask('bundles.list', { matterId });
    await openRecord(page, bundle!.title);
    await expect(page.getByRole('img').first()).toBeVisible({ timeout: 30_000 });
    await see('bundle', page);
    await seeDialogs(misl, page, see, ['bundles.versions']);
    // For the other side it still names a witness: it is not sent out, and shown with the page.
    await misl.ask('bundles.edit', { id: bundle!.id, audience: 'other-side' });
    await misl.answerSave(path.join(misl.places.work, 'for the other side.pdf'));
    await misl.act('bundles.make');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('dialog').locator('canvas')).toBeVisible({ timeout: 30_000 });
    await see('what a bundle would disclose', page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  },

  async settings(misl, page, see) {
    await page.keyboard.press('Control+,');
    for (const section of ['vault', 'bin', 'log', 'practice', 'packs', 'look']) {
      await misl.act(`settings.${section}`);
      await see(`settings, ${section}`, page);
    }
  },
};

async function sampleId(misl: Misl): Promise<string> {
  const matters = await misl.ask('matters.list', {});
  return matters.find(({ title }) => title === SAMPLE)!.id;
}

/** The screens before a vault is open: those of the first run, and the lock. */
export async function welcome(misl: Misl, see: See) {
  const page = await misl.page();
  await see('start', page);
  await misl.answerOpen([misl.places.work]);
  const press = async (at: number) => page.locator('button:visible').nth(at).click();
  await press(0);
  await see('name and place', page);
  await page.locator('section button').first().click();
  await expect(page.getByText(misl.places.work)).toBeVisible();
  await page.locator('button[type=submit]').click();
  await see('passphrase', page);
  for (const field of await page.locator('input').all()) await field.fill('seven lamps under the river');
  await expect(page.locator('input').first()).toHaveValue('seven lamps under the river');
  await see('passphrase typed', page);
  await page.waitForTimeout(500);
  await page.locator('button[type=submit]').click();
  await expect(page.locator('section li')).toHaveCount(14, { timeout: 30_000 });
  await see('recovery key', page);
  await misl.ask('vault.lock', {}).catch(() => {});
  const locked = await misl.pageAfter(page);
  await expect(locked.locator('input')).toBeVisible();
  await see('lock', locked);
  await locked.locator('input').fill('wrong');
  await locked.keyboard.press('Enter');
  await expect(locked.locator('input[aria-invalid=true]')).toBeVisible({ timeout: 30_000 });
  await see('lock after a wrong passphrase', locked);
}
