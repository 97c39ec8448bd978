import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DISPOSALS, MERITS } from '#shared/domain/disposals/facts.ts';
import { disposalInWords } from '#shared/domain/disposals/words.ts';
import { statusStatement } from '#shared/domain/status/statement.ts';
import { GROUND_CODES } from '#shared/packs/vocabulary.ts';
import { ladder, order, proceeding, records } from './records.ts';

const TODAY = '2026-11-23';
const on = (asOf: string, more: { proceedingId?: string; language?: 'en' | 'ur' } = {}) =>
  statusStatement(ladder, { asOf, today: TODAY, ...more });

describe('the status of a matter, day by day', () => {
  it('says nothing before anything began', () => {
    expect(on('2026-01-01').text).toBe('No proceeding had begun by that day.');
  });

  it('is pending while nothing is decided', () => {
    expect(on('2026-01-20').text).toBe(
      'No. 1/2026 is pending before the Ombudsperson Punjab. No forum has yet decided the allegations on their merits.',
    );
  });

  it('keeps the time to challenge open until its day, and not after it', () => {
    expect(on('2026-02-10').text).toMatch(/representation to the Governor until 12 March 2026/);
    expect(on('2026-02-10').proceedings[0]?.facts.find(({ fact }) => fact === 'finality')?.value).toBe(
      'Open to challenge until 12 March 2026',
    );
  });

  it('is under challenge as soon as the representation is filed', () => {
    const finality = on('2026-03-05').proceedings[0]?.facts.find(({ fact }) => fact === 'finality');
    expect(finality).toMatchObject({ value: 'Under challenge', sourceId: '2' });
  });

  it('tells the whole ladder in one line, and that no forum reached the merits', () => {
    expect(on(TODAY).text).toBe(
      'No. 1/2026 not entertained for want of jurisdiction (not an ‘employee’, s. 2(f)) by the Ombudsperson Punjab, ' +
        '10 February 2026; the refusal upheld on the same ground by the Governor of the Punjab, 10 April 2026 (No. 2/2026), ' +
        'and by the Lahore High Court, 10 August 2026 (No. 3/2026). Leave to appeal granted by the Supreme Court of ' +
        'Pakistan, 20 October 2026 (No. 4/2026); the appeal is pending. No forum has decided the allegations on their merits.',
    );
  });

  it('gives each run its record', () => {
    const sources = new Set(on(TODAY).runs.map(({ sourceId }) => sourceId));
    for (const id of ['1', 'o1', 'o2', 'o3', 'o4']) expect(sources).toContain(id);
    expect(
      on(TODAY)
        .runs.filter(({ strong }) => strong)
        .map(({ text }) => text),
    ).toContain('No forum has decided the allegations on their merits');
  });

  it('gives the five facts of one proceeding with what they rest on', () => {
    const { proceedings } = on(TODAY, { proceedingId: '1' });
    expect(proceedings).toHaveLength(1);
    expect(proceedings[0]?.facts.map(({ fact, value }) => [fact, value])).toEqual([
      ['disposal', 'Not entertained'],
      ['ground', 'For want of jurisdiction (JUR-PERS)'],
      ['merits', 'No'],
      ['finality', 'Under challenge'],
      ['effect', 'A fresh action is open'],
    ]);
    expect(proceedings[0]?.sources).toEqual([{ id: 'o1', text: 'Order of 10 February 2026, as entered' }]);
  });
});

test('an order set aside is no decision on the merits any more, and the case is pending again', () => {
  const decided = records({
    proceedings: [
      proceeding('1'),
      proceeding('2', { forum: 'high-court', forumName: 'Lahore High Court', filedOn: '2026-03-01' }),
    ],
    links: [{ fromId: '2', toId: '1', kind: 'appeal-from', orderId: 'o1' }],
    orders: [
      order('o1', '1', '2026-02-01', { ground: 'MERITS', merits: 'yes' }),
      order('o2', '2', '2026-06-01', { disposal: 'remanded', ground: 'NONJOIN' }),
    ],
  });
  const at = (asOf: string) => statusStatement(decided, { asOf, today: TODAY }).text;
  expect(at('2026-02-05')).toMatch(/dismissed on the merits .*The merits were decided by the Ombudsperson Punjab/);
  expect(at('2026-07-01')).toMatch(/set aside and remanded by the Lahore High Court, 1 June 2026/);
  expect(at('2026-07-01')).toMatch(/is again pending before the Ombudsperson Punjab/);
  expect(at('2026-07-01')).not.toMatch(/merits were decided/);
});

