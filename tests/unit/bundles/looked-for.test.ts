// Rules that are answered from the words of the finished file, and from what lies beneath its dark boxes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { examineFiles } from '#main/bundles/examination/examine.ts';
import { readPdf } from '#main/evidence/read-pdf.ts';
import type { CourtRecords, CourtRules, FileFound, FoundFile, PageWords } from '#shared/domain/bundles/finished.ts';
import { courtChecks } from '#shared/domain/bundles/profile-checks.ts';
import { wantedFor } from '#shared/domain/bundles/rules.ts';
import { type MadePage, makeDocument, moreNumber, streamBody } from './make-pdf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'misl-looked-for-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVERY = { words: true, covered: true };

async function look(pages: readonly MadePage[], more: readonly string[] = []): Promise<FileFound> {
  const file = path.join(folder, 'a.pdf');
  writeFileSync(file, makeDocument(pages, { more }));
  const [found] = await examineFiles({ files: [{ path: file, frontPages: 1 }], wanted: EVERY }, () => {}, readPdf);
  return found!;
}

interface Paper {
  title: string;
  /** The text of its pages; null for a scan. */
  pages: (string | null)[];
  words?: Partial<PageWords>;
}

const FRONT: PageWords = {
  text: 'INDEX',
  margins: { left: 115, right: 115, top: 60, bottom: 60 },
  points: 14,
  spacing: 1.5,
};

/** A finished bundle of one cover page and these papers, as it would have been found. */
function bundle(papers: readonly Paper[], more: Partial<FoundFile> = {}): FoundFile {
  const page = { width: 595, height: 842, isUpsideDown: false, isSideways: false, dpi: null, comments: 0, fields: 0 };
  const pages = [{ ...page, lacksText: false, words: FRONT }];
  const items = papers.map(({ title, pages: texts, words }, i) => {
    const firstPage = pages.length + 1;
    for (const text of texts)
      pages.push({ ...page, lacksText: text === null, words: { ...FRONT, text: text ?? '', ...words } });
    const label = String(firstPage);
    return {
      serial: i + 1,
      title,
      date: null,
      firstPage,
      lastPage: pages.length,
      firstLabel: label,
      lastLabel: String(pages.length),
    };
  });
  const printed = pages.map((_, i) => String(i + 1));
  return {
    found: {
      pages: pages.length,
      bytes: 1000,
      linksHold: true,
      isEncrypted: false,
      printed,
      labels: printed,
      bookmarks: [],
      opensAt: null,
      linksKeepZoom: true,
      sections: [{ letter: 'A', title: 'Documents', items }],
    },
    look: {
      pages,
      isPdf: true,
      isLinearised: false,
      said: [],
      hasMetadata: false,
      hasScripts: false,
      hasEmbeddedFiles: false,
      hasForm: false,
      frontText: ['INDEX'],
    },
    name: 'a.pdf',
    volume: null,
    isLate: false,
    ...more,
  };
}

const court: CourtRules = {
  citation: null,
  checkedOn: null,
  inForceFrom: null,
  maxPages: null,
  maxMegabytes: null,
  dpi: { least: null, most: null },
  look: { marginsMm: { top: 20, right: 40, bottom: 20, left: 40 }, points: 14, spacing: 1.5 },
  rules: [],
};
function answer(id: string, ...files: FoundFile[]) {
  const rules = [{ id, text: 'The rule', severity: 'error' as const, citation: 'c' }];
  const { ok, detail } = courtChecks({ ...court, rules }, files).find((check) => check.id === id)!;
  return { ok, detail };
}
const told = (id: string, papers: readonly Paper[]) => answer(id, bundle(papers));
const paper = (title: string, ...pages: (string | null)[]): Paper => ({ title, pages });

