import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { type MatterFixture, SAMPLES, vaultWithMatter } from '../fixtures/vault.ts';

let f: MatterFixture;

beforeAll(async () => {
  f = await vaultWithMatter();
});
afterAll(() => f.close());

const sample = (name: string) => path.join(SAMPLES, name);
const take = (paths: string[], more: object = {}): Promise<Output<'exhibits.import'>> =>
  f.app.call('exhibits.import', { matterId: f.matterId, paths, ...more });
const takeOne = async (file: string) => (await take([file]))[0]!;
const textOf = async (exhibitId: string) => {
  const { files } = await f.app.call('exhibits.get', { id: exhibitId });
  return f.app.call('exhibits.text', { fileId: files[0]!.id });
};

describe('what is taken in', () => {
  test.each([
    ['statement.pdf', 'pdf', 4, 'I am a singer'],
    ['contract-letter.docx', 'word', 1, 'session'],
    ['chat-export.txt', 'text', 1, 'Sign in at the desk'],
    ['mail-2020-12-19.eml', 'mail', 1, 'Subject:'],
  ])('%s is known as %s, counted and searched', async (name, kind, pages, words) => {
    const got = await takeOne(sample(name));
    expect(got).toMatchObject({ file: name, kind, pages, text: 'extracted', problems: [] });
    expect(got.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(sample(name)))
        .digest('hex'),
    );
    const text = await textOf(got.exhibit!);
    expect(text.map((page) => page.text).join('\n')).toContain(words);
  });

  test.each([
    ['call-sheet.png', 'image', 1],
    ['clipping-cleared.jpg', 'image', 1],
    ['voice-note.ogg', 'audio', null],
  ])('%s is known as %s and has no text', async (name, kind, pages) => {
    expect(await takeOne(sample(name))).toMatchObject({ kind, pages, text: 'none', problems: [] });
  });

  test('Urdu in a text file is kept as it is written, not as its shapes are read back', async () => {
    const urdu = 'مجھے ابھی بھی کانپ رہی ہے';
    const got = await takeOne(f.file('urdu.txt', `18/12/2020, 21:50 - R: ${urdu}\nSecond line\n`));
    expect((await textOf(got.exhibit!))[0]!.text).toContain(urdu);
  });

  test('one step of custody stands for each file, with its hash', async () => {
    const got = await takeOne(f.file('once.txt', 'one step'));
    const { custody } = await f.app.call('exhibits.get', { id: got.exhibit! });
    expect(custody).toHaveLength(1);
    expect(custody[0]).toMatchObject({ step: 'imported', note: 'once.txt', sha256: got.sha256 });
  });

  test('the same content again is said, and kept beside', async () => {
    const first = await takeOne(f.file('first.txt', 'the same words'));
    const again = await takeOne(f.file('again.txt', 'the same words'));
    expect(again.sameAs).toBe(first.exhibit);
    expect(again.exhibit).not.toBe(first.exhibit);
  });

  test('many may go into one exhibit', async () => {
    const first = await takeOne(f.file('part-1.txt', 'part one'));
    await take([f.file('part-2.txt', 'part two')], { exhibitId: first.exhibit });
    const { files } = await f.app.call('exhibits.get', { id: first.exhibit! });
    expect(files.map(({ name }) => name)).toEqual(['part-1.txt', 'part-2.txt']);
  });
});

