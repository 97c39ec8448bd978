import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { redactCommand } from '#main/cli/commands/redact.ts';
import { runCommand } from '../bundles/command.ts';
import { makeDocument, moreNumber, streamBody } from '../bundles/make-pdf.ts';
import { pageTexts, qpdfFindings, throughQpdf } from '../bundles/programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-redact-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

const plain = makeDocument([{ text: 'Zarmina Qadir' }, { text: 'Page two' }]);
const source = file('in.pdf', plain);
const terms = file('terms.txt', '\ufeff# protected\r\n\r\nZarmina Qadir\r\nzarmina  qadir\r\nNobody Else\r\n');

describe('misl redact', () => {
  test('writes a copy without the terms and reports what went, as JSON', async () => {
    const out = path.join(folder, 'out.pdf');
    const { status, lines } = await runCommand(redactCommand, [source, '--terms', terms, '--out', out], { json: true });
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    const bytes = readFileSync(out);
    expect(JSON.parse(lines[0]!)).toEqual({
      pages: 2,
      redactions: [{ page: 1, term: 'Zarmina Qadir', count: 1 }],
      removed: expect.objectContaining({ glyphs: 13 }),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: bytes.length,
      problems: ['“Nobody Else” does not occur in the text of this file.'],
      unsearched: [],
    });
    expect(pageTexts(bytes)).toEqual(['', 'Page two']);
    expect(qpdfFindings(bytes)).toBe('');
  });

  test('prints the reason in the boxes', async () => {
    const out = path.join(folder, 'reason.pdf');
    const args = [source, '--terms', terms, '--out', out, '--reason', 'withheld'];
    expect((await runCommand(redactCommand, args)).status).toBe(0);
    expect(pageTexts(readFileSync(out))[0]).toBe('withheld');
  });

  test('gives the same bytes for the same file and terms', async () => {
    const [one, two] = [path.join(folder, '1.pdf'), path.join(folder, '2.pdf')];
    for (const out of [one, two]) await runCommand(redactCommand, [source, '--terms', terms, '--out', out]);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  test('writes a clean copy and says so where no term occurs', async () => {
    const none = file('none.txt', 'Somebody Else\n');
    const out = path.join(folder, 'none.pdf');
    const { status, lines, errors } = await runCommand(redactCommand, [source, '--terms', none, '--out', out]);
    expect(status).toBe(0);
    expect(lines.join()).toContain('none of the terms occurs');
    expect(errors.join()).toContain('Somebody Else');
    expect(pageTexts(readFileSync(out))[0]).toBe('Zarmina Qadir');
  });

  test('writes the copy and ends with 1 where pages show what no search can read', async () => {
    const at = moreNumber(5);
    const picture = `/Resources<</XObject<</I ${at} 0 R>>>>`;
    const mute = `/Resources<</Font<</F ${at + 1} 0 R>>>>`;
    const pdf = makeDocument(
      [
        { text: 'Zarmina Qadir' },
        { text: '', content: 'q 595 0 0 842 0 0 cm /I Do Q', entries: picture },
        { text: '', content: '0 0 5 9 re f '.repeat(25) },
        { text: '', content: `BT /F 14 Tf 90 400 Td <${'000100020003000400050006'.repeat(4)}> Tj ET`, entries: mute },
        { text: 'A small stamp', content: 'q 60 0 0 60 9 9 cm /I Do Q', entries: picture },
      ],
      {
        more: [
          streamBody('\x00', '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'),
          '<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/None>>]>>',
        ],
      },
    );
    const out = path.join(folder, 'unsearched.pdf');
    const args = [file('unsearched-in.pdf', pdf), '--terms', terms, '--out', out];
    const { status, lines, errors } = await runCommand(redactCommand, args, { json: true });
    expect(status).toBe(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ unsearched: [2, 3, 4], redactions: [{ page: 1, count: 1 }] });
    expect(errors.join('\n')).toMatch(/Page 2: a picture without a text layer.*draw marks/);
    expect(errors.join('\n')).toMatch(/Page 3: drawn lines/);
    expect(errors.join('\n')).toMatch(/Page 4: letters whose font/);
    expect(pageTexts(readFileSync(out))[0]).toBe('');
  });

  test('leaves an existing file as it is, unless it may be replaced', async () => {
    const out = file('there.pdf', 'mine');
    expect((await runCommand(redactCommand, [source, '--terms', terms, '--out', out])).refused).toBe('file-exists');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await runCommand(redactCommand, [source, '--terms', terms, '--out', out, '--force'])).status).toBe(0);
  });

  test('never writes on its source, by whatever name', async () => {
    const link = path.join(folder, 'link.pdf');
    symlinkSync(source, link);
    const list = file('names.pdf', 'Zarmina Qadir\n');
    for (const out of [source, link, path.join(folder, '.', 'in.pdf'), list]) {
      const args = [source, '--terms', list, '--out', out, '--force'];
      expect((await runCommand(redactCommand, args)).refused).toBe('output-is-source');
    }
    expect(readFileSync(source).equals(plain)).toBe(true);
  });

  test.each([
    ['needs-password', throughQpdf(plain, ['--encrypt', 'secret', 'secret', '256', '--'])],
    ['not-a-pdf', Buffer.from('a letter')],
    ['empty', Buffer.alloc(0)],
  ])('refuses what it can’t read: %s', async (code, bytes) => {
    const bad = file('bad.pdf', bytes);
    const out = path.join(folder, 'bad-out.pdf');
    expect((await runCommand(redactCommand, [bad, '--terms', terms, '--out', out])).refused).toBe(code);
    expect(existsSync(out)).toBe(false);
  });

  test('leaves out content that can’t be unpacked, and says so', async () => {
    const odd = makeDocument([{ text: 'Zarmina Qadir' }, { text: '' }], {
      more: [streamBody('Zarmina Qadir', '/Filter/UnknownDecode')],
    });
    const at = moreNumber(2);
    const spoilt = Buffer.from(odd.toString('latin1').replace('/Contents 7 0 R', `/Contents ${at} 0 R`), 'latin1');
    const out = path.join(folder, 'odd.pdf');
    const { status, errors } = await runCommand(redactCommand, [
      file('odd-in.pdf', spoilt),
      '--terms',
      terms,
      '--out',
      out,
    ]);
    expect(status).toBe(0);
    expect(errors.join()).toContain('could not be unpacked');
    expect(readFileSync(out).includes('Zarmina')).toBe(false);
  });

  test('refuses what is not there and what says nothing', async () => {
    const out = path.join(folder, 'x.pdf');
    const refused = async (given: string, list: string) =>
      (await runCommand(redactCommand, [given, '--terms', list, '--out', out])).refused;
    expect(await refused(path.join(folder, 'no.pdf'), terms)).toBe('no-such-file');
    expect(await refused(folder, terms)).toBe('folder-given');
    expect(await refused(source, path.join(folder, 'no.txt'))).toBe('no-such-file');
    expect(await refused(source, file('empty.txt', '# nothing\n\n…\n'))).toBe('no-terms');
    expect((await runCommand(redactCommand, [source])).refused).toBe('wrong-use');
    expect(existsSync(out)).toBe(false);
  });

  test('reads a file that is encrypted without a password, and a list in UTF-16', async () => {
    const locked = file('locked.pdf', throughQpdf(plain, ['--encrypt', '', 'owner', '256', '--']));
    const list = file('wide.txt', Buffer.from('\ufeffZarmina Qadir\n', 'utf16le'));
    const out = path.join(folder, 'unlocked.pdf');
    const { status, errors } = await runCommand(redactCommand, [locked, '--terms', list, '--out', out]);
    expect(status).toBe(0);
    expect(errors.join()).toContain('the copy is not encrypted');
    expect(pageTexts(readFileSync(out))).toEqual(['', 'Page two']);
  });
});