test('words in passing and unrecorded merits are not passed off as a decision or as none', () => {
  const one = (merits: string | null) =>
    statusStatement(records({ proceedings: [proceeding('1')], orders: [order('o', '1', '2026-02-01', { merits })] }), {
      asOf: TODAY,
      today: TODAY,
    }).text;
  expect(one('obiter')).toMatch(/No forum has decided .*; touched on only in passing by/);
  expect(one(null)).toMatch(/Whether the merits were reached is not recorded/);
});

test('a case of a register, of which only its next date is known, is pending', () => {
  const listed = records({
    proceedings: [proceeding('1', { filedOn: null })],
    hearings: [{ id: 'h', proceedingId: '1', date: '2028-02-29', purpose: 'arguments' }],
  });
  const at = (asOf: string) => statusStatement(listed, { asOf, today: TODAY }).text;
  expect(at(TODAY)).toMatch(/^No\. 1\/2026 is pending before the Ombudsperson Punjab; next date 29 February 2028/);
  expect(at('2026-11-22')).toBe('No proceeding had begun by that day.');
});

test('a stage or next date of today is not said of an earlier day', () => {
  const pending = records({
    proceedings: [proceeding('1', { stage: 'final arguments' })],
    hearings: [{ id: 'h', proceedingId: '1', date: '2026-12-01', purpose: 'Arguments' }],
  });
  const at = (asOf: string) => statusStatement(pending, { asOf, today: TODAY }).text;
  expect(at(TODAY)).toMatch(/final arguments; next date 1 December 2026 \(Arguments\)/);
  expect(at('2026-06-01')).not.toMatch(/final arguments|December/);
});

const anyOrder = fc.record({
  disposal: fc.constantFrom(...DISPOSALS),
  ground: fc.option(fc.constantFrom(...GROUND_CODES)),
  merits: fc.option(fc.constantFrom(...MERITS)),
});

describe('never one word alone', () => {
  it('says the ground and whether the merits were reached, for every disposal', () => {
    fc.assert(
      fc.property(anyOrder, (facts) => {
        const made = order('o', '1', '2026-02-01', facts);
        const { text, proceedings } = statusStatement(records({ proceedings: [proceeding('1')], orders: [made] }), {
          asOf: TODAY,
          today: TODAY,
        });
        const own = proceedings[0]!.runs.map((run) => run.text).join('');
        for (const words of [text, own, disposalInWords(made)!]) {
          expect(words).not.toMatch(/\b(dismissed|rejected|refused)\s*(by the|[,.;])/i);
          expect(words).not.toMatch(/\bcleared\b|\bexonerated\b/i);
          expect(words).toMatch(/merits/);
        }
        if (facts.ground === null) expect(own).toMatch(/the ground is not recorded/);
      }),
    );
  });

  it('survives links that run in a circle', () => {
    const circle = records({
      proceedings: [proceeding('1'), proceeding('2', { filedOn: '2026-02-01' })],
      links: [
        { fromId: '2', toId: '1', kind: 'appeal-from', orderId: null },
        { fromId: '1', toId: '2', kind: 'review-of', orderId: null },
      ],
      orders: [order('a', '1', '2026-03-01'), order('b', '2', '2026-04-01')],
    });
    expect(statusStatement(circle, { asOf: TODAY, today: TODAY }).text).toMatch(/merits/);
  });
});

describe('in Urdu', () => {
  const { text, reviewed, runs } = on(TODAY, { language: 'ur' });

  it('says that a native advocate has not read it', () => {
    expect(reviewed).toBe(false);
    expect(on(TODAY).reviewed).toBe(true);
  });

  it('keeps every number, date and Latin name in order by marks on both sides', () => {
    for (const part of [text, ...runs.map((run) => run.text)]) {
      expect(part.replace(/\u200E[^\u200E]*\u200E/g, '')).not.toMatch(/[A-Za-z0-9]/);
    }
  });

  it('says the ground and that no forum reached the merits', () => {
    expect(text).toMatch(/دائرۂ اختیار نہ ہونے کی بنا پر ناقابلِ سماعت قرار دیا/);
    expect(text).toMatch(/کسی فورم نے الزامات پر میرٹ کی بنیاد پر فیصلہ نہیں کیا/);
  });
});
