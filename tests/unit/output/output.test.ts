// Where outputs go: never over what is there, never among a vault's own files, and on sticks without hard links too.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intoPlace, writeOutput } from '#main/output.ts';

const linking = vi.hoisted(() => ({ refuse: null as string | null }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    link: (from: string, to: string) =>
      linking.refuse === null
        ? real.link(from, to)
        : Promise.reject(Object.assign(new Error('no links here'), { code: linking.refuse })),
  };
});

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);
const bytes = Buffer.from('what is written');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'misl-output-'));
  linking.refuse = null;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file system without hard links', () => {
  for (const code of ['EPERM', 'ENOTSUP', 'EISDIR']) {
    it(`takes a file all the same (${code})`, async () => {
      linking.refuse = code;
      await writeOutput(at('status.docx'), bytes, { overwrite: false });
      expect(readFileSync(at('status.docx'))).toEqual(bytes);
      expect(readdirSync(folder)).toEqual(['status.docx']);
    });
  }

  it('keeps what stands under the name', async () => {
    linking.refuse = 'EPERM';
    writeFileSync(at('status.docx'), 'as it was');
    await expect(writeOutput(at('status.docx'), bytes, { overwrite: false })).rejects.toMatchObject({
      problem: { code: 'file-exists' },
    });
    expect(readFileSync(at('status.docx'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['status.docx']);
  });

  it('lets one of two programs win', async () => {
    linking.refuse = 'EPERM';
    const both = ['one', 'two'].map((text) => writeOutput(at('a.txt'), Buffer.from(text), { overwrite: false }));
    const won = (await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(readFileSync(at('a.txt'), 'utf8')).toMatch(/^(one|two)$/);
  });
});

describe('the folder of a vault', () => {
  const target = () => at('Chamber.misl', 'db', 'main.db');

  beforeEach(() => {
    mkdirSync(at('Chamber.misl', 'db'), { recursive: true });
    writeFileSync(at('Chamber.misl', 'vault.json'), '{}');
    writeFileSync(target(), 'the records');
  });

  it('is never written into, even where a file may be replaced', async () => {
    const link = at('elsewhere');
    symlinkSync(at('Chamber.misl', 'db'), link);
    for (const to of [
      target(),
      at('Chamber.misl', 'vault.json'),
      at('Chamber.misl', 'x.pdf'),
      path.join(link, 'main.db'),
    ]) {
      await expect(writeOutput(to, bytes, { overwrite: true })).rejects.toMatchObject({
        problem: { code: 'inside-vault' },
      });
    }
    expect(readFileSync(target(), 'utf8')).toBe('the records');
    expect(existsSync(at('Chamber.misl', 'x.pdf'))).toBe(false);
  });

  it('is refused before anything is made', async () => {
    const make = vi.fn(async () => {});
    await expect(intoPlace(target(), { overwrite: true }, make)).rejects.toMatchObject({
      problem: { code: 'inside-vault' },
    });
    expect(make).not.toHaveBeenCalled();
  });

  it('may lie beside what is written', async () => {
    await writeOutput(at('beside.pdf'), bytes, { overwrite: false });
    expect(readFileSync(at('beside.pdf'))).toEqual(bytes);
  });
});