describe('the words of a page', () => {
  it('are read with the margins that they leave, their size and their lines', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `1 0 0 1 120 ${740 - i * 21} Tm (Line ${i + 1} of these words) Tj`,
    );
    const { pages } = await look([
      { text: '', content: `BT /F 14 Tf ${lines.join(' ')} /F 11 Tf 1 0 0 1 295 20 Tm (17) Tj ET` },
      { text: '', content: '' },
    ]);
    const { text, margins, points, spacing } = pages[0]!.words!;
    expect(text).toContain('Line 3 of these words');
    expect(points).toBe(14);
    expect(spacing).toBe(1.5);
    expect(margins!.left).toBeCloseTo(120, 0);
    // The number at the foot does not count as text that stands in the margin.
    expect(margins!.bottom).toBeGreaterThan(480);
    expect(pages[1]!.words).toMatchObject({ text: '', margins: null, points: null });
  });

  it('are not read, and boxes not looked beneath, unless a rule asks for it', async () => {
    expect(wantedFor([{ id: 'EW-1' }, { id: 'PK-1' }])).toEqual({ words: false, covered: false });
    expect(wantedFor([{ id: 'US-3' }])).toEqual({ words: true, covered: false });
    expect(wantedFor([{ id: 'US-6' }])).toEqual({ words: false, covered: true });
    const bare = bundle([paper('Letter', 'text')]);
    const pages = bare.look!.pages.map(({ words: _, ...page }) => page);
    for (const id of ['IN-1', 'PK-2', 'PK-3', 'US-3', 'US-6'])
      expect(answer(id, { ...bare, look: { ...bare.look!, pages } }).ok).toBe(null);
  });
});

describe('beneath a dark box', () => {
  const words = 'BT /F 14 Tf 100 700 Td (Secret words) Tj ET';
  const box = '0 g 90 695 140 20 re f';
  it.each<[string, string, number]>([
    ['text that it was drawn over', `${words} ${box}`, 11],
    ['the same by lines, in another colour space', `${words} 0 0 0 1 k 90 695 m 230 695 l 230 715 l 90 715 l h f`, 11],
    ['nothing where the words stand on it', `${box} 1 g ${words}`, 0],
    ['nothing where it is light', `${words} .9 g 90 695 140 20 re f`, 0],
    ['nothing where it stands elsewhere', `${words} 0 g 90 95 140 20 re f`, 0],
    ['nothing where it is a line', `${words} 0 g 90 700 140 1 re f`, 0],
    ['the text layer of a scan, whenever it is drawn', `${box} 3 Tr ${words}`, 11],
    ['text in its own colour again after a saved state', `q 1 g Q ${words} ${box}`, 11],
  ])('lies %s', async (_, content, signs) => {
    const { pages } = await look([{ text: '', content }]);
    expect(pages[0]!.covered!.signs).toBeGreaterThanOrEqual(signs);
    if (signs === 0) expect(pages[0]!.covered!.signs).toBe(0);
  });

  it('lies perhaps a picture', async () => {
    const num = moreNumber(1);
    const image = streamBody(
      deflateSync(Buffer.alloc(100, 128)),
      '/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode',
    );
    const entries = `/Resources<</XObject<</I ${num} 0 R>>>>`;
    const { pages } = await look([{ text: '', content: `q 595 0 0 842 0 0 cm /I Do Q ${box}`, entries }], [image]);
    expect(pages[0]!.covered).toEqual({ signs: 0, overPictures: 1 });
  });
});

describe('US-3', () => {
  it.each([
    'SSN 123-45-6789',
    'Account No. 1234 5678 9012',
    'a/c 00123456789',
    'born on March 3, 1990',
    'Date of birth: 03/03/1990',
    'DOB 1990-03-03',
    'EIN 12-3456789',
  ])('finds “%s”', (text) => {
    expect(told('US-3', [paper('Letter', 'Nothing here'), paper('Form', text)])).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/: 3\. Redact/),
    });
  });
  it('lets last digits, years and other numbers be, and says what it can’t tell', () => {
    const clean = 'SSN xxx-xx-6789, born in 1990, account ending 9012, phone 212-555-0188, No. 2021-123-45';
    const { ok, detail } = told('US-3', [paper('Letter', clean), paper('Scan', null)]);
    expect(ok).toBe(null);
    expect(detail).toContain('these can’t be searched for want of text: 3');
    expect(detail).toContain('minors');
  });
});

