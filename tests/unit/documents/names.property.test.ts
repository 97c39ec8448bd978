import fc from 'fast-check';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { renderDocx, renderPdf, renderSvgPages } from '#main/documents/service.ts';
import { printable, stripMarks } from '#shared/domain/blocks/text.ts';
import { bundleCover, bundleIndex } from '#shared/domain/drafting/bundle-pages.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import type { DraftSnapshot } from '#shared/domain/drafting/snapshot.ts';
import { fullSnapshot } from '../drafting/sample.ts';
import { pdfText, qpdfFindings } from './programs.ts';

/** What names are made of when someone means ill or types oddly. */
const PIECES = [
  'A & <B>',
  '#panic("x")',
  '$x$ *b* _i_ @ref <l>',
  '[[]] } {{name}} $' + '{x}',
  '\u200Fحنا بانو\u200E',
  '12-03-2026',
  '\u202Eevil\u202C',
  '😀🇵🇰',
  'Zoë O’Hara',
  '\\ // /* " \' `',
  '\u0000\u0007',
  '%00../..',
  ']]>',
  '\uD83D',
  'محمد ۱۲/۳',
  '&amp;&#0;',
];
const name = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(' ').slice(0, 500))
  .filter((text) => printable(text).replace(/\s|\p{Cf}/gu, '') !== '');

const named = (given: string): DraftSnapshot => {
  const snapshot = fullSnapshot();
  return {
    ...snapshot,
    parties: snapshot.parties.map((party) => (party.id === 'c' ? { ...party, name: given } : party)),
  };
};

/** What may differ: marks of direction, white space, and how an odd sign is composed. */
const essence = (text: string) => stripMarks(printable(text)).replace(/\s+/g, '').normalize('NFC');

it('any name survives in a Word file', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (given) => {
      const bytes = await renderDocx(complaintPhw(named(given)).document);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      expect(essence(value)).toContain(essence(given));
    }),
    { seed: 42, numRuns: 60 },
  );
}, 60_000);

it('any name makes pages, and stays text in the preview', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (given) => {
      const front = {
        title: given,
        indexTitle: null,
        forumName: given,
        jurisdiction: null,
        caseNumber: given,
        first: null,
        second: null,
        notes: [given],
        sample: false,
        page: 'a4' as const,
      };
      const item = { id: 'i1', serial: 1, title: given, mark: null, date: null, firstLabel: '1', lastLabel: '2' };
      await renderPdf(bundleCover(front));
      await renderPdf(bundleIndex(front, [{ letter: 'A', title: given, items: [item] }]));
      const pages = await renderSvgPages(complaintPhw(named(given)).document);
      expect(pages.some((page) => /<script|<a\s|<foreignObject/i.test(page))).toBe(false);
    }),
    { seed: 42, numRuns: 60 },
  );
}, 60_000);

it('any name in Latin letters and signs can be read and searched in the pages', async () => {
  const latin = fc
    .array(fc.constantFrom(...PIECES.filter((piece) => /^[\x20-\x7Eëâ’]+$/.test(piece))), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join(' ').slice(0, 500));
  await fc.assert(
    fc.asyncProperty(latin, async (given) => {
      const pdf = await renderPdf(complaintPhw(named(given)).document);
      expect(qpdfFindings(pdf)).toBe('');
      expect(essence(pdfText(pdf))).toContain(essence(given));
    }),
    { seed: 42, numRuns: 25 },
  );
}, 60_000);
