// Documents that can't be taken apart become pictures of their pages, from which the places go; locked ones open by their
// password.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findInFile } from '#main/redaction/find-in-file.ts';
import { makeOrDraw as make } from '#main/redaction/make-or-draw.ts';
import { newSeal, readSealed } from '#main/sealed-file.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import { pagePixels, pageTexts, pageWords, qpdfFindings, throughQpdf } from '../bundles/programs.ts';
import { keyCutShort } from '../page-images/unreadable.ts';
import { redacted } from './checking.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-drawn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (y: number, text: string) => `BT /F 14 Tf 60 ${y} Td (${text}) Tj ET`;
const whole = makeDocument([
  { text: '', content: `${line(700, 'Statement of Nasreen Bibi before the committee')} ${line(600, 'Wide iii')}` },
  { text: '', content: line(500, 'The second page names nobody at all'), entries: '/Rotate 90' },
]);

const LEFT = ['Statement', 'Wide', 'before', 'committee', 'iii', 'of', 'the'];
/** The order in which another program reads them does not matter. */
const wordsOf = (text: string) => text.split(' ').sort();

/** How dark the place of a word is, on average of 255: 0 is black. */
function darkness(
  pdf: Uint8Array,
  { left, top, right, bottom }: ReturnType<typeof pageWords>[number]['words'][number],
) {
  const { width, grey } = pagePixels(pdf);
  let sum = 0;
  let count = 0;
  for (let y = Math.ceil(top) + 2; y < bottom - 2; y++)
    for (let x = Math.ceil(left) + 1; x < right - 1; x++, count++) sum += grey[y * width + x]!;
  return sum / count;
}

describe('a document that can’t be taken apart', () => {
  it('is drawn, and loses terms with their pixels, and nothing beside them', async () => {
    const made = await redacted({ name: 'drawn', pdf: keyCutShort(whole), terms: ['Nasreen Bibi'] }, { make });
    expect(made.redactions).toEqual([{ page: 1, term: 'Nasreen Bibi', count: 1 }]);
    expect(made.pages).toBe(2);
    expect(made.removed.images).toBeGreaterThan(0);
    expect(made.problems[0]).toMatch(/can’t be taken apart.*2 pages were drawn as pictures of 200 dpi/);
    expect(made.unsearched).toEqual([]);
    expect(qpdfFindings(made.bytes)).toBe('');
    const [first, second] = pageTexts(made.bytes);
    expect(wordsOf(first!)).toEqual(LEFT);
    expect(second).toBe('The second page names nobody at all');
    const words = new Map(pageWords(whole)[0]!.words.map((word) => [word.text, word]));
    for (const gone of ['Nasreen', 'Bibi']) expect(darkness(made.bytes, words.get(gone)!)).toBeLessThan(10);
    for (const kept of ['Statement', 'before', 'committee']) {
      const [is, was] = [made.bytes, whole].map((pdf) => darkness(pdf, words.get(kept)!));
      expect(Math.abs(is! - was!)).toBeLessThan(25);
    }
  }, 120_000);

  it('says nothing on the disk while it is on its way into the vault', async () => {
    const scratch = mkdtempSync(path.join(folder, 'sealed-'));
    const seal = newSeal();
    const handle = { kind: 'bytes', bytes: keyCutShort(whole) } as const;
    const made = await make({ handle, scratch, seal, terms: 'Nasreen Bibi', marks: [], reason: null }, () => {});
    const files = readdirSync(scratch).map((name) => path.join(scratch, name));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(readFileSync(file).includes('PDF'), file).toBe(false);
    const parts: Uint8Array[] = [];
    for await (const part of readSealed(made.file, seal)) parts.push(part);
    const copy = Buffer.concat(parts);
    expect(createHash('sha256').update(copy).digest('hex')).toBe(made.sha256);
    expect(qpdfFindings(copy)).toBe('');
  }, 120_000);

  it('loses what is under a mark, also on a turned page', async () => {
    const marks = [{ page: 2, left: 0, top: 0, width: 842, height: 595, reason: null }];
    const made = await redacted({ name: 'marked', pdf: keyCutShort(whole), terms: [], marks }, { make });
    expect(pageTexts(made.bytes)).toEqual(['Statement of Nasreen Bibi before the committee Wide iii', '']);
    const { grey } = pagePixels(made.bytes, 2);
    expect(grey.reduce((sum, each) => sum + each, 0) / grey.length).toBeLessThan(5);
  }, 120_000);

  it('is searched for terms where another reader draws them', async () => {
    const handle = { kind: 'bytes' as const, bytes: keyCutShort(whole) };
    const { pages, places } = await findInFile({ handle, terms: 'Bibi', scratch: folder, seal: null });
    expect(pages).toBe(2);
    const word = pageWords(whole)[0]!.words.find(({ text }) => text === 'Bibi')!;
    expect(places).toHaveLength(1);
    expect(Math.abs(places[0]!.left - word.left)).toBeLessThan(3);
    expect(Math.abs(places[0]!.left + places[0]!.width - word.right)).toBeLessThan(3);
  }, 120_000);

  it('is drawn too where its own list misses pages, so that none is lost', async () => {
    const pdf = Buffer.from(throughQpdf(whole, []).toString('latin1').replace('/Count 2', '/Count 2 endobj'), 'latin1');
    const made = await redacted({ name: 'missed', pdf, terms: ['Nasreen Bibi'] }, { make });
    expect(made).toMatchObject({ pages: 2, redactions: [{ page: 1, term: 'Nasreen Bibi', count: 1 }] });
    expect(made.problems[0]).toContain('drawn as pictures');
  }, 120_000);

  it('is refused where nobody can draw it', async () => {
    const asked = { name: 'broken', pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog'), terms: ['name'] };
    await expect(redacted(asked, { make })).rejects.toMatchObject({ problem: { code: 'no-pages' } });
  }, 120_000);
});

describe('a locked document', () => {
  const locked = throughQpdf(whole, ['--encrypt', 'sesame', 'own', '256', '--']);
  const asked = { name: 'locked', pdf: locked, terms: ['Nasreen Bibi'] };

  it('is redacted with its password, into a copy that has none', async () => {
    const made = await redacted(asked, { make, password: 'sesame' });
    expect(made.problems).toEqual([expect.stringContaining('encrypted')]);
    expect(wordsOf(pageTexts(made.bytes)[0]!)).toEqual(LEFT);
  });

  it('asks for it, and says when it is wrong', async () => {
    await expect(redacted(asked, { make })).rejects.toMatchObject({ problem: { code: 'needs-password' } });
    await expect(redacted(asked, { make, password: 'wrong' })).rejects.toMatchObject({
      problem: { code: 'wrong-password' },
    });
  });
});