describe('PK-2', () => {
  const petition = paper('Writ petition', 'Rana Anwar, resident of House 4, Mall Road, Lahore\nVersus\nThe Province');
  const sworn =
    'AFFIDAVIT of Rana Anwar, daughter of Anwar Ali, musician by profession, CNIC 35202-1234567-8\n1. That the contents are true.\n2. That nothing is hidden.';
  it('holds of a pleading with addresses and a whole affidavit', () => {
    expect(told('PK-2', [petition, paper('Affidavit', sworn)])).toEqual({ ok: true, detail: null });
  });
  it.each([
    [sworn.replace(/CNIC \S+/, ''), 'no identity number'],
    [sworn.replace(/\n[12]\./g, '\n'), 'no numbered paragraphs'],
    [sworn.replace('daughter of Anwar Ali, ', ''), 'no description'],
  ])('fails where the affidavit lacks what can be tested', (text, lack) => {
    expect(told('PK-2', [petition, paper('Affidavit', text)])).toMatchObject({
      ok: false,
      detail: expect.stringContaining(lack),
    });
  });
  it('leaves to be seen another affidavit beside one that is whole: it may be annexed', () => {
    const papers = [petition, paper('Affidavit', sworn), paper('Affidavit of a witness', 'AFFIDAVIT\n1. a\n2. b')];
    expect(told('PK-2', papers)).toMatchObject({ ok: null, detail: expect.stringContaining('of a witness') });
  });
  it('leaves to be seen what has no form, a scan, or is not there', () => {
    const plain = sworn.replace('musician by profession, ', '');
    expect(told('PK-2', [petition, paper('Affidavit', plain)])).toMatchObject({
      ok: null,
      detail: expect.stringContaining('occupation'),
    });
    expect(told('PK-2', [petition, paper('Affidavit', null)]).detail).toContain('scan without text');
    expect(told('PK-2', [petition]).detail).toContain('no document is called an affidavit');
  });
});

describe('PK-3', () => {
  const stamp =
    'CERTIFIED TO BE TRUE COPY\nDate of application 3-2-2021\nCopy ready on 9-2-2021\nDate of delivery 10-2-2021';
  it('holds of a certified copy with its three days', () => {
    expect(told('PK-3', [paper('Order', `ORDER ${stamp}`)])).toMatchObject({ ok: true });
  });
  it('names the day that is not found, the scans whose stamp can’t be read, or that there is none', () => {
    expect(told('PK-3', [paper('Order', stamp.replace(/\nCopy.*/, ''))])).toMatchObject({
      ok: null,
      detail: expect.stringContaining('day of readiness is not found'),
    });
    expect(told('PK-3', [paper('Order', null)])).toMatchObject({ ok: null, detail: expect.stringContaining('Order') });
    expect(told('PK-3', [paper('Order', 'The petition is dismissed.')])).toMatchObject({ ok: false });
  });
});

describe('PK-3, by the record', () => {
  it('tells the days that the record has where the stamp is on a scan', () => {
    const rules = [{ id: 'PK-3', text: 'The rule', severity: 'error' as const, citation: 'c' }];
    const copy = { document: 'the order', appliedOn: '2021-02-03', readyOn: '2021-02-09', collectedOn: '2021-02-10' };
    const told = (copies: CourtRecords['copies'], text: string | null) =>
      courtChecks({ ...court, rules }, [bundle([paper('Order', text)])], { objections: [], copies })[0]!;
    expect(told([copy], null)).toMatchObject({
      ok: null,
      detail: expect.stringContaining('03.02.2021, ready on 09.02.2021'),
    });
    expect(told([{ ...copy, readyOn: null }], null).detail).toContain('A stamp on a scan');
    // What the pages say in words counts more than the record.
    expect(told([copy], 'The petition is dismissed.').ok).toBe(false);
  });
});

