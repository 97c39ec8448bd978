import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it } from 'vitest';
import { resourceFolder } from '#main/documents/resources.ts';
import { forgetDocuments, renderPdf, renderSvgPages } from '#main/documents/service.ts';
import type { BlockDocument } from '#shared/domain/blocks/blocks.ts';
import { annexureRef, inline, pageBreak, para, pleadingMeta } from '#shared/domain/blocks/build.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { fullSnapshot } from '../drafting/sample.ts';
import { pdfInfo, pdfText, pdfWords, qpdfFindings } from './programs.ts';

const doc = (...blocks: BlockDocument['blocks']): BlockDocument => ({ meta: pleadingMeta('Test'), blocks });

describe('typeset pages', () => {
  it('are the same bytes each time, also after everything was forgotten', async () => {
    const { document } = complaintPhw(fullSnapshot());
    const first = await renderPdf(document, { date: '2026-11-23' });
    forgetDocuments();
    const second = await renderPdf(document, { date: '2026-11-23' });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(qpdfFindings(first)).toBe('');
  });

  it('are tagged, have a title, and name no author', async () => {
    const info = pdfInfo(await renderPdf(complaintPhw(fullSnapshot()).document));
    expect(info).toMatch(/Title:\s+Complaint under the 2010 Act/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+612 x 1008 pts/);
    expect(info).not.toMatch(/Author:/);
    expect(pdfInfo(await renderPdf(doc(para('x')), { tagged: false }))).toMatch(/Tagged:\s+no/);
  });

  it('can be PDF/A-2b, and say which signs no font has', async () => {
    const pdf = await renderPdf(complaintPhw(fullSnapshot()).document, { archival: true, date: '2026-11-23' });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B/);
    expect(qpdfFindings(pdf)).toBe('');
    await expect(renderPdf(doc(para('\u{1FAE9}\u{10FFFD}')), { archival: true })).rejects.toThrow(/these are in none/);
  });

  it('carry links, and those of our own as addresses', async () => {
    const pdf = await renderPdf(doc(para({ kind: 'link', href: 'misl-item:0198-ab', text: 'row' })));
    expect(Buffer.from(pdf).toString('latin1')).toContain('/URI (misl-item:0198-ab)');
  });

  it('break names of files within their column, and put no sign into them', async () => {
    const names = ['Annexure_P3_Certified_copy_of_the_order_of_14_Feb_2026_final_v2', '0f3a9c'.repeat(14)];
    const columns = ['Document', 'Pages'].map((header) => ({ header, width: 1 }));
    const rows = names.map((name) => ({ cells: [inline(name), inline('7')] }));
    const pdf = await renderPdf(doc({ kind: 'table', columns, rows, look: 'grid' }));
    const words = pdfWords(pdf);
    for (const name of names) {
      const parts = words.filter(({ text }) => text.length > 3 && name.includes(text));
      expect(parts.map(({ text }) => text).join('')).toBe(name);
      // Both lines begin where the column does.
      expect(new Set(parts.map(({ x }) => Math.round(x))).size).toBe(1);
      expect(new Set(parts.map(({ y }) => y)).size).toBeGreaterThan(1);
    }
    expect(pdfText(pdf)).not.toMatch(/\u200b/);
  });

  it('show dates and identity numbers after Urdu in order, in paragraphs of either direction', async () => {
    const urdu = 'نے مورخہ 12-03-2026 کو شناختی کارڈ نمبر 35202-1234567-1 دیا';
    const pdf = await renderPdf(doc(para(`درخواست گزار ${urdu}`), para(`He wrote: ${urdu} and 13-03-2026.`)));
    const shown = pdfWords(pdf).map((word) => word.text);
    expect(shown.filter((word) => word === '12-03-2026')).toHaveLength(2);
    expect(shown.filter((word) => word === '35202-1234567-1')).toHaveLength(2);
    expect(shown.join(' ')).toContain('13-03-2026');
  });

  it('would show them turned round without the marks: the check above can fail', () => {
    const bare = NodeCompiler.create({ workspace: '/x', fontArgs: [{ fontPaths: [`${resourceFolder()}/fonts`] }] });
    const source = '#set text(font: ("Tinos", "Noto Nastaliq Urdu"), dir: rtl, lang: "ur")\nمورخہ 12-03-2026 کو';
    const shown = pdfWords(bare.pdf(bare.compile({ mainFileContent: source }).result!)).map((word) => word.text);
    expect(shown).not.toContain('12-03-2026');
    expect(shown.join('')).toContain('2026-03-12');
  });

  it('say in which order a phrase reads: the first Urdu word stands right of the date, the last left', async () => {
    const words = pdfWords(await renderPdf(doc(para('He wrote: میں 12-03-2026 کو and left.'))));
    const date = words.find((word) => word.text === '12-03-2026')!;
    const urdu = words.filter((word) => /[\u0600-\u06FF]/.test(word.text));
    const left = urdu
      .filter((word) => word.x < date.x)
      .map((word) => word.text)
      .join('');
    const right = urdu
      .filter((word) => word.x > date.x)
      .map((word) => word.text)
      .join('');
    expect(left).toMatch(/ک/);
    expect(right).toMatch(/م/);
  });

  it('never take text for markup', async () => {
    const hostile = '#panic("x") *b* _i_ $x^2$ @ref <label> `raw` // c /* d */ = h - l + n #let a = 1 \\ ~ ] } )';
    const pdf = await renderPdf({
      ...doc(para(hostile), { kind: 'heading', level: 1, content: inline(hostile) }),
      meta: pleadingMeta(hostile),
    });
    expect(pdfText(pdf)).toContain(
      '#panic("x") *b* _i_ $x^2$ @ref <label> `raw` // c /* d */ = h - l + n #let a = 1 \\ ~ ] } )',
    );
  });

  it('are made of a picture that is none with a clear message', async () => {
    const broken = doc({ kind: 'picture', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]), alt: 'x', width: null });
    await expect(renderPdf(broken)).rejects.toThrow(/picture in this document can’t be read/);
    expect(pdfText(await renderPdf(doc(para('after'))))).toContain('after');
  });
});

