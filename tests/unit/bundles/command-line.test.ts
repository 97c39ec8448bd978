// `bundle --files`: what can't be taken is named with its reason, the rest is written.
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '#main/cli/command.ts';
import { bundleCommand } from '#main/cli/commands/bundle.ts';
import { runCommand } from './command.ts';
import { makeDocument } from './make-pdf.ts';
import { inFolderAsync, pageCount, pageTexts, qpdfFindings, throughQpdf } from './programs.ts';

const SAMPLE = path.join(import.meta.dirname, '../../../resources/sample/files');

interface Told {
  pages: number;
  bytes: number;
  items: { title: string; file: string; firstPage: number; lastPage: number; label: string }[];
  skipped: { file: string; reason: string }[];
}

it('names every file that it leaves out, writes the rest, and exits with 1', async () => {
  await inFolderAsync(async (folder) => {
    const at = (name: string) => path.join(folder, name);
    const good = makeDocument([{ text: 'GoodOne' }, { text: 'GoodTwo' }]);
    writeFileSync(at('good.pdf'), good);
    writeFileSync(at('empty.pdf'), '');
    writeFileSync(at('words.pdf'), 'This is a letter and not a PDF.\n'.repeat(20));
    writeFileSync(at('locked.pdf'), throughQpdf(good, ['--encrypt', 'open', 'own', '256', '--']));
    mkdirSync(at('folder.pdf'));
    copyFileSync(path.join(SAMPLE, 'call-sheet.png'), at('picture.png'));
    copyFileSync(path.join(SAMPLE, 'voice-note.ogg'), at('voice.ogg'));
    const names = ['good', 'empty', 'words', 'locked', 'folder', 'missing'].map((name) => at(`${name}.pdf`));
    const files = [...names, at('picture.png'), at('voice.ogg')];
    const out = at('out/bundle.pdf');
    mkdirSync(path.dirname(out));
    const run = await runCommand(bundleCommand, ['--files', ...files, '--title', 'T', '--out', out], { json: true });
    expect(run.status).toBe(EXIT.refused);
    const told = JSON.parse(run.lines.join('\n')) as Told;
    const reasons = Object.fromEntries(told.skipped.map(({ file, reason }) => [file, reason]));
    expect(reasons).toMatchObject({
      'empty.pdf': 'This file is empty.',
      'locked.pdf': 'This document opens only with a password.',
      'folder.pdf': 'folder.pdf is not a file.',
      'missing.pdf': 'There is no file missing.pdf.',
    });
    expect(Object.keys(reasons).sort()).toEqual(
      ['empty.pdf', 'folder.pdf', 'locked.pdf', 'missing.pdf', 'voice.ogg', 'words.pdf'].sort(),
    );
    for (const reason of Object.values(reasons)) expect(reason).not.toContain(folder);
    expect(run.errors).toHaveLength(told.skipped.length);
    expect(told.items.map(({ file }) => file)).toEqual(['good.pdf', 'picture.png']);
    const pdf = readFileSync(out);
    expect(pdf.length).toBe(told.bytes);
    expect(qpdfFindings(pdf)).toBe('');
    expect(pageCount(pdf)).toBe(told.pages);
    expect(pageTexts(pdf)[told.items[0]!.firstPage]).toContain('GoodTwo');
    expect(readdirSync(path.dirname(out))).toEqual(['bundle.pdf']);
  });
});

it.each(['same path', 'hard link', 'symbolic link'])('never writes over one of its sources (%s)', async (how) => {
  await inFolderAsync(async (folder) => {
    const source = path.join(folder, 'a.pdf');
    const pdf = makeDocument([{ text: 'Kept' }]);
    writeFileSync(source, pdf);
    const out = how === 'same path' ? `${folder}/x/../a.pdf` : path.join(folder, 'b.pdf');
    if (how === 'hard link') linkSync(source, out);
    if (how === 'symbolic link') symlinkSync(source, out);
    const run = await runCommand(bundleCommand, ['--files', source, '--title', 'T', '--out', out, '--force']);
    expect(run.refused).toBe('output-is-source');
    expect(readFileSync(source)).toEqual(Buffer.from(pdf));
  });
});

it('of files that all fail writes nothing', async () => {
  await inFolderAsync(async (folder) => {
    const out = path.join(folder, 'out.pdf');
    writeFileSync(path.join(folder, 'e.pdf'), '');
    const run = await runCommand(bundleCommand, ['--files', path.join(folder, 'e.pdf'), '--title', 'T', '--out', out]);
    expect(run.refused).toBe('bundle-empty');
    expect(existsSync(out)).toBe(false);
  });
});

