import { describe, expect, it } from 'vitest';
import { assemble } from '#main/bundles/assembler/assemble.ts';
import { bytesSource } from '#main/bundles/assembler/file-source.ts';
import { lookThrough } from '#main/bundles/assembler/look-through.ts';
import { assembled, itemOf, numbered } from './assembling.ts';
import { makeDocument, moreNumber } from './make-pdf.ts';
import { pageTexts, qpdfFindings, structure } from './programs.ts';

const three = makeDocument([{ text: 'One' }, { text: 'Two' }, { text: 'Three' }]);

describe('assembling', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['not-a-pdf', Buffer.from('just some words, whatever its name says')],
    ['no-pages', Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n')],
  ])('names a source that is %s and writes the rest', (reason, bytes) => {
    const { pdf, report } = assembled([itemOf('a', three), itemOf('bad', bytes), itemOf('c', three)]);
    expect(report.skipped).toMatchObject([{ id: 'bad', reason }]);
    expect(report.items.map(({ id, firstPage, lastPage }) => [id, firstPage, lastPage])).toEqual([
      ['a', 0, 2],
      ['c', 3, 5],
    ]);
    expect(qpdfFindings(pdf)).toBe('');
  });

  it('takes the pages chosen, in the order given, also twice', () => {
    const { pdf, report } = assembled([itemOf('a', three, { pages: [2, 0, 0, 7] })], { stamps: numbered });
    expect(pageTexts(pdf)).toEqual(['Three 1', 'One 2', 'One 3']);
    expect(report.items[0]!.problems).toMatchObject([{ code: 'page-missing', page: 7 }]);
    expect(qpdfFindings(pdf)).toBe('');
  });

  it('turns pages, all or each', () => {
    const { pdf } = assembled([itemOf('a', three, { rotate: 90 }), itemOf('b', three, { rotate: { 1: 180 } })]);
    expect(structure(pdf).pages.map((page) => page['/Rotate'] ?? 0)).toEqual([90, 90, 90, 0, 180, 0]);
  });

  it('gives the same bytes for the same inputs, and another identifier for others', () => {
    const bind = (fingerprint: string) => assembled([itemOf('a', three)], { stamps: numbered, fingerprint }).pdf;
    expect(bind('x').equals(bind('x'))).toBe(true);
    expect(bind('x').equals(bind('y'))).toBe(false);
  });

  it('leaves a source whose reading fails in the middle blank, and says so', () => {
    const broken = {
      ...bytesSource(three),
      read(into: Uint8Array, offset: number, length: number, position: number) {
        if (failing) throw new Error('the disk is gone');
        return bytesSource(three).read(into, offset, length, position);
      },
    };
    let failing = false;
    const large = makeDocument([{ text: 'x', content: `%${'y'.repeat(3_000_000)}\n` }]);
    const flaky = {
      size: large.length,
      read(into: Uint8Array, offset: number, length: number, position: number) {
        if (position > 2_000_000 && position < 2_900_000) throw new Error('a bad sector');
        return bytesSource(large).read(into, offset, length, position);
      },
    };
    failing = true;
    const { pdf, report } = assembled([
      { id: 'gone', kind: 'document', open: () => broken },
      { id: 'flaky', kind: 'document', open: () => flaky },
      itemOf('after', three),
    ]);
    expect(report.skipped).toMatchObject([
      { id: 'gone', reason: 'unreadable' },
      { id: 'flaky', reason: 'unreadable' },
    ]);
    expect(JSON.stringify(report)).not.toContain('sector');
    expect(pageTexts(pdf).slice(-3)).toEqual(['One', 'Two', 'Three']);
    expect(pageTexts(pdf)).toHaveLength(4);
  });

  it('throws what the destination throws, and closes its sources', () => {
    let open = 0;
    const item = {
      id: 'a',
      kind: 'document' as const,
      open: () => {
        open++;
        return {
          ...bytesSource(makeDocument([{ text: '', content: ' '.repeat(3_000_000) }])),
          close: () => void open--,
        };
      },
    };
    let room = 1_500_000;
    const sink = {
      write(bytes: Uint8Array) {
        room -= bytes.length;
        if (room < 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    expect(() => assemble({ items: [item] }, sink)).toThrow('full');
    expect(open).toBe(0);
  });
});

describe('links, outline and labels', () => {
  const front = makeDocument([
    {
      text: 'Index',
      entries:
        '/Annots[' +
        ['a', 'b#1', 'gone', 'b']
          .map((id) => `<</Type/Annot/Subtype/Link/Rect[1 1 9 9]/Border[0 0 0]/A<</S/URI/URI(misl-item:${id})>>>>`)
          .join('') +
        ']',
    },
  ]);

  it('of the front matter lead to their items, and nowhere where an item was left out', () => {
    const items = [itemOf('front', front, { kind: 'front' }), itemOf('a', three), itemOf('b', three)];
    const { pdf, report } = assembled(items);
    const { annotations, target } = structure(pdf);
    expect(annotations(1).map((each) => target(each['/Dest']))).toEqual([2, 6, null, 5]);
    expect(report.frontLinks).toEqual([
      { page: 0, target: 1 },
      { page: 0, target: 5 },
      { page: 0, target: 4 },
    ]);
    expect(pdf.toString('latin1')).not.toContain('misl-item');
    expect(
      lookThrough(bytesSource(pdf), { pages: 7, items: report.items, links: report.frontLinks }, []).problems,
    ).toEqual([]);
  });

  it('that are not as planned are found out', () => {
    const { pdf, report } = assembled([
      itemOf('front', front, { kind: 'front' }),
      itemOf('a', three),
      itemOf('b', three),
    ]);
    const problems = (more: object) =>
      lookThrough(bytesSource(pdf), { pages: 7, items: report.items, links: report.frontLinks, ...more }, []).problems;
    expect(problems({ pages: 8 })).not.toEqual([]);
    expect(problems({ links: [{ page: 0, target: 2 }] })).not.toEqual([]);
    expect(problems({ items: report.items.slice(1) })).not.toEqual([]);
    const cut = pdf.subarray(0, pdf.length - 200);
    const expected = { pages: 7, items: report.items, links: report.frontLinks };
    expect(lookThrough(bytesSource(cut), expected, []).problems).not.toEqual([]);
  });

  it('of a source are kept where their page is in the bundle', () => {
    const first = moreNumber(3);
    const source = makeDocument(
      [
        {
          text: 'One',
          entries: `/Annots[<</Subtype/Link/Rect[1 1 9 9]/Dest(two)>><</Subtype/Link/Rect[1 1 9 9]/Border[0 0 0]/Dest(three)>>]`,
        },
        { text: 'Two' },
        { text: 'Three' },
      ],
      {
        catalog: `/Names<</Dests ${first} 0 R>>/Outlines ${first + 1} 0 R`,
        more: [
          '<</Names[(three)[8 0 R/Fit](two)<</D[6 0 R/XYZ 0 500 null]>>]>>',
          `<</Type/Outlines/First ${first + 2} 0 R/Last ${first + 3} 0 R>>`,
          `<</Title(To two)/Next ${first + 3} 0 R/Dest(two)>>`,
          '<</Title(To three)/Dest[8 0 R/Fit]>>',
        ],
      },
    );
    const plan = { outline: [{ title: 'Document A', itemId: 'a', open: true }] };
    const { pdf, report } = assembled([itemOf('x', three), itemOf('a', source, { pages: [0, 1] })], plan);
    expect(qpdfFindings(pdf)).toBe('');
    const read = structure(pdf);
    expect(read.annotations(4).map((each) => read.target(each['/Dest']))).toEqual([5]);
    expect(read.outlines).toMatchObject([{ title: 'Document A', page: 4, kids: [{ title: 'To two', page: 5 }] }]);
    expect(report.dropped).toEqual(
      expect.arrayContaining([
        { id: 'a', what: 'dead-link', count: 1 },
        { id: 'a', what: 'dead-bookmark', count: 1 },
      ]),
    );
  });

  it('are written in every style', () => {
    const { pdf } = assembled([itemOf('a', three), itemOf('b', three)], {
      labels: [
        { from: 0, style: 'roman' },
        { from: 1, style: 'decimal', prefix: 'A' },
        { from: 3, style: 'decimal', prefix: '12A', start: 4 },
        { from: 4, style: 'none', prefix: 'Cover' },
        { from: 5, style: 'Letters' },
      ],
    });
    expect(structure(pdf).labels).toEqual([
      { index: 0, label: { '/S': '/r', '/St': 1 } },
      { index: 1, label: { '/P': 'u:A', '/S': '/D', '/St': 1 } },
      { index: 3, label: { '/P': 'u:12A', '/S': '/D', '/St': 4 } },
      { index: 4, label: { '/P': 'u:Cover', '/St': 1 } },
      { index: 5, label: { '/S': '/A', '/St': 1 } },
    ]);
  });

  it('leave the zoom of the reader alone unless told', () => {
    const plan = { outline: [{ title: 'A', itemId: 'a' }] };
    expect(assembled([itemOf('a', three)], plan).pdf.toString('latin1')).toContain('/XYZ 0 842 null]');
    const opened = assembled([itemOf('a', three)], { ...plan, openAction: { percent: 100 } }).pdf.toString('latin1');
    expect(opened).toMatch(/\/OpenAction\[\d+ 0 R\/XYZ 0 842 1\]/);
  });
});
