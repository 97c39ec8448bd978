import { expect, type Page } from '@playwright/test';

/** What has the focus: its accessible name as far as one can tell from the page, and what it is. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement as HTMLElement | null;
    if (!it || it === document.body) return { name: '', role: '' };
    const textOf = (ids: string | null) =>
      (ids ?? '')
        .split(/\s+/)
        .map((id) => {
          const named = document.getElementById(id);
          return named?.getAttribute('aria-label') ?? named?.textContent ?? '';
        })
        .join(' ');
    const labels = [...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' ');
    const names = [
      textOf(it.getAttribute('aria-labelledby')),
      it.getAttribute('aria-label') ?? '',
      labels,
      it.textContent,
    ];
    const name = names.map((each) => each?.trim()).find((each) => each) ?? '';
    return { name, role: it.getAttribute('role') ?? it.tagName.toLowerCase() };
  });

/** Works the page by its keys alone: what can't be reached by Tab can't be used here. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  press(...keys: string[]) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Goes on by Tab until a control of that name has the focus. */
  async to(name: string) {
    const passed: string[] = [];
    for (let steps = 0; steps < 80; steps++) {
      const { name: here } = await focused(this.page);
      if (here.startsWith(name) || here.includes(` ${name}`) || here.includes(`, ${name}`)) return;
      passed.push(here);
      await this.page.keyboard.press('Tab');
    }
    expect(passed, `no control is called ${name}`).toContain(name);
  }

  /** Types into a field, in place of what is there. */
  async fill(name: string, text: string) {
    await this.to(name);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Types a day into a date field, digit by digit. @param day as in `2026-11-23` */
  async fillDay(name: string, day: string) {
    await this.to(name);
    const [year, month, date] = day.split('-');
    await this.page.keyboard.type(`${date}${month}${year}`);
  }

  /** Chooses in a list that opens: by what its item begins with. */
  async choose(name: string, item: string) {
    await this.to(name);
    const { role } = await focused(this.page);
    if (role === 'combobox' || role === 'input') {
      await this.page.keyboard.press('Control+a');
      await this.page.keyboard.type(item);
      await expect(this.page.getByRole('option').first()).toBeVisible();
      await this.page.keyboard.press('ArrowDown');
    } else {
      await this.page.keyboard.press('Enter');
      await expect(this.page.getByRole('option').first()).toBeVisible();
      await this.page.keyboard.type(item);
    }
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('listbox')).toHaveCount(0);
  }

  /** Finds an action or a record in the palette, and does or opens it. */
  async find(text: string) {
    await this.page.keyboard.press('Control+k');
    await expect(this.page.getByRole('dialog')).toBeVisible();
    await this.page.keyboard.type(text);
    await expect(this.page.getByRole('option', { name: text }).first()).toBeVisible();
    await this.page.keyboard.press('Enter');
  }
}
