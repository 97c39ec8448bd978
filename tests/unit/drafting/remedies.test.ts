import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx, renderPdf } from '#main/documents/service.ts';
import { accountedFor, condonation, readLedger } from '#shared/domain/drafting/condonation.ts';
import type { DraftSnapshot } from '#shared/domain/drafting/snapshot.ts';
import { templateOf } from '#shared/domain/drafting/templates.ts';
import { pdfRows, pdfText, qpdfFindings, throughLibreOffice } from '../documents/programs.ts';
import { bareSnapshot, fullSnapshot } from './sample.ts';

/** The complaint was refused on 12 November 2026; what is filed against that, in time or late. */
function refused(more: Partial<DraftSnapshot> = {}): DraftSnapshot {
  return {
    ...fullSnapshot(),
    forum: { kind: 'governor', name: 'The Governor of the Punjab', place: 'Lahore' },
    proceeding: { id: 'p2', numberText: null, year: 2026, type: 'Representation', filedOn: null },
    impugned: {
      date: '2026-11-12',
      forumName: 'the Ombudsperson Punjab',
      proceedingText: 'Complaint No. 143/2026',
      disposalText:
        'not entertained for want of jurisdiction (complainant not an “employee”), without the merits being reached',
      communicatedOn: '2026-11-14',
      copy: { appliedOn: '2026-11-13', readyOn: '2026-11-16', collectedOn: '2026-11-17' },
      annexure: 'x2',
    },
    limitation: {
      rule: 'Representation to the Governor',
      citation: 'Act IV of 2010 s.9',
      triggeredOn: '2026-11-12',
      due: '2026-12-12',
      filingOn: '2026-12-01',
      trace: [
        { date: '2026-11-12', text: 'Time runs from the decision; the day itself is not counted' },
        { date: '2026-12-12', text: 'The last day, by the count alone' },
      ],
    },
    verification: { place: 'Lahore', date: '2026-12-01', deponentId: 'c' },
    grounds: [
      {
        heading: 'Misreading of section 2(f)',
        text: 'a performer who is paid by the session is a contractual employee {A}',
      },
      { heading: null, text: 'the allegation was never looked at' },
    ],
    prayers: [{ kind: 'interim', text: 'the effect of the order be held over until the decision' }],
    answers: {
      mainCase: 'a representation under section 9 of the 2010 Act',
      ledger: '2026-12-13 to 2026-12-15: the complainant was in hospital {C}\n2026-12-17: the papers were signed',
      diligence: 'she applied for the copy on the day after the order',
      merits: 'the only ground of the refusal is a reading of section 2(f) that leaves out its words',
      prejudice: 'nothing was done on the strength of the order',
      provision: 'Order IX rule 9 of the Code of Civil Procedure, 1908',
      knownOn: '2026-11-20',
      absence: 'counsel was before the Supreme Court at Islamabad',
      proof: 'the cause list of that day, Annexure {B}',
      counselAbsence: 'my case at Islamabad was called out of turn',
      stage: 'Suit No. 88/2026, evidence of the plaintiff',
      knowledge: 'I was in the studio on 6 September 2026.\n\nThe door was closed.',
      belief: 'Omar Javed told me that he heard it',
      powers: 'to compromise the case',
    },
    ...more,
  };
}

const late = (snapshot: DraftSnapshot): DraftSnapshot => ({
  ...snapshot,
  limitation: { ...snapshot.limitation!, filingOn: '2026-12-17' },
  verification: { ...snapshot.verification, date: '2026-12-17' },
});

