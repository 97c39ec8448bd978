import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { en } from '#renderer/i18n/en/index.ts';
import { type Catalogue, pseudo } from '#renderer/i18n/pseudo.ts';
import { contract } from '#shared/contract/index.ts';
import { root } from '../../../scripts/find.mjs';

const texts = (catalogue: Catalogue, path = ''): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  );

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('the words', () => {
  const all = texts(en as Catalogue);

  it('have a plural beside every singular, with its count', () => {
    const keys = new Set(all.map(([key]) => key));
    const alone = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
    expect(alone).toEqual([]);
  });

  it('keep their placeholders in the mirrored English, and nothing else as it was', () => {
    for (const [key, text] of all) {
      const mirrored = (pseudo({ text }) as { text: string }).text;
      expect(mirrored.match(/\{\{.*?\}\}/g), key).toEqual(text.match(/\{\{.*?\}\}/g));
      expect(mirrored.startsWith('\u200f⟦'), key).toBe(true);
    }
  });

  it('name only commands that there are', () => {
    const named = texts(en.app.command as Catalogue).map(([key]) => key);
    // These two are the command line's.
    const known = [...Object.keys(contract), 'matters.load', 'matters.seed'];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('what undo took back', () => {
  it('has a name for every command that can be undone', async () => {
    const { handlers } = await import('#main/registry.ts');
    const undoable = Object.entries(handlers).flatMap(([name, handler]) =>
      handler.kind === 'command' && handler.undoable ? [name] : [],
    );
    const named = new Set(texts(en.app.command as Catalogue).map(([key]) => key));
    expect(undoable.length).toBeGreaterThan(50);
    expect(undoable.filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the log', () => {
  it('has words for every command, and for everything that is written down when it leaves the vault', async () => {
    const { handlers } = await import('#main/registry.ts');
    const commands = Object.entries(handlers).flatMap(([name, { kind }]) => (kind === 'command' ? [name] : []));
    const noted = globSync('src/main/**/*.ts', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(
          /(?:action: |noteExport\(app, |save\(app, [^']*)'([a-z]+\.[A-Za-z]+)'/g,
        ),
      ].map(([, action]) => action!),
    );
    expect(noted).toContain('diary.print');
    expect(noted).toContain('bundles.produce');
    const named = new Set(
      [en.app.command, en.settings.log.done].flatMap((words) => texts(words as Catalogue).map(([key]) => key)),
    );
    expect([...commands, ...noted].filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('dates', () => {
  it('are plain in English, and kept together where words run from right to left', async () => {
    const { setLocale } = await import('#renderer/app/i18n.ts');
    const { formatBytes, formatDay, formatDayWithWeekday, formatTime } = await import('#renderer/app/dates.ts');
    await setLocale('en');
    expect(formatDay('2026-11-23')).toBe('23 Nov 2026');
    expect(formatDayWithWeekday('2026-11-23')).toBe('Mon 23 Nov 2026');
    expect(formatDay('about 2019')).toBe('about 2019');
    expect(formatTime('2026-11-23T09:07:00')).toBe('09:07');
    expect(formatBytes(1_900_000)).toBe('1.9 MB');
    await setLocale('qps-rtl');
    expect(document.documentElement).toMatchObject({ lang: 'qps-rtl', dir: 'rtl' });
    expect(formatDay('2026-11-23')).toBe('\u206823 Nov 2026\u2069');
    expect(i18next.t('app:palette.next', { day: 'X' })).toContain('\u2068X\u2069');
    await setLocale('en');
  });
});
