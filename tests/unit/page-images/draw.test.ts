// Pictures of pages: what pdf.js draws, as the pages of a PDF of our own, with its text where it stands.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { makePageImages } from '#main/page-images/make.ts';
import { makeDocument } from '../bundles/make-pdf.ts';
import {
  pageCount,
  pagePixels,
  pageTexts,
  pageWords,
  qpdfFindings,
  structure,
  throughQpdf,
} from '../bundles/programs.ts';
import { giant, nestedGroups, unreadable, WORDS } from './unreadable.ts';

// Each document is drawn in a thread of its own, which takes its time to start.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'misl-page-images-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let serial = 0;

async function images(bytes: Uint8Array, more: { dpi?: number; password?: string; beyond?: number } = {}) {
  const into = path.join(folder, `${serial++}.pdf`);
  const { dpi = 100, password, beyond = 0 } = more;
  const outcome = await makePageImages({
    handle: { kind: 'bytes', bytes },
    name: 'a.pdf',
    password,
    dpi,
    into,
    seal: null,
    beyond,
  });
  return { outcome, into, pdf: existsSync(into) ? readFileSync(into) : null };
}

const plain = (pages: number) => ({ pages, coarser: [], shrunk: [], empty: [], unfinished: [], untold: [] });

describe('documents that the assembler can’t copy', () => {
  it.each(unreadable())('$name: all pages are drawn, with their words', async ({ pdf }) => {
    const made = await images(pdf);
    expect(made.outcome).toEqual({ made: plain(3) });
    expect(qpdfFindings(made.pdf!)).toBe('');
    expect(pageTexts(made.pdf!)).toEqual(WORDS);
    expect(pagePixels(made.pdf!, 2).grey.some((grey) => grey < 60)).toBe(true);
  });
});

it('lays the words where they stand on turned, cut and enlarged pages', async () => {
  const pages = [
    { text: 'Turned right', entries: '/Rotate 90' },
    { text: 'On its head', entries: '/Rotate 180' },
    { text: 'Cut off', entries: '/CropBox[100 200 500 700]' },
    { text: 'Enlarged', entries: '/UserUnit 1.5' },
    { text: 'Apart', content: 'BT /F 20 Tf 3 Tc 12 Tw 80 Tz 60 300 Td (Wide words stand apart) Tj ET' },
    { text: 'Slanted', content: 'q .8 .6 -.6 .8 200 100 cm BT /F 18 Tf 10 20 Td [(Ris)-300(ing)] TJ T* ET Q' },
  ];
  const source = makeDocument(pages);
  const made = await images(source, { dpi: 72 });
  const [before, after] = [pageWords(source), pageWords(made.pdf!)];
  for (const [i, { words, width, height }] of after.entries()) {
    const was = before[i]!;
    const unit = i === 3 ? 1.5 : 1;
    expect(words.map(({ text }) => text)).toEqual(was.words.map(({ text }) => text));
    expect([width / unit, height / unit].map(Math.round)).toEqual([was.width, was.height].map(Math.round));
    // Across the line the height of the signs counts, which is not known of the source.
    const near = i === 0 || i === 5 ? 8 : 1;
    for (const [w, word] of words.entries()) {
      const { left, right } = was.words[w]!;
      expect(Math.abs(word.left / unit - left)).toBeLessThan(near);
      expect(Math.abs(word.right / unit - right)).toBeLessThan(near);
    }
  }
});

it('keeps the text of hidden layers and of what lies outside the page out', async () => {
  const catalog = '/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>';
  const content =
    '/OC /L BDC BT /F 14 Tf 40 40 Td (Hidden) Tj ET EMC BT /F 14 Tf 40 400 Td (Shown) Tj 0 900 Td (Outside) Tj ET';
  const pdf = makeDocument(
    [
      { text: '', content, entries: '/Resources<</Font<</F 3 0 R>>/Properties<</L 10 0 R>>>>' },
      { text: 'Second' },
      { text: 'Third' },
    ],
    { catalog, more: ['<</Type/OCG/Name(Layer)>>'] },
  );
  expect(pageTexts((await images(pdf)).pdf!)).toEqual(['Shown', 'Second', 'Third']);
});

it('says which pages are empty, and takes none where nothing is to be seen', async () => {
  const some = await images(makeDocument([{ text: 'One' }, { text: '', content: '' }, { text: 'Three' }]));
  expect(some.outcome).toEqual({ made: { ...plain(3), empty: [2] } });
  expect(pageCount(some.pdf!)).toBe(3);
  const none = await images(makeDocument([{ text: '', content: '' }]));
  expect(none).toMatchObject({ outcome: { refused: 'nothing-shown' }, pdf: null });
});

it('asks for a password, and opens with it', async () => {
  const locked = throughQpdf(makeDocument([{ text: 'Secret' }]), ['--encrypt', 'open', 'own', '256', '--']);
  expect((await images(locked)).outcome).toEqual({ refused: 'locked' });
  expect((await images(locked, { password: 'wrong' })).outcome).toEqual({ refused: 'locked' });
  expect(pageTexts((await images(locked, { password: 'open' })).pdf!)).toEqual(['Secret']);
});

it('is of no use where there are no more pages than without', async () => {
  const two = makeDocument([{ text: 'One' }, { text: 'Two' }]);
  expect(await images(two, { beyond: 2 })).toMatchObject({ outcome: { refused: 'no-more' }, pdf: null });
  expect((await images(two, { beyond: 1 })).outcome).toEqual({ made: plain(2) });
});

describe('hostile documents', () => {
  it('draws a page of 100,000 points a side as coarsely as there is room for', async () => {
    const made = await images(giant(100_000), { dpi: 300 });
    expect(made.outcome).toMatchObject({ made: { pages: 1, coarser: [{ page: 1 }], shrunk: [1], unfinished: [] } });
    expect(structure(made.pdf!).pages[0]!['/MediaBox']).toEqual([0, 0, 14_400, 14_400]);
    expect(made.pdf!.length).toBeLessThan(4_000_000);
  });

  it('stops at groups within groups that ask for more room than there is', async () => {
    const made = await images(nestedGroups(40, 2000), { dpi: 200 });
    // What there is room for is drawn; whichever it is, the page is reported or refused, and nothing halts.
    const { outcome } = made;
    if ('made' in outcome) expect(outcome.made.pages).toBe(1);
    else expect(outcome.refused).toBe('nothing-shown');
  });

  it('refuses what is no document, and leaves no file', async () => {
    for (const bytes of [Buffer.from('not a PDF'), Buffer.from('%PDF-1.7\n1 0 obj\n<<'), Buffer.alloc(1000)]) {
      expect(await images(bytes)).toMatchObject({ outcome: { refused: 'closed' }, pdf: null });
    }
  });
});
