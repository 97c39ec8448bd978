import { describe, expect, it } from 'vitest';
import { countPages } from '#main/bundles/assembler/count.ts';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { assembled, itemOf, numbered } from './assembling.ts';
import { makeDocument, moreNumber, streamBody } from './make-pdf.ts';
import { pageTexts, qpdfFindings, structure, throughQpdf } from './programs.ts';

/** A document with text, a bookmark (an encrypted string) and a comment. */
const plain = makeDocument([{ text: 'Secret one', entries: `/Annots[${moreNumber(2)} 0 R]` }, { text: 'Secret two' }], {
  catalog: `/Outlines ${moreNumber(2) + 1} 0 R`,
  more: [
    '<</Type/Annot/Subtype/Text/Rect[50 50 70 70]/Contents(A note)>>',
    `<</Type/Outlines/First ${moreNumber(2) + 2} 0 R/Last ${moreNumber(2) + 2} 0 R/Count 1>>`,
    `<</Title(Bookmark)/Parent ${moreNumber(2) + 1} 0 R/Dest[6 0 R/Fit]>>`,
    streamBody('<x/>', '/Type/Metadata/Subtype/XML'),
  ],
});

const METHODS: [string, string[]][] = [
  ['40-bit RC4', ['40', '--']],
  ['128-bit RC4', ['128', '--use-aes=n', '--']],
  ['128-bit RC4 with crypt filters', ['128', '--use-aes=n', '--force-V4', '--']],
  ['128-bit AES', ['128', '--use-aes=y', '--']],
  ['128-bit AES, metadata in clear', ['128', '--use-aes=y', '--cleartext-metadata', '--']],
  ['256-bit AES (R5)', ['256', '--force-R5', '--']],
  ['256-bit AES (R6)', ['256', '--']],
];

const encrypted = (user: string, owner: string, options: string[], more: string[] = []) =>
  throughQpdf(plain, ['--allow-weak-crypto', '--encrypt', user, owner, ...options, ...more]);

function read(pdf: Uint8Array, password?: string) {
  return assembled([itemOf('a', pdf, password === undefined ? {} : { password })], {
    stamps: numbered,
    outline: [{ title: 'A', itemId: 'a' }],
  });
}

describe.each(METHODS)('a document encrypted with %s', (_, options) => {
  it.each([
    ['plain objects', ['--object-streams=disable']],
    ['packed objects', ['--object-streams=generate']],
  ])('and no password is read, its strings too (%s)', (_name, more) => {
    const { pdf, report } = read(encrypted('', 'owner', options, more));
    expect(report.skipped).toEqual([]);
    expect(report.items[0]!.problems.map(({ code }) => code)).toEqual(['decrypted']);
    expect(qpdfFindings(pdf)).toBe('');
    expect(pageTexts(pdf)).toEqual(['Secret one 1', 'Secret two 2']);
    const { outlines, annotations } = structure(pdf);
    expect(outlines[0]!.kids).toMatchObject([{ title: 'Bookmark', page: 2 }]);
    expect(annotations(1)[0]).toMatchObject({ '/Contents': 'u:A note' });
  });

  it('and a password is read with it, as user or as owner', () => {
    const pdf = encrypted('open', 'own', options);
    for (const password of ['open', 'own']) expect(pageTexts(read(pdf, password).pdf)[0]).toBe('Secret one 1');
  });

  it('and a password is refused by name without it', () => {
    const pdf = encrypted('open', 'own', options);
    expect(() => countPages(bytesSource(pdf))).toThrow('opens only with a password');
    expect(read(pdf).report.skipped).toMatchObject([{ id: 'a', reason: 'needs-password' }]);
    expect(read(pdf, 'no').report.skipped).toMatchObject([{ id: 'a', reason: 'wrong-password' }]);
  });
});

describe('an encrypted document', () => {
  it.each([['--force-R5'], []])('of which only the owner password is empty is read (%s)', (...more) => {
    const { pdf } = read(encrypted('open', '', ['256', '--allow-insecure', ...more.filter(Boolean), '--']));
    expect(pageTexts(pdf)[0]).toBe('Secret one 1');
  });

  it('whose table is lost is read all the same', () => {
    const pdf = encrypted('', 'own', ['256', '--'], ['--object-streams=disable']);
    const damaged = Buffer.from(pdf.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n9'), 'latin1');
    const { pdf: out, report } = read(damaged);
    expect(report.items[0]!.problems.map(({ code }) => code)).toContain('rebuilt');
    expect(pageTexts(out)).toEqual(['Secret one 1', 'Secret two 2']);
  });

  it.each([
    ['another handler', '/Filter /Standard', '/Filter /Foreign1'],
    ['a version that is not known', '/V 5', '/V 9'],
  ])('of %s is refused by name', (_, from, to) => {
    const pdf = encrypted('', 'own', ['256', '--'], ['--object-streams=disable']);
    const strange = Buffer.from(pdf.toString('latin1').replace(from, to), 'latin1');
    expect(read(strange).report.skipped).toMatchObject([{ reason: 'encryption-unsupported' }]);
  });

  it('with large streams is deciphered piece by piece', () => {
    const filler = `%${'x'.repeat(200_000)}\n`;
    const large = makeDocument([{ text: '', content: `${filler}BT /F 14 Tf 200 400 Td (At the end) Tj ET` }]);
    for (const options of [
      ['128', '--use-aes=n', '--'],
      ['128', '--use-aes=y', '--'],
      ['256', '--'],
    ]) {
      const args = ['--allow-weak-crypto', '--stream-data=uncompress', '--encrypt', '', 'own', ...options];
      const { pdf } = read(throughQpdf(large, args));
      expect(pageTexts(pdf)).toEqual(['At the end 1']);
      expect(qpdfFindings(pdf)).toBe('');
    }
  });
});
