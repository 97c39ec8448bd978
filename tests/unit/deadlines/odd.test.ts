// Names that outside checks use, dates at the edges of the calendar, and what cannot be read.
import { describe, expect, test } from 'vitest';
import { ProblemError } from '#shared/problem.ts';
import { count, errors, library } from './packs.ts';

const PHW = ['committee.charge', 'committee.defence', 'committee.findings', 'committee.penalty', 'appeal.penalised']
  .concat(['appeal.complainant', 'ombudsperson.show-cause', 'ombudsperson.defence', 'representation'])
  .map((id) => `phw.${id}`);
const PK = ['hc.ica', 'hc.first-appeal', 'district.first-appeal', 'civil.revision', 'civil.restore-default']
  .concat(['civil.set-aside-ex-parte', 'civil.readmit-appeal', 'civil.legal-representatives', 'sc.leave', 'fcc.leave'])
  .concat(['sc.review', 'sc.registrar-objection', 'defamation.notice', 'defamation.earliest-suit', 'defamation.suit'])
  .concat(['defamation.appeal', 'peca.appeal', 'direction.days']);
const UK = ['et.claim', 'et.equality', 'et.response', 'et.reconsideration', 'eat.appeal'];
const NAMES: Record<string, string[]> = {
  pk: [...PHW, ...PK],
  'pk-federal': [...PHW, ...PK, 'phw.ombudsperson.decision'],
  'pk-punjab': [...PHW, ...PK, 'defamation.claim'],
  'pk-kp': [...PHW, ...PK],
  'pk-sindh': [...PHW, ...PK],
  'pk-balochistan': [...PHW, ...PK],
  in: ['posh.complaint', 'posh.copy', 'posh.reply', 'posh.inquiry', 'posh.report', 'posh.employer-action'].concat([
    'posh.appeal',
    'sc.slp',
    'sc.review',
    'civil.restore-default',
    'libel.suit',
    'criminal.cognizance',
  ]),
  'uk-ew': UK,
  'uk-scotland': UK,
  'us-federal': ['eeoc.charge', 'eeoc.suit', 'frcp.answer', 'frcp.new-trial', 'frcp.period', 'frap.civil'],
};
const FACTS: Record<string, Record<string, string>> = {
  'direction.days': { days: '30' },
  'frcp.period': { days: '14' },
};
const OLD_LAW = /^defamation\.(notice|earliest-suit|suit|appeal)$/;

test('the installed packs have no errors', () => {
  expect(errors).toEqual([]);
});

test.each(Object.entries(NAMES))(
  'every fixed rule of %s answers with a date, its basis and the working',
  (pack, ids) => {
    for (const rule of ids) {
      const trigger = pack === 'pk-punjab' && OLD_LAW.test(rule) ? '2024-03-04' : '2026-03-04';
      const got = count({ pack, rule, trigger, facts: FACTS[rule] ?? {} });
      expect(got.due, `${pack} ${rule}`).toMatch(/^\d{4}-\d{2}-\d{2}/);
      expect(got.citation.length, rule).toBeGreaterThan(3);
      expect(['verified', 'from knowledge', 'doubtful']).toContain(got.confidence);
      expect(got.lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(got.trace!.length, rule).toBeGreaterThan(1);
    }
  },
);

test('the Ordinance of 2002 does not apply in Punjab to what became known after it gave way', () => {
  const got = count({ pack: 'pk-punjab', rule: 'defamation.suit', trigger: '2024-06-07' });
  expect(got.due).toBeNull();
  expect(got.reason?.code).toBe('not-in-force');
  expect(count({ pack: 'pk-punjab', rule: 'defamation.suit', trigger: '2024-06-06' }).due).not.toBeNull();
  expect(count({ pack: 'pk-sindh', rule: 'defamation.suit', trigger: '2025-06-07' }).due).not.toBeNull();
});

test('leave from an order under Article 199 after the 27th Amendment is warned about', () => {
  const after = count({ pack: 'pk-punjab', rule: 'sc.leave', trigger: '2026-01-12' });
  expect(after.warnings.join(' ')).toMatch(/Federal Constitutional Court|27th/);
});

test('leave to the Federal Constitutional Court: sixty days, safe thirty, doubtful', () => {
  const got = count({ pack: 'pk-punjab', rule: 'fcc.leave', trigger: '2026-01-12' });
  expect(got).toMatchObject({ due: '2026-03-13', safe: '2026-02-11', confidence: 'doubtful' });
});

test.each([
  ['29 February, a year on', 'in', 'libel.suit', '2024-02-29', '2025-02-28'],
  ['29 February in three months', 'in', 'posh.complaint', '2024-02-29', '2024-05-29'],
  ['over the end of the year', 'us-federal', 'frcp.answer', '2026-12-15', '2027-01-05'],
  ['31 December in two months', 'pk-federal', 'defamation.notice', '2025-12-31', '2026-02-28'],
])('%s', (_name, pack, rule, trigger, due) => {
  expect(count({ pack, rule, trigger }).due).toBe(due);
});

test('a year without a calendar says so', () => {
  const got = count({ pack: 'pk-punjab', rule: 'civil.restore-default', trigger: '2031-05-26' });
  expect(got.warnings.join(' ')).toMatch(/2031/);
});

test('a year that is not notified yet says so', () => {
  const got = count({ pack: 'pk-punjab', rule: 'civil.restore-default', trigger: '2027-02-20' });
  expect(got.warnings.join(' ')).toMatch(/2027/);
});

test('a trigger in the future is counted, and said to be one', () => {
  const got = count({ pack: 'in', rule: 'posh.inquiry', trigger: '2027-01-04' });
  expect(got.due).not.toBeNull();
  expect(got.warnings.join(' ')).toMatch(/future|not yet|has not/i);
});

test.each([
  ['29 February, a year on', 'in', 'libel.suit', '2024-02-29', '2025-02-28'],
  ['29 February, three years on, then a Sunday', 'in', 'civil.residuary-suit', '2024-02-29', '2027-03-01'],
  ['the end of November, three months on', 'in', 'posh.complaint', '2025-11-30', '2026-02-28'],
  ['the last day of the year, two months on', 'pk-federal', 'defamation.notice', '2026-12-31', '2027-02-28'],
  ['the last day of the year, over its end', 'pk-punjab', 'civil.restore-default', '2025-12-31', '2026-01-30'],
])('%s', (_name, pack, rule, trigger, due) => {
  expect(count({ pack, rule, trigger }).due).toBe(due);
});

test('an effect before its cause is refused, or said', () => {
  const conciliation = { acasStart: '2026-07-10', acasEnd: '2026-07-01' };
  const claim = { pack: 'uk-ew', rule: 'et.claim', trigger: '2026-06-15', facts: conciliation };
  expect(code(() => count(claim))).toBe('bad-fact');
  const reasons = { reasonsSent: '2026-06-01' };
  const early = count({ pack: 'uk-ew', rule: 'et.reconsideration', trigger: '2026-06-22', facts: reasons });
  expect(early.due).toBe('2026-07-06');
  expect(early.warnings.join(' ')).toMatch(/1 Jun 2026, lies before the start day/);
});

const code = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'none';
};