/** What DOMAIN E asks of each, and the words that show it is there. */
const ELEMENTS: Record<string, [string, RegExp][]> = {
  'representation-phw': [
    ['forum', /BEFORE THE GOVERNOR OF THE PUNJAB, LAHORE/],
    [
      'impugned decision: forum, date, number',
      /the order of the Ombudsperson Punjab dated 12 November 2026 in Complaint No\. 143\/2026/,
    ],
    [
      'certified copy',
      /certified copy of the order was applied for on 13 November 2026, was ready on 16 November 2026/,
    ],
    [
      'what was decided and what was not',
      /not entertained for want of jurisdiction .* without the merits being reached/,
    ],
    [
      'thirty days with the count',
      /its last day is 12 December 2026; it is made on 1 December 2026, within time\. .*Time runs from the decision/,
    ],
    ['facts', /Facts 7\. That on 4 August 2026: the organisation engaged the complainant/],
    [
      'grounds',
      /\(a\) Misreading of section 2\(f\): a performer .* employee Annexure A\. \(b\) the allegation was never looked at/,
    ],
    [
      'relief with interim relief',
      /PRAYER.*\(a\) the order complained of be set aside.*\(b\) the effect of the order be held over/,
    ],
    ['verification', /VERIFICATION Verified on oath at Lahore on 1 December 2026 that the contents of paragraphs 1 to/],
    ['signature', /Hina Bano Petitioner/],
    ['copies', /Copies to: 1\. the Ombudsperson Punjab 2\. Sajid Malik, 4 Mall Road, Lahore/],
  ],
  condonation: [
    ['section', /Application under section 5 of the Limitation Act, 1908, for condonation of delay/],
    ['special law', /section 29\(2\) of the Limitation Act, 1908/],
    [
      'due date, filing date, number of days',
      /its last day was 12 December 2026; it is filed on 17 December 2026; the delay is of 5 days\./,
    ],
    ['cause', /the cause of the delay is: the complaint is made/],
    ['no negligence', /no negligence: she applied for the copy/],
    ['merits', /deserves to be heard: the only ground/],
    ['prejudice', /no prejudice that costs cannot meet: nothing was done/],
    ['affidavit apart', /AFFIDAVIT IN SUPPORT.*I, Hina Bano, .*CNIC No\. 35202-1234567-1, singer.*Oath Commissioner/],
    ['filed with the main case', /files a representation under section 9 of the 2010 Act, against the order/],
  ],
  restoration: [
    ['provision', /Application under Order IX rule 9 of the Code/],
    ['dismissal', /dated 12 November 2026 .* the case was dismissed, no one appearing/],
    ['knowledge', /came to know of it on 20 November 2026/],
    [
      'reason and proof',
      /On that day|on that day: counsel was before the Supreme Court.*shown by: the cause list of that day, Annexure Annexure B/,
    ],
    ['count', /its last day is 12 December 2026/],
    ['affidavits of party and counsel', /AFFIDAVIT OF THE APPLICANT.*AFFIDAVIT OF COUNSEL.*called out of turn/],
    ['number and stage', /Suit No\. 88\/2026, evidence of the plaintiff/],
    ['prayer', /restored to its number and to the stage/],
  ],
  affidavit: [
    ['deponent', /I, Hina Bano, daughter of Karim Bano, CNIC No\. 35202-1234567-1, singer/],
    ['knowledge in numbered paragraphs', /1\. I was in the studio on 6 September 2026\. 2\. The door was closed\./],
    ['belief with its source', /3\. That on information, which I believe to be true: Omar Javed told me/],
    [
      'place, date, attestation, identification',
      /Verified on oath at Lahore on 1 December 2026.*Identified by.*Oath Commissioner/,
    ],
  ],
  vakalatnama: [
    ['client', /I, Hina Bano, daughter of Karim Bano, CNIC/],
    [
      'advocate',
      /appoint A\. Advocate, Advocate, Lahore High Court, licence or ledger No\. PBC-12345, mobile 0300-1234567/,
    ],
    ['express powers alone', /by express authority to compromise the case\./],
    ['signature and acceptance', /Signature or thumb mark of the client.*Accepted/],
    ['stamp', /Stamp and bar ticket/],
  ],
};

const snapshotFor = (id: string) => (id === 'condonation' ? late(refused()) : refused());

describe.each(Object.keys(ELEMENTS))('%s', (id) => {
  const text = { word: '', typeset: '' };
  beforeAll(async () => {
    const { document } = templateOf(id).build(snapshotFor(id));
    text.word = pdfText(throughLibreOffice({ one: await renderDocx(document) }).one!);
    const typeset = await renderPdf(document);
    expect(qpdfFindings(typeset)).toBe('');
    text.typeset = pdfText(typeset);
  }, 120_000);

  it.each(ELEMENTS[id]!)('has %s, in Word as LibreOffice opens it and in the typeset pages', (_, words) => {
    expect(text.word).toMatch(words);
    expect(text.typeset).toMatch(words);
  });

  it('marks what is missing and never leaves it out', () => {
    const bare = templateOf(id).build({ ...bareSnapshot(), impugned: null, limitation: null, answers: {} });
    expect(bare.blanks.length).toBeGreaterThan(2);
    expect(JSON.stringify(bare.document)).not.toMatch(/undefined|NaN/);
    expect(bare.blanks.every(({ label, where }) => label !== '' && where !== '')).toBe(true);
  });
});

describe('the ledger of days', () => {
  it('is read line by line, and gives back what is no line', () => {
    const { lines, unread } = readLedger(
      '2026-12-13 to 2026-12-15: ill\n2026-12-17 – signed\nlater\n2026-12-20 to 2026-12-01: back',
    );
    expect(lines).toEqual([
      { from: '2026-12-13', to: '2026-12-15', text: 'ill' },
      { from: '2026-12-17', to: '2026-12-17', text: 'signed' },
    ]);
    expect(unread).toEqual(['later', '2026-12-20 to 2026-12-01: back']);
  });

  it('leaves no day out', () => {
    const lines = readLedger('2026-12-14 to 2026-12-15: ill\n2026-12-15 to 2026-12-17: still ill').lines;
    expect(accountedFor(lines, '2026-12-13', '2026-12-19')).toEqual([
      { from: '2026-12-13', to: '2026-12-13', text: null },
      ...lines,
      { from: '2026-12-18', to: '2026-12-19', text: null },
    ]);
  });

  it('stands in the pages row by row, with a marked blank for a day that nothing explains', async () => {
    const rows = pdfRows(await renderPdf(condonation(late(refused())).document));
    expect(rows).toMatch(/13 December 2026 to\s+3\s+the complainant was in hospital Annexure C\./);
    expect(rows).toMatch(/16 December 2026\s+1\s+\[● what was done on these days:/);
  });

  it('asks for each stretch that nothing explains', () => {
    const { blanks } = condonation(late(refused({ answers: {} })));
    expect(blanks.map(({ label }) => label)).toContain(
      'what was done on these days: 13\u00A0December\u00A02026 to 17\u00A0December\u00A02026',
    );
  });
});