describe('a file that opens with a password', () => {
  const good = makeDocument([{ text: 'Open' }]);
  const bindLocked = (typed?: (question: string) => string) =>
    inFolderAsync(async (folder) => {
      const at = (name: string) => path.join(folder, name);
      writeFileSync(at('good.pdf'), good);
      writeFileSync(at('locked.pdf'), throughQpdf(good, ['--encrypt', 'sesame', 'own', '256', '--']));
      const files = [at('good.pdf'), at('locked.pdf')];
      const options = { json: true, ...(typed ? { typed } : {}) };
      const args = ['--files', ...files, '--title', 'T', '--out', at('out.pdf')];
      const run = await runCommand(bundleCommand, args, options);
      return { ...run, texts: run.status === null ? [] : pageTexts(readFileSync(at('out.pdf'))) };
    });

  afterEach(() => vi.unstubAllEnvs());

  it('is asked for, again where it was another, and left out where there is none', async () => {
    const asked: string[] = [];
    const answers = ['wrong', 'sesame'];
    const run = await bindLocked((question) => {
      asked.push(question);
      return answers.shift()!;
    });
    expect(run.status).toBe(EXIT.done);
    expect(run.texts.slice(2)).toEqual(['Open 3', 'Open 4']);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('locked.pdf');
    expect([...run.errors, ...run.lines].join()).not.toMatch(/sesame|wrong/);
    expect((await bindLocked(() => '')).status).toBe(EXIT.refused);
  });

  it('is opened by the environment', async () => {
    vi.stubEnv('MISL_PDF_PASSWORDS', '{"locked.pdf": "sesame"}');
    expect((await bindLocked()).texts.slice(2)).toEqual(['Open 3', 'Open 4']);
    vi.stubEnv('MISL_PDF_PASSWORDS', '{"locked.pdf": "other"}');
    expect((await bindLocked()).texts.slice(2)).toEqual(['Open 3']);
    vi.stubEnv('MISL_PDF_PASSWORDS', 'sesame');
    const run = await bindLocked();
    expect(run.refused).toBe('not-json');
  });
});

it('cuts loose files into volumes in a folder, checks them by a profile and prints what it found', async () => {
  await inFolderAsync(async (folder) => {
    const at = (name: string) => path.join(folder, name);
    const pages = (name: string) => Array.from({ length: 9 }, (_, i) => ({ text: `${name}${i + 1}` }));
    for (const name of ['a', 'b', 'c']) writeFileSync(at(`${name}.pdf`), makeDocument(pages(name)));
    mkdirSync(at('out'));
    const files = ['a', 'b', 'c'].map((name) => at(`${name}.pdf`));
    const args = ['--files', ...files, '--title', 'Case: one', '--out', at('out'), '--profile', 'et'];
    const cut = ['--as', 'volumes', '--volume-pages', '20', '--report', at('report.pdf')];
    const run = await runCommand(bundleCommand, [...args, ...cut], { json: true });
    expect(run.status).toBe(EXIT.done);
    const told = JSON.parse(run.lines.join('\n')) as Told & {
      files: { path: string; pages: number; volume: number }[];
      checks: { id: string; ok: boolean | null; detail?: string | null }[];
    };
    expect(told.files.map((file) => [path.basename(file.path), file.volume])).toEqual([
      ['Case one - Volume 1 of 3.pdf', 1],
      ['Case one - Volume 2 of 3.pdf', 2],
      ['Case one - Volume 3 of 3.pdf', 3],
    ]);
    // A tribunal's further volumes begin at a round number.
    expect(told.items.map(({ label }) => label)).toEqual(['3', '103', '203']);
    const answers = Object.fromEntries(told.checks.map(({ id, ok }) => [id, ok]));
    expect(answers).toMatchObject({ 'ET-1': false, 'ET-2': true, 'ET-3': true, 'ET-4': true, 'ALL-4': true });
    expect(run.errors.some((line) => line.includes('ET-1') && line.includes('Undated: a, b, c'))).toBe(true);
    expect(pageTexts(readFileSync(at('report.pdf')))).toHaveLength(1);
    const spec = {
      sections: ['Main', 'Additional', 'Record'].map((title, i) => ({ title, items: [{ file: `${'abc'[i]}.pdf` }] })),
    };
    writeFileSync(at('sections.json'), JSON.stringify(spec));
    const three = ['--as', 'sections', '--sections', at('sections.json'), '--out', at('part-{n}.pdf')];
    expect((await runCommand(bundleCommand, [...args, ...three])).status).toBe(EXIT.done);
    for (const [i, name] of ['a', 'b', 'c'].entries())
      expect(pageTexts(readFileSync(at(`part-${i + 1}.pdf`)))[2]).toContain(`${name}1`);
    for (const bad of [
      ['--as', 'book'],
      ['--volume-pages', '20'],
      ['--as', 'volumes', '--max-mb', 'x'],
      ['--as', 'folder'],
    ])
      expect((await runCommand(bundleCommand, [...args, ...bad])).refused).toBe('wrong-use');
  });
}, 60_000);

it('prints no report over a source or over the bundle, and says of a name that is too long that it is', async () => {
  await inFolderAsync(async (folder) => {
    const at = (name: string) => path.join(folder, name);
    const source = makeDocument([{ text: 'Only' }]);
    writeFileSync(at('source.pdf'), source);
    symlinkSync(at('source.pdf'), at('link.pdf'));
    const args = ['--files', at('source.pdf'), '--title', 'T', '--force', '--out'];
    for (const report of ['source.pdf', 'link.pdf', 'bundle.pdf']) {
      const run = await runCommand(bundleCommand, [...args, at('bundle.pdf'), '--report', at(report)]);
      expect(run.refused).toBe('output-is-source');
      expect(readFileSync(at('source.pdf')).equals(source)).toBe(true);
      expect(existsSync(at('bundle.pdf'))).toBe(false);
    }
    const volume = ['--as', 'volumes', '--report', at('b-1.pdf')];
    expect((await runCommand(bundleCommand, [...args, at('b-{n}.pdf'), ...volume])).refused).toBe('output-is-source');
    expect(pageTexts(readFileSync(at('b-1.pdf'))).join()).toContain('Only');
    const long = await runCommand(bundleCommand, [...args, at(`${'x'.repeat(300)}.pdf`)]);
    expect(long.refused).toBe('name-too-long');
    expect(readdirSync(folder).sort()).toEqual(['b-1.pdf', 'link.pdf', 'source.pdf']);
  });
}, 60_000);