test.each([
  ['a day that is not in the calendar', { rule: 'sc.leave', trigger: '2026-02-30' }, 'bad-date'],
  ['29 February of a common year', { rule: 'sc.leave', trigger: '2026-02-29' }, 'bad-date'],
  ['a date the other way round', { rule: 'sc.leave', trigger: '12-03-2026' }, 'bad-date'],
  ['words', { rule: 'sc.leave', trigger: 'yesterday' }, 'bad-date'],
  ['a rule that is not there', { rule: 'sc.nothing', trigger: '2026-02-03' }, 'unknown-rule'],
  ['an inherited name', { rule: '__proto__', trigger: '2026-02-03' }, 'unknown-rule'],
  [
    'time left out that ends before it begins',
    { rule: 'sc.leave', trigger: '2026-02-03', exclusions: [{ kind: 'copy', from: '2026-02-10', to: '2026-02-05' }] },
    'bad-date',
  ],
  [
    'a number of days that is none',
    { rule: 'direction.days', trigger: '2026-02-03', facts: { days: '-4' } },
    'bad-fact',
  ],
  [
    'a number of days without end',
    { rule: 'direction.days', trigger: '2026-02-03', facts: { days: '99999' } },
    'bad-fact',
  ],
] as const)('%s is refused by name', (_name, ask, expected) => {
  expect(code(() => count({ pack: 'pk-punjab', ...(ask as object) } as never))).toBe(expected);
});

test('a fact outside its answers is refused', () => {
  const ask = { pack: 'us-federal', rule: 'frap.civil', trigger: '2026-02-03', facts: { usParty: 'perhaps' } };
  expect(code(() => count(ask))).toBe('bad-fact');
});

test('every pack chain ends at its national base', () => {
  expect([...library.packs.keys()].sort()).toEqual([
    'in',
    'pk',
    'pk-balochistan',
    'pk-federal',
    'pk-kp',
    'pk-punjab',
    'pk-sindh',
    'uk',
    'uk-ew',
    'uk-scotland',
    'us-federal',
  ]);
});

describe('a count that runs out of the years that can be written', () => {
  const period = (trigger: string, facts: Record<string, string>) =>
    count({ pack: 'us-federal', rule: 'frcp.period', trigger, facts });

  test('gives no day, and says why', () => {
    const got = period('9999-12-31', { days: '5' });
    expect(got).toMatchObject({ nominal: null, due: null, safe: null, target: null, reason: { code: 'beyond-reach' } });
    expect(got.reason?.text).toMatch(/beyond the year 9999/);
    expect(got.trace).toHaveLength(1);
  });

  test('gives one up to the last day', () => {
    expect(period('9999-12-20', { days: '7' }).due).toBe('9999-12-27');
  });

  test.each(Object.entries(NAMES))('and no rule of %s fails there or writes a day with five digits', (pack, ids) => {
    for (const rule of ids) {
      for (const trigger of ['9999-12-31', '9999-06-30', '1000-01-01']) {
        const got = count({ pack, rule, trigger, facts: FACTS[rule] ?? {} });
        expect(JSON.stringify(got), `${pack} ${rule} ${trigger}`).not.toMatch(/\d{5}-\d\d|"-?\d{1,3}-\d\d-\d\d/);
      }
    }
  });
});
