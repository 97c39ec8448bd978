import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '#main/documents/service.ts';
import { readZip } from '#main/documents/zip.ts';
import type { Block, BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { annexureRef, inline, para, pleadingMeta, printMeta, refTo } from '#shared/domain/blocks/build.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { fullSnapshot } from '../drafting/sample.ts';
import { pdfText, pdfWords, throughLibreOffice } from './programs.ts';

const LIMITS = { total: 1e8, entries: 100 };

async function part(doc: BlockDocument, name: string): Promise<string> {
  const entry = readZip(await renderDocx(doc), LIMITS).find((each) => each.name === name);
  return Buffer.from(entry!.bytes).toString('utf8');
}

const URDU = 'درخواست گزار نے مورخہ 12-03-2026 کو شناختی کارڈ نمبر 35202-1234567-1 دیا';
const urduDoc: BlockDocument = { meta: pleadingMeta('Urdu'), blocks: [para(URDU), para('On 14-05-2026 it was so.')] };

const numbered = (id: string, content: Parameters<typeof inline>[0], level: 0 | 1 = 0, list = 'main'): Block => ({
  kind: 'numbered',
  id,
  list,
  level,
  content: inline(content),
});

const numberedDoc: BlockDocument = {
  meta: pleadingMeta('Numbers'),
  blocks: [
    numbered('a', 'First.'),
    numbered('b', 'Under it.', 1),
    numbered('c', ['See paragraph ', refTo('b'), ' and ', annexureRef('x'), '.']),
    numbered('d', 'A list of its own.', 0, 'other'),
    {
      kind: 'annexures',
      heading: 'ANNEXURES',
      items: [{ id: 'x', mark: 'A', title: 'Letter', date: '2026-08-04', pages: '3', form: null }],
    },
  ],
};

describe('a Word file', () => {
  let words: ReturnType<typeof pdfWords>;
  let text: string;
  let urdu: Uint8Array;

  beforeAll(async () => {
    const opened = throughLibreOffice({ urdu: await renderDocx(urduDoc), numbers: await renderDocx(numberedDoc) });
    urdu = opened.urdu!;
    words = pdfWords(urdu);
    text = pdfText(opened.numbers!);
  }, 120_000);

  it('is the same bytes each time', async () => {
    const { document } = complaintPhw(fullSnapshot());
    const [first, second] = [await renderDocx(document), await renderDocx(document)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('tells nothing of the machine, the user or the hour', async () => {
    const core = await part(numberedDoc, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Numbers</dc:title>');
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|revision/);
    expect(await part(numberedDoc, 'docProps/app.xml')).not.toMatch(/Application|Company|Template/);
  });

  it('numbers with Word’s own numbering, each list from one', async () => {
    const xml = await part(numberedDoc, 'word/document.xml');
    const lists = [...xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g)].map(([, level, list]) => [
      level,
      list,
    ]);
    expect(lists.map(([level]) => level)).toEqual(['0', '1', '0', '0']);
    expect(lists[0]![1]).toBe(lists[2]![1]);
    expect(lists[3]![1]).not.toBe(lists[0]![1]);
    expect(xml).not.toMatch(/<w:t[^>]*>\d+\.<\/w:t>/);
    expect(text).toMatch(/1\. First\. \(a\) Under it\. 2\. See paragraph/);
    expect(text).toMatch(/1\. A list of its own/);
  });

  it('refers by fields to bookmarks, with the value cached', async () => {
    const xml = await part(numberedDoc, 'word/document.xml');
    const field = /<w:fldSimple w:instr="REF (p_\w+) \\w \\h"><w:r>.*?<w:t[^>]*>1\(a\)<\/w:t>/.exec(xml);
    expect(field).not.toBeNull();
    expect(xml).toContain(`<w:bookmarkStart w:name="${field![1]}"`);
    expect(xml).toMatch(/<w:fldSimple w:instr="REF a_\w+ \\h">/);
    // LibreOffice counts again, and keeps the full stop that Word drops.
    expect(text).toMatch(/See paragraph 1\.?\(a\) and Annexure A\./);
  });

  it('has page fields, the sheet of the forum and no question about fields at opening', async () => {
    const footer = await part(numberedDoc, 'word/footer1.xml');
    expect(footer).toContain('>PAGE<');
    expect(footer).toContain('>NUMPAGES<');
    const xml = await part(numberedDoc, 'word/document.xml');
    expect(xml).toContain('<w:pgSz w:w="12240" w:h="20160" w:orient="portrait"/>');
    expect(await part(numberedDoc, 'word/settings.xml')).not.toContain('updateFields');
    const lying = {
      ...numberedDoc,
      meta: { ...numberedDoc.meta, page: { ...numberedDoc.meta.page, landscape: true } },
    };
    expect(await part(lying, 'word/document.xml')).toContain('<w:pgSz w:w="20160" w:h="12240" w:orient="landscape"/>');
  });

  it('sets Urdu as complex script, right to left, with its numbers as runs of their own', async () => {
    const xml = await part(urduDoc, 'word/document.xml');
    const [urdu, english] = xml.split('</w:p>');
    expect(urdu).toContain('<w:bidi/>');
    expect(english).not.toContain('<w:bidi/>');
    const run = /<w:r><w:rPr>(.*?)<\/w:rPr>/.exec(urdu!)![1]!;
    for (const property of ['<w:rtl/>', 'w:cs="Noto Nastaliq Urdu"', '<w:szCs w:val="26"/>', 'w:bidi="ur-PK"'])
      expect(run).toContain(property);
    expect(urdu).toMatch(/<w:r><w:t[^>]*>\u200E12-03-2026\u200E<\/w:t><\/w:r>/);
  });

  it('takes its Nastaliq with it, so that no letter is lost where the font is not installed', async () => {
    expect(Buffer.from(urdu).includes('NotoNastaliqUrdu')).toBe(true);
    const [first, second] = [await renderDocx(urduDoc), await renderDocx(urduDoc)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).includes('word/fonts/')).toBe(true);
    expect(Buffer.from(await renderDocx(numberedDoc)).includes('word/fonts/')).toBe(false);
  });

  it('shows a date and an identity number after Urdu in order', () => {
    const shown = words.map((word) => word.text);
    expect(shown).toContain('12-03-2026');
    expect(shown).toContain('35202-1234567-1');
    expect(shown.join(' ')).not.toMatch(/2026-03-12|1-1234567-35202/);
  });

  it('shades blanks with a label', async () => {
    const doc: BlockDocument = {
      meta: printMeta('B', ''),
      blocks: [para({ kind: 'blank', id: 'x', label: 'complainant’s CNIC' })],
    };
    expect(await part(doc, 'word/document.xml')).toMatch(
      /<w:shd[^>]*w:fill="F6E3A1"[^>]*\/><\/w:rPr><w:t[^>]*>\[● complainant’s CNIC\]/,
    );
  });

  it('has links of the world, not of our own', async () => {
    const doc: BlockDocument = {
      meta: printMeta('L', ''),
      blocks: [
        para([
          { kind: 'link', href: 'https://example.org/a?b=1&c', text: 'there' },
          { kind: 'link', href: 'misl-item:1', text: 'here' },
        ]),
      ],
    };
    const rels = await part(doc, 'word/_rels/document.xml.rels');
    expect(rels).toContain('https://example.org/a?b=1&amp;c');
    expect(rels).not.toContain('misl-item');
    expect(await part(doc, 'word/document.xml')).toContain('here');
  });
});
