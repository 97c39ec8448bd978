import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx, renderPdf } from '#main/documents/service.ts';
import { finalOf } from '#shared/domain/blocks/build.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { TEMPLATES, templateOf } from '#shared/domain/drafting/templates.ts';
import { pdfRows, pdfText, qpdfFindings, throughLibreOffice } from '../documents/programs.ts';
import { bareSnapshot, fullSnapshot } from './sample.ts';

/** What DOMAIN E1 marks as mandatory or expected, and the words that show it is there. */
const ELEMENTS: [string, RegExp][] = [
  ['forum chosen', /BEFORE THE OMBUDSPERSON PUNJAB, LAHORE/],
  ['one forum', /this forum alone, under section 8\(1\)/],
  ['basis of jurisdiction', /Jurisdiction: the organisation works within the Punjab only/],
  ['complainant', /Hina Bano, daughter of Karim Bano, CNIC No\. 35202-1234567-1/],
  ['how she fits the Act', /section 2\(f\) asks for, in that: she was engaged as a singer/],
  [
    'definition in force, with its source',
    /“employee” means a regular or contractual employee.*Section 2\(f\), as in force in the Punjab on 6 September 2026/,
  ],
  ['accused and post', /Sajid Malik.*section 2\(a\), in that: he is the company’s head of production/],
  [
    'organisation and employer',
    /organisation is Tamarind Studios \(Private\) Limited, of 4 Mall Road, Lahore, and its employer .* is Nadia Shah, Chief Executive/,
  ],
  ['workplace nexus', /workplace within section 2\(n\): the studio/],
  [
    'incident: date, time, place, act',
    /on 6 September 2026, at 20:15, at Studio B, 4 Mall Road, Lahore: the accused sent the others out/,
  ],
  ['incident: words', /What was said or written: “You will not sing anywhere if you make a scene”/],
  ['incident: witnesses', /Witnesses: Witness A and Omar Javed\./],
  ['incident: effect on work', /Effect on the complainant’s work: She withdrew from the concert/],
  ['incident: an uncertain date said as such', /on or about 19 September 2026/],
  ['continuing or series', /the two are one series/],
  ['earlier reporting', /on 21 September 2026: the complainant told Nadia Shah by mail/],
  ['witness names', /the witnesses of the complainant are: \(a\) Witness A, who will speak to/],
  ['annexed evidence', /annexed to this complaint: \(a\) Contract letter, 4 August 2026 \(Annexure A\)/],
  ['prayer: penalty', /PRAYER.*\(a\) a major penalty under section 4\(4\)/],
  ['prayer: compensation', /\(b\) compensation be recovered/],
  ['prayer: interim separation', /\(c\) the accused be kept from the complainant’s sessions/],
  [
    'verification',
    /VERIFICATION Verified on oath at Lahore on 23 November 2026 that the contents of paragraphs 1 to \d+ above are true and correct/,
  ],
  ['signature', /Hina Bano Complainant/],
  ['counsel', /Through.*A\. Advocate.*Licence No\. PBC-12345/],
  ['delay', /As to the time that has passed: the complaint is made within three months/],
  ['parallel proceedings', /Suit for defamation, Suit No\. 88\/2026, before the District Judge, Lahore: pending/],
  ['confidentiality', /kept confidential as section 4\(3\) provides: the names of the witnesses/],
  ['list of annexures', /LIST OF ANNEXURES/],
  ['page fields', /Page 1 of \d/],
];

describe('the complaint under the 2010 Act', () => {
  const full = complaintPhw(fullSnapshot());
  const bare = complaintPhw(bareSnapshot());
  const text: Record<string, string> = {};

  beforeAll(async () => {
    const word = throughLibreOffice({
      full: await renderDocx(full.document),
      bare: await renderDocx(bare.document),
    });
    text.word = pdfText(word.full!);
    text.bareWord = pdfText(word.bare!);
    const typeset = await renderPdf(full.document);
    expect(qpdfFindings(typeset)).toBe('');
    text.typeset = pdfText(typeset);
    text.rows = pdfRows(typeset);
    text.final = pdfText(await renderPdf(finalOf(full.document)));
  }, 180_000);

  it.each(ELEMENTS)('has %s, in Word as LibreOffice opens it and in the typeset pages', (_, words) => {
    expect(text.word).toMatch(words);
    expect(text.typeset).toMatch(words);
  });

  it('lists each annexure with mark, date and pages in a row', () => {
    expect(text.rows).toMatch(/2\s+Call sheet of the session \(copy\)\s+B\s+06\.09\.2026\s+2/);
  });

  it('has no blank where nothing is missing', () => {
    expect(full.blanks).toEqual([]);
    expect(full.dangling).toEqual([]);
    expect(text.word).not.toContain('●');
  });

  it('marks and lists whatever is missing, each with the place to fill it in', () => {
    for (const blank of bare.blanks.filter(({ where }) => where !== 'annexures')) {
      expect(text.bareWord).toContain(`[● ${blank.label}]`);
    }
    const where = bare.blanks.map((blank) => blank.where);
    expect(where).toEqual(
      expect.arrayContaining(['parties.c.cnic', 'standing.complainant', 'incidents', 'prayers', 'verification.date']),
    );
    expect(new Set(bare.blanks.map(({ id }) => id)).size).toBe(bare.blanks.length);
    expect(text.bareWord).not.toMatch(/undefined|null|NaN/);
  });

  it('asks for each kind of relief that is not yet prayed for', () => {
    const { prayers } = fullSnapshot();
    const built = complaintPhw({ ...fullSnapshot(), prayers: prayers.slice(0, 1) });
    expect(built.blanks.map(({ label }) => label)).toEqual([
      'compensation sought',
      'interim separation or other interim relief sought',
    ]);
  });

  it('says that it is a draft until it is final', () => {
    expect(text.word).toContain('Draft: check before filing');
    expect(text.final).not.toContain('Draft: check before filing');
  });

  it('names an annexure that is cited and not in the list', () => {
    const snapshot = fullSnapshot();
    const built = complaintPhw({ ...snapshot, annexures: snapshot.annexures.filter(({ id }) => id !== 'x2') });
    expect(built.dangling).toEqual(['x2']);
  });

  it('goes to a Committee under section 4', () => {
    const snapshot = fullSnapshot();
    const { document } = complaintPhw({
      ...snapshot,
      forum: { kind: 'committee', name: 'Inquiry Committee', place: 'Lahore' },
    });
    expect(JSON.stringify(document)).toContain('Complaint under section 4 of');
  });

  it('takes page and type from the pack', () => {
    expect(full.document.meta.page).toMatchObject({ size: 'legal', binding: 45 });
    const india = complaintPhw({ ...fullSnapshot(), pack: { id: 'in', name: 'India' } });
    expect(india.document.meta).toMatchObject({ size: 14, page: { size: 'a4', binding: 40, outer: 40 } });
  });
});

describe('templates', () => {
  it('are found by id, and an unknown one is refused with the known ones', () => {
    expect(templateOf('complaint-phw').title).toBe('Complaint under the 2010 Act');
    expect(() => templateOf('complaint')).toThrow(/There is no draft called “complaint”/);
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
  });

  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s writes full and bare snapshots without a hole',
    (_, template) => {
      for (const snapshot of [fullSnapshot(), bareSnapshot()]) {
        const text = JSON.stringify(template.build(snapshot).document.blocks);
        expect(text).not.toMatch(/undefined|NaN|\[object|: null,?\s*"/);
      }
    },
  );
});
