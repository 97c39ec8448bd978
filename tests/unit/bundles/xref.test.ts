import { describe, expect, it } from 'vitest';
import { countPages } from '#main/bundles/assembler/count.ts';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { assembled, itemOf, numbered } from './assembling.ts';
import { makeDocument, makePdf, pageNumber, streamBody } from './make-pdf.ts';
import { pageTexts, qpdfFindings, throughQpdf } from './programs.ts';

const two = [{ text: 'First' }, { text: 'Second' }];

/** Takes a document through the assembler: its pages' text, and what was noted. */
function taken(pdf: Uint8Array) {
  const { pdf: out, report } = assembled([itemOf('a', pdf)]);
  expect(qpdfFindings(out)).toBe('');
  return {
    texts: pageTexts(out),
    codes: report.items.flatMap(({ problems }) => problems.map(({ code }) => code)),
    report,
  };
}

const replaced = (pdf: Buffer, from: string | RegExp, to: string) =>
  Buffer.from(pdf.toString('latin1').replace(from, to), 'latin1');

describe('the table of a file', () => {
  it.each(['table', 'stream', 'packed'] as const)('is read as a %s', (style) => {
    expect(taken(makeDocument(two, { style }))).toMatchObject({ texts: ['First', 'Second'], codes: [] });
  });

  it.each([
    ['--object-streams=generate'],
    ['--object-streams=disable'],
    ['--linearize'],
    ['--object-streams=generate --linearize'],
    ['--newline-before-endstream --object-streams=generate'],
    ['--qdf'],
  ])('is read as qpdf writes it with %s', (options) => {
    const pdf = throughQpdf(makeDocument(two), options.split(' '));
    expect(taken(pdf)).toMatchObject({ texts: ['First', 'Second'], codes: [] });
  });

  it('is read through a chain of revisions, the newest first', () => {
    const old = makeDocument(two);
    const start = Number(/startxref\n(\d+)/.exec(old.toString('latin1'))![1]);
    const num = pageNumber(0) + 1;
    const body = `${num} 0 obj\n${streamBody('BT /F 14 Tf 200 400 Td (Amended) Tj ET')}\nendobj\n`;
    const at = old.length;
    const table = `xref\n${num} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const end = `trailer\n<</Size 99/Root 1 0 R/Prev ${start}>>\nstartxref\n${at + body.length}\n%%EOF\n`;
    const revised = Buffer.concat([old, Buffer.from(body + table + end, 'latin1')]);
    expect(taken(revised)).toMatchObject({ texts: ['Amended', 'Second'], codes: [] });
  });

  it('is read when its parts name one another in a circle', () => {
    const pdf = makeDocument(two);
    const start = /startxref\n(\d+)/.exec(pdf.toString('latin1'))![1];
    expect(taken(replaced(pdf, '/Root 1 0 R', `/Root 1 0 R/Prev ${start}`)).texts).toEqual(['First', 'Second']);
  });

  it('is read when something stands before the header', () => {
    const pdf = Buffer.concat([Buffer.from('From: a mail\r\n\r\n'), makeDocument(two)]);
    expect(taken(pdf)).toMatchObject({ texts: ['First', 'Second'], codes: [] });
  });

  it('is read when its only subsection begins at 1', () => {
    const pdf = replaced(makeDocument(two), /xref\n0 /, 'xref\n1 ');
    expect(taken(pdf).texts).toEqual(['First', 'Second']);
  });

  it.each([
    ['is missing', (pdf: Buffer) => replaced(pdf, /xref\n0[\s\S]*?trailer/, 'trailer')],
    ['is not where it should be', (pdf: Buffer) => replaced(pdf, /startxref\n\d+/, 'startxref\n7')],
    ['has no start', (pdf: Buffer) => replaced(pdf, /startxref[\s\S]*/, '')],
    ['is off by a few bytes', (pdf: Buffer) => replaced(pdf, '%PDF-1.7\n', '%PDF-1.7\n%%%%%\n')],
    ['and the trailer are missing', (pdf: Buffer) => replaced(pdf, /xref\n0[\s\S]*/, '')],
  ])('that %s is made anew', (_, damage) => {
    const { texts, codes } = taken(damage(makeDocument(two)));
    expect(texts).toEqual(['First', 'Second']);
    expect(codes).toContain('rebuilt');
  });

  it('is made anew in the middle of copying', () => {
    // The entry of the second page's content is wrong, and nothing before it.
    const pdf = makeDocument(two);
    const text = pdf.toString('latin1');
    const offset = text.indexOf(`${pageNumber(1) + 1} 0 obj`);
    const { texts, codes } = taken(replaced(pdf, `${String(offset).padStart(10, '0')} 00000 n`, '0000000020 00000 n'));
    expect(texts).toEqual(['First', 'Second']);
    expect(codes).toEqual(['rebuilt']);
  });

  it('made anew takes no object out of a PDF that another holds', () => {
    const inner = makeDocument([{ text: 'Inner' }]).toString('latin1');
    const outer = makeDocument(two, { more: [streamBody(inner)] });
    expect(taken(replaced(outer, /startxref\n\d+\n%%EOF\n$/, '')).texts).toEqual(['First', 'Second']);
  });

  it('of a packed file is made anew from its object streams', () => {
    const pdf = makeDocument(two, { style: 'packed' });
    const { texts, codes } = taken(replaced(pdf, /startxref\n\d+/, 'startxref\n0'));
    expect(texts).toEqual(['First', 'Second']);
    expect(codes).toContain('rebuilt');
  });
});

describe('lengths of streams', () => {
  it.each([
    ['too short', 5],
    ['too long', 5000],
    ['negative', -1],
  ])('that are %s are found out', (_, length) => {
    const pdf = replaced(makeDocument(two), /\/Length \d+/, `/Length ${length}`);
    expect(taken(pdf).texts).toEqual(['First', 'Second']);
  });

  it('that stand elsewhere are written where the stream is', () => {
    const content = 'BT /F 14 Tf 200 400 Td (Elsewhere) Tj ET';
    const pdf = makePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 6 0 R>>>>>>',
      `<</Length 5 0 R>>\nstream\n${content}\nendstream`,
      String(content.length),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ]);
    expect(taken(pdf).texts).toEqual(['Elsewhere']);
  });
});

describe('the tree of pages', () => {
  const page = (parent: number) => `<</Type/Page/Parent ${parent} 0 R>>`;

  it('is counted by its leaves and not by what it says', () => {
    const pdf = replaced(makeDocument(two), '/Count 2', '/Count 9999999999');
    expect(countPages(bytesSource(pdf)).pages).toBe(2);
  });

  it('that runs in a circle is cut', () => {
    const pdf = makePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 200 200]>>',
      page(2),
      '<</Type/Pages/Parent 2 0 R/Kids[2 0 R 4 0 R 5 0 R]>>',
      page(4),
    ]);
    const { problems, pages } = countPages(bytesSource(pdf));
    expect(pages).toBe(2);
    expect(problems.map(({ code }) => code)).toEqual(['page-tree-damaged']);
  });

  it('that names a page twice gives it twice', () => {
    const pdf = replaced(makeDocument(two), '4 0 R 6 0 R', '4 0 R 6 0 R 4 0 R');
    expect(taken(pdf).texts).toEqual(['First', 'Second', 'First']);
  });

  it('that is lost leaves the pages, which are found by looking', () => {
    const pdf = replaced(
      makeDocument([{ text: 'Loose', media: [0, 0, 595, 842], entries: '/Resources<</Font<</F 3 0 R>>>>' }]),
      '/Pages 2 0 R',
      '/Pagez 2 0 R',
    );
    expect(taken(pdf).texts).toEqual(['Loose']);
  });

  it('gives down what pages inherit', () => {
    const pdf = makePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 400]/Rotate 90/CropBox[10 10 290 390]/Resources 5 0 R>>',
      '<</Type/Pages/Parent 2 0 R/Count 1/Kids[4 0 R]/Rotate 180>>',
      '<</Type/Page/Parent 3 0 R/Contents 6 0 R>>',
      '<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>',
      streamBody('BT /F 14 Tf 100 200 Td (Heir) Tj ET'),
    ]);
    const { pdf: out } = assembled([itemOf('a', pdf)], { stamps: numbered });
    expect(pageTexts(out)[0]).toContain('Heir');
    const text = out.toString('latin1');
    expect(text).toContain('/MediaBox[0 0 300 400]/CropBox[10 10 290 390]/Rotate 180');
  });

  it('of a deep document is balanced in the bundle', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ text: `P${i}` }));
    const { pdf, report } = assembled(Array.from({ length: 15 }, (_, i) => itemOf(`i${i}`, makeDocument(many))));
    expect(report.pages).toBe(4500);
    expect(qpdfFindings(pdf)).toBe('');
    const longest = Math.max(
      ...[...pdf.toString('latin1').matchAll(/\/Kids\[(.*?)\]/g)].map(([, kids]) => kids!.split('R').length - 1),
    );
    expect(longest).toBe(64);
  });
});