const found = (page: string, pattern: RegExp) => pattern.exec(page)?.[0] ?? null;

describe('the preview', () => {
  it('gives a page of shapes for each page, and nothing that could run or fetch', async () => {
    const link = para({ kind: 'link', href: 'https://example.org/"><script>?a=1&b', text: 'link' });
    const pages = await renderSvgPages(
      doc(para('One'), link, pageBreak, para(['Two ', annexureRef('gone')]), pageBreak, para('Three')),
    );
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      expect(found(page, /^<svg class="doc-page" viewBox="0 [\d.]+ 612 1008"/)).not.toBeNull();
      expect(found(page, /<script|<foreignObject|<a[\s>]|<image|<style|<iframe|\son\w+=|javascript:/i)).toBeNull();
      expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
      const used = new Set([...page.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id]) => id));
      for (const id of used) expect(page.includes(`<symbol id="${id}"`)).toBe(true);
    }
    expect(found(pages[0]!, /data-target="[^"]*"/)).toBe(
      'data-target="https://example.org/%22%3E%3Cscript%3E?a=1&amp;b"',
    );
  });

  it('has no link to a place that documents have no business with', async () => {
    const [page] = await renderSvgPages(doc(para({ kind: 'link', href: 'javascript:alert(1)', text: 'link' })));
    expect(found(page!, /doc-link/)).toBeNull();
  });

  it('does not let a picture’s name out of its place', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const [page] = await renderSvgPages(
      doc({ kind: 'picture', mime: 'image/png', bytes: dot, alt: '"><script>x</script>', width: 10 }),
    );
    expect(found(page!, /<script/)).toBeNull();
    expect(found(page!, /href="(?!#|data:image\/png;base64,)/)).toBeNull();
  });

  it('has as many pages as the PDF', async () => {
    const { document } = complaintPhw(fullSnapshot());
    const pages = await renderSvgPages(document);
    expect(pdfInfo(await renderPdf(document))).toMatch(new RegExp(`Pages:\\s+${pages.length}\\n`));
  });
});