describe('what is wrong with a file is said, and the others go on', () => {
  test('an empty file', async () => {
    const [bad, good] = await take([f.file('empty.pdf', ''), sample('reply.pdf')]);
    expect(bad).toMatchObject({ file: 'empty.pdf', exhibit: null, sha256: null });
    expect(bad!.problems.join()).toMatch(/empty \(0 bytes\)/);
    expect(good!.exhibit).not.toBeNull();
  });

  test('a folder in the place of a file', async () => {
    mkdirSync(path.join(f.folder, 'A folder'));
    const [bad, good] = await take([path.join(f.folder, 'A folder'), sample('order-leave.pdf')]);
    expect(bad!.exhibit).toBeNull();
    expect(bad!.problems.join()).toMatch(/A folder is a folder, not a file/);
    expect(good!.exhibit).not.toBeNull();
  });

  test('a file that is not there', async () => {
    const got = await takeOne(path.join(f.folder, 'gone.pdf'));
    expect(got).toMatchObject({ exhibit: null });
    expect(got.problems.join()).toMatch(/There is no file gone\.pdf/);
    expect(got.problems.join()).not.toContain(f.folder);
  });

  test.skipIf(process.platform === 'win32')('a pipe, which would be waited for without end', async () => {
    execFileSync('mkfifo', [path.join(f.folder, 'pipe')]);
    expect((await takeOne(path.join(f.folder, 'pipe'))).problems.join()).toMatch(/no ordinary file/);
  });

  test('a .docx that is plain text', async () => {
    const got = await takeOne(f.file('letter.docx', 'Dear Sir, this is no Word file.'));
    expect(got).toMatchObject({ kind: 'text' });
    expect(got.problems.join()).toMatch(/says that it is a Word file, but its content is plain text/);
  });

  test('a .docx that is a package without a document', async () => {
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    const got = await takeOne(f.file('hollow.docx', zip));
    expect(got).toMatchObject({ kind: 'word', pages: null, text: 'none' });
    expect(got.problems.join()).toMatch(/not a Word file that can be read/);
  });

  test('a Word file that is locked by a password', async () => {
    // Office encrypts into a compound file: [MS-OFFCRYPTO] 1.3, [MS-CFB] 2.2.
    const got = await takeOne(f.file('locked.docx', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(1016)}`, 'hex')));
    expect(got.exhibit).not.toBeNull();
    expect(got.problems.join()).toMatch(/says that it is a Word file.*password/);
  });

  test('a PDF that is cut off', async () => {
    const whole = readFileSync(sample('reply.pdf'));
    const got = await takeOne(f.file('cut.pdf', whole.subarray(0, 700)));
    expect(got).toMatchObject({ kind: 'pdf', pages: null, text: 'none' });
    expect(got.problems.join()).toMatch(/damaged.*kept as it is/);
  });

  test('a PDF that asks for a password', async () => {
    const locked = path.join(f.folder, 'locked.pdf');
    execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', sample('reply.pdf'), locked]);
    const got = await takeOne(locked);
    expect(got).toMatchObject({ kind: 'pdf', pages: null });
    expect(got.problems.join()).toMatch(/asks for a password/);
  });

  test('a picture that is none', async () => {
    const got = await takeOne(f.file('photo.png', Buffer.from('89504e470d0a1a0a00000000', 'hex')));
    expect(got).toMatchObject({ kind: 'image', pages: null });
    expect(got.problems.join()).toMatch(/no picture that can be read/);
  });

  test('a name that hides its ending behind marks of direction', async () => {
    const got = await takeOne(f.file('photo\u202egpj.txt', 'not a photo'));
    const { exhibit, files } = await f.app.call('exhibits.get', { id: got.exhibit! });
    expect(got.problems.join()).toMatch(/turn the direction.*ends in \.txt/);
    expect(exhibit.title).toBe('photogpj');
    expect(files[0]!.name).toBe('photo\u202egpj.txt');
  });

  test('a name with backslashes, and one as long as the system allows', async () => {
    const long = `${'n'.repeat(251)}.txt`;
    const [slashed, longest] = await take([f.file('a\\b\\c.txt', 'slashes'), f.file(long, 'long')]);
    expect(slashed).toMatchObject({ file: 'a\\b\\c.txt', problems: [] });
    expect(longest).toMatchObject({ file: long, problems: [] });
  });

  test('a name of 300 characters, which no system has', async () => {
    const got = await takeOne(path.join(f.folder, `${'x'.repeat(300)}.pdf`));
    expect(got.exhibit).toBeNull();
    expect(got.problems.join()).toMatch(/too long for this system/);
  });

  test('a file of 300 MB is kept, and not read for its text', async () => {
    const huge = f.file('huge.txt', 'begin');
    truncateSync(huge, 300 * 1024 * 1024);
    const got = await takeOne(huge);
    expect(got).toMatchObject({ pages: null, text: 'none' });
    expect(got.exhibit).not.toBeNull();
    expect(got.problems.join()).toMatch(/too large to be read for its text/);
  });

  test('a text that is too long for pages is searched all the same', async () => {
    const got = await takeOne(f.file('log.txt', `${'line of a log\n'.repeat(160_000)}needle`));
    expect(got).toMatchObject({ pages: null, text: 'extracted' });
    expect(got.problems.join()).toMatch(/too long to be typeset/);
    expect((await textOf(got.exhibit!))[0]!.text).toContain('needle');
  });
});

describe('folders', () => {
  test('stand for the files in and below them, without what systems leave there', async () => {
    const home = path.join(f.folder, 'Case');
    mkdirSync(path.join(home, 'sub', '.hidden'), { recursive: true });
    for (const name of [
      '10.txt',
      '9.txt',
      '.DS_Store',
      'Thumbs.db',
      '~$open.docx',
      'sub/.hidden/x.txt',
      'sub/deep.txt',
    ])
      writeFileSync(path.join(home, name), name);
    const got = await take([home], { folders: true });
    expect(got.map(({ file }) => file)).toEqual(['9.txt', '10.txt', 'deep.txt']);
  });

  test('the files of a vault or a backup are nobody’s evidence, given one by one or as a folder', async () => {
    const dir = f.app.session!.vault.dir;
    const own = await take([path.join(dir, 'vault.json'), path.join(dir, 'db', 'main.db'), dir]);
    for (const each of own)
      expect(each).toMatchObject({ exhibit: null, problems: [expect.stringMatching(/encrypted/)] });
    const around = path.join(f.folder, 'Around');
    cpSync(dir, path.join(around, 'Copy.misl'), { recursive: true });
    writeFileSync(path.join(around, 'note.txt'), 'She said it on the stairs.');
    const [note, copy, ...more] = await take([around], { folders: true });
    expect([note!.file, note!.number === null, copy!.file, copy!.number]).toEqual([
      'note.txt',
      false,
      'Copy.misl',
      null,
    ]);
    expect(more).toEqual([]);
  });

  test('but what the program itself makes to be taken in may lie in the vault’s folder for partial files', async () => {
    const made = path.join(f.app.session!.services.tmp, 'made.txt');
    writeFileSync(made, 'Made by the program.');
    expect(await takeOne(made)).toMatchObject({ file: 'made.txt', kind: 'text', problems: [] });
  });

  test('an empty one is said', async () => {
    mkdirSync(path.join(f.folder, 'Nothing'));
    const [got] = await take([path.join(f.folder, 'Nothing')], { folders: true });
    expect(got!.problems.join()).toMatch(/a folder without files/);
  });
});

describe('an import that is cancelled', () => {
  test('leaves no exhibit behind', async () => {
    const before = await f.app.call('exhibits.list', { matterId: f.matterId });
    const big = f.file('big.bin', Buffer.alloc(64 * 1024 * 1024, 7));
    const controller = new AbortController();
    const job = f.app.call('exhibits.import', { matterId: f.matterId, paths: [big] }, controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(job).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    expect(await f.app.call('exhibits.list', { matterId: f.matterId })).toHaveLength(before.length);
    expect(f.jobs.at(-1)).toMatchObject({ state: 'cancelled' });
  });

  test('progress is told in bytes', async () => {
    copyFileSync(sample('statement.pdf'), path.join(f.folder, 'progress.pdf'));
    f.jobs.length = 0;
    await take([path.join(f.folder, 'progress.pdf')]);
    const bytes = f.jobs.filter(({ unit }) => unit === 'bytes');
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.at(-1)!.done).toBe(bytes.at(-1)!.total);
  });
});