describe('IN-1', () => {
  it('holds where all that is set keeps the margins, the size and the lines', () => {
    expect(told('IN-1', [paper('Petition', 'words')])).toEqual({ ok: true, detail: null });
  });
  it('names pages that are set otherwise, which may be annexed', () => {
    const narrow = { margins: { left: 60, right: 115, top: 60, bottom: 60 } };
    const answered = told('IN-1', [
      { ...paper('Petition', 'words'), words: narrow },
      { ...paper('Letter', 'words'), words: { points: 10 } },
      { ...paper('Note', 'words'), words: { spacing: 1 } },
    ]);
    expect(answered.ok).toBe(null);
    expect(answered.detail).toMatch(
      /Narrower margins on pages: 2; Smaller type on pages: 3; Closer lines alone on pages: 4/,
    );
  });
  it('fails where cover or index are not set so, or a page is not A4', () => {
    const one = bundle([paper('Petition', 'words')]);
    const [front, ...rest] = one.look!.pages;
    const other = { ...front!, words: { ...FRONT, points: 10 } };
    expect(answer('IN-1', { ...one, look: { ...one.look!, pages: [other, ...rest] } }).ok).toBe(false);
    const letter = { ...front!, width: 612, height: 792 };
    expect(answer('IN-1', { ...one, look: { ...one.look!, pages: [letter, ...rest] } }).ok).toBe(false);
  });
});

describe('rules about files and their order', () => {
  const of = (title: string, number: number): FoundFile => {
    const file = bundle([paper('Paper', 'words')], { volume: { number, of: 3 } });
    return { ...file, found: { ...file.found, sections: [{ ...file.found.sections[0]!, title }] } };
  };
  it('EW-12: one bundle, and one of authorities', () => {
    expect(answer('EW-12', of('Documents', 1)).ok).toBe(true);
    expect(answer('EW-12', of('Documents', 1), of('Authorities', 2)).ok).toBe(true);
    expect(answer('EW-12', of('Documents', 1), of('Documents', 2))).toEqual({ ok: false, detail: 'It is 2 files.' });
  });
  it('IN-3: main, additional documents, record', () => {
    const three = [of('Main', 1), of('Additional documents', 2), of('Record of proceedings', 3)];
    expect(answer('IN-3', ...three).ok).toBe(true);
    expect(answer('IN-3', of('A', 1), of('B', 2), of('C', 3)).ok).toBe(null);
    expect(answer('IN-3', of('Main', 1)).ok).toBe(false);
  });
  it('US-4: the docket entries first', () => {
    expect(told('US-4', [paper('Docket entries', 'a'), paper('Order', 'b')])).toMatchObject({ ok: null });
    expect(told('US-4', [paper('Order', 'b'), paper('Docket entries', 'a')])).toMatchObject({ ok: false });
    expect(told('US-4', [paper('Order', 'b')])).toMatchObject({ ok: null });
  });
  it('US-5: no number twice in the bundle', () => {
    const one = bundle([paper('Order', 'b')]);
    expect(answer('US-5', one)).toMatchObject({ ok: null, detail: expect.stringContaining('no other') });
    const twice = { ...one, found: { ...one.found, printed: ['1', '1'] } };
    expect(answer('US-5', twice)).toEqual({ ok: false, detail: '1 stands on two pages.' });
  });
  it('PK-5: what the records say of objections', () => {
    const rules = [{ id: 'PK-5', text: 'The rule', severity: 'error' as const, citation: 'c' }];
    const one = [bundle([paper('Order', 'b')])];
    const told = (objections: CourtRecords['objections'] | null) => {
      const checks = courtChecks({ ...court, rules }, one, objections && { objections, copies: [] });
      return checks.find(({ id }) => id === 'PK-5')!;
    };
    const cured = { text: 'No index', cure: 'Index filed', cureBy: '2026-11-10', curedOn: '2026-11-08' };
    expect(told(null).ok).toBe(null);
    expect(told([]).ok).toBe(true);
    expect(told([cured]).ok).toBe(true);
    expect(told([cured, { ...cured, curedOn: null }])).toMatchObject({
      ok: false,
      detail: 'No index (not filed again)',
    });
    expect(told([{ ...cured, cure: null }]).detail).toBe('No index (no cure)');
  });
  it('US-6: what lies beneath', () => {
    const one = bundle([paper('Order', 'b')]);
    const covered = (signs: number, overPictures: number) => ({
      ...one,
      look: { ...one.look!, pages: one.look!.pages.map((page) => ({ ...page, covered: { signs, overPictures } })) },
    });
    expect(answer('US-6', covered(0, 0)).ok).toBe(true);
    expect(answer('US-6', covered(3, 1)).ok).toBe(false);
    expect(answer('US-6', covered(0, 1)).ok).toBe(null);
  });
});
